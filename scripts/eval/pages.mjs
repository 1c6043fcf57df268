// Body extraction from saved news pages, against hand-marked article bodies and three other extractors.
// Dev and held-back pages are parted by the first byte of the page's id: even is for tuning, odd was run on once.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

export const title = 'Pages to text';

const isDev = (id) => Number.parseInt(id.slice(0, 2), 16) % 2 === 0;
/** What stands around the body on the page: told apart by zone, so it is left out here. */
const AROUND = new Set([
  'title',
  'standfirst',
  'byline',
  'dateline',
  'credit',
  'metadata',
  'comment',
  'caption',
  'related',
  'boilerplate',
]);

export async function run({ root, shared, scratch, only = null }) {
  const folder = join(shared, 'data', 'reading', 'article-extraction');
  if (!existsSync(folder)) return 'The pages are not on this machine, so nothing was measured.';
  const gold = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8'));
  const pages = Object.keys(gold)
    .sort()
    .filter((id) => existsSync(join(folder, 'html', `${id}.html.gz`)) && (only !== 'dev' || isDev(id)))
    .map((id) => ({
      id,
      url: gold[id].url,
      gold: gold[id].articleBody,
      bytes: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
    }));
  const rows = [];
  for (const [name, extract] of await extractors(root, scratch)) {
    if (typeof extract === 'string') {
      rows.push(`| ${name} | absent: ${extract} | | |`);
      continue;
    }
    const began = process.hrtime.bigint();
    const bodies = await extract(pages);
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    const marks = pages.map((page, at) => ({ id: page.id, ...mark(page.gold, bodies[at] ?? '') }));
    const part = (keep) => cell(f1Of(marks.filter((one) => keep(one.id))));
    rows.push(
      `| ${name} | ${part(isDev)} | ${only ? '' : part((id) => !isDev(id))} | ${only ? '' : part(() => true)} | ${((seconds * 1000) / pages.length).toFixed(0)} ms |`,
    );
    if (only)
      writeFileSync(
        join(scratch, `${name.split(' ')[0].replaceAll('/', '-')}.json`),
        JSON.stringify({ marks, bodies }),
      );
  }
  const held = pages.filter(({ id }) => !isDev(id)).length;
  return [
    `${pages.length} news pages with hand-marked bodies (Scrapinghub's article extraction benchmark): ${pages.length - held} for tuning, ${held} held back. Cells are F1 (precision/recall) of runs of four words, the mean over pages, as that benchmark counts them. Of ours, what is zoned as headline, standfirst, byline, caption, comment or the like is left out, as the marked bodies leave it out. Time is the whole run over the pages, on whatever else the machine was doing.`,
    '',
    '| | tuning | held back | all | a page |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

async function extractors(root, scratch) {
  return [
    ['hearsay', await ours(root)],
    ['@mozilla/readability', await orAbsent(() => readability(root))],
    ['defuddle', await orAbsent(() => defuddle(root, scratch))],
    ['trafilatura', await orAbsent(() => trafilatura(scratch))],
  ];
}

async function orAbsent(make) {
  try {
    return await make();
  } catch (cause) {
    return String(cause?.message ?? cause)
      .split('\n')[0]
      .slice(0, 80);
  }
}

async function ours(root) {
  const { capture } = await import(pathToFileURL(join(root, 'dist', 'capture', 'capture.js')).href);
  const eyes = { see: () => Promise.reject(new Error('no pictures here')) };
  const facts = { publisher: null, author: null, published: null, captured: null, lang: null, note: null };
  return async (pages) => {
    const bodies = [];
    for (const { id, url, bytes } of pages) {
      const { text } = await capture(bytes, { file: `${id}.html`, url, ...facts }, eyes);
      bodies.push(text ? bodyOf(text) : '');
    }
    return bodies;
  };
}

/** The text without the stretches that are zoned as something else than the body. */
function bodyOf({ content, zones }) {
  const around = zones.filter((zone) => AROUND.has(zone.kind)).sort((a, b) => a.start - b.start);
  let body = '';
  let at = 0;
  for (const { start, end } of around) {
    body += `${content.slice(at, Math.max(at, start))}\n`;
    at = Math.max(at, end);
  }
  return body + content.slice(at);
}

async function readability(root) {
  const require = createRequire(join(root, 'package.json'));
  const { Readability } = require('@mozilla/readability');
  const { parseHTML } = require('linkedom');
  return (pages) =>
    pages.map(({ bytes }) => {
      const { document } = parseHTML(bytes.toString('utf8'));
      const content = new Readability(document).parse()?.content ?? '';
      return wordsOf(content, parseHTML);
    });
}

async function defuddle(root, scratch) {
  if (!existsSync(join(scratch, 'node_modules', 'defuddle'))) {
    writeFileSync(join(scratch, 'package.json'), '{"type":"module","private":true}');
    const words = ['install', '--no-audit', '--no-fund', '--silent', 'defuddle@0', 'linkedom@0', 'jsdom@26'];
    execFileSync('npm', words, { cwd: scratch, stdio: 'ignore', timeout: 240_000 });
  }
  const require = createRequire(join(scratch, 'package.json'));
  const { Defuddle } = await import(pathToFileURL(join(scratch, 'node_modules', 'defuddle', 'dist', 'node.js')).href);
  const { JSDOM, VirtualConsole } = require('jsdom');
  const { parseHTML } = createRequire(join(root, 'package.json'))('linkedom');
  return async (pages) => {
    const bodies = [];
    // It tells of each page's broken linked data.
    console.error = () => {};
    for (const { url, bytes } of pages) {
      const page = new JSDOM(bytes.toString('utf8'), { url, virtualConsole: new VirtualConsole() });
      const found = await Defuddle(page.window.document, url, { useAsync: false });
      bodies.push(wordsOf(found.content ?? '', parseHTML));
    }
    return bodies;
  };
}

const TRAFILATURA = `
import json, sys
from trafilatura import extract
print(json.dumps([extract(one, include_comments=False) or '' for one in json.load(sys.stdin)]))
`;

async function trafilatura(scratch) {
  const target = join(scratch, 'python');
  if (!existsSync(target)) {
    const words = ['-m', 'pip', 'install', '--quiet', '--target', target, 'trafilatura', 'lxml_html_clean'];
    execFileSync('python3', words, { stdio: 'ignore', timeout: 240_000 });
  }
  const options = { env: { ...process.env, PYTHONPATH: target }, maxBuffer: 1 << 28, encoding: 'utf8' };
  execFileSync('python3', ['-c', 'import trafilatura'], { ...options, stdio: 'ignore' });
  return (pages) => {
    const input = JSON.stringify(pages.map(({ bytes }) => bytes.toString('utf8')));
    return JSON.parse(
      execFileSync('python3', ['-c', TRAFILATURA], { ...options, input, stdio: ['pipe', 'pipe', 'ignore'] }),
    );
  };
}

/** The words of an extractor's HTML, with white space where blocks end, as its readers see them. */
function wordsOf(html, parseHTML) {
  const spaced = html.replace(
    /<(?:br|\/?(?:p|div|li|tr|td|th|h\d|blockquote|section|figure|figcaption|ul|ol|table))\b/gi,
    ' $&',
  );
  return parseHTML(`<!doctype html><html><body>${spaced}</body></html>`).document.body.textContent ?? '';
}

/** Share of runs of four words found, of those given and of those there are. */
function mark(gold, given) {
  const [theirs, mine] = [runsOf(gold), runsOf(given)];
  let hit = 0;
  let total = 0;
  for (const [run, count] of theirs) hit += Math.min(count, mine.get(run) ?? 0);
  for (const count of mine.values()) total += count;
  let wanted = 0;
  for (const count of theirs.values()) wanted += count;
  return { precision: total ? hit / total : null, recall: wanted ? hit / wanted : null };
}

function runsOf(text) {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const runs = new Map();
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const run = words.slice(at, at + 4).join('\u0000');
    if (run) runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function f1Of(marks) {
  const mean = (all) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  const p = mean(marks.flatMap(({ precision }) => precision ?? []));
  const r = mean(marks.flatMap(({ recall }) => recall ?? []));
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}

const cell = ({ p, r, f1 }) => `${f1.toFixed(3)} (${p.toFixed(3)}/${r.toFixed(3)})`;
