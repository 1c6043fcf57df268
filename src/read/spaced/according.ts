import { apposed, pastAddressee } from './aside.ts';
import type { Attribution } from './attribution.ts';
import { leftward, type Rest, rightward, spanOf } from './content.ts';
import { cueVerb } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';
import type { Token } from './token.ts';

/** Whether the words for "according to" stand at `at`. */
export const isAccording = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  accordingEnd(tokens, at, lexicon) > at;

function accordingEnd(tokens: readonly Token[], at: number, { accordingTo }: Lexicon): number {
  const ways = accordingTo.filter((way) =>
    way.every((word, n) => tokens[at + n]?.low === word && (tokens[at + n]?.quoted ?? 0) < 0),
  );
  return at + Math.max(0, ...ways.map((way) => way.length));
}

/** "según ha sabido este diario": the verb that the words may take belongs to the cue. */
function pastVerb(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let at = from;
  if (!lexicon.shape.freeSubject) return from;
  while (lexicon.words.auxiliaries.has(tokens[at]?.low ?? '') || cueVerb(lexicon, tokens[at]?.low ?? '')) at++;
  return at > from ? pastAddressee(tokens, at, lexicon) : from;
}

/** "According to SRC, X" and "X, according to SRC". */
export function according(s: Sentence, at: number, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const cueEnd = pastVerb(tokens, accordingEnd(tokens, at, lexicon), lexicon);
  const described = phraseFrom(tokens, cueEnd, lexicon);
  if (!described) return [];
  const phrase = { start: described.start, end: apposed(tokens, described, lexicon) };
  const rest: Rest = {
    cue: spanOf(tokens, at, cueEnd),
    verb: null,
    source: spanOf(tokens, phrase.start, phrase.end),
    sourceless: false,
  };
  const heads = tokens
    .slice(0, at)
    .every(
      (token) => !token.word || lexicon.words.contrast.has(token.low) || lexicon.words.conjunctions.has(token.low),
    );
  if (!heads)
    return leftward(
      s,
      at,
      rest.cue ?? spanOf(tokens, at, at + 1),
      { lemma: '', forms: [], frames: new Set(), class: null, object: null },
      phrase,
      phrase.end,
      lexicon,
    );
  let comma = phrase.end;
  while (comma < tokens.length && tokens[comma]?.text !== ',') comma++;
  if (tokens[comma + 1] && lexicon.words.relatives.has(tokens[phrase.end + 1]?.low ?? '') && comma === phrase.end) {
    comma++;
    while (comma < tokens.length && tokens[comma]?.text !== ',') comma++;
  }
  if (lexicon.evidentials.citing.has(tokens[comma + 1]?.low ?? '')) {
    comma++;
    while (comma < tokens.length && tokens[comma]?.text !== ',') comma++;
  }
  return comma + 1 < tokens.length ? rightward(s, comma + 1, rest, lexicon) : [];
}
