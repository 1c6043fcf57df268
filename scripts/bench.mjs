// Times the program on folders it makes itself, prints a table and writes docs/benchmarks/look.md.
//   npm run bench [-- --quick] [--rounds 5]      --quick leaves the folder of 2,000 texts out
//   npm run bench -- trace                       scripts/bench/trace.mjs
//   npm run bench -- publish                     scripts/bench/publish.mjs
//   npm run bench -- images                      scripts/bench/images.mjs
//   npm run bench -- web                         scripts/bench/web.mjs
//   npm run bench -- weigh                       scripts/bench/weigh.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { noise } from './bench/noise.mjs';
import { randomFrom } from './chance.mjs';

/** What is timed by a script of its own. */
if (['trace', 'publish', 'images', 'web', 'weigh'].includes(process.argv[2])) {
  await import(`./bench/${process.argv[2]}.mjs`);
  process.exit(0);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const program = join(root, 'dist', 'cli', 'main.js');
const { values: asked } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } },
});
const ROUNDS = Math.max(1, Number(asked.rounds) || 5);

/** The same folder on every machine. */
const random = randomFrom(20310601);
const pick = (list) => list[Math.floor(random() * list.length)];
const SYLLABLES = 'bal mor ten ris quo lan fer dun sil wen tar ob cas hel min tor ash gren pol vik'.split(' ');
const word = (least) => Array.from({ length: least + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
const name = () => word(2).replace(/^./, (letter) => letter.toUpperCase());
const PEOPLE = Array.from({ length: 400 }, () => `${name()} ${name()}`);
const BODIES = Array.from(
  { length: 60 },
  () => `the ${name()} ${pick(['council', 'harbour office', 'water board', 'police', 'inspectorate'])}`,
);
const VERBS = [
  'checked',
  'sold',
  'closed',
  'moved',
  'paid for',
  'repaired',
  'lost',
  'signed for',
  'delayed',
  'counted',
  'opened',
  'searched',
];
const THINGS = [
  'pumps',
  'survey',
  'second bill',
  'lower gate',
  'permits',
  'letters',
  'cranes',
  'records',
  'boats',
  'samples',
  'cables',
  'keys',
];
const what = () =>
  `${pick(BODIES)} had ${pick(VERBS)} the ${word(2)} ${pick(THINGS)} ${pick(['near', 'behind', 'before', 'after', 'without'])} the ${word(2)} ${pick(['bridge', 'vote', 'fog', 'fair', 'strike', 'storm'])}`;
const FORMS = [
  () => `${pick(PEOPLE)} said on ${pick(['Monday', 'Tuesday', 'Friday'])} that ${what()}.`,
  () => `According to ${pick(BODIES)}, ${what()}.`,
  () => `“Nobody asked me whether ${what()},” ${pick(PEOPLE)} said.`,
  () => `Around ${Math.ceil(random() * 900)} people watched as ${what()}.`,
  () => `${pick(PEOPLE)} denied that ${what()}.`,
];
const sentence = () => pick(FORMS)();
const article = () => Array.from({ length: 8 }, () => Array.from({ length: 3 }, sentence).join(' ')).join('\n\n');

/** Texts of some 400 words, one in three made from an earlier one. */
function textFolder(count) {
  const folder = join(scratch, `texts-${count}`);
  mkdirSync(folder);
  const written = [];
  for (let i = 0; i < count; i++) {
    const text = i % 3 === 2 ? pick(written).split('\n\n').slice(0, 5).concat(sentence()).join('\n\n') : article();
    written.push(text);
    writeFileSync(join(folder, `item-${String(i).padStart(3, '0')}.txt`), text);
  }
  return folder;
}

/** 22 texts and 8 chat screens of 1080 × 1920. */
async function screenFolder() {
  const folder = join(scratch, 'screens');
  mkdirSync(folder);
  for (let i = 0; i < 22; i++) writeFileSync(join(folder, `item-${i}.txt`), article());
  for (let i = 0; i < 8; i++) {
    const bubbles = Array.from({ length: 9 }, (_, row) => {
      const mine = random() < 0.5;
      const words = `${pick(PEOPLE).split(' ')[0]} ${pick(VERBS)} the ${pick(THINGS)}`;
      const x = mine ? 330 : 40;
      return `<rect x="${x}" y="${260 + row * 165}" width="710" height="120" rx="18" fill="${mine ? '#d9f7c5' : '#ffffff'}"/><text x="${x + 28}" y="${332 + row * 165}" font-size="38" font-family="DejaVu Sans">${words}</text>`;
    });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1920"><rect width="1080" height="1920" fill="#e6ddd3"/><rect width="1080" height="200" fill="#0c6156"/>${bubbles.join('')}</svg>`;
    await sharp(Buffer.from(svg))
      .png()
      .toFile(join(folder, `screen-${i}.png`));
  }
  return folder;
}

const preload = join(scratch, 'peak.mjs');
writeFileSync(
  preload,
  `import { writeFileSync } from 'node:fs'; process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); writeFileSync(process.env.PEAK_FILE, JSON.stringify([maxRSS / 1024, (userCPUTime + systemCPUTime) / 1e6])); });`,
);

function once(folder, env) {
  const peak = join(scratch, 'peak');
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, program, 'look', folder, '--json'], {
    env: { ...process.env, ...env, PEAK_FILE: peak },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`the program ended with ${status}: ${stderr}`);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const [megabytes, processor] = JSON.parse(readFileSync(peak, 'utf8'));
  return { seconds, megabytes, processor };
}

/** One row: whole processes, cold or through the memo of a first run. `threads`: beside the first one; null as the machine has. */
function measured(name, folder, { warm = false, threads = null, rounds = ROUNDS } = {}) {
  const cache = join(scratch, 'cache');
  const env = { HEARSAY_CACHE: cache, ...(threads === null ? {} : { HEARSAY_THREADS: String(threads) }) };
  rmSync(cache, { recursive: true, force: true });
  if (warm) once(folder, env);
  const found = Array.from({ length: rounds }, () => {
    if (!warm) rmSync(cache, { recursive: true, force: true });
    return once(folder, env);
  });
  const seconds = found.map((round) => round.seconds).sort((a, b) => a - b);
  const peak = Math.max(...found.map((round) => round.megabytes));
  const processor = Math.min(...found.map((round) => round.processor));
  const cells = [seconds[0], seconds[rounds >> 1], seconds[rounds - 1], processor].map((s) => s.toFixed(2));
  return `| ${name} | ${rounds} | ${cells.join(' | ')} | ${peak.toFixed(0)} |`;
}

/** A program that takes one stage of `look` by itself, after the ones before it, and prints its milliseconds. */
const stage = join(scratch, 'stage.mjs');
writeFileSync(
  stage,
  `const [dist, folder, wanted] = process.argv.slice(2);
const load = (name) => import(new URL(name, dist));
const { gathered } = await load('desk/gathered.js');
const { trace } = await load('trace/trace.js');
const { hearsay } = await load('hearsay.js');
const { page } = await load('publish/page.js');
const { policyOf } = await load('desk/policy-file.js');
const loaded = performance.now();
let since = loaded;
const lap = () => { const now = performance.now(); const took = now - since; since = now; return took; };
const { accounts } = await gathered([folder], { step() {}, end() {} }, null);
const found = { loading: loaded, reading: lap() };
const items = accounts.map((one) => one.capture.item);
if (wanted === 'tracing') {
  trace(items, accounts.flatMap((one) => one.capture.text ?? []));
  found.tracing = lap();
} else {
  const dossier = hearsay(accounts, policyOf(null), '2031-06-30T00:00:00Z');
  found.both = lap();
  JSON.stringify(dossier).length + page(dossier).length;
  found.writing = lap();
}
console.log(JSON.stringify(found));
`,
);

/** Where the time goes: the least of several rounds for each stage, nothing remembered. */
function stages(name, folder, { threads, rounds = ROUNDS }) {
  const run = (wanted) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [stage, pathToFileURL(join(root, 'dist', '/')).href, folder, wanted],
      { env: { ...process.env, HEARSAY_CACHE: '', HEARSAY_THREADS: String(threads) }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the stages ended with ${status}: ${stderr}`);
    return JSON.parse(stdout);
  };
  const all = Array.from({ length: rounds }, () => [run('tracing'), run('weighing')]).flat();
  const least = (key) => Math.min(...all.flatMap((one) => one[key] ?? []));
  const weighing = Math.max(0, least('both') - least('tracing'));
  const cells = [least('loading'), least('reading'), least('tracing'), weighing, least('writing')];
  return `| ${name} | ${cells.map((ms) => (ms / 1000).toFixed(2)).join(' | ')} |`;
}

const texts = textFolder(300);
const screens = await screenFolder();
const many = asked.quick ? null : textFolder(2000);
const beside = Math.max(1, availableParallelism() - 1);
const few = { rounds: Math.min(2, ROUNDS) };
const rows = [
  measured('300 texts, cold', texts),
  measured('300 texts, second run', texts, { warm: true }),
  measured('22 texts and 8 phone screens, cold', screens),
  measured('22 texts and 8 phone screens, second run', screens, { warm: true }),
];
const parts = [
  stages('300 texts, one thread', texts, { threads: 0 }),
  stages(`300 texts, ${beside + 1} threads`, texts, { threads: beside }),
];
if (many) {
  rows.push(
    measured('2,000 texts, cold, one thread', many, { ...few, threads: 0 }),
    measured(`2,000 texts, cold, ${beside + 1} threads`, many, { ...few, threads: beside }),
    measured('2,000 texts, second run', many, { ...few, warm: true }),
  );
  parts.push(
    stages('2,000 texts, one thread', many, { ...few, threads: 0 }),
    stages(`2,000 texts, ${beside + 1} threads`, many, { ...few, threads: beside }),
  );
}
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; the same fixed arithmetic 15 times took ${noise()} (least, median, most); ${loadavg()[0].toFixed(1)} programs wanted to run when it ended`;
const report = `# How fast it is

Written by \`npm run bench\`: whole processes of \`look --json\`, on folders that the script makes. ${machine}.

| folder | rounds | least s | median s | most s | least processor s | peak resident MiB |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Where the time goes, in seconds: the least of all rounds for each stage, in processes of their own, without the memo. Loading is the program itself; writing is the JSON and the page. Threads only read: [decision 5](../decisions/0005-threads-that-read.md).

| folder | loading | reading | tracing | weighing | writing |
|---|---|---|---|---|---|
${parts.join('\n')}
`;
console.log(report);
mkdirSync(join(root, 'docs', 'benchmarks'), { recursive: true });
writeFileSync(join(root, 'docs', 'benchmarks', 'look.md'), report);
if (!process.env.KEEP) rmSync(scratch, { recursive: true, force: true });
