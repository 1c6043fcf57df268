// Photographs that went viral, passed on in many ways, each other's distractors: recall at next to no false pairs.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { glance } from '../../dist/media/decode.js';
import { featureIndex } from '../../dist/trace/picture/feature-index.js';
import { meeting, readied } from '../../dist/trace/picture/meeting.js';
import { planeOf } from '../../dist/trace/plane.js';
import { randomFrom } from '../chance.mjs';
import { ATTACKS, asPng } from './image-attacks.mjs';
import { hashes, orb } from './image-peers.mjs';

/** At most so many false pairs: the bound of every peer is the widest that keeps to it on the development half. */
const FALSE = 1e-5;
const FRAMED = ATTACKS.findIndex(([name]) => name === 'screenshot with frame') + 1;

/** Files of one half: [photo][0 as it was, then one for each attack]. Even places in the list are for development. */
export async function attacked(folder, half, most, scratch) {
  const names = readdirSync(folder)
    .sort()
    .filter((name) => /\.(?:jpe?g|png|gif)$/u.test(name));
  const home = join(scratch, `photos-${half}`);
  mkdirSync(home, { recursive: true });
  const files = [];
  for (const name of names.filter((_name, at) => at % 2 === half).slice(0, most)) {
    const row = [join(home, `${name}.png`), ...ATTACKS.map((_attack, at) => join(home, `${name}.${at}.jpg`))];
    if (!row.every(existsSync)) {
      const png = await asPng(readFileSync(join(folder, name)));
      writeFileSync(row[0], png);
      for (const [at, [, make]] of ATTACKS.entries()) {
        const made = await make(png, randomFrom(files.length * 100 + at));
        writeFileSync(row[at + 1], made.bytes ?? made);
      }
    }
    files.push(row);
  }
  return files;
}

const spent = async (work) => {
  const began = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(began);
  return { result, ms: (user + system) / 1000 };
};

const plane = async (file) => planeOf(await glance(readFileSync(file)));

/** What this program finds: of each photo and attack whether it is found, and pairs found of different photos. */
async function own(files) {
  const flat = files.flat();
  const planes = [];
  const decoding = await spent(async () => {
    for (const file of flat) planes.push(await plane(file));
  });
  const { result: ready, ms: preparing } = await spent(() => planes.map(readied));
  const per = files[0].length;
  const at = (photo, attack) => ready[photo * per + attack];
  const { result, ms: searching } = await spent(() => {
    const index = featureIndex();
    for (const photo of files.keys()) index.add(at(photo, 0).features);
    const found = [];
    let compared = 0;
    for (let photo = 0; photo < files.length; photo++)
      for (let attack = 0; attack < per; attack++)
        for (const { picture: other, turns } of index.like(at(photo, attack).features)) {
          if (other === photo && attack === 0) continue;
          compared++;
          if (meeting(at(other, 0), at(photo, attack), turns)) found.push([other, photo, attack]);
        }
    return { found, compared };
  });
  const queries = flat.length;
  return {
    ...result,
    count: files.length,
    decode: decoding.ms / queries,
    prepare: preparing / queries,
    query: searching / queries,
  };
}

const hits = (found, photos, attack) =>
  new Set(found.filter(([a, b, k]) => a === b && k === attack).map(([a]) => a)).size / photos;

/** Least distance of any variants of two hashes. */
function apart(a, b) {
  let least = Infinity;
  for (const p of a)
    for (const q of b) {
      let sum = 0;
      for (let bit = 0; bit < p.length; bit++) if (p[bit] !== q[bit]) sum++;
      least = Math.min(least, sum);
    }
  return least;
}

/** For a hash: [true distances by attack], [distances of different photos], clusters of the same photo left out. */
function distances({ bits }, files, same) {
  const per = files[0].length;
  const [real, wrong] = [ATTACKS.map(() => []), []];
  for (let photo = 0; photo < files.length; photo++)
    for (let attack = 0; attack < per; attack++)
      for (let other = 0; other < files.length; other++) {
        if (other !== photo && same.has(`${Math.min(photo, other)} ${Math.max(photo, other)}`)) continue;
        if (other === photo && attack === 0) continue;
        const far = apart(bits[other * per].slice(0, 1), bits[photo * per + attack]);
        if (other === photo) real[attack - 1].push(far);
        else wrong.push(far);
      }
  return { real, wrong };
}

/** The widest bound under which the share of wrong ones stays low enough. */
function boundFor(wrong, better) {
  const sorted = [...wrong].sort((a, b) => (better === 'less' ? a - b : b - a));
  const first = sorted[Math.floor(FALSE * sorted.length)];
  return better === 'less' ? first - 1 : first + 1;
}

/** Pairs for ORB: every attack with its photo, every photo and framed photo with every other. */
function orbPairs(files) {
  const per = files[0].length;
  const [real, wrong] = [[], []];
  for (let photo = 0; photo < files.length; photo++) {
    for (let attack = 1; attack < per; attack++) real.push([photo * per, photo * per + attack]);
    for (let other = 0; other < files.length; other++) {
      if (other > photo) wrong.push([photo * per, other * per]);
      if (other !== photo) wrong.push([other * per, photo * per + FRAMED]);
    }
  }
  return { real, wrong };
}

/** All figures of one half; `bounds` are the peers' from the development half, or null to choose them here. */
export async function photos(files, scratch, bounds) {
  const mine = await own(files);
  const per = files[0].length;
  const pairs = orbPairs(files);
  const seen = orb(files.flat(), [...pairs.real, ...pairs.wrong], scratch);
  const inliers = seen
    ? { real: seen.inliers.slice(0, pairs.real.length), wrong: seen.inliers.slice(pairs.real.length) }
    : null;
  // The collection holds some photos twice. Only what both find, ours and ORB, counts as the same photo.
  const ours = new Set(mine.found.flatMap(([a, b]) => (a === b ? [] : [`${Math.min(a, b)} ${Math.max(a, b)}`])));
  const same = new Set();
  const key = ([i, j]) => {
    const [a, b] = [Math.floor(i / per), Math.floor(j / per)];
    return `${Math.min(a, b)} ${Math.max(a, b)}`;
  };
  pairs.wrong.forEach((pair, at) => {
    if (inliers && inliers.wrong[at] >= 20 && ours.has(key(pair))) same.add(key(pair));
  });
  const wrongFound = mine.found.filter(([a, b]) => a !== b && !same.has(`${Math.min(a, b)} ${Math.max(a, b)}`));
  const wrongPairs = files.length * (files.length - 1) * per - same.size * 2 * per;
  const chosen = {};
  const rows = [
    [
      'this program',
      ...ATTACKS.map((_attack, at) => hits(mine.found, files.length, at + 1)),
      `${wrongFound.length} of ${wrongPairs}`,
    ],
  ];
  if (inliers) {
    const wrong = inliers.wrong.filter((_count, at) => !same.has(key(pairs.wrong[at])));
    const least = bounds?.orb ?? Math.max(8, boundFor(wrong, 'more'));
    chosen.orb = least;
    const by = ATTACKS.map(
      (_attack, at) =>
        inliers.real.filter((count, pair) => pair % (per - 1) === at && count >= least).length / files.length,
    );
    rows.push([
      `ORB and RANSAC, ≥ ${least} agree`,
      ...by,
      `${wrong.filter((count) => count >= least).length} of ${wrong.length}`,
    ]);
  } else rows.push(['ORB and RANSAC: absent', ...ATTACKS.map(() => null), '']);
  for (const [name, hash] of Object.entries(await hashes(files.flat(), scratch))) {
    const { real, wrong } = distances(hash, files, same);
    const most = bounds?.[name] ?? Math.max(0, boundFor(wrong, 'less'));
    chosen[name] = most;
    rows.push([
      `${name}, ≤ ${most}`,
      ...real.map((all) => all.filter((far) => far <= most).length / all.length),
      `${wrong.filter((far) => far <= most).length} of ${wrong.length}`,
    ]);
    mine[name] = hash.ms;
  }
  return { rows, bounds: chosen, mine, same: same.size, orb: seen, wrong: wrongFound };
}
