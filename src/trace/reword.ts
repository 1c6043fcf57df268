import type { Span } from '../base/span.ts';
import type { Passage } from './lineage.ts';
import type { Sentence } from './sentence.ts';
import type { Wording } from './wording.ts';

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
export function reword(left: Wording, right: Wording): Rewording {
  const likeness = likenesses(left, right);
  const steps = chain(likeness, left.sentences, right.sentences);
  const total = (list: readonly Sentence[]): number => list.reduce((sum, one) => sum + one.weight, 0);
  const part = (list: readonly Sentence[], side: 0 | 1): number => {
    const all = total(list);
    return all === 0 ? 0 : steps.reduce((sum, step) => sum + (list[step[side]]?.weight ?? 0), 0) / all;
  };
  const sum = steps.reduce((all, [i, j]) => all + (likeness[i * right.sentences.length + j] ?? 0), 0);
  return {
    coverage: { left: part(left.sentences, 0), right: part(right.sentences, 1) },
    count: steps.length,
    likeness: steps.length === 0 ? 0 : sum / steps.length,
    passages: steps.map(([i, j]) => ({
      left: spanOf(left.sentences[i]),
      right: spanOf(right.sentences[j]),
      kind: 'reworded',
    })),
  };
}

const spanOf = (sentence: Sentence | undefined): Span => ({ start: sentence?.start ?? 0, end: sentence?.end ?? 0 });

/** Likeness of each pair of sentences: shared weight over the mean weight. A word that returns in many sentences counts less. */
function likenesses(left: Wording, right: Wording): Float64Array {
  const [n, m] = [left.sentences.length, right.sentences.length];
  const shared = new Float64Array(n * m);
  const sums = { left: new Float64Array(n), right: new Float64Array(m) };
  for (let a = 0, b = 0; a < left.keys.length || b < right.keys.length; ) {
    const keyA = left.keys[a] ?? Number.POSITIVE_INFINITY;
    const keyB = right.keys[b] ?? Number.POSITIVE_INFINITY;
    const fromA = left.starts[a] ?? 0;
    const fromB = right.starts[b] ?? 0;
    const toA = keyA <= keyB ? (left.starts[a + 1] ?? 0) : fromA;
    const toB = keyB <= keyA ? (right.starts[b + 1] ?? 0) : fromB;
    const most = Math.max(toA > fromA ? (left.weights[a++] ?? 0) : 0, toB > fromB ? (right.weights[b++] ?? 0) : 0);
    const weight = most / Math.sqrt(Math.max(1, toA - fromA) * Math.max(1, toB - fromB));
    for (let p = fromB; p < toB; p++)
      sums.right[right.places[p] ?? 0] = (sums.right[right.places[p] ?? 0] ?? 0) + weight;
    for (let p = fromA; p < toA; p++) {
      const i = left.places[p] ?? 0;
      sums.left[i] = (sums.left[i] ?? 0) + weight;
      for (let q = fromB; q < toB; q++) {
        const cell = i * m + (right.places[q] ?? 0);
        shared[cell] = (shared[cell] ?? 0) + weight;
      }
    }
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const both = shared[i * m + j] ?? 0;
      if (both > 0) shared[i * m + j] = both / Math.sqrt((sums.left[i] ?? 0) * (sums.right[j] ?? 0));
    }
  return shared;
}

/** The ordered chain of pairs with the greatest sum of likeness and weight (longest common subsequence, weighted). */
function chain(
  likeness: Float64Array,
  left: readonly Sentence[],
  right: readonly Sentence[],
): (readonly [number, number])[] {
  const [n, m] = [left.length, right.length];
  const wide = m + 1;
  const best = new Float64Array((n + 1) * wide);
  const gain = new Float64Array(n * m);
  for (let i = 1; i <= n; i++) {
    for (let j = 1; j <= m; j++) {
      const cell = (i - 1) * m + j - 1;
      const value = likeness[cell] ?? 0;
      if (value >= ALIKE) gain[cell] = value * Math.sqrt((left[i - 1]?.weight ?? 0) * (right[j - 1]?.weight ?? 0));
      const on = (best[(i - 1) * wide + j - 1] ?? 0) + (gain[cell] ?? 0);
      best[i * wide + j] = Math.max(best[(i - 1) * wide + j] ?? 0, best[i * wide + j - 1] ?? 0, on);
    }
  }
  const steps: (readonly [number, number])[] = [];
  for (let i = n, j = m; i > 0 && j > 0; ) {
    const here = best[i * wide + j] ?? 0;
    const step = gain[(i - 1) * m + j - 1] ?? 0;
    if (step > 0 && here === (best[(i - 1) * wide + j - 1] ?? 0) + step) steps.push([--i, --j]);
    else if (here === best[(i - 1) * wide + j]) i--;
    else j--;
  }
  return steps.reverse();
}
