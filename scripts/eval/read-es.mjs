// How well Spanish is read: test/passages-es.jsonl, the half that the lists were made on and the half kept back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const title = 'Reading Spanish';

export async function run({ root }) {
  const { account } = await import(pathToFileURL(join(root, 'dist', 'hearsay.js')).href);
  const passages = readFileSync(join(root, 'test', 'passages-es.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const read = await Promise.all(passages.map((passage) => reading(passage, account)));
  const half = (odd) => read.filter(({ passage }) => Number(passage.id.slice(-3)) % 2 === odd);
  const rows = MEASURES.map(([name, measure]) => `| ${name} | ${measure(half(0))} | ${measure(half(1))} |`);
  return `${INTRO}\n\n| F1 | even (${half(0).length}) | odd, kept back (${half(1).length}) |\n|---|---|---|\n${rows.join('\n')}`;
}

const INTRO =
  'Invented passages, from one sentence to a short report, with what is said in them marked before anything was run on them, by the hand that wrote the lists: read the figures as an upper bound. A statement is found where its words and the marked ones share half of all their characters. The language is left to be told from the words. Spanish was added as data over the engine that reads English.';

const blank = { url: null, publisher: null, author: null, captured: null, lang: null, note: null };
const noEyes = { see: () => Promise.reject(new Error('no pictures here')) };

async function reading(passage, account) {
  const facts = { ...blank, file: `${passage.id}.txt`, published: passage.published };
  const { reading } = await account({ facts, bytes: new TextEncoder().encode(passage.text) }, noEyes);
  return { passage, ...reading, statements: reading.statements.filter((one) => !one.carrier) };
}

const fold = (words) => (words ?? '').toLowerCase().replaceAll(/[\s\p{P}]+/gu, '');

function samePerson(gold, found) {
  if (gold.kind === 'none' || found.kind === 'none') return gold.kind === found.kind;
  const [a, b] = [fold(gold.name), fold(found.name)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

const tests = {
  content: () => true,
  source: ([gold, found]) => samePerson(gold.source, found.source),
  kind: ([gold, found]) => gold.source.kind === found.source.kind,
  class: ([gold, found]) => gold.class === found.class,
};
tests.all = (pair) => tests.source(pair) && tests.kind(pair) && tests.class(pair);

const MEASURES = [
  ['statements: words', f1('statements', tests.content)],
  ['… and source', f1('statements', tests.source)],
  ['… and kind of source', f1('statements', tests.kind)],
  ['… and class', f1('statements', tests.class)],
  ['… and all of these', f1('statements', tests.all)],
  ['responses', f1('responses', ([gold, found]) => gold.outcome === found.outcome)],
  ['commitments, with their day', f1('commitments', ([gold, found]) => gold.due === found.due)],
  ['times', f1('times', ([gold, found]) => found.value.startsWith(gold.value))],
];

function f1(what, test) {
  return (half) => {
    let hit = 0;
    let size = 0;
    for (const { passage, ...found } of half) {
      hit += paired(passage, passage[what], found[what]).filter(test).length;
      size += passage[what].length + found[what].length;
    }
    return size === 0 ? 'none' : ((2 * hit) / size).toFixed(3);
  };
}

/** Each marked one with the nearest that was found, where they share half of their characters. */
function paired({ text }, golds, founds) {
  const left = new Set(founds);
  return golds.flatMap((gold) => {
    const start = text.indexOf(gold.quote);
    const alike = (one) => shared(start, start + gold.quote.length, one) + (one.class === gold.class ? 0.001 : 0);
    const [best] = [...left].sort((a, b) => alike(b) - alike(a));
    if (!best || alike(best) < 0.5) return [];
    left.delete(best);
    return [[gold, best]];
  });
}

function shared(start, end, one) {
  const both = Math.max(0, Math.min(end, one.end) - Math.max(start, one.start));
  return both / (end - start + one.end - one.start - both);
}
