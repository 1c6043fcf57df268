// Scores the program on story cases and passages with gold, prints one table and writes docs/eval.md.
//   npm run eval [-- <folder with cases/ and tools/score.mjs>]      (default: ../shared)
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const gold = resolve(root, process.argv[2] ?? '../shared');
const scorer = join(gold, 'tools', 'score.mjs');
if (!existsSync(scorer)) {
  console.error(`eval: no gold at ${gold} (wants tools/score.mjs and cases/); name its folder`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-eval-'));
const node = (...words) =>
  execFileSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] });
const program = join(root, 'dist', 'cli', 'main.js');
const f1 = (score) => (score ? `${score.f1.toFixed(2)} (${score.p.toFixed(2)}/${score.r.toFixed(2)})` : '–');

function scoreCase(folder) {
  const out = join(scratch, 'dossier.json');
  writeFileSync(out, node(program, 'look', folder, '--json'));
  return JSON.parse(node(scorer, 'case', folder, out));
}

async function scorePassages(file) {
  const { account } = await import('../dist/hearsay.js');
  const eyes = { see: () => Promise.reject(new Error('no pictures here')) };
  const lines = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { id, lang, published, text } = JSON.parse(line);
    const facts = {
      file: `${id}.txt`,
      url: null,
      publisher: null,
      author: null,
      published: published ?? null,
      captured: null,
      lang,
      note: null,
    };
    const { capture, reading } = await account({ facts, bytes: new TextEncoder().encode(text) }, eyes);
    lines.push(JSON.stringify({ text: { language: lang, content: capture.text?.content ?? '' }, ...reading }));
  }
  const out = join(scratch, 'readings.jsonl');
  writeFileSync(out, `${lines.join('\n')}\n`);
  return JSON.parse(node(scorer, 'passages', file, out));
}

const cases = readdirSync(join(gold, 'cases'), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name)
  .sort();
const passages = readdirSync(join(gold, 'cases'))
  .filter((name) => /^passages-.*\.jsonl$/.test(name))
  .sort();
const byCase = cases.map((name) => [name, scoreCase(join(gold, 'cases', name))]);
const byPassages = [];
for (const name of passages)
  byPassages.push([name.replace('.jsonl', ''), await scorePassages(join(gold, 'cases', name))]);

const all = [...byCase, ...byPassages];
const rows = [
  ['statements, content', (s) => f1(s.statements?.content)],
  ['statements, source', (s) => f1(s.statements?.source)],
  ['statements, kind', (s) => f1(s.statements?.kind)],
  ['statements, class', (s) => f1(s.statements?.class)],
  ['statements, all three', (s) => f1(s.statements?.all)],
  ['responses', (s) => f1(s.responses)],
  ['commitments', (s) => f1(s.commitments)],
  ['times', (s) => (s.times?.recall !== undefined ? `recall ${s.times.recall.toFixed(2)}` : f1(s.times))],
  ['copy pairs', (s) => f1(s.copyPairs)],
  ['copy arrows', (s) => f1(s.copyArrows)],
  ['tellings', (s) => f1(s.tellings)],
  ['origins', (s) => f1(s.origins)],
  ['origins, count given / gold', (s) => (s.originCount ? `${s.originCount.given} / ${s.originCount.gold}` : '–')],
  ['claims found', (s) => s.claims?.found ?? '–'],
  ['claim labels right', (s) => s.claims?.labelRight ?? '–'],
  ['private life right', (s) => s.claims?.privateRight ?? '–'],
  ['claims, grouping', (s) => f1(s.claims?.grouping)],
  ['contradictions', (s) => f1(s.contradictions)],
  ['image pairs', (s) => f1(s.imagePairs)],
  ['image relations', (s) => f1(s.imageRelation)],
  ['ungrounded spans', (s) => String(s.ungrounded)],
  ['unreadable items', (s) => (s.unreadable ? String(s.unreadable.length) : '–')],
];
const table = [
  `| | ${all.map(([name]) => name).join(' | ')} |`,
  `|---|${all.map(() => '---|').join('')}`,
  ...rows.map(([name, cell]) => `| ${name} | ${all.map(([, score]) => cell(score)).join(' | ')} |`),
].join('\n');

console.log(table);
writeFileSync(
  join(root, 'docs', 'eval.md'),
  `# How well it does

Written by \`npm run eval\`; no figure is typed by hand. Each cell is F1 with precision and recall behind it, as the scorer gives them. The two stories and the passages are development material: figures on stories never seen will be lower.

${table}
`,
);
for (const [name, score] of byCase) for (const miss of score.misses) console.error(`${name}: ${miss}`);
