import { type Span, trimSpan } from '../../base/span.ts';
import { cueVerb } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import type { Quotation } from './quotation.ts';
import { plain } from './token.ts';

/**
 * The sentences of a paragraph. A quotation is never cut: its own full stops are inside; but a quotation that ends with
 * one ends the sentence when a capital follows.
 */
export function sentencesOf(
  content: string,
  within: Span,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): readonly Span[] {
  const sentences: Span[] = [];
  let start = within.start;
  let next = 0;
  // A post that begins in lower case, or shouts, goes on in lower case after its full stops.
  const head = content.slice(within.start, within.start + SHOUTED);
  const casual = /^\s*\p{Ll}/u.test(head) || /[!?]{2}/u.test(head);
  for (let at = within.start; at < within.end; at++) {
    const quotation = quotations[next];
    if (quotation && at >= quotation.start) {
      next++;
      at = Math.max(at, quotation.end - 1);
      if (!endsHere(content, quotation, within.end, lexicon)) continue;
    } else if (!stopsAt(content, at, start, within.end, casual, lexicon)) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  sentences.push({ start, end: within.end });
  return shortened(content, sentences, quotations)
    .map((span) => trimSpan(content, span))
    .filter((span) => span.end > span.start);
}

/** A post shows its manner early. */
const SHOUTED = 400;

/**
 * No sentence is longer, quotations aside: each verb of saying looks about in its whole sentence, so a text without stops
 * would cost its square.
 */
const LONGEST = 1500;

/** Spans cut at white space where they run too long; a quotation stays whole. Spans and quotations come in order. */
function shortened(content: string, spans: readonly Span[], quotations: readonly Quotation[]): readonly Span[] {
  const parts: Span[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    let from = start;
    while (end - from > LONGEST) {
      const space = content.lastIndexOf(' ', from + LONGEST);
      let to = space > from + LONGEST / 2 ? space : from + LONGEST;
      while ((quotations[next]?.end ?? end) <= to) next++;
      const around = quotations[next];
      if (around && around.start < to) to = Math.min(around.end, end);
      parts.push({ start: from, end: to });
      from = to;
    }
    if (end > from) parts.push({ start: from, end });
  }
  return parts;
}

const AFTER = /^\s+["“‘'«([]{0,3}[¿¡]?[\p{Lu}\p{N}]|^\s*$/u;

function stopsAt(content: string, at: number, start: number, end: number, casual: boolean, lexicon: Lexicon): boolean {
  const char = content.charAt(at);
  if (char === '\n') return true;
  if (char === ')' && /[.!?]/u.test(content.charAt(at - 1)) && at > start + 1)
    return AFTER.test(content.slice(at + 1, Math.min(end, at + 6)));
  if (!/[.!?…]/u.test(char)) return false;
  const rest = content.slice(at + 1, Math.min(end, at + 6));
  if (/[!?]/u.test(char) && /^\s/u.test(rest)) return true;
  if (
    at + 1 < end &&
    !AFTER.test(rest) &&
    !/^\s+["“‘']/u.test(rest) &&
    !(casual && /^\s+\p{Ll}/u.test(rest) && /(?:\p{Ll}{2}|["”’])$/u.test(content.slice(at - 3, at)))
  )
    return false;
  if (char !== '.') return true;
  const word = content.slice(Math.max(start, at - 14), at).match(/[\p{L}.]+$/u)?.[0] ?? '';
  const low = plain(word);
  if (lexicon.abbreviations.has(low)) return at + 1 >= end;
  const initial = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && /^\s+["“‘]?\p{Lu}/u.test(rest);
  return !initial;
}

function endsHere(content: string, quotation: Quotation, end: number, lexicon: Lexicon): boolean {
  const last = content.charAt(quotation.inner.end - 1);
  if (!/[.!?…]/u.test(last)) return false;
  const rest = content.slice(quotation.end, Math.min(end, quotation.end + 90));
  if (/^["“‘\p{Lu}]/u.test(rest)) return true;
  if (!AFTER.test(rest.slice(0, 4)) && !/^\s+["“‘']/u.test(rest)) return false;
  return last === '.' || !tagged(rest, lexicon);
}

/** "Who pays?" Brandt asked. */
function tagged(rest: string, lexicon: Lexicon): boolean {
  const clause = rest.slice(0, rest.search(/[.,;:]|$/u));
  const words = plain(clause).trim().split(/\s+/u).slice(0, 6);
  return words.some(
    (word, index) => index > 0 && !lexicon.words.nounCues.has(word) && cueVerb(lexicon, word) !== undefined,
  );
}
