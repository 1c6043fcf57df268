import type { Sentence } from './sentence.ts';

/** The words of some sentences, laid out for comparison with another text's in one pass over both. */
export interface Wording {
  readonly sentences: readonly Sentence[];
  /** The distinct words in order. */
  readonly keys: Float64Array;
  readonly weights: Float64Array;
  /** The sentences in which word k stands: `places` from `starts[k]` to `starts[k + 1]`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** Lays out the words of sentences. */
export function wordingOf(sentences: readonly Sentence[]): Wording {
  const found = new Map<number, { weight: number; readonly at: number[] }>();
  sentences.forEach(({ tokens }, at) => {
    for (const { key, weight } of tokens) {
      const word = found.get(key);
      if (word === undefined) found.set(key, { weight, at: [at] });
      else {
        word.at.push(at);
        word.weight = Math.max(word.weight, weight);
      }
    }
  });
  const keys = Float64Array.from(found.keys()).sort();
  const words = Array.from(keys, (key) => found.get(key) ?? { weight: 0, at: [] });
  const starts = new Int32Array(keys.length + 1);
  words.forEach(({ at }, k) => {
    starts[k + 1] = (starts[k] ?? 0) + at.length;
  });
  const places = Int32Array.from(words.flatMap(({ at }) => at));
  return { sentences, keys, weights: Float64Array.from(words, ({ weight }) => weight), starts, places };
}
