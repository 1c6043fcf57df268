import type { Atom } from './atom.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** Whether words in lower case hold what a pattern can't do without. */
export type Need = (low: string) => boolean;

/** One way to say a time: where it stands, and what the found groups mean after what stands before (null: not a time after all). */
export interface Rule {
  readonly pattern: RegExp;
  /** What the words, in lower case, must hold somewhere: cheap to ask, so that most patterns need not run. */
  readonly needs: Need;
  /** Read from the words in lower case: a pattern that need not care for case itself runs twice as fast. */
  readonly low?: boolean;
  readonly read: (groups: Groups, before: string, whole: string) => Omit<Atom, 'start' | 'end'> | null;
}

/**
 * Every atom that the rules find, none overlapping: the earlier one first, of two at one place the longer. Sentence by
 * sentence, because most sentences hold nothing that most rules need.
 */
export function readAtoms(words: string, rules: readonly Rule[]): readonly Atom[] {
  const found: Atom[] = [];
  let start = 0;
  for (const end of sentenceEnds(words)) {
    const sentence = words.slice(start, end);
    const low = lowered(sentence);
    const known = new Map<Need, boolean>();
    for (const rule of rules) {
      const holds = known.get(rule.needs) ?? rule.needs(low);
      known.set(rule.needs, holds);
      if (holds) find(words, { start, text: rule.low ? low : sentence }, rule, found);
    }
    start = end;
  }
  return withoutOverlap(found);
}

const END = /[。！？\n]|[.!?]["”’)]?[ ](?=["“(]?\p{Lu})/gu;
const SHORT = /(?:^|[^\p{L}])\p{L}{1,5}[.]["”’)]?[ ]$/u;

/** Where sentences end, a few short ones together. What may be short for something ("Sept. ", "p.m. ") ends none. */
function sentenceEnds(words: string): readonly number[] {
  const ends: number[] = [];
  let last = 0;
  for (const { index, 0: mark } of words.matchAll(END)) {
    const end = index + mark.length;
    if (end - last < TOGETHER || (mark.startsWith('.') && SHORT.test(words.slice(end - 10, end)))) continue;
    ends.push(end);
    last = end;
  }
  return last === words.length ? ends : [...ends, words.length];
}

/** So long at least is what the rules are asked for at once. */
const TOGETHER = 60;

/** Nothing is needed. */
export const always: Need = () => true;

/** A digit stands somewhere. */
export const digit: Need = (low) => /\d/.test(low);

/** One of the words, or of the beginnings of words, stands somewhere. */
export const has = (words: readonly string[]): Need => {
  const [only] = words;
  if (only !== undefined && words.length === 1) return (low) => low.includes(only);
  const pattern = new RegExp(words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'));
  return (low) => pattern.test(low);
};

/** A word that begins so stands somewhere. */
export const begins = (words: readonly string[]): Need => {
  const pattern = new RegExp(`\\b(?:${words.join('|')})`, 'u');
  return (low) => pattern.test(low);
};

/** Both needs are met. */
export const both = (one: Need, other: Need): Need => {
  return (low) => one(low) && other(low);
};

/** One need or the other is met. */
export const either = (one: Need, other: Need): Need => {
  return (low) => one(low) || other(low);
};

/** The atoms in order without those that begin inside another. */
export function withoutOverlap(atoms: readonly Atom[]): readonly Atom[] {
  const sorted = [...atoms].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Atom[] = [];
  let end = 0;
  for (const atom of sorted) {
    if (atom.start < end) continue;
    kept.push(atom);
    end = atom.end;
  }
  return kept;
}

/** An alternation of words, longest first, so that none hides a longer one. */
export const any = (words: readonly string[]): string =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|')})`;

/** In lower case, as long as before: some letters grow. */
function lowered(words: string): string {
  const low = words.toLowerCase();
  return low.length === words.length ? low : words.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

interface Sentence {
  readonly start: number;
  readonly text: string;
}

/** A loop over one pattern rather than `matchAll`, which makes a new one each time. */
function find(words: string, { start, text }: Sentence, { pattern, read }: Rule, found: Atom[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (end === match.index) {
      pattern.lastIndex = end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
      continue;
    }
    const at = start + match.index;
    const atom = read(match.groups ?? {}, words.slice(Math.max(0, at - 24), at), words.slice(at, start + end));
    if (atom) found.push({ ...atom, start: at, end: start + end });
    pattern.lastIndex = end;
  }
}
