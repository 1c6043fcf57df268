import type { Plane } from '../plane.ts';
import { cornersOf } from './corner.ts';
import { bits, describe, REACH, WORDS } from './patch.ts';
import { blurred, pyramidOf, STEP } from './pyramid.ts';

/** Places of a picture that can be found again, with what surrounds each. Columns of one table. */
export interface Features {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** In pixels of the plane. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** How much larger the patch is than on the first level: powers of STEP. */
  readonly level: Uint8Array;
  readonly words: Uint32Array;
  /** Ones among a patch's bits: how much there is to see in it. */
  readonly ones: Uint16Array;
}

const MOST = 420;
/** Patches with less to see than this are alike everywhere. */
const LEAST_ONES = 24;

/** The features of a plane, over all its sizes. Linear in pixels. */
export function featuresOf(plane: Plane, most = MOST, levels = pyramidOf(plane)): Features {
  const share = levels.reduce((sum, { by }) => sum + 1 / by, 0);
  const found = {
    x: new Float32Array(most),
    y: new Float32Array(most),
    level: new Uint8Array(most),
    words: new Uint32Array(most * WORDS),
    ones: new Uint16Array(most),
  };
  let count = 0;
  for (const [at, { plane: small, by }] of levels.entries()) {
    const smooth = blurred(small, 2);
    const quota = Math.round(most / by / share);
    for (const corner of cornersOf(blurred(small, 1), quota, REACH)) {
      if (count >= most) break;
      describe(smooth, corner.x, corner.y, found.words, count * WORDS);
      const ones = onesOf(found.words, count * WORDS);
      if (ones < LEAST_ONES) continue;
      found.x[count] = (corner.x + 0.5) * by - 0.5;
      found.y[count] = (corner.y + 0.5) * by - 0.5;
      found.level[count] = at;
      found.ones[count] = ones;
      count++;
    }
  }
  return { width: plane.width, height: plane.height, count, ...found };
}

export const sizeOf = (features: Features, at: number): number => STEP ** (features.level[at] ?? 0);

function onesOf(words: Uint32Array, from: number): number {
  let sum = 0;
  for (let word = 0; word < WORDS; word++) sum += bits(words[from + word] ?? 0);
  return sum;
}
