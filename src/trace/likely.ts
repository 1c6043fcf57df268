import type { Known } from './known.ts';

/** Words more widely shared than this join no pairs. */
const MOST = 300;
/** Texts compared with each text for a rewording. */
const BEST = 8;

/** Pairs that share many telling words, numbers and names, whatever their wording: worth a comparison by sentences. */
export function likely(knowns: readonly Known[]): readonly (readonly [number, number])[] {
  const words = knowns.map(tellingWords);
  const places = new Map<number, number[]>();
  words.forEach((set, at) => {
    for (const word of set) {
      const list = places.get(word);
      if (list) list.push(at);
      else places.set(word, [at]);
    }
  });
  const pairs: (readonly [number, number])[] = [];
  const shared = new Int32Array(knowns.length);
  words.forEach((set, at) => {
    const touched: number[] = [];
    for (const word of set) {
      const list = places.get(word) ?? [];
      if (list.length > MOST) continue;
      for (const other of list) {
        if (other >= at) break;
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] ?? 0) + 1;
      }
    }
    for (const other of best(touched, shared, words, set.size)) pairs.push([other, at]);
    for (const other of touched) shared[other] = 0;
  });
  return pairs;
}

const tellingWords = ({ source }: Known): ReadonlySet<number> =>
  new Set(source.sentences.flatMap((sentence) => sentence.tokens.filter((t) => t.weight >= 0.5).map((t) => t.key)));

function best(
  touched: readonly number[],
  shared: Int32Array,
  words: readonly ReadonlySet<number>[],
  size: number,
): readonly number[] {
  const ranked: { at: number; part: number }[] = [];
  for (const at of touched) {
    const count = shared[at] ?? 0;
    const part = count / Math.max(1, Math.min(size, words[at]?.size ?? 0));
    if (count >= 6 && part >= 0.2) ranked.push({ at, part });
  }
  return ranked
    .sort((a, b) => b.part - a.part || a.at - b.at)
    .slice(0, BEST)
    .map(({ at }) => at);
}
