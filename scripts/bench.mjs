// Times the program on folders it makes itself, prints a table and writes docs/benchmarks/look.md.
//   npm run bench
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const program = join(root, 'dist', 'cli', 'main.js');
const ROUNDS = 5;

/** Mulberry32: the same folder on every machine. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = chance(20310601);
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

/** 300 texts of some 400 words, one in three made from an earlier one. */
function textFolder() {
  const folder = join(scratch, 'texts');
  mkdirSync(folder);
  const written = [];
  for (let i = 0; i < 300; i++) {
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
  `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));`,
);

function once(folder, cache) {
  const peak = join(scratch, 'peak');
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, program, 'look', folder, '--json'], {
    env: { ...process.env, HEARSAY_CACHE: cache, PEAK_FILE: peak },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`the program ended with ${status}: ${stderr}`);
  return {
    seconds: Number(process.hrtime.bigint() - began) / 1e9,
    megabytes: Number(readFileSync(peak, 'utf8')) / 1024,
  };
}

function measured(name, folder, warm) {
  const cache = join(scratch, 'cache');
  rmSync(cache, { recursive: true, force: true });
  if (warm) once(folder, cache);
  const rounds = Array.from({ length: ROUNDS }, () => {
    if (!warm) rmSync(cache, { recursive: true, force: true });
    return once(folder, cache);
  });
  const seconds = rounds.map((round) => round.seconds).sort((a, b) => a - b);
  const peak = Math.max(...rounds.map((round) => round.megabytes));
  const cells = [seconds[0], seconds[ROUNDS >> 1], seconds[ROUNDS - 1]].map((s) => s.toFixed(2));
  return `| ${name} | ${cells.join(' | ')} | ${peak.toFixed(0)} |`;
}

/** How much the machine itself varies: the same fixed arithmetic, timed as often. */
function noise() {
  const times = Array.from({ length: 15 }, () => {
    const began = process.hrtime.bigint();
    let sum = 0;
    for (let i = 0; i < 3e7; i++) sum = (sum + i * 31) | 0;
    return Number(process.hrtime.bigint() - began) / 1e6 + (sum & 0);
  }).sort((a, b) => a - b);
  return `${times[0].toFixed(1)} / ${times[7].toFixed(1)} / ${times[14].toFixed(1)} ms`;
}

const texts = textFolder();
const screens = await screenFolder();
const lines = [
  '| folder | least s | median s | most s | peak resident MiB |',
  '|---|---|---|---|---|',
  measured('300 texts, cold', texts, false),
  measured('300 texts, second run', texts, true),
  measured('22 texts and 8 phone screens, cold', screens, false),
  measured('22 texts and 8 phone screens, second run', screens, true),
];
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; the same fixed arithmetic 15 times took ${noise()} (least, median, most)`;
const report = `# How fast it is\n\nWritten by \`npm run bench\`: whole processes, ${ROUNDS} rounds each, on folders that the script makes. ${machine}.\n\n${lines.join('\n')}\n`;
console.log(report);
mkdirSync(join(root, 'docs', 'benchmarks'), { recursive: true });
writeFileSync(join(root, 'docs', 'benchmarks', 'look.md'), report);
if (!process.env.KEEP) rmSync(scratch, { recursive: true, force: true });
