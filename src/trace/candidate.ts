import type { Fingerprint } from './fingerprint.ts';

/** Of a fingerprint that many texts share, this many earliest carriers stand for all: never dropped, never quadratic. */
const CARRIERS = 16;
/** Texts compared with each text for what they share word for word. */
const BEST = 10;

/**
 * Pairs worth aligning, as indexes (smaller first). `prints` must be ordered earliest text first, so that the carriers kept
 * of a hot fingerprint are those a copy can come from.
 */
export function candidates(prints: readonly Fingerprint[]): readonly (readonly [number, number])[] {
  const carriers = new Map<number, number[]>();
  const pairs = new Set<number>();
  const count = prints.length;
  prints.forEach((print, doc) => {
    const shared = new Map<number, number>();
    for (const hash of new Set(print.hashes)) {
      const list = carriers.get(hash);
      if (list === undefined) {
        carriers.set(hash, [doc]);
        continue;
      }
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (list.length < CARRIERS) list.push(doc);
    }
    for (const other of best(shared)) pairs.add(other * count + doc);
  });
  return [...pairs].map((pair) => [Math.floor(pair / count), pair % count] as const);
}

/** The earlier texts that share most, the earliest of all among them. */
function best(shared: ReadonlyMap<number, number>): readonly number[] {
  const ranked = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, BEST);
  return ranked.map(([doc]) => doc);
}
