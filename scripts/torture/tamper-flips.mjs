// Every byte of a case flipped once: detected, and located by a fault of its own.

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };

/** Whether one of these faults lies in the file and takes in the byte. */
const covers = (faults, file, at) => faults.some((one) => one.file === file && one.start <= at && at < one.end);

/** The faults of a case, each with the check that found it. */
export async function faultsOf(program, root, known = NOTHING) {
  const checks = await program.verifyCase(root, known);
  return checks.flatMap(({ check, faults }) => faults.map((one) => ({ check, ...one })));
}

/** How many flips were tried, found and placed, by which checks, and what was missed. */
export const tally = (kind) => ({ kind, tried: 0, detected: 0, located: 0, checks: new Map(), missed: [] });

export function count(row, detected, located, checks, what) {
  row.tried++;
  row.detected += detected ? 1 : 0;
  row.located += located ? 1 : 0;
  for (const check of new Set(checks)) row.checks.set(check, (row.checks.get(check) ?? 0) + 1);
  if (!located) row.missed.push(what);
}

/** A byte changed by a mask that is never 0. */
const flipped = (bytes, at, random) => {
  const changed = Uint8Array.from(bytes);
  changed[at] ^= 1 + Math.floor(random() * 255);
  return changed;
};

/** Files that are checked each for itself: one byte of every one of them at once, the case verified from the disk. */
export async function flipFiles(program, pristine, paths, random, every) {
  const row = tally(
    'evidence, derived, `hearsay.json`, `log/checkpoint`: one byte of each file at once, then verified from the disk',
  );
  const longest = Math.max(...paths.map((path) => pristine.bytes(path).length));
  let rounds = 0;
  for (let at = 0; at < longest; at += every, rounds++) {
    const touched = paths.filter((path) => pristine.bytes(path).length > at);
    for (const path of touched) pristine.write(path, flipped(pristine.bytes(path), at, random));
    const faults = await faultsOf(program, pristine.root);
    for (const path of touched) {
      const own = faults.filter((one) => one.file === path);
      count(row, own.length > 0, covers(own, path, at), checksIn(own), `${path} at ${at}`);
      pristine.write(path, pristine.bytes(path));
    }
  }
  return { ...row, rounds };
}

const checksIn = (faults) => faults.map((one) => one.check);

/** Tiles: one byte of each at once, looked at by the check of the log alone, from memory. */
export async function flipTiles(program, pristine, paths, random, every) {
  const row = tally('tiles of the log: one byte of each at once, the log’s own checks in memory');
  const journal = program.readJournal(new Uint8Array(pristine.bytes('journal')));
  const history = program.historyOf(journal.lines);
  const files = pristine.paths('log/').map((path) => ({ path, kind: 'file', size: pristine.bytes(path).length }));
  const longest = Math.max(...paths.map((path) => pristine.bytes(path).length));
  let rounds = 0;
  for (let at = 0; at < longest; at += every, rounds++) {
    const touched = new Map(
      paths
        .filter((path) => pristine.bytes(path).length > at)
        .map((path) => [path, flipped(pristine.bytes(path), at, random)]),
    );
    const bytes = async (path) => touched.get(path) ?? pristine.bytes(path) ?? null;
    const checks = await program.logChecks({ root: pristine.root, files, bytes, journal, history }, history, NOTHING);
    const faults = checks.flatMap((one) => one.faults.map((fault) => ({ check: one.check, ...fault })));
    for (const path of touched.keys()) {
      const own = faults.filter((one) => one.file === path);
      count(row, own.length > 0, covers(own, path, at), checksIn(own), `${path} at ${at}`);
    }
  }
  return { ...row, rounds };
}

/** The journal: one byte in every third line at once; a fault counts only if it spans no more than three lines. */
export function flipJournal(program, pristine, random, every) {
  const row = tally('journal: one byte in every third line at once, the journal’s reader in memory');
  const whole = new Uint8Array(pristine.bytes('journal'));
  const { lines } = program.readJournal(whole);
  const inner = lines.slice(1, -1);
  const longest = Math.max(...inner.map((line) => line.end - line.start));
  let rounds = 0;
  for (let third = 0; third < 3; third++)
    for (let offset = 0; offset < longest; offset += every, rounds++) {
      const touched = inner.filter((line, n) => n % 3 === third && line.end - line.start > offset);
      const changed = Uint8Array.from(whole);
      for (const { start } of touched) changed[start + offset] ^= 1 + Math.floor(random() * 255);
      const { faults, unfinished } = program.readJournal(changed);
      const all = [...faults, ...unfinished.map(({ bodyAt, end }) => ({ start: bodyAt, end: end - 1 }))];
      const ends = all.map((one) => ({ check: 'journal', file: 'journal', ...one })).sort((a, b) => a.start - b.start);
      for (const { start, head } of touched) {
        const at = start + offset;
        const own = near(ends, at).filter(
          (one) =>
            one.start >= (lines[head.seq - 1]?.start ?? 0) && one.end <= (lines[head.seq + 1]?.end ?? whole.length),
        );
        count(row, own.length > 0, covers(own, 'journal', at), checksIn(own), `journal at ${at}`);
      }
    }
  return { ...row, rounds };
}

/** Of faults in order those that begin in the last 4 KiB before a byte. */
function near(faults, at) {
  let [low, high] = [0, faults.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (faults[middle].start < at - 4096) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let n = low; n < faults.length && faults[n].start <= at; n++) found.push(faults[n]);
  return found;
}

/** One byte at a time, and the whole case verified from the disk. */
export async function flipOnes(program, pristine, places, random, kind) {
  const row = tally(kind);
  for (const { path, at } of places) {
    pristine.write(path, flipped(pristine.bytes(path), at, random));
    const faults = await faultsOf(program, pristine.root);
    const own = faults.filter((one) => one.file === path && one.start <= at && at < one.end);
    count(row, faults.length > 0, own.length > 0, checksIn(own), `${path} at ${at}`);
    pristine.write(path, pristine.bytes(path));
  }
  return { ...row, rounds: places.length };
}

/** So many places by chance: half over all bytes alike, half over the kinds of files alike. */
export function chosenPlaces(pristine, number, random) {
  const all = pristine.paths();
  const kinds = ['journal', 'hearsay.json', 'log/', 'blobs/', 'derived/'].map((start) => pristine.paths(start));
  const total = all.reduce((sum, path) => sum + pristine.bytes(path).length, 0);
  return Array.from({ length: number }, (_, n) => {
    const among = n % 2 === 0 ? all : kinds[Math.floor(n / 2) % kinds.length];
    const size = n % 2 === 0 ? total : among.reduce((sum, path) => sum + pristine.bytes(path).length, 0);
    let left = Math.floor(random() * size);
    for (const path of among) {
      if (left < pristine.bytes(path).length) return { path, at: left };
      left -= pristine.bytes(path).length;
    }
    return { path: 'journal', at: 0 };
  });
}
