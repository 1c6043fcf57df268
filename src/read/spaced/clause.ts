import { cueVerb, isCue, takesContent } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { subjectBefore } from './noun-phrase.ts';
import type { Token } from './token.ts';

/** Where a clause that begins at `from` ends: at the next cue of the same rank, or with the sentence. */
export function clauseEnd(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  const { words } = lexicon;
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.quoted >= 0) {
      if (/^[,"”’]$/u.test(token.text) && tokens[at + 1]?.quoted === -1 && speaks(tokens, at + 1, lexicon))
        return at + 1;
      continue;
    }
    if (/^[–—]$/u.test(token.text) && speaks(tokens, at + 1, lexicon)) return at;
    if (aside(tokens, at, lexicon)) return at;
    if (token.text === ';' && (cueWithin(tokens, at + 1, 12, lexicon) || refuses(tokens, at + 1, lexicon))) return at;
    if (token.text === ',' && startsCue(tokens, at + 1, lexicon)) return at;
    if (words.paused.has(token.low) && tokens[at - 1]?.text !== ',') continue;
    const joint = words.conjunctions.has(token.low) || words.contrast.has(token.low);
    if (
      joint &&
      (dropsSubject(tokens, at + 1, lexicon) || (breaks(tokens, at, lexicon) && cueWithin(tokens, at + 1, 10, lexicon)))
    )
      return tokens[at - 1]?.text === ',' ? at - 1 : at;
  }
  return tokens.length;
}

/** "on condition of anonymity": how it was said, not what. */
function aside(tokens: readonly Token[], at: number, { evidentials }: Lexicon): boolean {
  const low = tokens[at]?.low;
  for (const phrase of evidentials.privately)
    if (phrase[0] === low && phrase.every((word, index) => tokens[at + index]?.low === word)) return true;
  return false;
}

const breaks = (tokens: readonly Token[], at: number, { words }: Lexicon): boolean =>
  words.contrast.has(tokens[at]?.low ?? '') || tokens[at - 1]?.text === ',';

/** A participle of saying: "adding". */
const speaks = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  lexicon.words.gerundEnding.test(tokens[at]?.low ?? '') && isCue(tokens, at, lexicon) !== null;

/** "; it declined to say": silence, not speech, follows. */
const refuses = (tokens: readonly Token[], from: number, lexicon: Lexicon): boolean =>
  lexicon.responses.refusal.test(
    tokens
      .slice(from, from + 7)
      .map((token) => token.low)
      .join(' '),
  );

/** ", adding that …", ", the court heard". */
function startsCue(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const low = tokens[at]?.low ?? '';
  if (lexicon.evidentials.citing.has(low)) return true;
  if (speaks(tokens, at, lexicon)) return true;
  return tailCue(tokens, at, lexicon);
}

/** A short clause that ends the sentence with a verb of saying or hearing. */
function tailCue(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  let last = tokens.length - 1;
  while (last > at && !isCue(tokens, last, lexicon) && trailing(tokens, last, lexicon)) last--;
  if (last - at > 7 || last <= at) return false;
  for (let i = at; i < last; i++) if (!tokens[i]?.word) return false;
  const low = tokens[last]?.low ?? '';
  return (
    lexicon.evidentials.tailVerbs.has(low) ||
    (isCue(tokens, last, lexicon) !== null && subjectBefore(tokens, last, lexicon).phrase !== null)
  );
}

/** A mark, or a word of a date after the verb. */
function trailing(tokens: readonly Token[], at: number, { words }: Lexicon): boolean {
  const token = tokens[at];
  if (!token || token.quoted >= 0) return false;
  return !token.word || words.times.has(token.low) || words.prepositions.has(token.low) || words.adverbs.has(token.low);
}

/** "… and denied that", "… but would not say". */
function dropsSubject(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const { words } = lexicon;
  const ahead = tokens
    .slice(from, from + 6)
    .map((token) => token.low)
    .join(' ');
  if (lexicon.responses.refusal.exec(ahead)?.index === 0 || lexicon.responses.retreat.test(ahead)) return true;
  let at = from;
  while (words.adverbs.has(tokens[at]?.low ?? '') || words.adverbEnding.test(tokens[at]?.low ?? '')) at++;
  const aux = at;
  while (words.auxiliaries.has(tokens[at]?.low ?? '')) at++;
  if (words.negations.has(tokens[at]?.low ?? '') && tokens[at]?.word)
    return cueVerb(lexicon, tokens[at + 1]?.low ?? '') !== undefined || words.infinitive.has(tokens[at + 1]?.low ?? '');
  const verb = isCue(tokens, at, lexicon);
  if (!verb) return false;
  return aux === at ? takesContent(tokens, at, lexicon) || !tokens[at + 1]?.word : true;
}

/** A cue with its own subject begins soon. */
function cueWithin(tokens: readonly Token[], from: number, reach: number, lexicon: Lexicon): boolean {
  for (let at = from; at < Math.min(tokens.length, from + reach); at++) {
    const token = tokens[at];
    if (!token) return false;
    if (token.quoted >= 0 || token.text === ';') return false;
    if (at > from && isCue(tokens, at, lexicon) && takesContent(tokens, at, lexicon)) {
      const subject = subjectBefore(tokens, at, lexicon);
      return subject.phrase !== null && !subject.passive && subject.phrase.start <= from + 3;
    }
  }
  return false;
}
