import type { CueVerb, Lexicon } from './lexicon.ts';
import { capital, type Token } from './token.ts';

/** Where the content of a cue begins, and in which form; null where nothing fit follows. */
export interface Complement {
  readonly from: number;
  readonly explicit: boolean;
}

/** Reads rightwards from a cue at `at`: past adverbs, dates, places and the addressee, to what is said. */
export function complementAfter(
  tokens: readonly Token[],
  at: number,
  verb: CueVerb,
  lexicon: Lexicon,
): Complement | null {
  const found = complementFrom(tokens, at, verb, lexicon);
  if (found || !verb.frames.has('person') || !verb.frames.has('np')) return found;
  return complementFrom(tokens, at, { ...verb, frames: new Set(['np'] as const) }, lexicon);
}

function complementFrom(tokens: readonly Token[], at: number, verb: CueVerb, lexicon: Lexicon): Complement | null {
  const { words } = lexicon;
  if (verb.frames.has('for') && words.purposes.has(tokens[at + 1]?.low ?? ''))
    return tokens[at + 2] && (verb.frames.has('np') || (verb.object?.test(wordsFrom(tokens, at + 2)) ?? true))
      ? { from: at + 2, explicit: false }
      : null;
  let from = past(tokens, at + 1, verb.frames.has('to'), lexicon);
  if (words.impersonal.has(tokens[from]?.low ?? '') && /^[:,]$/u.test(tokens[from + 1]?.text ?? '')) from++;
  const start = from;
  const addressed = verb.frames.has('person') ? pastAddressee(tokens, from, lexicon) : from;
  if (
    verb.frames.has('person') &&
    addressed === from &&
    !verb.frames.has('clause') &&
    !words.that.has(tokens[from]?.low ?? '') &&
    (tokens[from]?.quoted ?? -1) < 0
  )
    return null;
  from = addressed > from ? past(tokens, addressed, true, lexicon) : from;
  const colon = colonQuote(tokens, at, lexicon);
  if (colon > 0) return { from: colon, explicit: true };
  const next = tokens[from];
  if (!next) return null;
  if (addressed > start && words.infinitive.has(next.low) && !verb.frames.has('clause'))
    return { from: start, explicit: true };
  if (next.text === ':') return tokens[from + 1] ? { from: from + 1, explicit: true } : null;
  if (next.text === ',')
    return (tokens[from + 1]?.quoted ?? -1) >= 0
      ? { from: from + 1, explicit: true }
      : afterAside(tokens, from, lexicon);
  if (next.quoted >= 0) return { from, explicit: true };
  if (verb.frames.has('telling') || verb.frames.has('that')) {
    const that = told(tokens, from, lexicon);
    if (that > 0) return { from: that + 1, explicit: true };
  }
  if (verb.frames.has('telling') && verb.frames.size === 1) return null;
  // "dispute that: …": it points back.
  if (words.that.has(next.low) && tokens[from + 1]?.text === ':') return null;
  if (
    words.that.has(next.low) &&
    tokens[from + 1]?.text === ',' &&
    words.gerundEnding.test(tokens[from + 2]?.low ?? '') &&
    !words.prepositions.has(tokens[from + 2]?.low ?? '')
  )
    return null;
  if (words.that.has(next.low) && tokens[from + 1]?.word !== undefined && !isThing(tokens, from, verb, lexicon))
    return { from: from + (tokens[from + 1]?.text === ',' ? 2 : 1), explicit: true };
  return fits(tokens, from, verb, addressed > at + 1, lexicon) ? { from, explicit: false } : null;
}

const wordsFrom = (tokens: readonly Token[], from: number): string =>
  tokens
    .slice(from, from + 6)
    .map((token) => token.low)
    .join(' ');

/** "spread the news that …": where "that" stands. */
function told(tokens: readonly Token[], from: number, { words, tellings }: Lexicon): number {
  let at = from;
  if (words.determiners.has(tokens[at]?.low ?? '')) at++;
  for (let n = 0; n < 3; n++, at++)
    if (tellings.has(tokens[at]?.low ?? '')) return words.that.has(tokens[at + 1]?.low ?? '') ? at + 1 : -1;
  return -1;
}

/** `wrote in a post since deleted: "…"` */
function colonQuote(tokens: readonly Token[], at: number, { words }: Lexicon): number {
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + 16); i++) {
    const token = tokens[i];
    if (!token || token.quoted >= 0 || words.that.has(token.low) || /^[;.?!]$/u.test(token.text)) return -1;
    if (token.text === ':') return (tokens[i + 1]?.quoted ?? -1) >= 0 ? i + 1 : -1;
  }
  return -1;
}

/** ", on condition of anonymity, that …" */
function afterAside(tokens: readonly Token[], comma: number, { words }: Lexicon): Complement | null {
  for (let i = comma + 1; i < Math.min(tokens.length, comma + 25); i++)
    if (tokens[i]?.text === ',' && words.that.has(tokens[i + 1]?.low ?? '')) return { from: i + 2, explicit: true };
  return null;
}

/** "that" as a pronoun: "said that is wrong" keeps it. */
function isThing(tokens: readonly Token[], from: number, _verb: CueVerb, { words }: Lexicon): boolean {
  return words.pointing.has(tokens[from]?.low ?? '') && words.auxiliaries.has(tokens[from + 1]?.low ?? '');
}

/** Past adverbs, and prepositional phrases that tell when, where or in what paper it was said. */
function past(tokens: readonly Token[], start: number, infinitive: boolean, lexicon: Lexicon): number {
  const { words } = lexicon;
  let at = start;
  for (let guard = 0; guard < 6; guard++) {
    const low = tokens[at]?.low ?? '';
    if (lexicon.evidentials.adverbs.has(low) || (infinitive && words.infinitive.has(low))) break;
    if (words.adverbs.has(low) || (words.adverbEnding.test(low) && !capital(tokens[at]))) at++;
    else if (words.clausal.has(low) && words.addressed.has(tokens[at + 1]?.low ?? '')) at += 2;
    else if (words.times.has(low) && !words.determiners.has(low)) at++;
    else if (
      words.determiners.has(low) &&
      words.times.has(tokens[at + 1]?.low ?? '') &&
      !words.auxiliaries.has(tokens[at + 2]?.low ?? '')
    )
      at += 2;
    else if (words.prepositions.has(low) && !words.that.has(low)) {
      const that = thatWithin(tokens, at, words);
      if (that > 0) return that;
      const end = pastPhrase(tokens, at + 1, lexicon);
      if (end === at + 1) return at;
      at = end;
    } else break;
  }
  return at;
}

function thatWithin(tokens: readonly Token[], from: number, { that, conjunctions }: Lexicon['words']): number {
  for (let at = from + 1; at < Math.min(tokens.length, from + 14); at++) {
    const token = tokens[at];
    if (!token || (!token.word && token.text !== ',') || token.quoted >= 0 || conjunctions.has(token.low)) return -1;
    if (that.has(token.low)) return at;
  }
  return -1;
}

/** "in a statement", "on Tuesday", "to reporters": a determiner, then words until a fresh phrase begins. */
function pastPhrase(tokens: readonly Token[], start: number, lexicon: Lexicon): number {
  const { words, pronouns } = lexicon;
  let at = start;
  if (words.estimating.has(tokens[start]?.low ?? '')) return start;
  if (
    words.estimating.has(tokens[start - 1]?.low ?? '') &&
    (/^\d/u.test(tokens[start]?.low ?? '') || words.plurals.has(tokens[start]?.low ?? ''))
  )
    return start;
  if (words.determiners.has(tokens[at]?.low ?? '') || words.possessives.has(tokens[at]?.low ?? '')) at++;
  const named = capital(tokens[at]);
  for (let n = 0; at < tokens.length && n < 6; n++, at++) {
    const token = tokens[at];
    if (!token?.word || token.quoted >= 0) return at;
    if (n === 0) continue;
    const { low } = token;
    if (
      words.determiners.has(low) ||
      words.possessives.has(low) ||
      pronouns.has(low) ||
      words.that.has(low) ||
      words.prepositions.has(low)
    )
      return at;
    if (capital(token) && !named) return at;
    if (words.times.has(tokens[at - 1]?.low ?? '') && !words.times.has(low) && !/^\d/u.test(low)) return at;
    if (words.auxiliaries.has(low)) return start;
  }
  return at;
}

/** Past the person told: a pronoun, a name, or an article with its nouns. */
function pastAddressee(tokens: readonly Token[], start: number, lexicon: Lexicon): number {
  const { words, pronouns } = lexicon;
  const first = tokens[start];
  if (!first?.word || first.quoted >= 0 || words.that.has(first.low)) return start;
  const that = thatWithin(tokens, start, words);
  if (
    !capital(first) &&
    !presented(tokens, start, lexicon) &&
    !words.determiners.has(first.low) &&
    !words.possessives.has(first.low) &&
    !pronouns.has(first.low) &&
    !lexicon.heads.has(first.low) &&
    that < 0 &&
    !manyTold(tokens, start, lexicon)
  )
    return start;
  if (pronouns.has(first.low) || (words.possessives.has(first.low) && opens(tokens, start + 1, lexicon)))
    return start + 1;
  if (that > 0 && that - start < 10 && !words.infinitive.has(first.low)) return that;
  let at = start;
  if (words.determiners.has(first.low) || words.possessives.has(first.low)) at++;
  else if (presented(tokens, start, lexicon)) at++;
  const named = capital(tokens[at]);
  for (let n = 0; at < tokens.length && n < 6; n++, at++) {
    const token = tokens[at];
    if (!token || token.quoted >= 0 || (!token.word && token.text !== '&')) return at;
    const { low } = token;
    if (
      n > 0 &&
      (words.expletives.has(low) ||
        words.determiners.has(low) ||
        words.possessives.has(low) ||
        pronouns.has(low) ||
        words.prepositions.has(low) ||
        words.infinitive.has(low))
    )
      return at;
    if (n > 0 && capital(token) !== named && token.text !== '&') return at;
  }
  return at;
}

/** "told host Chris Cuomo": what the one addressed is, before a name. */
const presented = (tokens: readonly Token[], at: number, { words, pronouns }: Lexicon): boolean => {
  const low = tokens[at]?.low ?? '';
  const word = !capital(tokens[at]) && !words.prepositions.has(low) && !words.questions.has(low) && !pronouns.has(low);
  return (
    word &&
    !words.adverbs.has(low) &&
    !words.conditions.has(low) &&
    !words.infinitive.has(low) &&
    !words.determiners.has(low) &&
    !words.possessives.has(low) &&
    capital(tokens[at + 1]) &&
    capital(tokens[at + 2])
  );
};

/** "told jurors there was": a plural before a fresh clause. */
function manyTold(tokens: readonly Token[], at: number, { words, pronouns }: Lexicon): boolean {
  const next = tokens[at + 1]?.low ?? '';
  const fresh =
    words.expletives.has(next) || words.determiners.has(next) || words.possessives.has(next) || pronouns.has(next);
  return fresh && /\p{L}{3,}s$/u.test(tokens[at]?.low ?? '') && !words.adverbs.has(tokens[at]?.low ?? '');
}

/** A possessive that is a pronoun after all: "told her the", "told her that". */
function opens(tokens: readonly Token[], at: number, { words, pronouns }: Lexicon): boolean {
  const next = tokens[at];
  return (
    !next?.word ||
    words.determiners.has(next.low) ||
    words.that.has(next.low) ||
    words.prepositions.has(next.low) ||
    pronouns.has(next.low)
  );
}

/** Whether a verb of this kind may take the bare words at `from`. */
function fits(tokens: readonly Token[], from: number, verb: CueVerb, addressed: boolean, lexicon: Lexicon): boolean {
  const { words } = lexicon;
  const next = tokens[from];
  if (!next?.word) return false;
  const { low } = next;
  const { frames } = verb;
  if (words.infinitive.has(low)) return frames.has('to') || (addressed && frames.has('person'));
  if (words.empty.has(low) && !tokens[from + 1]?.word && (tokens[from + 1]?.quoted ?? -1) < 0) return false;
  const bare = words.negations.has(low) ? (tokens[from + 1]?.low ?? '') : low;
  if (words.gerundEnding.test(bare) && frames.has('ing')) return true;
  if (words.conjunctions.has(low) || words.contrast.has(low) || words.by.has(low)) return false;
  if (words.conditions.has(low) && frames.has('clause') && hasVerb(tokens, from, words)) return true;
  if (words.questions.has(low) || words.greetings.has(low)) return false;
  if (frames.has('that') && freshClause(tokens, from, lexicon)) return true;
  if (frames.has('clause') && hasVerb(tokens, from, words)) return true;
  if (words.prepositions.has(low)) return frames.has('clause') && hasVerb(tokens, from, words);
  if (frames.has('np')) return verb.object === null || verb.object.test(tail(tokens, from));
  return frames.has('artefact') || (frames.has('clause') && !frames.has('ing') && tokens.length - from > 3);
}

const tail = (tokens: readonly Token[], from: number): string =>
  tokens
    .slice(from, from + 24)
    .map((token) => token.low)
    .join(' ');

/** "noted the dam had burst": a subject and soon its verb, with nothing between that could make it an object. */
function freshClause(tokens: readonly Token[], from: number, { words, pronouns }: Lexicon): boolean {
  const first = tokens[from];
  const opens =
    pronouns.has(first?.low ?? '') ||
    words.determiners.has(first?.low ?? '') ||
    words.possessives.has(first?.low ?? '') ||
    capital(first);
  if (!opens) return false;
  for (let at = from + 1; at < Math.min(tokens.length, from + 9); at++) {
    const token = tokens[at];
    if (!token?.word || token.quoted >= 0 || words.relatives.has(token.low) || words.subordinators.has(token.low))
      return false;
    if (words.auxiliaries.has(token.low) && !/'s$/u.test(token.low))
      return !words.conditions.has(tokens[at - 1]?.low ?? '');
    if (at > from + 1 && words.surePast.has(token.low)) return true;
  }
  return false;
}

/** A finite clause usually shows an auxiliary or a past form. */
function hasVerb(tokens: readonly Token[], from: number, words: Lexicon['words']): boolean {
  for (let at = from + 1; at < Math.min(tokens.length, from + 30); at++) {
    const token = tokens[at];
    if (token && (words.auxiliaries.has(token.low) || words.finiteEnding.test(token.low))) return true;
  }
  return false;
}
