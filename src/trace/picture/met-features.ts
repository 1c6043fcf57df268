import { type Features, sizeOf } from './features.ts';
import { apart, type Turn, turned, WORDS } from './patch.ts';

/** Two patches that look alike: the number of each, and how far apart they are, 0 to 1. */
export interface MetPatch {
  readonly a: number;
  readonly b: number;
  readonly apart: number;
}

/** Patches of unrelated places differ in half of what there is to see, or more. */
const ALIKE = 0.34;

/** For each patch of one picture the likest of the other, turned; those alike enough, likest first. */
export function metPatches(a: Features, b: Features, turn: Turn): readonly MetPatch[] {
  const words = turned(b.words, turn);
  const met: MetPatch[] = [];
  for (let i = 0; i < a.count; i++) {
    let [least, which] = [ALIKE, -1];
    const ones = a.ones[i] ?? 0;
    for (let j = 0; j < b.count; j++) {
      const all = ones + (b.ones[j] ?? 0);
      // Bits differ at least by the difference in ones.
      if (Math.abs(ones - (b.ones[j] ?? 0)) >= least * all) continue;
      const far = apart(a.words, i * WORDS, words, j * WORDS, least * all) / all;
      if (far < least) {
        least = far;
        which = j;
      }
    }
    if (which >= 0) met.push({ a: i, b: which, apart: least });
  }
  return met.sort((p, q) => p.apart - q.apart || p.a - q.a);
}

/** How much larger the second patch is shown than the first, as far as levels tell. */
export const growth = (a: Features, b: Features, { a: i, b: j }: MetPatch): number => sizeOf(b, j) / sizeOf(a, i);
