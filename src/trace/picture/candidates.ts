import { type FeatureIndex, featureIndex } from './feature-index.ts';
import type { Features } from './features.ts';
import { TURNS, type Turn } from './patch.ts';

/**
 * Pairs of pictures worth comparing pixel by pixel, by their places in the list, and how to turn one of the two: the index
 * of their patches names them.
 */
export function candidates(all: readonly Features[]): ReadonlyMap<string, readonly Turn[]> {
  const index: FeatureIndex = featureIndex();
  for (const one of all) index.add(one);
  const pairs = new Map<string, readonly Turn[]>();
  for (const [at, one] of all.entries())
    for (const { picture, turns } of index.like(one)) {
      if (picture === at) continue;
      const key = pairKey(at, picture);
      const known = pairs.get(key) ?? [];
      // Either may have asked, and a turn is the same seen from the other side.
      pairs.set(
        key,
        TURNS.filter((turn) => known.includes(turn) || turns.includes(turn)),
      );
    }
  return pairs;
}

export const pairKey = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
