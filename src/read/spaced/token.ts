import type { Span } from '../../base/span.ts';

/** A word or a mark. `quoted` is the index of the quotation that it stands in, or -1. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, straight apostrophes. */
  readonly low: string;
  readonly word: boolean;
  /** Written with a capital. */
  readonly upper: boolean;
  readonly quoted: number;
}

const TOKEN =
  /@[\p{L}\p{N}_]+|[\p{L}\p{N}€$£][\p{L}\p{N}\p{M}€$£%_]*(?:[’'.,:&\-–/](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}%_]+)*(?:['’](?=s?\b)s)?|\S/gu;
const WORD = /^(?:[\p{L}\p{N}€$£]|@[\p{L}\p{N}_])/u;

/** The tokens of one span, each with the quotation it lies in. */
export function tokensOf(content: string, within: Span, quotations: readonly Span[]): readonly Token[] {
  const tokens: Token[] = [];
  let at = firstAfter(quotations, within.start);
  for (const found of content.slice(within.start, within.end).matchAll(TOKEN)) {
    const start = within.start + found.index;
    const end = start + found[0].length;
    while (at < quotations.length && (quotations[at]?.end ?? end) <= start) at++;
    const around = quotations[at];
    const quoted = around && around.start <= start && end <= around.end ? at : -1;
    const text = found[0];
    tokens.push({ start, end, text, low: plain(text), word: isWord(text), upper: isUpper(text), quoted });
  }
  return tokens;
}

/** Lower case with straight apostrophes: the form in which words are looked up. */
export const plain = remembered((words) => {
  const low = words.toLowerCase();
  return CURLY.test(low) ? low.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"') : low;
});

const CURLY = /[‘’“”]/;

/** What is made of words, kept: the same few words come again and again, the same sentence several times in a row. */
export function remembered(make: (words: string) => string): (words: string) => string {
  const short = new Map<string, string>();
  const latest: { words: string; made: string }[] = [];
  let at = 0;
  return (words) => {
    // A longer one would be a slice that keeps its whole text in memory (V8).
    if (words.length > 12) {
      const before = latest.find((one) => one.words === words);
      if (before) return before.made;
      const made = make(words);
      latest[at++ % LATEST] = { words, made };
      return made;
    }
    const before = short.get(words);
    if (before !== undefined) return before;
    if (short.size >= 50_000) short.clear();
    const made = make(words);
    short.set(words, made);
    return made;
  };
}

const LATEST = 8;

/** A pattern for single words, asked again and again for the same ones. */
export interface WordPattern {
  test(word: string): boolean;
}

/** The pattern with its answers kept; longer words would keep the text that they are cut from (V8). */
export function onWords(pattern: RegExp): WordPattern {
  const known = new Map<string, boolean>();
  return {
    test: (word) => {
      if (word.length > 12) return pattern.test(word);
      const before = known.get(word);
      if (before !== undefined) return before;
      if (known.size >= 50_000) known.clear();
      const answer = pattern.test(word);
      known.set(word, answer);
      return answer;
    },
  };
}

/** Whether a word is written with a capital. */
export const capital = (token: Token | undefined): boolean => token?.upper === true;

/** Most words are plain Latin: their first letter tells without a pattern. */
function isUpper(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

function isWord(text: string): boolean {
  const code = text.charCodeAt(0) | 32;
  return (code >= 97 && code <= 122 && text.charCodeAt(0) < 128) || WORD.test(text);
}

function firstAfter(quotations: readonly Span[], start: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
