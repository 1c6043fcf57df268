import { grams } from './fingerprint.ts';
import { bytesOf, type Folded } from './fold.ts';

/** A stretch of equal units in two folded texts. */
export interface Tile {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/** Length of a seed in bytes: 15 Latin letters, 5 Han. */
const SEED_BYTES = 15;
/** A seed that stands at more places than this is a formula; its neighbours will do. */
const MOST_PLACES = 48;

/**
 * Equal stretches of two folded texts, none overlapping another on either side, the longest first chosen (greedy string
 * tiling, Wise 1993), so that reordered paragraphs survive. Exactly symmetric: swapping the texts mirrors the result.
 */
export function align(left: Folded, right: Folded): readonly Tile[] {
  if (before(right.units, left.units)) {
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

function tile(left: Folded, right: Folded): Tile[] {
  const found = maximal(left, right).sort(
    (a, b) =>
      b.length - a.length ||
      Math.abs(a.left - a.right) - Math.abs(b.left - b.right) ||
      a.left - b.left ||
      a.right - b.right,
  );
  const usedLeft = new Uint8Array(left.units.length);
  const usedRight = new Uint8Array(right.units.length);
  const tiles: Tile[] = [];
  for (const match of found)
    for (const part of free(match, usedLeft, usedRight)) {
      if (bytesIn(left.units, part.left, part.length) < SEED_BYTES) continue;
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
function maximal(left: Folded, right: Folded): Tile[] {
  const a = left.units;
  const b = right.units;
  const seeds = grams(left, SEED_BYTES);
  const places = new Map<number, number[]>();
  seeds.hashes.forEach((hash, i) => {
    const list = places.get(hash);
    if (list) list.push(seeds.starts[i] ?? 0);
    else places.set(hash, [seeds.starts[i] ?? 0]);
  });
  const reached = new Map<number, number>();
  const found: Tile[] = [];
  const other = grams(right, SEED_BYTES);
  for (let i = 0; i < other.hashes.length; i++) {
    const list = places.get(other.hashes[i] ?? 0);
    const at = other.starts[i] ?? 0;
    if (list === undefined || list.length > MOST_PLACES) continue;
    for (const start of list) {
      const diagonal = at - start;
      if ((reached.get(diagonal) ?? -1) > at) continue;
      const match = extend(a, b, start, at);
      reached.set(diagonal, match.right + match.length);
      if (bytesIn(a, match.left, match.length) >= SEED_BYTES) found.push(match);
    }
  }
  return found;
}

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
