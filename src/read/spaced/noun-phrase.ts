import type { Span } from '../../base/span.ts';
import { isCue } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { capital, type Token } from './token.ts';

/** What stands before a verb: its subject, and how the verb stands to it. Token positions, half-open. */
export interface Subject {
  readonly phrase: Span | null;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly infinitive: boolean;
  /** The position just left of the verb with its auxiliaries and adverbs. */
  readonly left: number;
}

/** Longest noun phrase that is looked for, in words. */
const REACH = 40;

/** The subject of the verb at `at`, read leftwards. */
export function subjectBefore(tokens: readonly Token[], at: number, lexicon: Lexicon): Subject {
  const { words } = lexicon;
  let j = at - 1;
  let passive = false;
  let negated = false;
  for (; j >= 0; j--) {
    const token = tokens[j];
    if (!token || token.quoted >= 0) break;
    if (words.negations.has(token.low)) negated = true;
    else if (words.be.has(token.low)) passive = true;
    else if (!isFiller(tokens, j, lexicon)) break;
  }
  const infinitive = words.infinitive.has(tokens[j]?.low ?? '');
  const phrase = infinitive ? null : issuer(tokens, phraseEnding(tokens, j, lexicon), lexicon);
  return { phrase, passive, negated, infinitive, left: j };
}

/** "The firm, Bream & Hart, issued a statement saying": who issues it speaks. */
function issuer(tokens: readonly Token[], phrase: Span | null, lexicon: Lexicon): Span | null {
  if (!phrase || phrase.start === 0 || !lexicon.words.issuing.has(tokens[phrase.start]?.low ?? '')) return phrase;
  return phraseEnding(tokens, phrase.start - 1, lexicon) ?? phrase;
}

/** Auxiliaries, adverbs and a date between subject and verb. */
function isFiller(tokens: readonly Token[], j: number, { words }: Lexicon): boolean {
  const token = tokens[j];
  if (!token?.word) return false;
  const { low } = token;
  if (words.auxiliaries.has(low)) return true;
  // "have both argued": the word stands after an auxiliary, in no phrase.
  if (words.together.has(low) && words.auxiliaries.has(tokens[j - 1]?.low ?? '')) return true;
  if (capital(token) && j > 0 && capital(tokens[j - 1])) return false;
  if (words.adverbs.has(low) || (words.adverbEnding.test(low) && !capital(token))) return true;
  if (words.times.has(low)) return j > 0 && dated(tokens, j - 1, words.prepositions, words.times);
  return words.prepositions.has(low) && words.times.has(tokens[j + 1]?.low ?? '');
}

function dated(
  tokens: readonly Token[],
  j: number,
  prepositions: ReadonlySet<string>,
  times: ReadonlySet<string>,
): boolean {
  const low = tokens[j]?.low ?? '';
  return prepositions.has(low) || times.has(low) || /^\d/u.test(low);
}

/** The noun phrase whose last word (or closing apposition) is at `j`. */
function phraseEnding(tokens: readonly Token[], j: number, lexicon: Lexicon): Span | null {
  const token = tokens[j];
  if (!token) return null;
  if (token.quoted >= 0) return quotedName(tokens, j);
  if (token.text === ',' || token.text === '–' || token.text === '—' || token.text === ')') {
    const mark = token.text === ')' ? '(' : token.text;
    let open = j - 1;
    while (open >= 0 && j - open < REACH && (tokens[open]?.text !== mark || (tokens[open]?.quoted ?? -1) >= 0)) open--;
    if (open <= 0 || tokens[open]?.text !== mark) return null;
    if (mark === ',') open = beforeAsides(tokens, open, lexicon);
    const before = furtherLeft(tokens, phraseEnding(tokens, open - 1, lexicon), lexicon);
    return before && isNamed(tokens, open + 1, j, before, lexicon) ? { start: before.start, end: j } : before;
  }
  if (
    !token.word ||
    lexicon.words.conjunctions.has(token.low) ||
    lexicon.words.contrast.has(token.low) ||
    (lexicon.words.clausal.has(token.low) && !(capital(token) && capital(tokens[j - 1])))
  )
    return null;
  return trimmed(tokens, segmentStart(tokens, j, lexicon), j + 1, lexicon);
}

/** "Cory Bain, 22, of Flint, Mich., said": back past what stands between pauses and tells only whence somebody is. */
function beforeAsides(tokens: readonly Token[], comma: number, { words }: Lexicon): number {
  let at = comma;
  for (let asides = 0; asides < 3; asides++) {
    let open = at - 1;
    while (open > 0 && at - open < ASIDE && tokens[open]?.text !== ',' && (tokens[open]?.quoted ?? 0) < 0) open--;
    const first = tokens[open + 1];
    if (tokens[open]?.text !== ',' || (tokens[open]?.quoted ?? 0) >= 0 || !first) return at;
    const inside = tokens.slice(open + 1, at).filter((one) => one.word).length;
    const place =
      words.prepositions.has(first.low) && capital(tokens[open + 2]) && !words.times.has(tokens[open + 2]?.low ?? '');
    const state = inside === 1 && capital(first) && open > 1 && capital(tokens[open - 1]);
    if (!place && !state) return at;
    at = open;
  }
  return at;
}

/** A place between pauses has few words. */
const ASIDE = 6;

/** "Jill Obel, 27, a baker, said": an age or an office between pauses is no subject. */
function furtherLeft(tokens: readonly Token[], phrase: Span | null, lexicon: Lexicon): Span | null {
  const first = tokens[phrase?.start ?? -1];
  if (!phrase || !first || tokens[phrase.start - 1]?.text !== ',') return phrase;
  const inside =
    /^\d/u.test(first.low) || lexicon.words.singulars.has(first.low) || lexicon.words.gerundEnding.test(first.low);
  if (!inside) return phrase;
  const before = phraseEnding(tokens, phrase.start - 2, lexicon);
  return before && capital(tokens[before.end - 1]) ? before : phrase;
}

/** "the harbour master, Captain Mara Tolven": a name explains a description and belongs to it. */
function isNamed(tokens: readonly Token[], from: number, to: number, before: Span, lexicon: Lexicon): boolean {
  const { words } = lexicon;
  const inside = tokens.slice(from, to);
  if (inside.length === 0 || inside.length > 6) return false;
  if (!inside.every((one) => capital(one) || words.nameLinks.has(one.low) || one.text === '.')) return false;
  const first = inside[0]?.low ?? '';
  if (
    words.determiners.has(tokens[before.start]?.low ?? '') &&
    (lexicon.personTitles.has(first) || lexicon.firstNames.has(first))
  )
    return true;
  return !capital(tokens[before.end - 1]) && capital(inside[0]);
}

/** A contact saved as “Corin V.” speaks under quotation marks. */
function quotedName(tokens: readonly Token[], j: number): Span | null {
  const inside = tokens[j]?.quoted;
  let start = j;
  while (start > 0 && tokens[start - 1]?.quoted === inside) start--;
  const before = tokens[start - 1];
  const name =
    j - start <= 5 && capital(tokens[start + 1]) && tokens[j - 1]?.text !== ',' && tokens[j - 1]?.word !== undefined;
  const short = /^[.?!,]$/u.test(tokens[j - 1]?.text ?? '') && j - start > 4;
  return name && !short && (before === undefined || before.text === ',' || before.word) ? { start, end: j + 1 } : null;
}

function segmentStart(tokens: readonly Token[], j: number, lexicon: Lexicon): number {
  const { words } = lexicon;
  let start = j;
  while (start > 0 && j - start < REACH) {
    const before = tokens[start - 1];
    if (
      !before ||
      before.quoted >= 0 ||
      (!before.word && before.text !== '&' && !initial(tokens, start - 1) && !owning(tokens, start - 1))
    )
      break;
    if (
      isCue(tokens, start - 1, lexicon) &&
      !inRelative(tokens, start - 1, lexicon) &&
      !words.issuing.has(before.low) &&
      !(lexicon.shape.freeSubject && words.relatives.has(tokens[start - 2]?.low ?? '')) &&
      !(words.nounCues.has(before.low) && words.prepositions.has(tokens[start]?.low ?? '')) &&
      (start < j || opensPhrase(tokens[start], lexicon))
    )
      break;
    if (words.subordinators.has(before.low) || words.contrast.has(before.low)) {
      if (
        words.conjunctions.has(before.low) ? !joins(tokens, start - 1, lexicon) : !relative(tokens, start - 1, lexicon)
      )
        break;
    }
    start--;
  }
  return start;
}

/** "those who have praised his candidacy": a verb of the relative clause. */
function inRelative(tokens: readonly Token[], at: number, { words }: Lexicon): boolean {
  let back = at - 1;
  while (words.auxiliaries.has(tokens[back]?.low ?? '') || words.adverbs.has(tokens[back]?.low ?? '')) back--;
  return words.subjectRelatives.has(tokens[back]?.low ?? '') && back > 0 && tokens[back - 1]?.word === true;
}

const opensPhrase = (token: Token | undefined, { words, pronouns }: Lexicon): boolean =>
  token !== undefined &&
  (words.determiners.has(token.low) || words.possessives.has(token.low) || pronouns.has(token.low));

/** "the brothers’ lawyer": the apostrophe that stands alone after an s. */
const owning = (tokens: readonly Token[], at: number): boolean =>
  /^['’]$/u.test(tokens[at]?.text ?? '') &&
  /s$/u.test(tokens[at - 1]?.low ?? '') &&
  tokens[at - 1]?.end === tokens[at]?.start;

const initial = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '.' &&
  tokens[at + 1] !== undefined &&
  (tokens[at - 1]?.text.length ?? 9) <= 4 &&
  capital(tokens[at - 1]);

/** "and" between two names, or in a short list that opens the clause. */
function joins(tokens: readonly Token[], at: number, { words }: Lexicon): boolean {
  const before = tokens[at - 1];
  if (!before || before.text === ',') return false;
  if (capital(before) && capital(tokens[at + 1])) return true;
  if (capital(before) && words.determiners.has(tokens[at + 1]?.low ?? '') && capital(tokens[at + 2])) return at <= 8;
  if (at <= 3) return !words.auxiliaries.has(before.low);
  return afterPause(tokens, at, words);
}

/** "…, police and firefighters said": a short list that opens after a pause. */
function afterPause(tokens: readonly Token[], at: number, words: Lexicon['words']): boolean {
  for (let back = at - 1; back >= at - 3; back--) {
    const token = tokens[back];
    if (!token || token.quoted >= 0) return false;
    if (token.text === ',') return back < at - 1;
    if (!token.word || words.auxiliaries.has(token.low) || words.finiteEnding.test(token.low)) return false;
    if (words.prepositions.has(token.low) || words.subordinators.has(token.low)) return false;
  }
  return false;
}

/** "that" after a noun at the head of the clause: a relative clause, not the content of another verb. */
function relative(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (!lexicon.words.relatives.has(tokens[at]?.low ?? '')) return false;
  if (lexicon.words.auxiliaries.has(tokens[at - 1]?.low ?? '')) return false;
  for (let back = at - 1; back >= Math.max(0, at - 6); back--) if (isCue(tokens, back, lexicon)) return false;
  return at > 0;
}

/** Without leading dates and adverbs, and without a relative clause; null where it is no noun phrase. */
function trimmed(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): Span | null {
  const { words, pronouns } = lexicon;
  let start = from;
  while (start < to) {
    const low = tokens[start]?.low ?? '';
    const adverb = words.adverbs.has(low) || (words.adverbEnding.test(low) && !capitalInside(tokens, start, from));
    if (adverb || (words.times.has(low) && !capital(tokens[start + 1])) || words.conjunctions.has(low)) start++;
    else if (words.voicedFrom.has(low)) start++;
    else if (words.prepositions.has(low) && start === from && !estimates(tokens, start, lexicon))
      start = afterPlace(tokens, start + 1, to, lexicon);
    else break;
  }
  start = named(tokens, start, from, to, lexicon);
  if (start < to - 1 && pronouns.has(tokens[to - 1]?.low ?? '') && !governed(tokens, start, to, words))
    return { start: to - 1, end: to };
  if (start < to - 1 && words.relatives.has(tokens[start]?.low ?? '')) start++;
  start = objectRelative(tokens, start, to, lexicon);
  let end = start + 1;
  while (end < to && !words.relatives.has(tokens[end]?.low ?? '') && !words.issuing.has(tokens[end]?.low ?? '')) end++;
  while (end > start + 1 && words.auxiliaries.has(tokens[end - 1]?.low ?? '')) end--;
  if (start >= to) return null;
  const inside = tokens.slice(start, end);
  if (inside.length === 1 && words.empty.has(inside[0]?.low ?? '') && !pronouns.has(inside[0]?.low ?? '')) return null;
  return inside.some((one) => words.auxiliaries.has(one.low) && !capital(one)) ? null : { start, end };
}

/** "Brightly said", "Brightly Ltd said": what looks like an adverb is a name where nothing else, or a body's word, follows. */
function named(
  tokens: readonly Token[],
  start: number,
  from: number,
  to: number,
  { words, bodyNames }: Lexicon,
): number {
  const last = tokens[start - 1];
  if (start !== from + 1 || !capital(last) || words.adverbs.has(last?.low ?? '')) return start;
  if (!words.adverbEnding.test(last?.low ?? '')) return start;
  return start === to || bodyNames.has(tokens[start]?.low ?? '') ? start - 1 : start;
}

/** "a deadline that several insiders said went by": the subject stands inside the relative clause. */
function objectRelative(tokens: readonly Token[], start: number, to: number, { words, pronouns }: Lexicon): number {
  for (let at = start + 1; at < to - 1; at++) {
    const low = tokens[at]?.low ?? '';
    if (!words.relatives.has(low) && !words.questions.has(low)) continue;
    if (words.subjectRelatives.has(low)) return start;
    const next = tokens[at + 1];
    const fresh =
      words.determiners.has(next?.low ?? '') ||
      words.possessives.has(next?.low ?? '') ||
      pronouns.has(next?.low ?? '') ||
      capital(next);
    const verbal = tokens
      .slice(at + 1, to)
      .some(
        (one) => words.auxiliaries.has(one.low) || words.finiteEnding.test(one.low) || words.prepositions.has(one.low),
      );
    return fresh && !verbal ? at + 1 : start;
  }
  return start;
}

/** "one of them", "the trust that runs it": the pronoun is an object inside the phrase. */
function governed(tokens: readonly Token[], start: number, to: number, words: Lexicon['words']): boolean {
  if (words.prepositions.has(tokens[to - 2]?.low ?? '')) return true;
  return (
    tokens.slice(start + 1, to - 2).some((one) => words.relatives.has(one.low)) &&
    !words.auxiliaries.has(tokens[to - 2]?.low ?? '')
  );
}

/** "about half of voters", "around 40 people". */
function estimates(tokens: readonly Token[], at: number, { words, pronouns }: Lexicon): boolean {
  const next = tokens[at + 1];
  if (!next?.word || !words.estimating.has(tokens[at]?.low ?? '') || capital(next)) return false;
  return (
    ![words.determiners, words.possessives, words.times].some((set) => set.has(next.low)) && !pronouns.has(next.low)
  );
}

const capitalInside = (tokens: readonly Token[], at: number, from: number): boolean =>
  at !== from && capital(tokens[at]);

/** Past the place or the day that a preposition leads in: "In the harbour a crowd …", "On Tuesday officials …". */
function afterPlace(tokens: readonly Token[], from: number, to: number, { words, pronouns, heads }: Lexicon): number {
  let at = from + 1;
  const single = words.times.has(tokens[from]?.low ?? '') || capital(tokens[from]);
  if (single && at < to && !capital(tokens[at]) && heads.has(tokens[to - 1]?.low ?? '')) return at;
  while (at < to) {
    const token = tokens[at];
    const low = token?.low ?? '';
    const fresh = words.determiners.has(low) || words.possessives.has(low) || capital(token) || pronouns.has(low);
    if (fresh && !words.times.has(low) && !words.prepositions.has(tokens[at - 1]?.low ?? '')) return at;
    at++;
  }
  return to;
}

/** The noun phrase that begins at `from`, up to a pause, a relative clause, a date or a place of speaking. */
export function phraseFrom(tokens: readonly Token[], from: number, lexicon: Lexicon): Span | null {
  const { words } = lexicon;
  let end = from;
  while (end < tokens.length && end - from < 16) {
    const token = tokens[end];
    if (!token || (token.quoted >= 0 && end > from) || (!token.word && token.text !== '&' && !initial(tokens, end)))
      break;
    if (end > from && isCue(tokens, end, lexicon) && !lexicon.heads.has(token.low)) break;
    if (end > from && (words.relatives.has(token.low) || words.contrast.has(token.low))) break;
    if (end > from && words.subordinators.has(token.low) && !joinsAfter(tokens, end, lexicon)) break;
    if (end > from && words.times.has(token.low) && !capital(tokens[end - 1])) break;
    if (end > from && cutsAt(token.low, words)) break;
    end++;
  }
  while (
    end > from &&
    (words.adverbs.has(tokens[end - 1]?.low ?? '') ||
      words.prepositions.has(tokens[end - 1]?.low ?? '') ||
      words.times.has(tokens[end - 1]?.low ?? ''))
  )
    end--;
  return end > from && tokens[from]?.word ? { start: from, end } : null;
}

const joinsAfter = (tokens: readonly Token[], at: number, { words }: Lexicon): boolean =>
  words.conjunctions.has(tokens[at]?.low ?? '') && capital(tokens[at - 1]) && capital(tokens[at + 1]);

const cutsAt = (low: string, words: Lexicon['words']): boolean =>
  words.prepositions.has(low) && !words.phrasePrepositions.has(low);
