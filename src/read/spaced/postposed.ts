import type { Span } from '../../base/span.ts';
import { apposed, closesBefore, pastAddressee } from './aside.ts';
import type { Attribution } from './attribution.ts';
import { complementAfter } from './complement.ts';
import { leftward, rightward } from './content.ts';
import type { CueVerb, Lexicon } from './lexicon.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';
import { capital, type Token } from './token.ts';

/**
 * Where a language lets the subject follow its verb or fall away: "dijo a la prensa la alcaldesa que …",
 * "«…», reprochó a los concejales su presidenta", "«…», subrayó". Null where the usual order is to be tried.
 */
export function postposed(
  s: Sentence,
  left: number,
  last: number,
  cue: Span,
  verb: CueVerb,
  lexicon: Lexicon,
): readonly Attribution[] | null {
  const { tokens } = s;
  const from = pastAside(tokens, pastAddressee(tokens, last + 1, lexicon), lexicon);
  const phrase = subjectFrom(tokens, from, !verb.frames.has('np'), lexicon);
  const end = phrase ? apposed(tokens, phrase, lexicon) : null;
  if (phrase && end !== null) {
    const source = { start: phrase.start, end };
    if (followsSpeech(tokens, left)) return leftward(s, left + 1, cue, verb, source, end, lexicon);
    const complement = announced(tokens, end, lexicon);
    return complement === null
      ? null
      : rightward(s, complement, { cue, verb, source: between(tokens, source), sourceless: false }, lexicon);
  }
  const stops = tokens[from] === undefined || /^[.,;:—–]$/u.test(tokens[from]?.text ?? '');
  if (!followsSpeech(tokens, left) || !stops || complementAfter(tokens, last, verb, lexicon)) return null;
  return leftward(s, left + 1, cue, verb, { start: from, end: from }, from, lexicon).map((one) => ({
    ...one,
    source: null,
  }));
}

const between = (tokens: readonly Token[], { start, end }: Span): Span => ({
  start: tokens[start]?.start ?? 0,
  end: tokens[end - 1]?.end ?? 0,
});

/** The verb stands right after a quotation, or after the pause or dash that closes one. */
const followsSpeech = (tokens: readonly Token[], left: number): boolean =>
  closesBefore(tokens, left) ||
  (/^[—–]$/u.test(tokens[left]?.text ?? '') && (tokens[left - 1]?.quoted ?? -1) >= 0) ||
  false;

/** "reconoció ayer, visiblemente afectado, el gerente": past a date or adverb, and what stands between pauses. */
function pastAside(tokens: readonly Token[], from: number, { words }: Lexicon): number {
  let at = from;
  while (words.adverbs.has(tokens[at]?.low ?? '') || (words.times.has(tokens[at]?.low ?? '') && !capital(tokens[at])))
    at++;
  if (tokens[at]?.text !== ',') return at;
  for (let next = at + 1; next < Math.min(tokens.length - 1, at + 8); next++) {
    if (tokens[next]?.text === ',') return words.determiners.has(tokens[next + 1]?.low ?? '') ? next + 1 : at;
    if (!tokens[next]?.word || (tokens[next]?.quoted ?? -1) >= 0) return at;
  }
  return at;
}

/** A noun phrase that can speak: a name, or one whose first words hold a noun for a source. */
function subjectFrom(tokens: readonly Token[], from: number, sure: boolean, lexicon: Lexicon): Span | null {
  const { words, heads, pronouns } = lexicon;
  const first = tokens[from];
  if (!first?.word || first.quoted >= 0 || words.that.has(first.low) || words.prepositions.has(first.low)) return null;
  const phrase = phraseFrom(tokens, from, lexicon);
  if (!phrase) return null;
  const lead = tokens.slice(phrase.start, Math.min(phrase.end, phrase.start + 3));
  const known = lead.some((token) => heads.has(token.low) || capital(token));
  const before = sure && words.articles.has(first.low) && words.that.has(tokens[phrase.end]?.low ?? '');
  return known || before || (pronouns.has(first.low) && pronouns.get(first.low) !== 'who') ? phrase : null;
}

/** Where the content begins after the subject: behind "que", a colon, or a quotation mark. */
function announced(tokens: readonly Token[], at: number, { words }: Lexicon): number | null {
  for (let next = at; next < Math.min(tokens.length, at + 8); next++) {
    const token = tokens[next];
    if (!token) return null;
    if (words.that.has(token.low)) return next === at || !isPause(tokens[next - 1]) ? next + 1 : null;
    if (token.text === ':') return tokens[next + 1] ? next + 1 : null;
    if (token.quoted >= 0) return next;
    const filler = words.times.has(token.low) || words.prepositions.has(token.low) || words.determiners.has(token.low);
    if (!filler && !words.adverbs.has(token.low)) return null;
  }
  return null;
}

const isPause = (token: Token | undefined): boolean => token?.text === ',';
