// Chance that repeats: the same words give the same numbers on every machine.

/** A random source (mulberry32) from any words. */
export function chanceOf(...words) {
  let state = 0x811c9dc5;
  for (const unit of words.join('\0')) state = Math.imul(state ^ unit.codePointAt(0), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] };
}
