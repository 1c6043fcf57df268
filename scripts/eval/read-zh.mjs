// How well Chinese attribution is read: passages with gold, posts without, a simple baseline beside the program.
//   npm run eval -- read-zh          (passages-zh is development material: figures on unseen text are lower)
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { passageReadings } from './passage-readings.mjs';
import { ownSection } from './read-en/own.mjs';
import { baseline } from './read-zh/baseline.mjs';
import { confusions, falseSources, matched } from './read-zh/match.mjs';

export const title = 'Chinese: who says what';

export async function run({ root, shared, scratch }) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
  const { han } = await load('read/han/grammar.js');
  const parts = [INTRO];
  const passages = join(shared, 'cases', 'passages-zh.jsonl');
  if (existsSync(passages)) parts.push(...(await passageSection(passages, { root, shared, scratch })));
  else parts.push('The passages are absent.');
  const posts = join(shared, 'data', 'reading', 'weibo-ced-posts', 'posts.jsonl');
  parts.push(existsSync(posts) ? postSection(posts, han) : 'The posts are absent.');
  parts.push(speedSection(existsSync(passages) ? linesOf(passages).map((one) => one.text) : [], han));
  if (existsSync(join(shared, 'tools', 'score.mjs')))
    parts.push(await ownSection('zh', { root, shared, scratch }, passageReadings));
  return parts.join('\n\n');
}

const INTRO =
  'The passages are development material: rules were made with them in sight, so figures on unseen text are lower. The *baseline* takes the first verb of saying of a sentence, what stands before it in its clause as the source, and what follows as the content.';

const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

async function passageSection(file, { root, shared, scratch }) {
  const golds = linesOf(file);
  const own = await passageReadings(golds, root);
  const tools = { hearsay: own, baseline: golds.map((gold) => baseline(gold.text)) };
  const scored = Object.entries(tools).map(([name, readings]) => [name, score(file, readings, { shared, scratch })]);
  return [
    `## Passages (${golds.length})\n\nF1, with precision and recall.\n\n${table(scored)}`,
    errorSection(golds, tools),
  ];
}

function score(file, readings, { shared, scratch }) {
  const out = join(scratch, 'read-zh.jsonl');
  writeFileSync(out, `${readings.map((one) => JSON.stringify(one)).join('\n')}\n`);
  const scorer = join(shared, 'tools', 'score.mjs');
  return JSON.parse(execFileSync(process.execPath, [scorer, 'passages', file, out], { encoding: 'utf8' }));
}

const f1 = ({ f1: f, p, r }) => `${f.toFixed(3)} (${p.toFixed(2)}/${r.toFixed(2)})`;

const ROWS = [
  ['statements, content', ({ statements }) => f1(statements.content)],
  ['with the right source', ({ statements }) => f1(statements.source)],
  ['with the right kind of source', ({ statements }) => f1(statements.kind)],
  ['with the right class', ({ statements }) => f1(statements.class)],
  ['source, kind and class all right', ({ statements }) => f1(statements.all)],
  ['responses', ({ responses }) => f1(responses)],
  ['commitments', ({ commitments }) => f1(commitments)],
  ['spans that are not the text at their place', ({ ungrounded }) => String(ungrounded)],
];

const table = (scored) =>
  [
    `| | ${scored.map(([name]) => name).join(' | ')} |`,
    `|---|${scored.map(() => '---|').join('')}`,
    ...ROWS.map(([name, cell]) => `| ${name} | ${scored.map(([, one]) => cell(one)).join(' | ')} |`),
  ].join('\n');

function errorSection(golds, tools) {
  const rows = Object.entries(tools).map(([name, readings]) => {
    const { wrong, all } = falseSources(golds, readings);
    return `| ${name} | ${wrong} of ${all} (${((100 * wrong) / Math.max(1, all)).toFixed(2)} %) |`;
  });
  const own = matched(golds, tools.hearsay);
  const kinds = confusions(own, (one) => one.source.kind);
  const classes = confusions(own, (one) => one.class);
  const list = (pairs) => (pairs.length > 0 ? pairs.map(([pair, n]) => `${pair} ${n}`).join(', ') : 'none');
  return `### False sources and remaining errors

A picture, paper, crowd or nameless person given out as a named person or body, of all statements:

| | |
|---|---|
${rows.join('\n')}

Statements missed: ${own.missed}; surplus: ${own.surplus}. Kinds taken for others: ${list(kinds)}. Classes taken for others: ${list(classes)}.`;
}

const carrier = { publisher: null, author: null, published: null };

/** Everything the grammar finds in lines of prose. */
function readAll(han, text, kind) {
  const stretches = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line !== '') stretches.push({ start, end: start + line.length, kind, carrier });
    start += line.length + 1;
  }
  const statements = han.statements(text, stretches);
  const responses = han.responses(text, stretches, statements);
  return [...statements, ...responses, ...han.commitments(text, stretches, statements, [])];
}

function postSection(file, han) {
  const posts = linesOf(file).map((one) => one.text);
  let found = 0;
  let loose = 0;
  let thrown = 0;
  let saying = 0;
  for (const text of posts) {
    try {
      const rows = readAll(han, text, 'post');
      found += rows.length;
      saying += rows.length > 0 ? 1 : 0;
      loose += rows.filter((one) => text.slice(one.start, one.end) !== one.quote).length;
    } catch {
      thrown++;
    }
  }
  return `## Posts (${posts.length} from Weibo, without gold)

| | |
|---|---|
| posts that throw | ${thrown} |
| rows found | ${found} |
| posts with at least one | ${saying} |
| spans that are not the text at their place | ${loose} |`;
}

/** The least processor time of three runs, in milliseconds. */
function least(job) {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage().user;
    job();
    return (process.cpuUsage().user - before) / 1000;
  });
  return Math.min(...times);
}

function speedSection(passages, han) {
  const dense = passages.join('\n').repeat(60).slice(0, 500_000);
  const rate = dense.length / (least(() => readAll(han, dense, 'body')) / 1000);
  const endless = '他说河水很脏，村民不敢喝，'.repeat(80_000);
  const whole = least(() => readAll(han, endless.slice(0, 400_000), 'body'));
  const half = least(() => readAll(han, endless.slice(0, 200_000), 'body'));
  const nested = `${'他说“'.repeat(50)}水脏${'”'.repeat(50)}`;
  return `## Speed

| | |
|---|---|
| characters a second, of the passages (an attribution in nearly every sentence) | ${Math.round(rate / 1000)} 000 |
| twice as much text without a full stop takes | ${(whole / Math.max(1, half)).toFixed(1)} times as long |
| quotations 50 deep | ${least(() => readAll(han, nested, 'body')).toFixed(1)} ms |`;
}
