import type { Attribution } from './attribution.ts';
import { spanOf } from './content.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseFrom, subjectBefore } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';

/** "…, citing a customs officer, reported that …": the cited one stands behind the same words. */
export function citing(s: Sentence, found: readonly Attribution[], lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const at = tokens.findIndex((token) => token.quoted < 0 && lexicon.evidentials.citing.has(token.low));
  if (at < 0) return [];
  const cue = spanOf(tokens, at, at + 1);
  const next = tokens[at + 1];
  const subject = subjectBefore(tokens, at - (tokens[at - 1]?.text === ',' ? 1 : 0), lexicon);
  const quotation = next && next.quoted >= 0 ? s.quotations[next.quoted] : undefined;
  if (quotation && subject.phrase)
    return [
      {
        content: quotation.inner,
        cue,
        verb: null,
        source: spanOf(tokens, subject.phrase.start, subject.phrase.end),
        sourceless: false,
        direct: true,
      },
    ];
  const phrase = phraseFrom(tokens, at + 1, lexicon);
  const same = found.find((one) => !one.sourceless);
  return phrase && same ? [{ ...same, cue, verb: null, source: spanOf(tokens, phrase.start, phrase.end) }] : [];
}
