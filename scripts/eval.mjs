// Scores the program where gold is at hand.
//   npm run eval                    story cases and passages of ../shared -> docs/eval.md
//   npm run eval -- <folder>        the same for a folder with cases/ and tools/score.mjs
//   npm run eval -- <section>       one of scripts/eval/<section>.mjs -> docs/eval/<section>.md
//   npm run eval -- read            the sections that reading has
//   npm run eval -- all             everything
// A section exports `title` and `async run({ root, shared, scratch })`, which gives Markdown.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { passageReadings } from './eval/passage-readings.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = resolve(root, '../shared');
const sectionsAt = join(root, 'scripts', 'eval');
const overview = join(root, 'docs', 'eval.md');
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-eval-'));

const node = (...words) =>
  execFileSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] });
const isFolder = (path) => existsSync(path) && statSync(path).isDirectory();
const fail = (why) => {
  console.error(`eval: ${why}`);
  process.exitCode = 2;
};

/** Sections that belong together. */
const GROUPS = { read: ['read-en', 'read-zh', 'read-es', 'times', 'pages', 'messages', 'errors'] };

/** The sections there are: files of scripts/eval that export a `run`. */
function sections() {
  if (!existsSync(sectionsAt)) return [];
  return readdirSync(sectionsAt)
    .filter((name) => name.endsWith('.mjs'))
    .filter((name) =>
      /^export (?:async )?(?:function|const) run\b/mu.test(readFileSync(join(sectionsAt, name), 'utf8')),
    )
    .map((name) => name.slice(0, -'.mjs'.length))
    .sort();
}

async function runSection(name) {
  const { title, run } = await import(pathToFileURL(join(sectionsAt, `${name}.mjs`)).href);
  const own = join(scratch, name);
  mkdirSync(own, { recursive: true });
  const markdown = `# ${title}\n\nWritten by \`npm run eval -- ${name}\`; no figure is typed by hand.\n\n${(await run({ root, shared, scratch: own })).trim()}\n`;
  console.log(markdown);
  mkdirSync(join(root, 'docs', 'eval'), { recursive: true });
  writeFileSync(join(root, 'docs', 'eval', `${name}.md`), markdown);
  if (existsSync(overview)) writeFileSync(overview, linked(readFileSync(overview, 'utf8')));
}

/** The overview with a link to every section written so far, at its foot. */
function linked(text) {
  const folder = join(root, 'docs', 'eval');
  const pages = isFolder(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  const links = pages.sort().map((name) => {
    const [, title] = /^# (.*)$/mu.exec(readFileSync(join(folder, name), 'utf8')) ?? [null, name];
    return `- [${title}](eval/${name})`;
  });
  const body = text.replace(/\n## By section\n[\s\S]*$/u, '').trimEnd();
  return links.length ? `${body}\n\n## By section\n\n${links.join('\n')}\n` : `${body}\n`;
}

const f1 = (score) => (score ? `${score.f1.toFixed(2)} (${score.p.toFixed(2)}/${score.r.toFixed(2)})` : '–');
const ROWS = [
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

/** Story cases and passages of a folder with gold, as one table. */
async function runStories(gold) {
  const scorer = join(gold, 'tools', 'score.mjs');
  if (!existsSync(scorer)) return fail(`no gold at ${gold} (wants tools/score.mjs and cases/); name its folder`);
  const inside = readdirSync(join(gold, 'cases'), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const byCase = inside
    .filter((one) => one.isDirectory())
    .map(({ name }) => [name, scoreCase(scorer, join(gold, 'cases', name))]);
  const byPassages = [];
  for (const { name } of inside.filter((one) => /^passages-.*\.jsonl$/u.test(one.name)))
    byPassages.push([name.replace('.jsonl', ''), await scorePassages(scorer, join(gold, 'cases', name))]);
  const all = [...byCase, ...byPassages];
  const table = [
    `| | ${all.map(([name]) => name).join(' | ')} |`,
    `|---|${all.map(() => '---|').join('')}`,
    ...ROWS.map(([name, cell]) => `| ${name} | ${all.map(([, score]) => cell(score)).join(' | ')} |`),
  ].join('\n');
  console.log(table);
  writeFileSync(
    overview,
    linked(`# How well it does

Written by \`npm run eval\`; no figure is typed by hand. Each cell is F1 with precision and recall behind it, as the scorer gives them. The two stories and the passages are development material: figures on stories never seen will be lower.

${table}
`),
  );
  for (const [name, score] of byCase) for (const miss of score.misses) console.error(`${name}: ${miss}`);
}

function scoreCase(scorer, folder) {
  const out = join(scratch, 'dossier.json');
  writeFileSync(out, node(join(root, 'dist', 'cli', 'main.js'), 'look', folder, '--json'));
  return JSON.parse(node(scorer, 'case', folder, out));
}

async function scorePassages(scorer, file) {
  const golds = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const lines = (await passageReadings(golds, root)).map((one) => JSON.stringify(one));
  const out = join(scratch, 'readings.jsonl');
  writeFileSync(out, `${lines.join('\n')}\n`);
  return JSON.parse(node(scorer, 'passages', file, out));
}

async function runAll(names) {
  await runStories(shared);
  for (const name of names) {
    try {
      await runSection(name);
    } catch (error) {
      console.error(`eval: section ${name} broke off: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
}

const word = process.argv[2];
try {
  if (word === undefined) await runStories(shared);
  else if (word === 'all') await runAll(sections());
  else if (GROUPS[word]) await runAll(GROUPS[word]);
  else if (sections().includes(word)) await runSection(word);
  else if (isFolder(resolve(root, word))) await runStories(resolve(root, word));
  else fail(`no folder and no section "${word}"; the sections are: ${sections().join(', ') || 'none yet'}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
