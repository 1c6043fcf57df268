import { type FeatureIndex, featureIndex } from './feature-index.ts';
import type { Features } from './features.ts';

/** Pairs of pictures worth comparing pixel by pixel, by their places in the list: the index of their patches names them. */
export function candidates(all: readonly Features[]): ReadonlySet<string> {
  const index: FeatureIndex = featureIndex();
  for (const one of all) index.add(one);
  return new Set(
    all.flatMap((one, at) => index.like(one).flatMap((other) => (other === at ? [] : pairKey(at, other)))),
  );
}

export const pairKey = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
