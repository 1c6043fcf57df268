import { type Fingerprint, grams } from './fingerprint.ts';
import { bytesOf, type Folded } from './fold.ts';

/** A stretch of equal units in two folded texts. */
export interface Tile {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/** A folded text with the seeds from which stretches grow. */
export interface Seeded {
  readonly folded: Folded;
  readonly seeds: Fingerprint;
}

/** The seeds of a folded text: all its short stretches. */
export const seedsOf = (folded: Folded): Fingerprint => grams(folded, SEED_BYTES);

/** Length of a seed in bytes: 15 Latin letters, 5 Han. */
const SEED_BYTES = 15;
/** A seed that stands at more places than this is a formula; its neighbours will do. */
const MOST_PLACES = 48;

/**
 * Equal stretches of two folded texts, none overlapping another on either side, the longest first chosen (greedy string
 * tiling, Wise 1993), so that reordered paragraphs survive. Exactly symmetric: swapping the texts mirrors the result.
 */
export function align(left: Seeded, right: Seeded): readonly Tile[] {
  if (before(right.folded.units, left.folded.units)) {
    const mirrored = tile(right, left).map((t) => ({ left: t.right, right: t.left, length: t.length }));
    return mirrored.sort((a, b) => a.left - b.left);
  }
  return [...tile(left, right)].sort((a, b) => a.left - b.left);
}

function before(a: Uint16Array, b: Uint16Array): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
}

function tile(left: Seeded, right: Seeded): Tile[] {
  const found = maximal(left, right).sort(
    (a, b) =>
      b.length - a.length ||
      Math.abs(a.left - a.right) - Math.abs(b.left - b.right) ||
      a.left - b.left ||
      a.right - b.right,
  );
  const usedLeft = new Uint8Array(left.folded.units.length);
  const usedRight = new Uint8Array(right.folded.units.length);
  const tiles: Tile[] = [];
  for (const match of found)
    for (const part of free(match, usedLeft, usedRight)) {
      if (bytesIn(left.folded.units, part.left, part.length) < SEED_BYTES) continue;
      usedLeft.fill(1, part.left, part.left + part.length);
      usedRight.fill(1, part.right, part.right + part.length);
      tiles.push(part);
    }
  return tiles;
}

/** The stretches of a match that no longer match has taken. */
function free(match: Tile, usedLeft: Uint8Array, usedRight: Uint8Array): Tile[] {
  const parts: Tile[] = [];
  let from = 0;
  for (let i = 0; i <= match.length; i++) {
    const taken = i === match.length || usedLeft[match.left + i] === 1 || usedRight[match.right + i] === 1;
    if (!taken) continue;
    if (i > from) parts.push({ left: match.left + from, right: match.right + from, length: i - from });
    from = i + 1;
  }
  return parts;
}

/** All matches that can't be made longer on either end and hold a seed. */
function maximal(left: Seeded, right: Seeded): Tile[] {
  const a = left.folded.units;
  const b = right.folded.units;
  const places = new Places(left.seeds);
  const reached = new Map<number, number>();
  const found: Tile[] = [];
  const { hashes, starts } = right.seeds;
  for (let i = 0; i < hashes.length; i++) {
    const at = starts[i] ?? 0;
    for (const start of places.of(hashes[i] ?? 0)) {
      const diagonal = at - start;
      if ((reached.get(diagonal) ?? -1) > at) continue;
      const match = extend(a, b, start, at);
      reached.set(diagonal, match.right + match.length);
      if (bytesIn(a, match.left, match.length) >= SEED_BYTES) found.push(match);
    }
  }
  return found;
}

/** Where each seed stands: a hash table of typed arrays, since one is made for every pair. */
class Places {
  private readonly seeds: Fingerprint;
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly mask: number;

  constructor(seeds: Fingerprint) {
    const count = seeds.hashes.length;
    this.seeds = seeds;
    this.mask = 2 ** Math.ceil(Math.log2(count + 2)) - 1;
    this.heads = new Int32Array(this.mask + 1).fill(-1);
    this.next = new Int32Array(count);
    for (let i = count - 1; i >= 0; i--) {
      const slot = (seeds.hashes[i] ?? 0) & this.mask;
      this.next[i] = this.heads[slot] ?? -1;
      this.heads[slot] = i;
    }
  }

  /** The places of a seed, none where there are too many. */
  of(hash: number): readonly number[] {
    const { hashes, starts } = this.seeds;
    let found: number[] | undefined;
    for (let i = this.heads[hash & this.mask] ?? -1; i >= 0; i = this.next[i] ?? -1) {
      if (hashes[i] !== hash) continue;
      if (found === undefined) found = [];
      if (found.push(starts[i] ?? 0) > MOST_PLACES) return NONE;
    }
    return found ?? NONE;
  }
}

const NONE: readonly number[] = [];

function extend(a: Uint16Array, b: Uint16Array, left: number, right: number): Tile {
  let back = 0;
  while (left - back > 0 && right - back > 0 && a[left - back - 1] === b[right - back - 1]) back++;
  let on = 0;
  while (left + on < a.length && right + on < b.length && a[left + on] === b[right + on]) on++;
  return { left: left - back, right: right - back, length: back + on };
}

function bytesIn(units: Uint16Array, from: number, length: number): number {
  let bytes = 0;
  for (let i = from; i < from + length && bytes < SEED_BYTES; i++) bytes += bytesOf(units[i] ?? 0);
  return bytes;
}
