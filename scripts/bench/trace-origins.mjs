// Who came first, and how many told it independently: directions, independent reports of one event, simulated cascades.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trace } from '../../dist/trace/index.js';
import { chance, OPERATIONS, planted } from './trace-corpus.mjs';

const itemOf = (id, facts) => ({
  ...{ id, file: id, url: null, publisher: null, author: null, published: null, modified: null, captured: null },
  ...{ mediaType: 'text/plain', digest: `sha256:${id}`, language: 'und', title: null, note: null, unreadable: null },
  ...facts,
});
const textOf = (item, content) => ({
  ...{ id: `t ${item}`, item, language: 'und', content, zones: [], voices: [], links: [], credits: [] },
});
const iso = (ms) => new Date(ms).toISOString();

/** Reposts of Weibo with their parents: each event's pairs whose words are alike, under clocks more and more wrong. */
export function weibo(data, half) {
  const lines = execFileSync('xz', ['-dc', join(data, 'weibo-ced', 'cascades.jsonl.xz')], { maxBuffer: 1 << 28 })
    .toString()
    .split('\n')
    .filter(Boolean);
  const events = lines.flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  return events.filter((event) => Number.parseInt(event.id.slice(-2), 16) % 2 === half);
}

/**
 * For one blur in hours (null: no clocks), which is told as the clocks' doubt: how the directions of gold pairs come out, here
 * and by "the earlier wins". `stated` holds for each confidence how many were decided with it and how many of them are right.
 */
export function directions(events, hours) {
  const { next } = chance(7);
  const blur = () => (hours ?? 0) * 3_600_000 * (2 * next() - 1);
  const sums = { pairs: 0, right: 0, wrong: 0, unknown: 0, earlierRight: 0, earlierWrong: 0 };
  const stated = new Map();
  for (const event of events) {
    const posts = [
      { id: event.id, parent: null, at: event.time * 1000, text: event.text },
      ...event.reposts.map(([id, parent, date, text]) => ({
        id,
        parent,
        at: Date.parse(`${date.replace(' ', 'T')}+08:00`),
        text,
      })),
    ].map((post) => ({ ...post, stated: post.at + blur() }));
    const byId = new Map(posts.filter(({ at }) => Number.isFinite(at)).map((post) => [post.id, post]));
    const lineage = trace(
      [...byId.values()].map((post) => itemOf(post.id, { published: hours === null ? null : iso(post.stated) })),
      [...byId.values()].map((post) => textOf(post.id, post.text)),
      { doubt: (hours ?? 0) * 3_600_000 },
    );
    for (const copy of lineage.copies) {
      const [left, right] = [byId.get(copy.left), byId.get(copy.right)];
      const gold = left.parent === right.id ? 'right-first' : right.parent === left.id ? 'left-first' : null;
      if (gold === null) continue;
      sums.pairs++;
      if (copy.direction === gold) sums.right++;
      else if (copy.direction === 'unknown' || copy.direction === 'common-source') sums.unknown++;
      else sums.wrong++;
      if (copy.confidence !== undefined) {
        const count = stated.get(copy.confidence) ?? { right: 0, of: 0 };
        stated.set(copy.confidence, { right: count.right + (copy.direction === gold ? 1 : 0), of: count.of + 1 });
      }
      if (hours === null) continue;
      if (left.stated < right.stated === (gold === 'left-first')) sums.earlierRight++;
      else sums.earlierWrong++;
    }
  }
  return { ...sums, stated };
}

/** The articles of BASIL: three outlets on each of a hundred events, each with its own reporting. */
export function basil(data, scratch) {
  const folder = join(scratch, 'basil');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['xJf', join(data, 'basil', 'basil.tar.xz'), '-C', folder]);
  return readdirSync(folder, { recursive: true })
    .filter((name) => /articles\/.*\.json$/.test(name))
    .sort()
    .map((name) => {
      const article = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const text = article['body-paragraphs'].map((paragraph) => paragraph.join(' ')).join('\n');
      return { event: article['triplet-uuid'], outlet: article.source, text };
    });
}

/** Articles of BASIL with copies planted among them: what is found of the copies, and which independent articles are joined. */
export async function independence(articles, half, scratch, minHash) {
  const own = articles.filter((_, at) => Math.floor(at / 3) % 2 === half);
  const tools = { ...chance(11 + half), words: own[0].text.split(/\s+/) };
  const operations = Object.values(OPERATIONS);
  const copies = Array.from({ length: 150 }, (_, at) => {
    const origin = tools.below(own.length);
    const letters = Math.ceil(own[origin].text.length * 0.7);
    return {
      origin,
      text: planted(own[origin].text, 'It was said. ', operations[at % operations.length], tools, letters).text,
    };
  });
  const all = [...own, ...copies];
  const items = all.map((article, at) => itemOf(String(at), { publisher: article.outlet ?? `Copyist ${at}` }));
  const lineage = trace(
    items,
    all.map((article, at) => textOf(String(at), article.text)),
  );
  const pairs = new Set(
    lineage.copies.map(({ left, right }) => [Number(left), Number(right)].sort((a, b) => a - b).join()),
  );
  const rows = [rowOf('Hearsay', own, copies, (a, b) => pairs.has(`${a},${b}`))];
  const folder = join(scratch, 'independence');
  mkdirSync(folder, { recursive: true });
  all.forEach((article, at) => {
    writeFileSync(join(folder, `${at}.txt`), article.text);
  });
  for (const threshold of [0.5, 0.3, 0.2, 0.15, 0.1, 0.05]) {
    const run = await minHash(folder, all.length, scratch, threshold);
    if (run === null) break;
    rows.push(rowOf(`MinHash ≥ ${threshold} with union-find`, own, copies, (a, b) => run.groups[a] === run.groups[b]));
  }
  return rows;
}

/** Articles of BASIL with every so many words replaced by one from elsewhere: how many are found, as what, and what else is. */
export function rewordings(articles, half, every) {
  const own = articles.filter((_, at) => Math.floor(at / 3) % 2 === half);
  const { pick } = chance(9 + half);
  const words = own.flatMap(({ text }) => text.split(/\s+/));
  const replaced = (text) =>
    text
      .split(/(?<=\s)/)
      .map((word, at) => (at % every === every - 1 ? pick(words) + (word.endsWith('\n') ? '\n' : ' ') : word))
      .join('');
  const all = [...own, ...own.map(({ text }, at) => ({ outlet: `Copyist ${at}`, text: replaced(text) }))];
  const { copies } = trace(
    all.map(({ outlet }, at) => itemOf(String(at).padStart(4, '0'), { publisher: outlet })),
    all.map(({ text }, at) => textOf(String(at).padStart(4, '0'), text)),
  );
  const found = copies.filter(({ left, right }) => Number(right) - Number(left) === own.length);
  const reworded = found.filter(({ kind }) => kind === 'reworded').length;
  return { count: own.length, found: found.length, reworded, others: copies.length - found.length };
}

function rowOf(name, own, copies, joins) {
  const found = copies.filter(({ origin }, at) => joins(origin, own.length + at)).length;
  let [same, other] = [0, 0];
  for (let a = 0; a < own.length; a++)
    for (let b = a + 1; b < own.length; b++)
      if (joins(a, b)) {
        if (own[a].event === own[b].event) same++;
        else other++;
      }
  return { name, recall: found / copies.length, same, other };
}

/** A cascade of 200 items made of `roots` stories: reprints, cuts and edits of what came before, some with two parents. */
function cascade(stories, roots, tools) {
  const items = [];
  let at = Date.parse('2031-05-12T06:00:00Z');
  const starts = new Set([0]);
  while (starts.size < roots) starts.add(tools.below(150));
  for (let i = 0; i < 200; i++) {
    at += tools.below(20) * 60_000;
    const made = starts.has(i)
      ? { text: tools.pick(stories), root: true }
      : { text: derived(items, tools), root: false };
    items.push({ id: `i${i}`, at, ...made });
  }
  return items;
}

const CLOSES = [
  'More follows.',
  'This page will be updated.',
  'Readers can write to us.',
  'Our own office added nothing.',
];

/** A copyist shortens a long text, never a short one: what is left must still be a telling. */
function derived(items, tools) {
  const parent = items[Math.min(tools.below(items.length), tools.below(items.length))].text;
  const chinese = /\p{Script=Han}/u.test(parent.slice(0, 40));
  const long = parent.length > (chinese ? 400 : 1200);
  const { verbatim, ...others } = OPERATIONS;
  const operation = long
    ? tools.pick([verbatim, ...Object.values(others)])
    : tools.pick([verbatim, OPERATIONS['edits 5 %']]);
  const letters = long ? Math.ceil(parent.length * (0.6 + tools.next() * 0.4)) : parent.length;
  return planted(parent, tools.pick(CLOSES), operation, tools, letters).text;
}

/** How far the number of tellings is from the number of stories in simulated cascades: median and worst of |N̂ − N| / N. */
export function cascades(stories, half, rounds = 20) {
  const unit = /\p{Script=Han}/u.test(stories[0].slice(0, 40)) ? 1 : 3;
  const long = stories.filter(
    (story, at) => at % 2 === half && story.length > 300 * unit && story.length < 1300 * unit,
  );
  const tools = {
    ...chance(100 + half),
    words: unit === 1 ? [...long.slice(0, 50).join('')] : long.slice(0, 100).join(' ').split(/\s+/),
  };
  const misses = Array.from({ length: rounds }, () => {
    const roots = 5 + tools.below(46);
    const items = cascade(long, roots, tools);
    const lineage = trace(
      items.map(({ id, at }) => itemOf(id, { published: iso(at) })),
      items.map(({ id, text }) => textOf(id, text)),
    );
    return Math.abs(lineage.tellings.length - roots) / roots;
  }).sort((a, b) => a - b);
  return { median: misses[rounds >> 1], ninth: misses[Math.floor(rounds * 0.9)], worst: misses.at(-1) };
}
