import { type Quote, quoteAt, type Span } from '../base/span.ts';

/** Finds words again in one stretch of a text, letter by letter but for white space, width and the shape of marks. */
export interface Locator {
  /** The so-manyth occurrence, from 0; the only one where there are fewer. */
  readonly nth: (words: string, n: number) => Quote | null;
  /** The occurrence nearest to a place. */
  readonly near: (words: string, place: Span) => Quote | null;
}

/** A locator for one stretch; folds it once. */
export function finderIn(content: string, within: Span): Locator {
  const map = folded(content.slice(within.start, within.end));
  const places = (words: string): readonly Quote[] => {
    const key = folded(words).words.trim();
    const found: Quote[] = [];
    if (key === '') return found;
    for (let at = map.words.indexOf(key); at >= 0 && found.length < MOST; at = map.words.indexOf(key, at + 1)) {
      const start = map.from[at];
      const end = map.to[at + key.length - 1];
      if (start !== undefined && end !== undefined && whole(map.words, at, key))
        found.push(quoteAt(content, within.start + start, within.start + end));
    }
    return found;
  };
  return {
    nth: (words, n) => {
      const found = places(words);
      return found[n] ?? (found.length === 1 ? (found[0] ?? null) : null);
    },
    near: (words, place) =>
      places(words).reduce<Quote | null>(
        (best, one) => (best === null || gap(one, place) < gap(best, place) ? one : best),
        null,
      ),
  };
}

/** More occurrences than this are of one short word. */
const MOST = 1000;

const gap = (one: Span, other: Span): number => Math.max(0, one.start - other.end, other.start - one.end);

/** Cuts no word of a script that parts its words. */
function whole(words: string, at: number, key: string): boolean {
  const joined = (a: string, b: string): boolean => WORD.test(a) && WORD.test(b);
  return (
    !joined(words.charAt(at - 1), key.charAt(0)) && !joined(key.charAt(key.length - 1), words.charAt(at + key.length))
  );
}

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;

interface Folded {
  readonly words: string;
  /** Where the character behind each unit starts and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** NFKC, one space for any run of white space, straight marks, nothing invisible; each unit with its place. */
function folded(words: string): Folded {
  let out = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const char of words) {
    const start = at;
    at += char.length;
    const piece = /\s/u.test(char) ? (out.endsWith(' ') ? '' : ' ') : pieceOf(char);
    for (let unit = 0; unit < piece.length; unit++) {
      from.push(start);
      to.push(at);
    }
    out += piece;
  }
  return { words: out, from, to };
}

const MARKS: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };
const INVISIBLE = /\p{Cf}/u;

const pieceOf = (char: string): string =>
  char < '\u0080' ? char : INVISIBLE.test(char) ? '' : (MARKS[char] ?? char.normalize('NFKC'));
