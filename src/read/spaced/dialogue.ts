import type { Span } from '../../base/span.ts';
import { cueVerb } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import type { Quotation } from './quotation.ts';
import { plain } from './token.ts';

/**
 * Quotations as dashes set them off: a paragraph that opens with one is speech, and between dashes stands who speaks
 * ("—Nadie avisó —dijo el guarda—. Salimos."); so too inside quotation marks. Stretches of speech come out as
 * quotations of their own, the words between as the carrier's. Punctuation after RAE, Ortografía (2010), 3.4.8.
 */
export function dialogueIn(
  content: string,
  within: Span,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): readonly Quotation[] {
  const start = within.start + leadOf(content.slice(within.start, within.start + LEAD));
  if (DASH.test(content.charAt(start)) && /\S/u.test(content.charAt(start + 1))) {
    const line = { start, end: within.end, inner: { start: start + 1, end: within.end } };
    return parted(content, line, lexicon);
  }
  return quotations.flatMap((one) => (holdsDash(content, one) ? parted(content, one, lexicon) : [one]));
}

const LEAD = 40;
const DASH = /[—–―]/u;
const leadOf = (head: string): number => head.length - head.trimStart().length;
const holdsDash = (content: string, { start, end }: Span): boolean => DASH.test(content.slice(start, end));

/** The stretches of speech of one quotation, without who speaks between them. */
function parted(content: string, whole: Quotation, lexicon: Lexicon): readonly Quotation[] {
  const parts: Quotation[] = [];
  let from = whole.inner.start;
  for (const aside of asidesIn(content, whole.inner, lexicon)) {
    parts.push(part(content, from === whole.inner.start ? whole.start : from, from, aside.start));
    from = aside.end;
  }
  const rest = part(content, from === whole.inner.start ? whole.start : from, from, whole.inner.end);
  return [...parts, { ...rest, end: whole.end }].filter((one) => /[\p{L}\p{N}]/u.test(inner(content, one)));
}

const inner = (content: string, one: Quotation): string => content.slice(one.inner.start, one.inner.end);

/** Speech from `from` to `to`; the stops that join it to what stands before are inside its marks, not in its words. */
function part(content: string, start: number, from: number, to: number): Quotation {
  const lead = /^[\s.,;:]*/u.exec(content.slice(from, Math.min(to, from + LEAD)))?.[0].length ?? 0;
  const tail = /\s*$/u.exec(content.slice(Math.max(from + lead, to - LEAD), to))?.[0].length ?? 0;
  const first = start === from ? from + (/^[\s.]*/u.exec(content.slice(from, from + lead))?.[0].length ?? 0) : start;
  return { start: first, end: to - tail, inner: { start: from + lead, end: to - tail } };
}

/** Dashes after a space and before a word of saying, with their closing dash where there is one. */
function asidesIn(content: string, speech: Span, lexicon: Lexicon): readonly Span[] {
  const words = content.slice(speech.start, speech.end);
  const asides: Span[] = [];
  let from = 0;
  for (const dash of words.matchAll(/[—–―]/gu)) {
    if (dash.index < from || !/\s/u.test(words.charAt(dash.index - 1))) continue;
    const after = words.slice(dash.index + 1, dash.index + 1 + SHORT);
    if (!speaks(after, lexicon)) continue;
    const close = words.slice(dash.index + 1, dash.index + FAR).search(/[—–―]/u);
    const end = close < 0 ? words.length : dash.index + 1 + close + 1;
    asides.push({ start: speech.start + dash.index, end: speech.start + end });
    from = end;
  }
  return asides;
}

const SHORT = 60;
const FAR = 400;

/** One of the first words is a verb of saying. */
const speaks = (words: string, lexicon: Lexicon): boolean =>
  (plain(words).match(/\p{L}+/gu) ?? []).slice(0, 4).some((word) => cueVerb(lexicon, word) !== undefined);
