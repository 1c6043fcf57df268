import type { Span } from '../../base/span.ts';
import { isCue } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseFrom, type Subject } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';
import { capital, type Token } from './token.ts';

/** `"…," said Tom Aldous`, `…, says his lawyer`: the subject stands after the verb. */
export function invertedAt(
  s: Sentence,
  at: number,
  last: number,
  lexicon: Lexicon,
): { left: number; source: Span; after: number } | null {
  const { tokens } = s;
  const before = tokens[at - 1];
  if (!before || (before.text !== ',' && before.quoted < 0 && !/^[?!–—]$/u.test(before.text))) return null;
  const phrase = phraseFrom(tokens, last + 1, lexicon);
  const first = tokens[phrase?.start ?? -1];
  if (!phrase || !first || lexicon.words.that.has(first.low) || lexicon.words.empty.has(first.low)) return null;
  if (before.quoted >= 0 && saysOn(tokens, last, lexicon)) return null;
  const quote = before.quoted >= 0 || (tokens[at - 2]?.quoted ?? -1) >= 0;
  const next = tokens[phrase.end];
  const named = capital(first) || lexicon.words.determiners.has(first.low) || lexicon.words.possessives.has(first.low);
  const bare = phrase.end - phrase.start <= 4;
  if (
    !quote &&
    (!(named || bare) ||
      (next && !/^[,.;]$/u.test(next.text) && !(next.text === ':' && (tokens[phrase.end + 1]?.quoted ?? -1) >= 0)) ||
      phrase.end - phrase.start > 8)
  )
    return null;
  if (tokens.slice(phrase.start, phrase.end).some((one) => lexicon.words.auxiliaries.has(one.low) && !capital(one)))
    return null;
  const end = named ? apposed(tokens, phrase, lexicon) : phrase.end;
  return { left: at, source: { start: phrase.start, end }, after: end };
}

/** `said one of them, Ola Fenn.`: the name after a description belongs to it. */
export function apposed(tokens: readonly Token[], phrase: Span, lexicon: Lexicon): number {
  const { words } = lexicon;
  const low = tokens[phrase.start]?.low ?? '';
  const described = words.determiners.has(low) || words.possessives.has(low);
  const named = lexicon.firstNames.has(tokens[phrase.end + 1]?.low ?? '');
  if (!described || tokens[phrase.end]?.text !== ',') return phrase.end;
  if (capital(tokens[phrase.end - 1]) && !(named && lexicon.shape.freeSubject)) return phrase.end;
  let end = phrase.end + 1;
  while (capital(tokens[end]) && !isDate(tokens, end, lexicon) && (tokens[end]?.quoted ?? -1) < 0) end++;
  const count = end - phrase.end - 1;
  const stops = tokens[end] === undefined || /^[,.;:]$/u.test(tokens[end]?.text ?? '');
  return count >= 2 && count <= 4 && stops ? end : phrase.end;
}

/** A word of a date, unless a first name makes it a surname: "Teresa Abril". */
const isDate = (tokens: readonly Token[], at: number, { words, firstNames }: Lexicon): boolean =>
  words.times.has(tokens[at]?.low ?? '') && !firstNames.has(tokens[at - 1]?.low ?? '');

/** `…, the chamber said, …`: subject and verb stand between pauses. */
export function parenthetical(
  s: Sentence,
  subject: Subject,
  last: number,
  lexicon: Lexicon,
): { left: number; after: number } | null {
  const { tokens } = s;
  const start = subject.phrase?.start ?? 0;
  const before = tokens[start - 1];
  if (!before || !(/^[,–—?!]$/u.test(before.text) || before.quoted >= 0)) return null;
  let after = last + 1;
  const { words } = lexicon;
  if (quotedUp(s, start) && !words.that.has(tokens[after]?.low ?? '') && tokens[after]?.text !== ':')
    return { left: start, after: pauseAfter(tokens, after) };
  while (after < tokens.length && after - last < 14 && tokens[after]?.word && (tokens[after]?.quoted ?? -1) < 0) {
    if (words.that.has(tokens[after]?.low ?? '')) return null;
    after++;
  }
  const next = tokens[after];
  if (next && next.quoted >= 0) return null;
  if (next && !/^[,.;:–—]$/u.test(next.text)) return null;
  if (next?.text === ':') return null;
  if (
    !quotedLeft(tokens, start) &&
    opensLead(tokens, lexicon) &&
    !verbal(tokens, start, lexicon) &&
    next?.text === ',' &&
    participle(tokens, after + 1, lexicon)
  )
    return null;
  if (next?.text === ',' && (tokens[after + 1]?.quoted ?? -1) >= 0 && opensLead(tokens, lexicon)) return null;
  const beside = quotedLeft(tokens, start);
  const told = isCue(tokens, last, lexicon)?.frames.has('person') === true && after - last < 6;
  if (after > last + 1 && !beside && !told && !shortTail(tokens, last + 1, after, lexicon)) return null;
  if (next?.text === ',' && after === last + 1 && !beside && words.that.has(tokens[after + 1]?.low ?? '')) return null;
  return { left: start, after };
}

const quotedLeft = (tokens: readonly Token[], start: number): boolean =>
  (tokens[start - 1]?.quoted ?? -1) >= 0 || (tokens[start - 2]?.quoted ?? -1) >= 0;

/** "…, saying": what is said comes after. */
const participle = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  lexicon.words.gerundEnding.test(tokens[at]?.low ?? '') && isCue(tokens, at, lexicon) !== null;

/** A finite verb stands before the place. */
const verbal = (tokens: readonly Token[], start: number, { words }: Lexicon): boolean =>
  tokens.slice(0, start).some((one) => words.auxiliaries.has(one.low) || words.finiteEnding.test(one.low));

/** The sentence begins with when or where it was said. */
function opensLead(tokens: readonly Token[], { words }: Lexicon): boolean {
  const low = tokens[0]?.low ?? '';
  return (
    words.leads.has(low) ||
    words.prepositions.has(low) ||
    words.adverbs.has(low) ||
    words.clausal.has(low) ||
    words.gerundEnding.test(low)
  );
}

/** The quotation before the subject ends in a comma, or in a mark that no sentence goes on after. */
function quotedUp({ tokens, quotations }: Sentence, start: number): boolean {
  const before = tokens[start - 1];
  const comma = before?.text === ',' && before.quoted < 0;
  const inside = (comma ? tokens[start - 2] : before)?.quoted ?? -1;
  const quotation = quotations[inside];
  if (!quotation) return false;
  const last = tokens.findLast(
    (one, index) => index < start && one.quoted === inside && one.start < quotation.inner.end,
  );
  return /^[,?!…–—-]$/u.test(last?.text ?? '') && quotation.end - quotation.start > 12;
}

/** The next pause outside quotations, or a quotation after a pause. */
function pauseAfter(tokens: readonly Token[], from: number): number {
  let after = from;
  while (after < tokens.length && !(/^[,.;:–—]$/u.test(tokens[after]?.text ?? '') && (tokens[after]?.quoted ?? -1) < 0))
    after++;
  return after;
}

export const closesBefore = (tokens: readonly Token[], left: number): boolean =>
  (tokens[left]?.quoted ?? -1) >= 0 || (tokens[left]?.text === ',' && (tokens[left - 1]?.quoted ?? -1) >= 0);

/** The verb goes on with a clause or a quotation: what stands before it is a name in quotation marks. */
function saysOn(tokens: readonly Token[], last: number, { words }: Lexicon): boolean {
  for (let at = last + 1; at < Math.min(tokens.length, last + 9); at++) {
    const token = tokens[at];
    if (!token || token.quoted >= 0 || token.text === ',' || token.text === '.') return false;
    if (words.that.has(token.low) || token.text === ':') return true;
  }
  return false;
}

/** After the verb only an addressee, a date or a place. */
function shortTail(tokens: readonly Token[], from: number, to: number, { words, pronouns }: Lexicon): boolean {
  const first = tokens[from]?.low ?? '';
  if (pronouns.has(first) && to - from === 1) return true;
  return (
    words.prepositions.has(first) ||
    words.times.has(first) ||
    words.adverbs.has(first) ||
    words.adverbEnding.test(first)
  );
}

/** "a los periodistas": whom it is said to, before whoever says it. */
export function pastAddressee(tokens: readonly Token[], from: number, { words }: Lexicon): number {
  if (!words.purposes.has(tokens[from]?.low ?? '') || !words.prepositions.has(tokens[from]?.low ?? '')) return from;
  for (let at = from + 2; at < Math.min(tokens.length, from + 7); at++) {
    const token = tokens[at];
    if (!token?.word || token.quoted >= 0) return from;
    if (words.determiners.has(token.low) || words.possessives.has(token.low)) return at;
  }
  return from;
}
