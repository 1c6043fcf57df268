import type { Span } from '../../base/span.ts';
import { spanOf } from './content.ts';
import { cueVerb } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { subjectBefore } from './noun-phrase.ts';
import { capital, type Token } from './token.ts';

/** How far the subject of a sentence is looked for, in words. */
const REACH = 36;

/** The subject that a verb without one takes up ("X opened the gate, saying …"): the subject of its sentence. */
export function antecedentOf(tokens: readonly Token[], at: number, lexicon: Lexicon): Span | null {
  const near = pronounBefore(tokens, at, lexicon);
  if (near) return near;
  const from = pastLeads(tokens, at, lexicon);
  const first = tokens[from];
  if (!first?.word || first.quoted >= 0 || from >= at) return null;
  if (lexicon.pronouns.has(first.low) && lexicon.pronouns.get(first.low) !== 'self')
    return { start: first.start, end: first.end };
  for (let i = from + 1; i < Math.min(at, from + REACH); i++) {
    if (!finite(tokens, i, from, lexicon)) continue;
    const { phrase } = subjectBefore(tokens, i, lexicon);
    return phrase && phrase.start >= from ? spanOf(tokens, phrase.start, phrase.end) : null;
  }
  return named(tokens, from, at, lexicon);
}

/** "…, but he talked on, saying": the subject of the last clause, where it is a pronoun. */
function pronounBefore(tokens: readonly Token[], at: number, { words, pronouns }: Lexicon): Span | null {
  for (let i = at - 2; i > Math.max(0, at - REACH); i--) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token || token.quoted >= 0 || token.text === ';') return null;
    const meant = pronouns.get(token.low);
    if (meant !== 'he' && meant !== 'she' && meant !== 'they') continue;
    if (before?.text === ',' || words.contrast.has(before?.low ?? '') || words.conjunctions.has(before?.low ?? ''))
      return { start: token.start, end: token.end };
  }
  return null;
}

/** Past leading clauses and phrases: "After the vote, …", "In Obel on Tuesday, …". */
function pastLeads(tokens: readonly Token[], at: number, { words }: Lexicon): number {
  let from = 0;
  for (let guard = 0; guard < 4; guard++) {
    const first = tokens[from];
    if (!first) return from;
    const low = first.low;
    if (
      words.conjunctions.has(low) ||
      words.contrast.has(low) ||
      words.adverbs.has(low) ||
      words.adverbEnding.test(low)
    ) {
      from += tokens[from + 1]?.text === ',' ? 2 : 1;
      continue;
    }
    const lead =
      words.prepositions.has(low) || words.leads.has(low) || words.clausal.has(low) || words.gerundEnding.test(low);
    if (!lead) return from;
    let comma = from + 1;
    while (comma < at && (tokens[comma]?.text !== ',' || (tokens[comma]?.quoted ?? -1) >= 0)) comma++;
    if (comma >= at) return from;
    from = comma + 1;
  }
  return from;
}

/** A verb that can bear a subject: an auxiliary, a past form, or a verb of saying. */
function finite(tokens: readonly Token[], i: number, from: number, lexicon: Lexicon): boolean {
  const { words } = lexicon;
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token?.word || token.quoted >= 0 || /'s$/u.test(token.low)) return false;
  if (words.relatives.has(before?.low ?? '') && i - 1 > from) return false;
  if (words.auxiliaries.has(token.low)) return !words.gerundEnding.test(token.low);
  if (capital(token)) return false;
  const led =
    words.determiners.has(before?.low ?? '') ||
    words.possessives.has(before?.low ?? '') ||
    words.prepositions.has(before?.low ?? '');
  if (led) return false;
  if (words.finiteEnding.test(token.low)) return !/(?:ed)$/u.test(token.low) || !capital(tokens[i + 1]);
  return (
    cueVerb(lexicon, token.low) !== undefined && !words.gerundEnding.test(token.low) && !words.nounCues.has(token.low)
  );
}

/** A name at the head, where no word shows the verb. */
function named(tokens: readonly Token[], from: number, at: number, lexicon: Lexicon): Span | null {
  let end = from;
  if (lexicon.words.determiners.has(tokens[end]?.low ?? '')) end++;
  const start = end;
  while (
    end < at &&
    (capital(tokens[end]) || lexicon.words.nameLinks.has(tokens[end]?.low ?? '')) &&
    (tokens[end]?.quoted ?? -1) < 0
  )
    end++;
  return end > start && tokens[end]?.word ? spanOf(tokens, from, end) : null;
}

/** The noun phrase that "who" at a place refers to: the words just before it, back to their article or name. */
export function beforeRelative(tokens: readonly Token[], at: number, { words }: Lexicon): Span | null {
  let end = at;
  while (end > 0 && (tokens[end - 1]?.text === ',' || words.prepositions.has(tokens[end - 1]?.low ?? ''))) end--;
  let start = end;
  while (start > 0 && end - start < 9) {
    const token = tokens[start - 1];
    if (!token?.word || token.quoted >= 0) break;
    const verbal =
      words.auxiliaries.has(tokens[start - 2]?.low ?? '') || words.finiteEnding.test(tokens[start - 2]?.low ?? '');
    const inside = words.phrasePrepositions.has(token.low) && !words.by.has(token.low) && start < end && !verbal;
    if (
      !inside &&
      (words.prepositions.has(token.low) || words.auxiliaries.has(token.low) || words.relatives.has(token.low))
    )
      break;
    if (words.finiteEnding.test(token.low) && !capital(token) && !/'s$/u.test(token.low)) break;
    if (words.conjunctions.has(token.low) && !(capital(tokens[start]) && capital(tokens[start - 2]))) break;
    start--;
    if (
      (words.determiners.has(token.low) || words.possessives.has(token.low)) &&
      !words.phrasePrepositions.has(tokens[start - 1]?.low ?? '')
    )
      break;
  }
  return end > start ? spanOf(tokens, start, end) : null;
}
