import { type Alike, OTHER, SAME } from './seen-alike.ts';

/** A rectangle of tiles. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly same: number;
  readonly other: number;
}

/** What a different tile takes away for each alike one. */
const AGAINST = -1.5;

/** The rectangle in which most is alike and least different (Kadane over rows and columns): O(rows² · columns). */
export function regionOf({ across, down, tiles }: Alike): Region | null {
  let [most, best] = [0, null as Pick<Region, 'left' | 'top' | 'right' | 'bottom'> | null];
  const sums = new Float64Array(across);
  for (let top = 0; top < down; top++) {
    sums.fill(0);
    for (let bottom = top; bottom < down; bottom++) {
      let [run, left] = [0, 0];
      for (let x = 0; x < across; x++) {
        const tile = tiles[bottom * across + x];
        sums[x] = (sums[x] ?? 0) + (tile === SAME ? 1 : tile === OTHER ? AGAINST : 0);
        if (run <= 0) [run, left] = [0, x];
        run += sums[x] ?? 0;
        if (run > most) {
          most = run;
          best = { left, top, right: x, bottom };
        }
      }
    }
  }
  if (!best) return null;
  return { ...best, ...counted({ across, tiles }, best) };
}

function counted(
  { across, tiles }: Pick<Alike, 'across' | 'tiles'>,
  { left, top, right, bottom }: Pick<Region, 'left' | 'top' | 'right' | 'bottom'>,
): { same: number; other: number } {
  let [same, other] = [0, 0];
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const tile = tiles[y * across + x];
      if (tile === SAME) same++;
      if (tile === OTHER) other++;
    }
  }
  return { same, other };
}
