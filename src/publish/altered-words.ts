import type { ImagePair } from '../trace/image-pair.ts';
import { squeezed } from './repeats.ts';

/** One message that pictures show in two wordings, and which pictures show which. */
export interface TwoWordings {
  readonly left: Wording;
  readonly right: Wording;
}

export interface Wording {
  readonly words: string;
  readonly items: readonly string[];
}

/** Every alteration once, however many pairs of pictures show it. The wording that more pictures show stands left. */
export function alteredWords(images: readonly ImagePair[]): readonly TwoWordings[] {
  const found = new Map<string, { a: string; b: string; withA: Set<string>; withB: Set<string> }>();
  for (const { left, right, altered } of images)
    for (const { leftText, rightText } of altered) {
      const turned = squeezed(leftText) > squeezed(rightText);
      const [a, b] = turned ? [rightText, leftText] : [leftText, rightText];
      const key = `${squeezed(a)}\n${squeezed(b)}`;
      const one = found.get(key) ?? { a, b, withA: new Set(), withB: new Set() };
      one.withA.add(turned ? right : left);
      one.withB.add(turned ? left : right);
      found.set(key, one);
    }
  return [...found.values()].map(({ a, b, withA, withB }) => {
    const [first, second] = [
      { words: a, items: [...withA] },
      { words: b, items: [...withB] },
    ];
    return withA.size >= withB.size ? { left: first, right: second } : { left: second, right: first };
  });
}

/** Where two wordings part and meet again: what is before, what differs, what is after. Words are not cut in two. */
export function difference(one: string, other: string): readonly [string, string, string] {
  const pieces = (words: string): readonly string[] => words.match(/[\p{Script=Latin}\p{N}\p{M}]+|[\s\S]/gu) ?? [];
  const [mine, theirs] = [pieces(one), pieces(other)];
  let head = 0;
  while (head < Math.min(mine.length, theirs.length) && mine[head] === theirs[head]) head++;
  let tail = 0;
  while (tail < Math.min(mine.length, theirs.length) - head && mine.at(-1 - tail) === theirs.at(-1 - tail)) tail++;
  const end = mine.length - tail;
  return [mine.slice(0, head).join(''), mine.slice(head, end).join(''), mine.slice(end).join('')];
}
