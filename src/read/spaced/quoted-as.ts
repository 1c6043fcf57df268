import { covers } from '../../base/span.ts';
import type { Attribution } from './attribution.ts';
import { rightward, spanOf } from './content.ts';
import { cueVerb, takesContent } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseFrom, subjectBefore } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';

/** How far before "as saying" the verb that quotes may stand, in words. */
const REACH = 24;

/** "The paper quoted Ann Bell as saying …", "she was quoted by it as saying …": whoever is quoted speaks. */
export function quotedAs(s: Sentence, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const { words } = lexicon;
  if (!tokens.some((token) => words.likewise.has(token.low))) return [];
  return tokens.flatMap((token, at): readonly Attribution[] => {
    if (token.quoted >= 0 || !words.likewise.has(tokens[at - 1]?.low ?? '')) return [];
    const verb = cueVerb(lexicon, token.low);
    if (!verb?.frames.has('clause') || !words.gerundEnding.test(token.low)) return [];
    if (!takesContent(tokens, at, lexicon)) return [];
    const quoting = quotingBefore(s, at - 1, lexicon);
    if (quoting < 0) return [];
    const subject = subjectBefore(tokens, quoting, lexicon);
    const phrase = subject.passive ? subject.phrase : phraseFrom(tokens, quoting + 1, lexicon);
    if (!phrase || phrase.end > at) return [];
    const apposed = tokens[phrase.end]?.text === ',' ? phraseFrom(tokens, phrase.end + 1, lexicon) : null;
    const end = apposed && apposed.end < at ? apposed.end : phrase.end;
    let from = at + 1;
    if (words.that.has(tokens[from]?.low ?? '') || /^[:,]$/u.test(tokens[from]?.text ?? '')) from++;
    const rest = {
      cue: spanOf(tokens, at, at + 1),
      verb,
      source: spanOf(tokens, phrase.start, end),
      sourceless: false,
    };
    return rightward(s, from, rest, lexicon);
  });
}

/** The verb of quoting before a place, -1 if there is none in the clause. */
function quotingBefore({ tokens }: Sentence, at: number, { words }: Lexicon): number {
  for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
    const token = tokens[back];
    if (!token || token.quoted >= 0 || /^[;:.]$/u.test(token.text)) return -1;
    if (words.quoting.has(token.low)) return back;
  }
  return -1;
}

/** The quoting verb's own reading would swallow both, or turn them round: "records the engineer as saying that …". */
export const unlessQuoted = (found: readonly Attribution[], quoted: readonly Attribution[]): readonly Attribution[] =>
  found.filter(
    (one) =>
      !quoted.some((other) => {
        const swallows = !one.direct && other.cue !== null && covers(one.content, other.cue);
        const turned = one.cue !== null && one.source !== null && one.source.start === other.source?.start;
        return swallows || turned;
      }),
  );
