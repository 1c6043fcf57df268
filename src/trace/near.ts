import type { Fingerprint } from './fingerprint.ts';

/** A hash that stands more often than this in one text says nothing of where. */
const MOST_PLACES = 8;
/** Fingerprints whose places differ by less than twice this lie on one diagonal: words were put in or left out between them. */
const DRIFT = 16;

/**
 * How many fingerprints two texts share in one place, up to small shifts: a copied passage has many on one diagonal,
 * formulas that stand here and there have one on each. Both prints must be in order of their hashes.
 */
export function nearness(left: Fingerprint, right: Fingerprint): number {
  const bands = new Map<number, number>();
  let most = 0;
  const [a, b] = [left.hashes, right.hashes];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x !== y) {
      if (x < y) i++;
      else j++;
      continue;
    }
    const [from, start] = [i, j];
    while (i < a.length && a[i] === x) i++;
    while (j < b.length && b[j] === x) j++;
    if (i - from > MOST_PLACES || j - start > MOST_PLACES) continue;
    for (let p = from; p < i; p++)
      for (let q = start; q < j; q++) {
        // A shift lies in two bands that overlap by half, so that no border parts neighbours.
        const band = Math.floor(((right.starts[q] ?? 0) - (left.starts[p] ?? 0)) / DRIFT);
        for (const one of [band, band + 1]) {
          const count = (bands.get(one) ?? 0) + 1;
          bands.set(one, count);
          if (count > most) most = count;
        }
      }
  }
  return most;
}

/** A print in order of its hashes. Hash and place are sorted as one number: numbers sort fast. */
export function byHash({ hashes, starts }: Fingerprint): Fingerprint {
  const count = Math.min(hashes.length, MOST_PRINTS);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (hashes[i] ?? 0) * MOST_PRINTS + i;
  keys.sort();
  const sorted = { hashes: new Uint32Array(count), starts: new Int32Array(count) };
  for (let i = 0; i < count; i++) {
    const at = (keys[i] ?? 0) % MOST_PRINTS;
    sorted.hashes[i] = hashes[at] ?? 0;
    sorted.starts[i] = starts[at] ?? 0;
  }
  return sorted;
}

/** Of a text of more than some thirty million letters only the beginning is looked up. */
const MOST_PRINTS = 2 ** 21;
