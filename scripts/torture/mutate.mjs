// Thousands of harmed files for every parser: each must end soon, in little memory, as something read or a named error.
//   npm run torture -- mutate [--quick]
//   node scripts/torture/mutate.mjs [--quick] [parser …]     some parsers only; what failed is told with its number
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PARSERS } from './mutate/parsers.mjs';

export const title = 'Malformed input';

const EACH = 5000;
const QUICK = 200;
const HEAP_MB = 512;
/** Processor time: the clock on the wall also tells what else the machine was doing. */
const LIMIT_MS = 2000;
const PATIENCE_MS = 20_000;
const MOST_DEATHS = 20;
const child = join(dirname(fileURLToPath(import.meta.url)), 'mutate', 'child.mjs');

/** The table, and below it what failed. */
export async function run({ root, shared, quick = false }) {
  const rows = await torture({ root, shared, each: quick ? QUICK : EACH });
  return `${INTRO}\n\n${tableOf(rows)}\n\n${strayNote(rows)}${failuresOf(rows)}`;
}

/** One row a parser. The same inputs every time: input *n* of a parser depends on nothing but its name, *n* and the seeds. */
export async function torture({ root, shared, each, names = Object.keys(PARSERS), atOnce = 1 }) {
  const waiting = [...names];
  const rows = [];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      rows.push(await tortured(name, { root, shared: shared && existsSync(shared) ? shared : '', to: each }));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return rows.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

async function tortured(name, { root, shared, to }) {
  const counts = { inputs: 0, read: 0, slowest: 0, peak: 0, passed: 0 };
  const row = {
    name,
    absent: false,
    ...counts,
    errors: {},
    crashes: [],
    hangs: [],
    others: [],
    unsound: [],
    altered: [],
  };
  for (let from = 0; from < to && !row.absent && row.crashes.length + row.hangs.length < MOST_DEATHS; )
    from = await round(row, { root, shared, from, to });
  return row;
}

/** Runs a child until it is through or dead; gives the number of the next input. */
function round(row, { root, shared, from, to }) {
  const words = [
    `--max-old-space-size=${HEAP_MB}`,
    child,
    row.name,
    join(root, 'dist'),
    shared,
    String(from),
    String(to),
  ];
  const { HEARSAY_CACHE: _, ...env } = process.env;
  const running = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env });
  let complaint = '';
  running.stderr.on('data', (some) => {
    complaint = `${complaint}${some}`.slice(-2000);
  });
  let begun = from;
  let isDone = true;
  let isLate = false;
  let timer;
  createInterface({ input: running.stdio[3] }).on('line', (line) => {
    const [what, at, ...rest] = line.split(' ');
    if (what === 'passed') {
      row.passed++;
      return;
    }
    clearTimeout(timer);
    if (what === 'absent') row.absent = true;
    if (what === 'begin') {
      [begun, isDone] = [Number(at), false];
      timer = setTimeout(() => {
        isLate = true;
        running.kill('SIGKILL');
      }, PATIENCE_MS);
    }
    if (what === 'stray') complaint = rest.join(' ');
    if (what === 'end') {
      isDone = true;
      count(row, Number(at), rest);
    }
  });
  return new Promise((resolve) => {
    running.on('close', (status, signal) => {
      clearTimeout(timer);
      if (status === 0) return resolve(to);
      row.inputs += isDone ? 0 : 1;
      if (isLate) row.hangs.push(`${begun}: killed after ${PATIENCE_MS} ms`);
      else
        row.crashes.push(
          `${begun}: ${signal ?? status} ${complaint.trim().split('\n').slice(-3).join(' ').slice(0, 300)}`,
        );
      resolve(begun + 1);
    });
  });
}

function count(row, at, [ms, megabytes, ...words]) {
  const said = words.join(' ');
  row.inputs++;
  row.slowest = Math.max(row.slowest, Number(ms));
  row.peak = Math.max(row.peak, Number(megabytes));
  if (Number(ms) > LIMIT_MS) row.hangs.push(`${at}: ${ms} ms`);
  if (/^(?:other|late):/u.test(said)) row.others.push(`${at}: ${said}`);
  else if (said.startsWith('unsound')) row.unsound.push(`${at}: ${said}`);
  else if (said === 'altered') row.altered.push(`${at}: accepted`);
  else if (said === 'read') row.read++;
  else row.errors[said] = (row.errors[said] ?? 0) + 1;
}

const INTRO = `Sound files, invented ones and the test vectors at hand, are harmed: bits, bytes and stretches flipped, overwritten, lost, doubled, swapped and mixed with other files; numbers and length fields made extreme; parts nested thousands deep; encodings changed; parts of zips, gzip members, PNG chunks and base64 harmed under sound checksums. Each parser runs in a process of its own with a heap of ${HEAP_MB} MB. *Errors*: named ones. *Slowest*: processor time of one input. *Peak*: memory of the whole process, the program itself included, over all inputs. *Over 2 s*, *crashes*, *other exceptions* (those that only the net around all readers caught included), *unsound* (a span outside its text, an error of several lines) and *altered, accepted* (by parsers that must accept nothing altered; of a signed note, its text) should be 0.`;

const ACCEPTS_NONE = ['journal', 'note', 'wacz', 'age'];

function tableOf(rows) {
  const head =
    '| parser | inputs | read | errors | slowest ms | peak MB | over 2 s | crashes | other exceptions | unsound | altered, accepted |';
  const lines = rows.map((row) => {
    if (row.absent) return `| ${row.name} | absent | | | | | | | | | |`;
    const errors = Object.values(row.errors).reduce((sum, one) => sum + one, 0);
    const kinds = Object.keys(row.errors).length;
    const last = ACCEPTS_NONE.includes(row.name) ? row.altered.length : '–';
    const counts = [row.hangs, row.crashes, row.others, row.unsound].map(({ length }) => length);
    return `| ${[row.name, row.inputs, row.read, `${errors} (${kinds} kinds)`, row.slowest, row.peak, ...counts, last].join(' | ')} |`;
  });
  return [head, `|---|${'---:|'.repeat(10)}`, ...lines].join('\n');
}

function strayNote(rows) {
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  return passed > 0 ? `The reader of PDF files let ${passed} rejections fall, which the shells pass over.\n\n` : '';
}

/** What failed, by the number of its input, so that it can be met again. */
export function failuresOf(rows) {
  const all = rows.flatMap(({ name, crashes, hangs, others, unsound, altered }) =>
    [...crashes, ...hangs, ...others, ...unsound, ...altered]
      .slice(0, 20)
      .map((one) => `- ${name} ${one.replaceAll('|', '\\|')}`),
  );
  return all.length > 0 ? `What failed:\n\n${all.join('\n')}` : 'Nothing failed.';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const words = process.argv.slice(2);
  const names = words.filter((word) => Object.hasOwn(PARSERS, word));
  const each = Number(words.find((word) => /^\d+$/u.test(word))) || (words.includes('--quick') ? QUICK : EACH);
  const rows = await torture({
    root: process.env.HEARSAY_ROOT ?? root,
    shared: join(root, '..', 'shared'),
    each,
    ...(names.length > 0 ? { names } : {}),
  });
  console.log(`${tableOf(rows)}\n\n${strayNote(rows)}${failuresOf(rows)}`);
}
