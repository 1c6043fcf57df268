import type { Folded } from './fold.ts';
import { entryOf, holdsSeed, type Seeded } from './seeds.ts';

/** A stretch of equal units in two folded texts. */
export interface Tile {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/**
 * Equal stretches of two folded texts, none overlapping another on either side, the longest first chosen (greedy string
 * tiling, Wise 1993), so that reordered paragraphs survive. Exactly symmetric: swapping the texts mirrors the result.
 */
export function align(left: Seeded, right: Seeded): readonly Tile[] {
  if (comesBefore(right.folded, left.folded)) {
    const mirrored = tile(right, left).map((t) => ({ left: t.right, right: t.left, length: t.length }));
    return mirrored.sort((a, b) => a.left - b.left);
  }
  return tile(left, right).sort((a, b) => a.left - b.left);
}

/** The shorter of two texts, or the lesser in spelling: whichever side it stands on, a pair is looked at from it. */
export function comesBefore({ units: a }: Folded, { units: b }: Folded): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
}

function tile(left: Seeded, right: Seeded): Tile[] {
  const usedLeft = marks.left.zeros(left.folded.units.length);
  const usedRight = marks.right.zeros(right.folded.units.length);
  const tiles: Tile[] = [];
  for (const match of longestFirst(maximal(left, right))) {
    // What no longer match has taken of it, in one piece or several.
    for (let from = 0, i = 0; i <= match.length; i++) {
      if (i < match.length && usedLeft[match.left + i] === 0 && usedRight[match.right + i] === 0) continue;
      const part = { left: match.left + from, right: match.right + from, length: i - from };
      from = i + 1;
      if (!holdsSeed(left.folded.units, part.left, part.length)) continue;
      usedLeft.fill(1, part.left, part.left + part.length);
      usedRight.fill(1, part.right, part.right + part.length);
      tiles.push(part);
    }
  }
  return tiles;
}

const WIDE = 0xffff;

/** The longest first, of equal ones the nearest to the diagonal, then in order. The key is one number: numbers sort fast. */
function longestFirst(found: readonly Tile[]): readonly Tile[] {
  const keys = new Float64Array(found.length);
  found.forEach(({ left, right, length }, at) => {
    const [short, off] = [WIDE - Math.min(length, WIDE), Math.min(Math.abs(left - right), WIDE)];
    keys[at] = (short * (WIDE + 1) + off) * MOST_MATCHES + at;
  });
  return Array.from(keys.sort(), (key) => found[key % MOST_MATCHES] ?? NOTHING);
}

const NOTHING: Tile = { left: 0, right: 0, length: 0 };

/** So many matches are looked at; texts with more repeat themselves without end. */
const MOST_MATCHES = 2 ** 21;

/** All matches that can't be made longer on either end and hold a seed. */
function maximal(left: Seeded, right: Seeded): Tile[] {
  const [a, b] = [left.folded.units, right.folded.units];
  const { first, same, starts: places } = left.seeds.table;
  const { hashes, starts } = right.seeds.table;
  // How far on the right side each diagonal has been looked at.
  const reached = marks.reached.zeros(a.length + b.length + 1);
  const found: Tile[] = [];
  for (let i = 0; i < hashes.length && found.length < MOST_MATCHES; i++) {
    const entry = entryOf(left.seeds.table, hashes[i] ?? 0);
    if (entry < 0) continue;
    const at = starts[i] ?? 0;
    for (let seed = first[entry] ?? -1; seed >= 0; seed = same[seed] ?? -1) {
      const start = places[seed] ?? 0;
      const diagonal = at - start + a.length;
      if ((reached[diagonal] ?? 0) > at + 1) continue;
      let back = 0;
      while (back < start && back < at && a[start - back - 1] === b[at - back - 1]) back++;
      let on = 0;
      while (start + on < a.length && at + on < b.length && a[start + on] === b[at + on]) on++;
      reached[diagonal] = at + on + 1;
      if (holdsSeed(a, start - back, back + on))
        found.push({ left: start - back, right: at - back, length: back + on });
    }
  }
  return found;
}

/** An array used again for each pair: to make one for each costs more than the comparison. */
class Marks<T extends Uint8Array | Int32Array> {
  private all: T;
  private readonly make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.all = make(0);
    this.make = make;
  }

  zeros(length: number): T {
    if (this.all.length < length) this.all = this.make(length * 2);
    else this.all.fill(0, 0, length);
    return this.all;
  }
}

const marks = {
  left: new Marks((length) => new Uint8Array(length)),
  right: new Marks((length) => new Uint8Array(length)),
  reached: new Marks((length) => new Int32Array(length)),
};
