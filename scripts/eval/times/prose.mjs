// Times in running text: MEANTIME (Wikinews with TIMEX3), and the passages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, reading, timex } from './interval.mjs';

const MEANTIME = [
  'data',
  'reading',
  'meantime-en',
  'data',
  'meantime_newsreader_english_oct15',
  'intra-doc_annotation',
];

/** Articles of MEANTIME: the six sentences that are annotated, one a line, with the times that have words. */
export function meantimeOf(shared) {
  const folder = join(shared, ...MEANTIME);
  return readdirSync(folder)
    .flatMap((part) => readdirSync(join(folder, part)).map((name) => ({ name, path: join(folder, part, name) })))
    .filter(({ name }) => name.endsWith('.xml'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path }, i) => ({ half: i % 2, ...article(readFileSync(path, 'utf8')) }));
}

const LAST_SENTENCE = 5;

function article(xml) {
  const { text, at } = detokenised(xml);
  const golds = [];
  let reference = null;
  for (const [, head, inside] of xml.matchAll(/<TIMEX3 ([^>]*)>([\s\S]*?)<\/TIMEX3>/gu)) {
    const { type, value, functionInDocument } = attributes(head);
    const spans = [...inside.matchAll(/t_id="(\d+)"/gu)].flatMap(([, id]) => at.get(id) ?? []);
    const first = functionInDocument === 'CREATION_TIME';
    if (first) reference ??= /^\d{4}-\d{2}-\d{2}/u.exec(value)?.[0] ?? null;
    if (spans.length === 0) continue;
    const start = Math.min(...spans.map((span) => span.start));
    const end = Math.max(...spans.map((span) => span.end));
    golds.push({ start, end, first, inScope: type === 'DATE' || type === 'TIME', ...named(value) });
  }
  // Two articles give their own day in another order, or none: the dateline says it.
  return { text, reference: reference ?? datelineOf(text), language: 'en', golds: golds.map(inScopeOnly) };
}

/** Durations that are labelled as dates, and moments that nothing names, are no dates to be found. */
const inScopeOnly = (gold) => ({ ...gold, inScope: gold.inScope && gold.reading !== null });

function named(value) {
  if (/_REF$|^XXXX-XX-XX$/u.test(value)) return { reading: { words: 'vague' } };
  const found = timex(value.replace(/(?<=\d{2}:\d{2})Z$/u, ''));
  // Some weeks are counted as ISO 8601 does, others one on.
  return { reading: found, other: /-W/u.test(value) ? weekBefore(found) : null };
}

const weekBefore = ({ from, to, until, grain }) => ({
  from: from - 7 * DAY,
  to: to - 7 * DAY,
  until: until - 7 * DAY,
  grain,
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function datelineOf(text) {
  const [, month = '', day = '', year = ''] = /\b([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})/u.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? null : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function detokenised(xml) {
  const at = new Map();
  let text = '';
  let last = 0;
  for (const [, head, raw] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/gu)) {
    const { sentence, t_id } = attributes(head);
    if (Number(sentence) > LAST_SENTENCE) break;
    const word = raw.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (Number(sentence) !== last) text += '\n';
    else if (text !== '' && !/^[.,;:!?)%’']/u.test(word) && !/[($]$/u.test(text)) text += ' ';
    last = Number(sentence);
    at.set(t_id, [{ start: text.length, end: text.length + word.length }]);
    text += word;
  }
  return { text, at };
}

const attributes = (head) =>
  Object.fromEntries([...head.matchAll(/(\w+)="([^"]*)"/gu)].map(([, name, value]) => [name, value]));

/** Passages with gold. The half is that of the passage's number. */
export function passagesOf(shared, language) {
  const file = join(shared, 'cases', `passages-${language}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ id, published, text, times }) => ({
      text,
      language,
      reference: published ?? null,
      half: Number(/\d+$/u.exec(id)?.[0] ?? 0) % 2,
      golds: placedIn(text, times),
    }));
}

/** Where each quote stands: the nth that gold names, else the first one that no other time has taken. */
function placedIn(text, times) {
  const taken = new Set();
  return times.map(({ quote, nth, value, to }) => {
    let start = text.indexOf(quote);
    for (let i = 0; i < (nth ?? 0) || taken.has(start); i++) {
      const next = text.indexOf(quote, start + 1);
      if (next < 0) break;
      start = next;
    }
    taken.add(start);
    return { start, end: start + quote.length, value, to, inScope: true, reading: reading(value, to) };
  });
}
