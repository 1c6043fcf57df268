import type { Span } from '../../base/span.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './clause.ts';
import { isCue } from './cue.ts';
import type { CueVerb, Lexicon } from './lexicon.ts';
import type { Sentence } from './prose.ts';
import { capital, type Token } from './token.ts';

/** An attribution but for its content. */

export type Rest = Pick<Attribution, 'cue' | 'verb' | 'source' | 'sourceless' | 'antecedent'>;

/** Content to the right of its cue: a quotation, or the clause. */
export function rightward(
  s: Sentence,
  from: number,
  rest: Rest,
  lexicon: Lexicon,
  limit = s.tokens.length,
): readonly Attribution[] {
  const { tokens } = s;
  const to = Math.min(limit, clauseEnd(tokens, from, lexicon));
  const first = tokens[from];
  const quotation = first && first.quoted >= 0 ? s.quotations[first.quoted] : undefined;
  if (quotation && alone(tokens, from, to, first?.quoted ?? -1))
    return [{ ...rest, content: quotation.inner, direct: true }];
  if (quotation && first && said(rest) && tailed(tokens, from, first.quoted, lexicon))
    return [{ ...rest, content: quotation.inner, direct: true }];
  const content = clauseSpan(tokens, from, to);
  return content ? [{ ...rest, content, direct: false }] : [];
}

/** A verb that takes nothing but a quotation. */
const said = ({ verb }: Rest): boolean => verb !== null && verb.frames.size === 0;

/** After the quotation only a time or another clause follows. */
function tailed(tokens: readonly Token[], from: number, quoted: number, { words }: Lexicon): boolean {
  let at = from;
  while (tokens[at]?.quoted === quoted) at++;
  const low = tokens[at]?.low ?? '';
  return words.times.has(low) || words.leads.has(low) || words.adverbs.has(low) || words.prepositions.has(low);
}

/** Content to the left of cue and source, and what follows them. */
export function leftward(
  s: Sentence,
  left: number,
  cue: Span,
  verb: CueVerb,
  phrase: Span,
  after: number,
  lexicon: Lexicon,
): readonly Attribution[] {
  const { tokens } = s;
  const rest: Rest = { cue, verb, source: spanOf(tokens, phrase.start, phrase.end), sourceless: false };
  let end = left;
  while (end > 0 && /^[,–—]$/u.test(tokens[end - 1]?.text ?? '') && (tokens[end - 1]?.quoted ?? -1) < 0) end--;
  const begin = clauseStart(tokens, end, lexicon);
  const inside = tokens[end - 1]?.quoted ?? -1;
  const later = laterQuotation(tokens, after, inside, lexicon);
  const quotation = s.quotations[inside];
  if (quotation && alone(tokens, begin, end, inside)) {
    const first: Attribution = { ...rest, content: quotation.inner, direct: true };
    const second = later === null ? undefined : s.quotations[later];
    return second ? [first, { ...rest, content: second.inner, direct: true }] : [first];
  }
  if (end <= begin) return [];
  const middle =
    tokens[after]?.text === ',' &&
    !whole(tokens, begin, end, lexicon) &&
    !lexicon.words.relatives.has(tokens[after + 1]?.low ?? '') &&
    after + 1 < tokens.length &&
    !lexicon.words.gerundEnding.test(tokens[after + 1]?.low ?? '') &&
    !lexicon.words.contrast.has(tokens[after + 1]?.low ?? '');
  const span = clauseSpan(tokens, begin, middle ? clauseEnd(tokens, after, lexicon) : end);
  return span ? [{ ...rest, content: span, direct: false }] : [];
}

/** What stands before the cue is a clause already: what follows only tells who spoke. */
function whole(tokens: readonly Token[], begin: number, end: number, { words }: Lexicon): boolean {
  const lead = tokens[begin]?.low ?? '';
  if (words.leads.has(lead) || words.clausal.has(lead)) return false;
  for (let at = begin + 1; at < end; at++) {
    const token = tokens[at];
    if (!token || /'s$/u.test(token.low)) continue;
    if (words.relatives.has(token.low)) return false;
    if (
      words.auxiliaries.has(token.low) ||
      (words.finiteEnding.test(token.low) && !words.determiners.has(tokens[at - 1]?.low ?? ''))
    )
      return at + 1 < end || /n't$/u.test(token.low);
  }
  return false;
}

/** Without the marks at either end that never belong to a statement. */
export function clauseSpan(tokens: readonly Token[], from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (end > start && /^[.,;:!?…–—)]$/u.test(tokens[end - 1]?.text ?? '') && (tokens[end - 1]?.quoted ?? -1) < 0)
    end--;
  while (start < end && /^[,;:–—.]$/u.test(tokens[start]?.text ?? '')) start++;
  return end > start ? spanOf(tokens, start, end) : null;
}

export const spanOf = (tokens: readonly Token[], start: number, end: number): Span => ({
  start: tokens[start]?.start ?? 0,
  end: tokens[end - 1]?.end ?? 0,
});

/** The quotation fills the clause. */
function alone(tokens: readonly Token[], from: number, to: number, quoted: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.word && token.quoted !== quoted) return false;
  }
  return true;
}

/** The sentence's start, or the last semicolon. */
function clauseStart(tokens: readonly Token[], end: number, lexicon: Lexicon): number {
  for (let at = end - 1; at > 0; at--) {
    const token = tokens[at];
    if (!token || token.quoted >= 0) continue;
    if (
      token.text === ';' ||
      (token.text === ':' && (capital(tokens[at + 1]) || fills(tokens, at + 1, end) || answered(tokens, at, lexicon)))
    )
      return at + 1;
  }
  return lexicon.words.contrast.has(tokens[0]?.low ?? '') && end > 1 && (tokens[1]?.quoted ?? -1) >= 0 ? 1 : 0;
}

/** "The union rejects that: the sum, it says, …": what stands before the colon is said already. */
const answered = (tokens: readonly Token[], colon: number, { words }: Lexicon): boolean =>
  words.that.has(tokens[colon - 1]?.low ?? '') || words.empty.has(tokens[colon - 1]?.low ?? '');

/** From here on all is one quotation. */
const fills = (tokens: readonly Token[], from: number, to: number): boolean =>
  (tokens[from]?.quoted ?? -1) >= 0 && alone(tokens, from, to, tokens[from]?.quoted ?? -1);

/** The quotation that goes on after `"…," she said,`. */
function laterQuotation(tokens: readonly Token[], after: number, inside: number, lexicon: Lexicon): number | null {
  for (let at = after; at < Math.min(tokens.length, after + 14); at++) {
    const token = tokens[at];
    if (token && token.quoted >= 0 && token.quoted !== inside)
      return /^[,:;–—.]$/u.test(tokens[at - 1]?.text ?? '') ? token.quoted : null;
    if (token?.text === ';' || isCue(tokens, at, lexicon)) return null;
  }
  return null;
}
