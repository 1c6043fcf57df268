import {
  ZH_ACROSS_WORDS,
  ZH_BARE,
  ZH_CUE_JOINS,
  ZH_CUE_TAILS,
  ZH_CUES,
  ZH_NEGATION,
  ZH_NOT_AFTER,
  ZH_NOT_BEFORE,
  ZH_NOUN_CUES,
  ZH_WHILE_ANSWERING,
} from '../locales/zh/cues.ts';
import type { StatementClass } from '../statement.ts';
import type { Sentence } from './sentence.ts';
import { anyOf, finderOf, wordsOf } from './words.ts';

/** A word that attributes, with its place in the masked sentence. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** The class that the cue alone decides. */
  readonly class: StatementClass | null;
}

const CLASS_OF = new Map(ZH_CUES.flatMap((row) => wordsOf(row.words).map((word) => [word, row.class] as const)));
const JOINS = anyOf(wordsOf(ZH_CUE_JOINS));
const TAILS = anyOf(wordsOf(ZH_CUE_TAILS));
const candidates = finderOf(
  [...CLASS_OF.keys()],
  `(?:(?:${TAILS})|(?:${JOINS})(${anyOf([...CLASS_OF.keys()])}))?`,
  ZH_ACROSS_WORDS,
);

/** The cues of a masked sentence in order; idioms, nouns and negated cues are left out. */
export function cuesIn(mask: string): readonly Cue[] {
  const found: Cue[] = [];
  for (const match of candidates(mask)) {
    const base = match[1] ?? '';
    const word = fitted(match[0], base, mask, match.index);
    const end = match.index + word.length;
    const before = mask.slice(Math.max(0, match.index - 12), match.index);
    const after = mask.slice(end, end + 14);
    const issued = (): boolean =>
      /(?:发布|发表|发出|发)(?:情况|官方|书面|严正|警情)?$/u.test(before) && (/^[：，]/u.test(after) || word !== base);
    if (before.endsWith('的') && word === base && !/^[：“]/u.test(after) && !nominal(word, after)) continue;
    if (after.startsWith('》') || /^(?:是否|能否|可否|有无)/u.test(after)) continue;
    if ((ZH_NOT_BEFORE[base]?.test(before) && !issued()) || negated(before)) continue;
    if (word === base && ZH_NOT_AFTER[base]?.test(after)) continue;
    if (/^(?:回[应复答覆]|答[复覆])$/u.test(word) && ZH_WHILE_ANSWERING.test(mask.slice(end, end + 24))) continue;
    if (
      (/^的(?!是)/u.test(after) && !(/^的[，：]/u.test(after) && /听[^，。]{1,8}$/u.test(before))) ||
      (/^[，。]?$/u.test(after) && before === '') ||
      (ZH_BARE.test(after.trimEnd()) && after.length > 2)
    )
      continue;
    found.push({ start: match.index, end, word, class: classOf(base, match[2]) });
  }
  return found;
}

/** One of these stands in every negation; most words before a cue hold none. */
const MAY_NEGATE = /[不没未拒婉谢难无请谁如怎是能可何]/u;
const negated = (before: string): boolean => MAY_NEGATE.test(before) && ZH_NEGATION.test(before);

/** The cues of each sentence read before: its speakers ask for them again. */
const read = new WeakMap<Sentence, readonly Cue[]>();

export function cuesOf(sentence: Sentence): readonly Cue[] {
  const known = read.get(sentence) ?? cuesIn(sentence.mask);
  read.set(sentence, known);
  return known;
}

/** `给出的说法是…`: a noun that attributes what follows 是. */
const nominal = (word: string, after: string): boolean =>
  ZH_NOUN_CUES.has(word) &&
  /^(?:就|则|都|也|均|仍|只|一律)?(?:[是为]|(?<=只|仅)有[^，。：“]{1,6}：|仅有[^，。：“]{1,6}：)/u.test(after);

/** A tail that begins another word (说明, 称重) is no tail. */
function fitted(word: string, base: string, mask: string, at: number): string {
  if (word === base) return word;
  const tail = word.slice(-1);
  const after = mask.slice(at + word.length, at + word.length + 3);
  return ZH_NOT_AFTER[tail]?.test(after) ? base : word;
}

const classOf = (base: string, second: string | undefined): StatementClass | null =>
  CLASS_OF.get(base) ?? (second ? (CLASS_OF.get(second) ?? null) : null);
