// Measures the tracing of pictures beside peers in the same run and writes docs/benchmarks/images.md.
//   npm run bench -- images [<photographs a half>] [<conversations>] [<folder with the open data>]
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { ATTACKS } from './image-attacks.mjs';
import { attacked, photos } from './image-photos.mjs';
import { bySearch } from './image-search.mjs';
import { bySlips } from './image-slips.mjs';
import { byPixels, byWords } from './image-talks.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [most = '102', talks = '24', given = '../shared/data/tracing'] = process.argv.slice(3);
const data = join(resolve(root, given), 'viral-images', 'images');
const scratch = process.env.SCRATCH ?? mkdtempSync(join(tmpdir(), 'hearsay-image-'));
sharp.concurrency(1);

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const share = (part) =>
  part === null ? '–' : typeof part === 'number' ? part.toFixed(3).replace(/^1\.000$/u, '1') : part;
const percent = (part, all) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`);
const of = (part, all) => `${part} of ${all}`;
const middle = (list, at = 0.5) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * at))] ?? 0;

async function photographs() {
  if (!existsSync(data)) return 'The open photographs are not on this machine; this section was left out.';
  const chosen = await photos(await attacked(data, 0, Math.ceil(Number(most) * 0.6), scratch), scratch, null);
  const kept = await photos(await attacked(data, 1, Number(most), scratch), scratch, chosen.bounds);
  const { mine, orb } = kept;
  const own = mine.decode + mine.prepare + mine.query;
  const count = Math.round(mine.count);
  const theirs = orb ? orb.ms + orb.pairMs * count : null;
  const recall = table(
    ['', ...ATTACKS.map(([name]) => name), 'false pairs'],
    kept.rows.map((row) => row.map(share)),
  );
  const speed = table(
    ['', 'decode ms', 'features or hash ms', 'asking for all its pairs ms', 'together ms', 'pictures a second'],
    [
      [
        'this program',
        mine.decode.toFixed(1),
        mine.prepare.toFixed(1),
        mine.query.toFixed(1),
        own.toFixed(1),
        (1000 / own).toFixed(1),
      ],
      ...(orb
        ? [
            [
              'ORB and RANSAC, all pairs',
              'in the next',
              orb.ms.toFixed(1),
              (orb.pairMs * count).toFixed(1),
              theirs.toFixed(1),
              (1000 / theirs).toFixed(1),
            ],
          ]
        : []),
      ...Object.entries(mine)
        .filter(([name]) => /bits/u.test(name))
        .map(([name, ms]) => [name, 'in the next', ms.toFixed(1), '–', '–', '–']),
    ],
  );
  return `${count} photographs that nothing was tuned on, ${ATTACKS.length} pictures made of each. Each is asked for among all photographs; every other photograph is a false pair, but for ${kept.same} pairs of the collection that show one photo twice (both this program and ORB find them). The bounds of the peers are the widest that let at most one in 100,000 false pairs through on photographs of the other half. Of hashes the mirrored picture is tried only where they offer it; of ORB always. Looked at by eye, each of this program’s false pairs does show one photograph: in a collage, a frame, a filter or an edit that ORB did not confirm.

${recall}

Processor time on one thread, milliseconds a picture. Asked of ${count} photographs; ORB compares with every one, so its time grows with their number, ours hardly.

${speed}`;
}

async function search() {
  if (!existsSync(data)) return 'The open photographs are not on this machine; this section was left out.';
  const files = [0, 1].map((half) => attacked(data, half, Number(most), scratch));
  const rows = (await bySearch((await Promise.all(files)).flat(2), [250, 1000, 4000])).map(({ size, bytes, ms }) => [
    size,
    middle(ms).toFixed(1),
    middle(ms, 0.99).toFixed(1),
    (bytes / 1024).toFixed(0),
  ]);
  return `Photographs and the pictures made of them, thirteen that show the same in a row, in one index; every fifth asks, plain, mirrored and in negative. Milliseconds by the clock; the index holds the patches whole, so that nothing has to be read again before pixels are compared.

${table(['pictures', 'a question, ms (median)', 'ms (p99)', 'kB a picture'], rows)}

Tried and left out: 64 patches of a picture as one number each in an ordered table, as texts have it. It holds 0.7 kB a picture and answers in 1 to 2 ms, with every attack on 164 photographs at .95 or better among the first 48; but among 100,000 made pictures a crop of 15 % was found among them in little more than half of the cases, and a crop in a frame in four of five. A newsroom's piles have thousands of pictures, not a million: there the whole patches find more.`;
}

async function screens() {
  const seeds = Array.from({ length: Number(talks) }, (_one, at) => 2 * at + 1);
  const { rows, LATER, wrong, pairs } = await byPixels(seeds);
  const lines = Object.entries(rows).map(([name, row]) => [
    name,
    of(row.found, row.n),
    of(row.told, row.n),
    of(row.turned, row.n),
    LATER.includes(name) ? of(row.earlier, row.n) : '–',
    String(
      LATER.includes(name) || name === 'frame of a crop' || name === 'photographed screen'
        ? row.later
        : row.earlier + row.later,
    ),
    name === 'sticker or blur' ? of(row.box, row.n) : '–',
  ]);
  return `Chats of three apps, posts and pages in English and Chinese, drawn by the bench from seeds that nothing was tuned on; no word is read here. *Direction wrong*: a direction told that is not so, or where none can be known.

${table(['change', 'found', 'relation right', 'turn right', 'direction found', 'direction wrong', 'changed region found'], lines)}

False pairs among different conversations in the same app under the same name, different posts and different pages: ${of(wrong, pairs)}.`;
}

async function words() {
  // The first seeds were looked at while rules were made.
  const seeds = Array.from({ length: Number(talks) }, (_one, at) => 20_001 + 2 * at);
  const { reading, sums } = await byWords(seeds);
  const read = Object.entries(reading).map(([name, row]) => [
    name,
    row.screens,
    row.letters,
    percent(row.wrong, row.letters),
    of(row.placed, row.all),
  ]);
  const found = [
    ['a message altered', 'found with its box', of(sums.alteredFound, sums.altered)],
    ['', 'found, and nothing else called altered', of(sums.alteredBox, sums.altered)],
    ['a message removed', 'named as missing', of(sums.removedFound, sums.removed)],
    ['', 'something else called missing or altered', of(sums.removedAlarms, sums.removed)],
    [
      'honest overlaps (half of two clean screens, half with a poor one)',
      'overlap found',
      of(sums.honestFound, sums.honest),
    ],
    ['', 'called altered or missing, falsely', of(sums.alarms, sums.honest)],
    ...Object.entries(sums.odd).map(([way, [told, all]], at) => [
      at === 0 ? 'one message odd within its screen' : '',
      `told: ${way}`,
      of(told, all),
    ]),
    ['honest screens', 'something told of them, falsely', of(sums.oddAlarms, sums.oddScreens)],
    ['transcript of three scrolls', 'messages in their place', of(sums.ordered, sums.transcript)],
  ];
  return `Conversations that were not looked at before, read by the program. Clean ones are 1080 × 1920; poor ones at 60 % of the size, JPEG of quality 35.

${table(['screens', 'number', 'letters', 'letters wrong', 'side and order right'], read)}

${table(['', '', ''], found)}

A screen took ${(middle(sums.ms) / 1000).toFixed(2)} s of processor time to decode and read (middle; nine in ten within ${(middle(sums.ms, 0.9) / 1000).toFixed(2)} s).`;
}

async function slips() {
  const seeds = Array.from({ length: Math.max(2, Math.ceil(Number(talks) / 3)) }, (_one, at) => at + 1);
  const rows = [...(await bySlips(seeds))].map(([name, row]) => [
    name,
    row.slips,
    row.letters,
    percent(row.plain, row.letters),
    percent(row.ours, row.letters),
    `${(middle(row.ms) / 1000).toFixed(1)} s`,
  ]);
  return `Drawn here, projected onto a dark ground with noise and falling light, JPEG of quality 78; corners stray by up to an eighth of the width. Beside the same reader of words on the picture as it is.

${table(['slips', 'number', 'letters', 'wrong, as it lies', 'wrong, drawn flat', 'processor time'], rows)}`;
}

/** Sections that a scratch folder keeps are not made again; ONLY makes one of them and ends. */
const sections = [
  ['Photographs', photographs],
  ['A growing index', search],
  ['Screens, by pixels alone', screens],
  ['Screens, read', words],
  ['Slips of paper, photographed', slips],
];
const parts = [];
for (const [at, [name, make]] of sections.entries()) {
  const kept = join(scratch, `section-${at}.md`);
  if (process.env.ONLY && process.env.ONLY !== String(at)) continue;
  if (!existsSync(kept)) writeFileSync(kept, `## ${name}\n\n${await make()}\n`);
  parts.push(readFileSync(kept, 'utf8'));
  console.error(parts.at(-1));
}
if (!process.env.ONLY)
  writeFileSync(
    join(root, 'docs', 'benchmarks', 'images.md'),
    `# How well pictures are traced

Written by \`npm run bench -- images ${most} ${talks}\`. ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. Other work shares the machine, most of it at times, so processor time is given.

${parts.join('\n')}`,
  );
