import { cueVerb } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { capital, type Token } from './token.ts';

/** Where the clause that holds the cue at `at` must end, whatever its content: with its bracket, its relative or its leading clause. */
export function limitOf(
  tokens: readonly Token[],
  at: number,
  from: number,
  relative: boolean,
  lexicon: Lexicon,
): number {
  const bracket = Math.min(closing(tokens, from), nominalEnd(tokens, from, lexicon));
  const comma = relative
    ? relativeEnd(tokens, from, lexicon)
    : leads(tokens, at, lexicon)
      ? leadEnd(tokens, from, lexicon)
      : tokens.length;
  return Math.min(bracket, comma);
}

/** "promised a timetable, but none has come": an object without a verb ends before the next clause. */
function nominalEnd(tokens: readonly Token[], from: number, { words }: Lexicon): number {
  if (!words.determiners.has(tokens[from]?.low ?? '')) return tokens.length;
  for (let at = from + 1; at < Math.min(tokens.length, from + 10); at++) {
    const token = tokens[at];
    if (
      !token ||
      token.quoted >= 0 ||
      words.auxiliaries.has(token.low) ||
      words.finiteEnding.test(token.low) ||
      words.infinitive.has(token.low)
    )
      return tokens.length;
    if (words.conjunctions.has(token.low) && words.auxiliaries.has(tokens[at + 1]?.low ?? '')) return at;
    if (token.text === ',') return words.contrast.has(tokens[at + 1]?.low ?? '') ? at : tokens.length;
  }
  return tokens.length;
}

/** A bracket that closes what opened before `from`. */
function closing(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quoted >= 0) continue;
    if (token.text === '(' || token.text === '[') depth++;
    if (token.text === ')' || token.text === ']') {
      if (depth === 0) return at;
      depth--;
    }
  }
  return tokens.length;
}

/** "who said he was tired, said …": the main verb follows the pause. */
function relativeEnd(tokens: readonly Token[], from: number, { words }: Lexicon): number {
  for (let at = from + 1; at < tokens.length - 1; at++) {
    const next = tokens[at + 1];
    if (tokens[at]?.text !== ',' || (tokens[at]?.quoted ?? -1) >= 0 || !next || next.quoted >= 0) continue;
    if (words.auxiliaries.has(next.low) || words.finiteEnding.test(next.low)) return at;
  }
  return tokens.length;
}

/** The sentence opens with "While", "As", "After", and the cue stands in that clause. */
function leads(tokens: readonly Token[], at: number, { words }: Lexicon): boolean {
  let first = 0;
  while (words.conjunctions.has(tokens[first]?.low ?? '') || words.contrast.has(tokens[first]?.low ?? '')) {
    if (words.leads.has(tokens[first]?.low ?? '')) break;
    first++;
  }
  if (
    !words.leads.has(tokens[first]?.low ?? '') ||
    (words.prepositions.has(tokens[first]?.low ?? '') &&
      !words.clausal.has(tokens[first]?.low ?? '') &&
      !words.subordinators.has(tokens[first]?.low ?? ''))
  )
    return false;
  for (let i = first + 1; i < at; i++) if (tokens[i]?.text === ',' && (tokens[i]?.quoted ?? -1) < 0) return false;
  return true;
}

/** The first pause after which a fresh subject stands. */
function leadEnd(tokens: readonly Token[], from: number, { words, pronouns }: Lexicon): number {
  for (let at = from + 1; at < tokens.length - 2; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token?.text !== ',' || token.quoted >= 0 || !next?.word) continue;
    if (next.quoted >= 0) return at;
    if (
      pronouns.has(next.low) ||
      words.expletives.has(next.low) ||
      words.determiners.has(next.low) ||
      words.possessives.has(next.low) ||
      capital(next)
    )
      return at;
  }
  return tokens.length;
}

/** "… and, as she noted, X": where "as" stands, after a pause that a word of joining opens; -1 if nowhere. */
function asideAs(tokens: readonly Token[], at: number, words: Lexicon['words']): number {
  for (let back = at - 1; back >= Math.max(2, at - 8); back--) {
    const token = tokens[back];
    if (!token?.word || token.quoted >= 0) return -1;
    if (!words.likewise.has(token.low)) continue;
    const joint = tokens[back - 2]?.low ?? '';
    const opens = words.conjunctions.has(joint) || words.contrast.has(joint) || words.that.has(joint);
    return tokens[back - 1]?.text === ',' && opens ? back : -1;
  }
  return -1;
}

/** "As she pointed out, X": where X begins; -1 where the sentence is not of that form. */
export function afterLikewise(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  const { words } = lexicon;
  let first = 0;
  while (words.conjunctions.has(tokens[first]?.low ?? '') || words.contrast.has(tokens[first]?.low ?? '')) first++;
  if (!words.likewise.has(tokens[first]?.low ?? '') || first >= at) first = asideAs(tokens, at, words);
  if (first < 0) return -1;
  let comma = at + 1;
  while (
    comma < tokens.length &&
    comma < at + 7 &&
    tokens[comma]?.word &&
    (tokens[comma]?.quoted ?? -1) < 0 &&
    !words.that.has(tokens[comma]?.low ?? '') &&
    !cueVerb(lexicon, tokens[comma]?.low ?? '')
  )
    comma++;
  return tokens[comma]?.text === ',' && tokens[comma + 2] ? comma + 1 : -1;
}
