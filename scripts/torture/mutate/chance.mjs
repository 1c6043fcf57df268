// Chance that repeats: the same words give the same numbers on every machine.

import { randomFrom } from '../../chance.mjs';

/** A random source (mulberry32) from any words. */
export function chanceOf(...words) {
  let state = 0x811c9dc5;
  for (const unit of words.join('\0')) state = Math.imul(state ^ unit.codePointAt(0), 0x01000193);
  const next = randomFrom(state);
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] };
}
