import type { Span } from '../base/span.ts';
import type { Passage } from './lineage.ts';
import type { Sentence } from './sentence.ts';

/** How far one text's sentences follow another's in other words and the same order. */
export interface Rewording {
  readonly coverage: { readonly left: number; readonly right: number };
  /** Sentences that correspond. */
  readonly count: number;
  /** Mean likeness of those. */
  readonly likeness: number;
  readonly passages: readonly Passage[];
}

/** Sentences less alike than this say different things. */
const ALIKE = 0.24;

/** The best ordered correspondence of two texts' sentences, by what they share that is rare within the pair. */
export function reword(left: readonly Sentence[], right: readonly Sentence[]): Rewording {
  const likeness = likenesses(left, right);
  const steps = chain(likeness, left, right);
  const total = (list: readonly Sentence[]): number => list.reduce((sum, one) => sum + one.weight, 0);
  const part = (list: readonly (Sentence | undefined)[], all: number): number =>
    all === 0 ? 0 : list.reduce((sum, one) => sum + (one?.weight ?? 0), 0) / all;
  const values = steps.map(([i, j]) => likeness[i]?.[j] ?? 0);
  return {
    coverage: {
      left: part(
        steps.map(([i]) => left[i]),
        total(left),
      ),
      right: part(
        steps.map(([, j]) => right[j]),
        total(right),
      ),
    },
    count: steps.length,
    likeness: values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length,
    passages: steps.map(([i, j]) => ({ left: spanOf(left[i]), right: spanOf(right[j]), kind: 'reworded' })),
  };
}

const spanOf = (sentence: Sentence | undefined): Span => ({ start: sentence?.start ?? 0, end: sentence?.end ?? 0 });

/** Likeness of each pair of sentences: shared weight over the mean weight. A word that returns in many sentences counts less. */
function likenesses(left: readonly Sentence[], right: readonly Sentence[]): Float32Array[] {
  const places = new Map<string, { readonly left: number[]; readonly right: number[]; weight: number }>();
  const note = (list: readonly Sentence[], side: 'left' | 'right'): void =>
    list.forEach((sentence, at) => {
      for (const token of sentence.tokens) {
        const place = places.get(token.key) ?? { left: [], right: [], weight: 0 };
        place[side].push(at);
        place.weight = Math.max(place.weight, token.weight);
        places.set(token.key, place);
      }
    });
  note(left, 'left');
  note(right, 'right');
  const shared = left.map(() => new Float32Array(right.length));
  const sums = { left: new Float32Array(left.length), right: new Float32Array(right.length) };
  for (const place of places.values()) {
    const weight = place.weight / Math.sqrt(Math.max(1, place.left.length) * Math.max(1, place.right.length));
    for (const i of place.left) sums.left[i] = (sums.left[i] ?? 0) + weight;
    for (const j of place.right) sums.right[j] = (sums.right[j] ?? 0) + weight;
    for (const i of place.left) {
      const row = shared[i];
      if (row) for (const j of place.right) row[j] = (row[j] ?? 0) + weight;
    }
  }
  shared.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) {
      const mean = Math.sqrt((sums.left[i] ?? 0) * (sums.right[j] ?? 0));
      row[j] = mean === 0 ? 0 : (row[j] ?? 0) / mean;
    }
  });
  return shared;
}

/** The ordered chain of pairs with the greatest sum of likeness and weight (longest common subsequence, weighted). */
function chain(
  likeness: readonly Float32Array[],
  left: readonly Sentence[],
  right: readonly Sentence[],
): [number, number][] {
  const best = Array.from({ length: left.length + 1 }, () => new Float64Array(right.length + 1));
  const gain = (i: number, j: number): number => {
    const value = likeness[i]?.[j] ?? 0;
    return value < ALIKE ? 0 : value * Math.sqrt((left[i]?.weight ?? 0) * (right[j]?.weight ?? 0));
  };
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = 1; i <= left.length; i++) {
    const row = best[i];
    if (row === undefined) continue;
    for (let j = 1; j <= right.length; j++) {
      row[j] = Math.max(at(i - 1, j), at(i, j - 1), at(i - 1, j - 1) + gain(i - 1, j - 1));
    }
  }
  const steps: [number, number][] = [];
  for (let i = left.length, j = right.length; i > 0 && j > 0; ) {
    if (gain(i - 1, j - 1) > 0 && at(i, j) === at(i - 1, j - 1) + gain(i - 1, j - 1)) steps.push([--i, --j]);
    else if (at(i, j) === at(i - 1, j)) i--;
    else j--;
  }
  return steps.reverse();
}
