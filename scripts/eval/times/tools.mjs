// The program and its peers as functions from (text, reference, language) to [{ start, end, readings }].
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reading, timex } from './interval.mjs';

const NAMES = ['chrono-node@2.10.0', '@microsoft/recognizers-text-date-time@1.3.2'];
const PEERS = join(tmpdir(), 'hearsay-peers', 'times');

/** The tools that can be had; `absent` names the others with the reason. */
export async function toolsOf(root) {
  process.env['TZ'] = 'UTC';
  const tools = { hearsay: await program(root) };
  const absent = [];
  try {
    install();
    tools['chrono-node'] = chronoTool(createRequire(join(PEERS, 'package.json')));
    tools['recognizers-text'] = recognizersTool(createRequire(join(PEERS, 'package.json')));
  } catch (error) {
    absent.push(`chrono-node and recognizers-text: ${String(error.message).split('\n')[0]}`);
  }
  return { tools, absent };
}

/** A reference with a clock is an instant: here one of Greenwich, for every tool alike. */
const withOffset = (published) => (/T[\d:.]+$/u.test(published ?? '') ? `${published}+00:00` : published);

/** Words of one carrier, one stretch a line, as the program is given them. */
async function program(root) {
  const { findTimes } = await import(pathToFileURL(join(root, 'dist', 'read', 'time', 'times.js')).href);
  return (text, published, language) => {
    let start = 0;
    const stretches = text.split('\n').map((line) => {
      const stretch = {
        start,
        end: start + line.length,
        kind: 'body',
        carrier: { publisher: null, author: null, published: withOffset(published) },
      };
      start += line.length + 1;
      return stretch;
    });
    return findTimes(text, stretches, language).map(({ start: from, end, value, to }) => ({
      start: from,
      end,
      value,
      readings: [reading(value, to)],
    }));
  };
}

function install() {
  if (NAMES.every((name) => existsSync(join(PEERS, 'node_modules', name.slice(0, name.lastIndexOf('@')))))) return;
  mkdirSync(PEERS, { recursive: true });
  writeFileSync(join(PEERS, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...NAMES], { cwd: PEERS, stdio: 'pipe' });
}

const two = (n) => String(n).padStart(2, '0');

function chronoTool(require) {
  const chrono = require('chrono-node');
  const spelled = (components) => {
    if (!components) return null;
    const sure = (part) => components.isCertain(part);
    const date = `${components.get('year')}-${two(components.get('month'))}`;
    const day = sure('day') || sure('weekday');
    if (!day && !sure('hour') && sure('month')) return date;
    if (!day && !sure('hour') && sure('year')) return String(components.get('year'));
    const whole = `${date}-${two(components.get('day'))}`;
    return sure('hour') ? `${whole}T${two(components.get('hour'))}:${two(components.get('minute'))}` : whole;
  };
  return (text, reference, language) => {
    const parser = language === 'zh' ? chrono.zh.hans : chrono.en;
    return parser.parse(text, instantOf(reference)).map(({ index, text: words, start, end }) => ({
      start: index,
      end: index + words.length,
      value: spelled(start),
      readings: [reading(spelled(start), spelled(end))],
    }));
  };
}

const instantOf = (reference) =>
  new Date(
    reference ? `${reference}${reference.includes('T') ? '' : 'T00:00:00'}`.replace(/(?:Z|[+-]\d\d:\d\d)?$/u, 'Z') : 0,
  );

/** Durations, sets and bare times of day are no dates: the library tells them by type. */
function recognizersTool(require) {
  const library = require('@microsoft/recognizers-text-date-time');
  const culture = { en: library.Culture.English, zh: library.Culture.Chinese };
  return (text, reference, language) => {
    const found = library.recognizeDateTime(
      text,
      culture[language],
      library.DateTimeOptions.None,
      instantOf(reference),
    );
    return found
      .filter(({ typeName }) => /\.(?:date|datetime)(?:range)?$/u.test(typeName))
      .map(({ start, end, resolution }) => {
        const values = resolution?.values ?? [];
        const readings = values.flatMap((one) =>
          readingsOf(Object.fromEntries(one instanceof Map ? one : Object.entries(one))),
        );
        return { start, end: end + 1, value: isoOf(values[0]), readings };
      });
  };
}

const isoOf = (one) => {
  const { value, start, end } = Object.fromEntries(one instanceof Map ? one : Object.entries(one ?? {}));
  return (value ?? start ?? end ?? 'vague').replace(' ', 'T');
};

/** What a resolution of recognizers-text says, in its output and in its specifications alike. */
export function readingsOf({ type, value, start, end, Mod, mod, timex: spelled = '' }) {
  const whole = (iso) => iso?.replace(' ', 'T');
  if (Mod ?? mod) {
    const pair = /^\((\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2}),/u.exec(spelled);
    if (pair) return [{ from: reading(pair[1]).from, to: reading(pair[2]).from, until: null, grain: 'day' }];
    const edge = whole(start ?? end ?? value);
    // "After 1 pm on Tuesday": the hour that is named.
    return /T\d/u.test(spelled) ? [{ ...reading(edge), grain: 'instant' }] : openReadings(spelled, edge);
  }
  if (type === 'datetime')
    return value && value !== 'not resolved' ? [{ ...reading(whole(value)), grain: 'instant' }] : [];
  if (type === 'date') return value && value !== 'not resolved' ? [reading(value)] : [];
  if (!start || !end) return [];
  const from = reading(whole(start));
  // Parts of the day ("tomorrow night") are any hour of their day, for every tool alike.
  if (/T(?:MO|MI|AF|EV|NI|DT)$/u.test(spelled)) return [{ ...reading(start.slice(0, 10)), grain: 'part' }];
  return [
    { from: from.from, to: reading(whole(end)).from, until: null, grain: start.includes(':') ? 'instant' : 'day' },
  ];
}

/** "Since August": the day or month that is named, of the year that the resolution falls in or beside. */
function openReadings(spelled, edge) {
  const year = Number(/^\d{4}/u.exec(edge ?? '')?.[0] ?? Number.NaN);
  if (Number.isNaN(year)) return [];
  if (spelled.startsWith('XXXX-WXX')) return [reading(edge.slice(0, 10))];
  const years = spelled.startsWith('XXXX') ? [year, year - 1, year + 1] : [spelled.slice(0, 4)];
  return years.map((one) => timex(spelled.replace(/^.{4}/u, String(one)))).filter((one) => one !== null);
}
