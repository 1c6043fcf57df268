import type { Span } from '../../base/span.ts';

/** A word or a mark. `quoted` is the index of the quotation that it stands in, or -1. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, straight apostrophes. */
  readonly low: string;
  readonly word: boolean;
  readonly quoted: number;
}

const TOKEN =
  /[\p{L}\p{N}€$£][\p{L}\p{N}\p{M}€$£%_]*(?:[’'.,:&\-–/](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}%_]+)*(?:['’](?=s?\b)s)?|\S/gu;
const WORD = /^[\p{L}\p{N}€$£]/u;

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
    tokens.push({ start, end, text: found[0], low: plain(found[0]), word: WORD.test(found[0]), quoted });
  }
  return tokens;
}

/** Lower case with straight apostrophes: the form in which words are looked up. */
export const plain = remembered((words) => {
  const low = words.toLowerCase();
  return CURLY.test(low) ? low.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"') : low;
});

const CURLY = /[‘’“”]/;

/** What is made of a word, kept: the same few come again and again. */
export function remembered(make: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    // A longer one would be a slice that keeps its whole text in memory (V8).
    if (word.length > 12) return make(word);
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= 50_000) known.clear();
    const made = make(word);
    known.set(word, made);
    return made;
  };
}

/** Whether a word is written with a capital. */
export const capital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

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
