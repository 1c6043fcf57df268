import type { Attribution } from './attribution.ts';
import { rightward, spanOf } from './content.ts';
import type { CueVerb, Lexicon } from './lexicon.ts';
import { phraseFrom, type Subject } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';
import { capital } from './token.ts';

/** "was first reported by the Mail". */
export function passive(
  s: Sentence,
  at: number,
  verb: CueVerb,
  subject: Subject,
  lexicon: Lexicon,
): readonly Attribution[] {
  // "was ordered by", "was written by": an act, not words.
  if (verb.frames.has('person') || lexicon.words.acts.has(verb.lemma)) return [];
  const { tokens } = s;
  const { words } = lexicon;
  let by = at + 1;
  while (by < Math.min(tokens.length, at + 6) && !lexicon.words.by.has(tokens[by]?.low ?? '')) by++;
  if (!lexicon.words.by.has(tokens[by]?.low ?? '') || !subject.phrase) return [];
  const phrase = phraseFrom(tokens, by + 1, lexicon);
  if (
    !phrase ||
    lexicon.words.gerundEnding.test(tokens[phrase.start]?.low ?? '') ||
    lexicon.words.times.has(tokens[phrase.start]?.low ?? '')
  )
    return [];
  if (words.impersonal.has(tokens[subject.phrase.start]?.low ?? '') && words.that.has(tokens[phrase.end]?.low ?? ''))
    return rightward(
      s,
      phrase.end + 1,
      { cue: spanOf(tokens, at, at + 1), verb, source: spanOf(tokens, phrase.start, phrase.end), sourceless: false },
      lexicon,
    );
  const bare =
    subject.phrase.end - subject.phrase.start === 1 && lexicon.pronouns.has(tokens[subject.phrase.start]?.low ?? '');
  if (bare) return [];
  const comma =
    tokens[phrase.end]?.text === ',' && capital(tokens[phrase.end + 1])
      ? phraseFrom(tokens, phrase.end + 1, lexicon)
      : null;
  return [
    {
      content: spanOf(tokens, subject.phrase.start, subject.phrase.end),
      cue: spanOf(tokens, at, at + 1),
      verb,
      source: spanOf(tokens, phrase.start, comma?.end ?? phrase.end),
      sourceless: false,
      direct: false,
    },
  ];
}
