import type { CueVerb, Lexicon } from './lexicon.ts';
import type { Token } from './token.ts';

const indexes = new WeakMap<Lexicon, ReadonlyMap<string, CueVerb>>();

/** The cue verb that a word is a form of, if any. */
export function cueVerb(lexicon: Lexicon, low: string): CueVerb | undefined {
  let index = indexes.get(lexicon);
  if (!index) {
    index = new Map(lexicon.cues.flatMap((cue) => cue.forms.map((form) => [form, cue] as const)));
    indexes.set(lexicon, index);
  }
  return index.get(low);
}

/** Whether the word at `at` is a cue verb outside quotations, and used as a verb. */
export function isCue(tokens: readonly Token[], at: number, lexicon: Lexicon): CueVerb | null {
  const token = tokens[at];
  if (!token?.word || token.quoted >= 0) return null;
  const verb = phrasalAt(tokens, at, lexicon) ?? cueVerb(lexicon, token.low);
  if (!verb) return null;
  const before = tokens[at - 1]?.low ?? '';
  const { words } = lexicon;
  if (words.determiners.has(before) && !lexicon.pronouns.has(before) && !words.standalone.has(before)) return null;
  if (words.possessives.has(before)) return null;
  if (token.low === verb.lemma && isNoun(tokens, at, lexicon)) return null;
  if (lexicon.shape.participle?.test(token.low) && !hasAuxiliary(tokens, at, lexicon)) return null;
  if (words.modals.has(before) && words.thoughts.has(verb.lemma)) return null;
  if (words.prepositions.has(before) && !words.infinitive.has(before)) return null;
  return verb;
}

/** "ha dicho", "fue confirmado": without its auxiliary the participle describes a thing ("un audio difundido"). */
function hasAuxiliary(tokens: readonly Token[], at: number, { words }: Lexicon): boolean {
  let before = at - 1;
  while (words.adverbs.has(tokens[before]?.low ?? '') || words.adverbEnding.test(tokens[before]?.low ?? '')) before--;
  return words.auxiliaries.has(tokens[before]?.low ?? '');
}

/** "a one-line reply": a singular article a word or two before a bare form makes it a noun. */
function isNoun(tokens: readonly Token[], at: number, { words }: Lexicon): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3) && tokens[back]?.word; back--) {
    if (words.auxiliaries.has(tokens[back]?.low ?? '') || words.infinitive.has(tokens[back]?.low ?? '')) return false;
    if (words.singulars.has(tokens[back]?.low ?? '')) return true;
  }
  return false;
}

/** "hit back": the verb with its particle. */
export const phrasalAt = (tokens: readonly Token[], at: number, { phrasal }: Lexicon): CueVerb | undefined =>
  phrasal.get(`${tokens[at]?.low ?? ''} ${tokens[at + 1]?.low ?? ''}`);

/** Something follows that can be said: not the end, nor a bare pronoun. */
export function takesContent(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  if (next.quoted >= 0 || next.text === ':') return true;
  return (
    next.word && !(lexicon.words.empty.has(next.low) && !tokens[at + 2]?.word && (tokens[at + 2]?.quoted ?? -1) < 0)
  );
}
