import type { Attribution } from './attribution.ts';
import { clauseSpan, spanOf } from './content.ts';
import { cueVerb } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { subjectBefore } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';

/** "messages which appear to show …": a hedged showing keeps its whole sentence. */
export function appearing(s: Sentence, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const at = tokens.findIndex(
    (token, index) =>
      token.quoted < 0 &&
      lexicon.evidentials.hedgedShow.test(token.low) &&
      lexicon.words.infinitive.has(tokens[index + 1]?.low ?? ''),
  );
  if (at < 1) return [];
  const { phrase } = subjectBefore(tokens, at, lexicon);
  const content = clauseSpan(tokens, 0, tokens.length);
  const cue = spanOf(tokens, at, at + (cueVerb(lexicon, tokens[at + 2]?.low ?? '') ? 3 : 1));
  if (!phrase || !content) return [];
  return [
    {
      content,
      cue,
      verb: null,
      source: spanOf(tokens, phrase.start, phrase.end),
      sourceless: false,
      direct: false,
      artefactOnly: true,
    },
  ];
}
