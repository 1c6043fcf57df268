import type { Span } from '../../base/span.ts';
import type { Stretch } from '../grammar.ts';
import { dialogueIn } from './dialogue.ts';
import type { Lexicon } from './lexicon.ts';
import { type Quotation, quotationsOf } from './quotation.ts';
import { sentencesOf } from './sentence.ts';
import { type Token, tokensOf } from './token.ts';
import { type Turn, turnsOf } from './turns.ts';

/** A sentence with its words and the quotations of its paragraph. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  readonly stretch: Stretch;
  /** The turn of a transcript that it is part of. */
  readonly turn: Turn | null;
}

interface Read {
  readonly content: string;
  readonly lexicon: Lexicon;
  readonly prose: readonly Sentence[];
}

/** Statements and responses read the same sentences; a value computed once is the same value. */
const known = new WeakMap<readonly Stretch[], Read>();

/** The sentences of all stretches, in order. */
export function proseOf(content: string, stretches: readonly Stretch[], lexicon: Lexicon): readonly Sentence[] {
  const before = known.get(stretches);
  if (before && before.content === content && before.lexicon === lexicon) return before.prose;
  const prose = parted(content, stretches, lexicon);
  known.set(stretches, { content, lexicon, prose });
  return prose;
}

function parted(content: string, stretches: readonly Stretch[], lexicon: Lexicon): readonly Sentence[] {
  const prose = stretches.filter((stretch) => stretch.kind !== 'metadata');
  const turns = turnsOf(content, prose, lexicon);
  return prose.flatMap((stretch) => {
    const marked = quotationsOf(content, stretch);
    const quotations = lexicon.shape.dialogueDashes ? dialogueIn(content, stretch, marked, lexicon) : marked;
    return sentencesOf(content, stretch, quotations, lexicon)
      .map((span) => inTurn(unstamped(content, span), turns))
      .map((span) => ({ ...span, quotations, stretch, tokens: tokensOf(content, span, quotations) }));
  });
}

/** A sentence with the turn that it stands in, and without the turn's label. */
function inTurn(span: Span, turns: readonly Turn[]): Span & { readonly turn: Turn | null } {
  const turn = turns[lastAt(turns, span.start)];
  if (!turn || span.start >= turn.whole.end) return { ...span, turn: null };
  return { start: Math.max(span.start, Math.min(turn.said.start, span.end)), end: span.end, turn };
}

/** The last turn that begins at a place or before it, -1 if none does. */
function lastAt(turns: readonly Turn[], place: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.whole.start ?? place) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A live blog's stamp before an entry, or a wire's dateline, is no part of its sentence. */
const STAMP = /^\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|[A-Z]{3,4}))?\s*[:–—-]?\s+(?=["“‘'\p{Lu}])/u;
const DATELINE =
  /^\p{Lu}[\p{Lu}’'-]{2,}(?: \p{Lu}{2,}){0,2}(?:, \p{Lu}[\p{L}]{2,8}\.?(?: \d{1,2})?)?(?:,? \d{1,2} \p{L}{3,9}\.?)?(?:,? \(\p{L}[\p{L}&/ -]{1,30}\))?:?\s*[–—-]{1,2}\s+(?=["“‘'\p{Lu}])/u;

function unstamped(content: string, span: Span): Span {
  const head = content.slice(span.start, Math.min(span.end, span.start + 90));
  const stamp = STAMP.exec(head) ?? DATELINE.exec(head);
  return stamp && stamp[0].length < span.end - span.start
    ? { start: span.start + stamp[0].length, end: span.end }
    : span;
}
