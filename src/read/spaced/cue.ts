import type { CueVerb, Lexicon } from './lexicon.ts';
import { capital, type Token } from './token.ts';

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

/** What is known of the words of a sentence: each is asked about from many others. */
const judged = new WeakMap<readonly Token[], (CueVerb | null | undefined)[]>();

/** Whether the word at `at` is a cue verb outside quotations, and used as a verb. */
export function isCue(tokens: readonly Token[], at: number, lexicon: Lexicon): CueVerb | null {
  const token = tokens[at];
  if (!token?.word || token.quoted >= 0) return null;
  const row = judged.get(tokens) ?? [];
  if (row.length === 0) judged.set(tokens, row);
  const known = row[at];
  if (known !== undefined) return known;
  const verb = judge(tokens, at, token, lexicon);
  row[at] = verb;
  return verb;
}

function judge(tokens: readonly Token[], at: number, token: Token, lexicon: Lexicon): CueVerb | null {
  const verb = phrasalAt(tokens, at, lexicon) ?? cueVerb(lexicon, token.low);
  if (!verb) return null;
  const before = tokens[at - 1]?.low ?? '';
  const { words } = lexicon;
  if (words.determiners.has(before) && !lexicon.pronouns.has(before) && !words.standalone.has(before)) return null;
  if (words.possessives.has(before)) return null;
  if (verb.frames.has('telling') && !tokens.slice(at + 1, at + 5).some((one) => lexicon.tellings.has(one.low)))
    return null;
  if (adjective(tokens, at, lexicon) || lexicon.idioms.test(ahead(tokens, at))) return null;
  if (token.low === verb.lemma && isNoun(tokens, at, lexicon)) return null;
  if (lexicon.shape.participle?.test(token.low) && !hasAuxiliary(tokens, at, lexicon)) return null;
  if (words.modals.has(before) && words.thoughts.has(verb.lemma)) return null;
  if (
    words.prepositions.has(before) &&
    !words.infinitive.has(before) &&
    !words.adverbs.has(before) &&
    !afterwards(token, before, lexicon)
  )
    return null;
  if (capital(token) && tokens[at - 1]?.word && !headlined(tokens)) return null;
  if (token.low !== verb.lemma && !/s$/u.test(token.low)) return holds(token, before, lexicon) ? null : verb;
  return noun(tokens, at, lexicon) ? null : verb;
}

/** The word and what follows it closely. */
const ahead = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + 5)
    .map((one) => one.low)
    .join(' ');

/** "the recently announced plan". */
function adjective(tokens: readonly Token[], at: number, { words, pronouns }: Lexicon): boolean {
  if (!words.adverbs.has(tokens[at - 1]?.low ?? '') && !words.adverbEnding.test(tokens[at - 1]?.low ?? ''))
    return false;
  const lead = tokens[at - 2]?.low ?? '';
  return (
    words.possessives.has(lead) ||
    words.articles.has(lead) ||
    (words.determiners.has(lead) && !pronouns.has(lead) && !words.standalone.has(lead))
  );
}

/** "before claiming", "while admitting": the gerund speaks. */
const afterwards = ({ low }: Token, before: string, { words }: Lexicon): boolean =>
  words.ushers.has(before) && words.gerundEnding.test(low);

/** "have admitting privileges". */
const holds = ({ low }: Token, before: string, { words }: Lexicon): boolean =>
  words.gerundEnding.test(low) && words.auxiliaries.has(before) && !words.be.has(before);

/** A headline that writes every word with a capital. */
function headlined(tokens: readonly Token[]): boolean {
  const long = tokens.slice(0, 20).filter((one) => one.word && one.text.length > 3);
  return long.length > 2 && long.filter((one) => capital(one) || /^\d/u.test(one.text)).length >= long.length * 0.8;
}

/** "documents show", "reports were". */
const verbAfter = (next: Token | undefined, lexicon: Lexicon): boolean =>
  next !== undefined &&
  next.quoted < 0 &&
  !lexicon.words.negations.has(next.low) &&
  (lexicon.words.auxiliaries.has(next.low) ||
    (cueVerb(lexicon, next.low) !== undefined &&
      (!lexicon.words.nounCues.has(next.low) || cueVerb(lexicon, next.low)?.frames.has('artefact') === true)));

/** "first report", "state primaries", "Clark's comments", "cited reports": a form that may be a noun, where no subject can stand. */
function noun(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const { words, pronouns } = lexicon;
  const before = tokens[at - 1];
  const low = tokens[at]?.low ?? '';
  if (words.nounCues.has(low) && verbAfter(tokens[at + 1], lexicon)) return true;
  if (!before?.word) return words.nounCues.has(low) && at > 0 && before?.text !== ',' && (before?.quoted ?? -1) < 0;
  if (/(?:'s|s')$/u.test(before.low) && !pronouns.has(before.low.replace(/'s$/u, ''))) return true;
  if (!words.nounCues.has(low)) return false;
  if (words.plurals.has(before.low) || /^\d/u.test(before.low) || words.describing.has(before.low)) return true;
  if ((cueVerb(lexicon, before.low) && !words.nounCues.has(before.low)) || /\p{L}{3,}ed$/u.test(before.low))
    return true;
  if (/s$/u.test(low)) return false;
  const next = tokens[at + 1];
  if (
    !next?.word ||
    next.quoted >= 0 ||
    words.that.has(next.low) ||
    pronouns.has(next.low) ||
    words.determiners.has(next.low)
  )
    return false;
  return !(
    /s$/u.test(before.low) ||
    lexicon.heads.get(before.low) === 'crowd' ||
    lexicon.heads.get(before.low) === 'named-body' ||
    pronouns.has(before.low) ||
    words.auxiliaries.has(before.low) ||
    words.infinitive.has(before.low) ||
    words.negations.has(before.low) ||
    words.adverbs.has(before.low) ||
    words.adverbEnding.test(before.low) ||
    words.standalone.has(before.low)
  );
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
export function phrasalAt(tokens: readonly Token[], at: number, lexicon: Lexicon): CueVerb | undefined {
  const next = tokens[at + 1]?.low ?? '';
  return particlesOf(lexicon).has(next) ? lexicon.phrasal.get(`${tokens[at]?.low ?? ''} ${next}`) : undefined;
}

const particles = new WeakMap<Lexicon, ReadonlySet<string>>();

/** The particles that make some verb speak. */
function particlesOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = particles.get(lexicon);
  if (!known) {
    known = new Set([...lexicon.phrasal.keys()].map((key) => key.slice(key.indexOf(' ') + 1)));
    particles.set(lexicon, known);
  }
  return known;
}

/** Something follows that can be said: not the end, nor a bare pronoun. */
export function takesContent(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  if (next.quoted >= 0 || next.text === ':') return true;
  // "said that, during the works, …": an aside comes first.
  if (lexicon.words.that.has(next.low) && tokens[at + 2]?.text === ',' && tokens[at + 3]?.word) return true;
  return (
    next.word && !(lexicon.words.empty.has(next.low) && !tokens[at + 2]?.word && (tokens[at + 2]?.quoted ?? -1) < 0)
  );
}
