// What somebody does to a case who can write to its folder, and what verify says of it.
import { join } from 'node:path';
import { randomFrom } from '../chance.mjs';
import { makeCase, Pristine, programOf } from './tamper-case.mjs';
import { chosenPlaces, faultsOf, flipFiles, flipJournal, flipOnes, flipTiles } from './tamper-flips.mjs';
import { forgeries } from './tamper-forge.mjs';
import { cuts, deletions, lineChanges, strays, swaps } from './tamper-shape.mjs';

export const title = 'Tampered with';

const FILES = 500;
const SINGLE = 2000;

export async function run({ root, scratch, quick }) {
  const program = await programOf(join(root, 'dist'));
  const folder = join(scratch, 'case');
  const desk = process.env.HEARSAY_DESK;
  await makeCase(program, folder, desk, FILES);
  const pristine = new Pristine(folder);
  const random = randomFrom(20310619);
  const every = quick ? 41 : 1;
  // Nothing but the case itself may tell: the desk that wrote it remembers what it signed.
  process.env.HEARSAY_DESK = join(scratch, 'a-desk-elsewhere');
  try {
    const before = await faultsOf(program, folder);
    if (before.length > 0) return `The case does not verify as it was made: ${before[0].what}`;
    const flips = await allFlips(program, pristine, random, every, quick);
    const shapes = [
      ...(await deletions(program, pristine, every)),
      ...(await swaps(program, pristine, random, every)),
      ...(await cuts(program, pristine, random, every)),
      ...(await strays(program, pristine)),
      ...(await lineChanges(program, pristine, every * 5)),
    ];
    const after = await faultsOf(program, folder);
    const forged = await forgeries(program, pristine, scratch, desk);
    return page(pristine, flips, shapes, forged, after);
  } finally {
    process.env.HEARSAY_DESK = desk;
  }
}

async function allFlips(program, pristine, random, every, quick) {
  const own = [...pristine.paths('blobs/'), ...pristine.paths('derived/'), 'hearsay.json', 'log/checkpoint'];
  const { lines } = program.readJournal(new Uint8Array(pristine.bytes('journal')));
  const edges = [lines[0], lines.at(-1)].flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, n) => ({ path: 'journal', at: start + n })),
  );
  const chosen = chosenPlaces(pristine, quick ? 50 : SINGLE, random);
  const [first, single] = [
    'journal, its first and its last line: one byte at a time, verified from the disk',
    'chosen by chance over all files: one byte at a time, verified from the disk',
  ];
  return [
    await flipFiles(program, pristine, own, random, every),
    await flipTiles(program, pristine, pristine.paths('log/tile/'), random, every),
    flipJournal(program, pristine, random, every),
    await flipOnes(
      program,
      pristine,
      edges.filter((_, n) => n % every === 0),
      random,
      first,
    ),
    await flipOnes(program, pristine, chosen, random, single),
  ];
}

function page(pristine, flips, shapes, forged, after) {
  const bytes = pristine.paths().reduce((sum, path) => sum + pristine.bytes(path).length, 0);
  const tried = flips.slice(0, -1).reduce((sum, row) => sum + row.tried, 0);
  const missed = [...flips, ...shapes].flatMap((row) => row.missed.map((what) => `${row.kind}: ${what}`));
  return [
    `A case of ${pristine.files.size} files, ${bytes} bytes: ${pristine.paths('blobs/').length} texts, decisions, an erasure, a change of the key, a checkpoint given out and one cosigned, ${pristine.paths('derived/').length} derived files. It is verified as on a machine that never saw it: no key named, no memory of the desk. *Located*: a fault of that file, and for flips one whose byte range takes in the byte; a byte is flipped by a mask chosen by chance.`,
    '',
    `**Every byte flipped once**: ${tried} of ${bytes}, and again ${flips.at(-1).tried} alone.`,
    '',
    '| bytes of | flips | runs of the check | detected | located | by |',
    '|---|---:|---:|---:|---:|---|',
    ...flips.map(
      (row) => `| ${row.kind} | ${row.tried} | ${row.rounds} | ${row.detected} | ${row.located} | ${byOf(row)} |`,
    ),
    '',
    '**Files and lines**, each verified from the disk.',
    '',
    '| what was done | how many | detected | located | by |',
    '|---|---:|---:|---:|---|',
    ...shapes.map((row) => `| ${row.kind} | ${row.tried} | ${row.detected} | ${row.located} | ${byOf(row)} |`),
    '',
    '**Another history.** Who holds a key can sign what he likes; then only what is known from outside the case tells.',
    '',
    '| what was done | the case alone | `--key` | `--since` | the desk that wrote it |',
    '|---|---|---|---|---|',
    ...forged.map(({ kind, cells }) => `| ${kind} | ${cells.join(' | ')} |`),
    '',
    ...(after.length > 0 ? [`- put back after all this, the case does not verify: ${after[0].what}`] : []),
    'Nothing holds `derived` but the digests in it: whoever can write there can put something else in its place, rightly made. It is no evidence, and `hearsay rebuild` makes it anew. The hyphens of an erased body have no number either (see the page of the format).',
    '',
    ...missed.slice(0, 30).map((what) => `- not located: ${what}`),
  ].join('\n');
}

const byOf = ({ checks }) =>
  [...checks]
    .sort((a, b) => b[1] - a[1])
    .map(([check, times]) => `${check} ${times}`)
    .join(', ');
