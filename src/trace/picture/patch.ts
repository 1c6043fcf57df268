import type { Plane } from '../plane.ts';

/** Words of 32 bits that describe a patch. */
export const WORDS = 8;
/** How far a patch reaches from its middle. */
export const REACH = 15;
/** Brightness must differ by this to count: flat paper stays flat through JPEG. */
const CLEAR = 5;

/**
 * Comparisons of brightness between two places of a patch (BRIEF, Calonder et al. 2010), 64 with their mirror images,
 * each asked twice: is the first clearly darker, is the second. So the patch of the mirrored picture, and of the
 * picture in negative (dark mode), has the same words in another order.
 */
const PLACES = places(64);

function places(count: number): Int8Array {
  const out = new Int8Array(count * 4);
  let state = 20310601;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const near = (): number => Math.round((next() + next() + next() - 1.5) * (REACH - 2) * 0.95);
  const held = (value: number): number => Math.max(2 - REACH, Math.min(REACH - 2, value));
  for (let at = 0; at < out.length; at++) out[at] = held(near());
  return out;
}

/** Writes the words of the patch around a place of a blurred plane. */
export function describe({ width, at: light }: Plane, x: number, y: number, into: Uint32Array, from: number): void {
  const middle = y * width + x;
  for (let half = 0; half < 4; half++) {
    const flip = half < 2 ? 1 : -1;
    const first = (half & 1) * 32;
    let [darker, lighter] = [0, 0];
    for (let bit = 0; bit < 32; bit++) {
      const place = (first + bit) * 4;
      const p = light[middle + (PLACES[place + 1] ?? 0) * width + flip * (PLACES[place] ?? 0)] ?? 0;
      const q = light[middle + (PLACES[place + 3] ?? 0) * width + flip * (PLACES[place + 2] ?? 0)] ?? 0;
      if (p + CLEAR < q) darker |= 1 << bit;
      else if (q + CLEAR < p) lighter |= 1 << bit;
    }
    into[from + half] = darker;
    into[from + 4 + half] = lighter;
  }
}

/** How a picture was turned before it was compared. */
export interface Turn {
  readonly mirrored: boolean;
  readonly negative: boolean;
}

export const TURNS: readonly Turn[] = [
  { mirrored: false, negative: false },
  { mirrored: true, negative: false },
  { mirrored: false, negative: true },
  { mirrored: true, negative: true },
];

/** The words as the turned picture would have them. */
export function turned(words: Uint32Array, { mirrored, negative }: Turn): Uint32Array {
  if (!mirrored && !negative) return words;
  const out = new Uint32Array(words.length);
  const swap = (mirrored ? 2 : 0) | (negative ? 4 : 0);
  for (let at = 0; at < words.length; at++) out[at] = words[at ^ swap] ?? 0;
  return out;
}

/** In how many bits two patches differ; half of the bits decide where already they differ in `enough`. */
export function apart(a: Uint32Array, atA: number, b: Uint32Array, atB: number, enough = Infinity): number {
  const half = fourApart(a, atA, b, atB);
  return half >= enough ? half : half + fourApart(a, atA + 4, b, atB + 4);
}

function fourApart(a: Uint32Array, i: number, b: Uint32Array, j: number): number {
  const first = fours((a[i] ?? 0) ^ (b[j] ?? 0)) + fours((a[i + 1] ?? 0) ^ (b[j + 1] ?? 0));
  const second = fours((a[i + 2] ?? 0) ^ (b[j + 2] ?? 0)) + fours((a[i + 3] ?? 0) ^ (b[j + 3] ?? 0));
  return added(eights(first) + eights(second));
}

/** Ones in 32 bits (Warren, Hacker's Delight, 5-1): summed by fours, by eights, then all together. */
export const bits = (value: number): number => added(eights(fours(value)));

function fours(value: number): number {
  const twos = value - ((value >>> 1) & 0x55555555);
  return (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
}

const eights = (sums: number): number => (sums & 0x0f0f0f0f) + ((sums >>> 4) & 0x0f0f0f0f);
const added = (sums: number): number => Math.imul(sums, 0x01010101) >>> 24;
