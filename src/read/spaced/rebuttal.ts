import { cueVerb, phrasalAt } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './prose.ts';

/** How far before the participle the verb that denies may stand, in words. */
const REACH = 14;

/**
 * "The firm rejected that, insisting …", "disputes this account, saying …": the participle carries the denial on.
 * `at` is where the participle begins.
 */
export function isRebuttal({ tokens }: Sentence, at: number, lexicon: Lexicon): boolean {
  const cue = tokens.findIndex((token) => token.start === at);
  if (cue < 2 || !lexicon.words.gerundEnding.test(tokens[cue]?.low ?? '') || tokens[cue - 1]?.text !== ',')
    return false;
  for (let back = cue - 2; back >= Math.max(0, cue - REACH); back--) {
    const token = tokens[back];
    if (!token || token.quoted >= 0 || /^[,;:]$/u.test(token.text)) return false;
    if ((phrasalAt(tokens, back, lexicon) ?? cueVerb(lexicon, token.low))?.class === 'deny')
      return !lexicon.words.negations.has(tokens[back - 1]?.low ?? '');
  }
  return false;
}
