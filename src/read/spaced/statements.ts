import { covers, type Quote, quoteAt, type Span } from '../../base/span.ts';
import type { Stretch } from '../grammar.ts';
import type { Source, Statement } from '../statement.ts';
import { antecedentOf } from './antecedent.ts';
import type { Attribution } from './attribution.ts';
import { attributionsIn } from './attributions.ts';
import { classOf } from './class.ts';
import type { Lexicon } from './lexicon.ts';
import { mailStatements } from './mail.ts';
import { bodySpeaking } from './own-voice.ts';
import { proseOf, type Sentence } from './prose.ts';
import { isRebuttal } from './rebuttal.ts';
import { Register } from './register.ts';
import { capital, plain } from './token.ts';
import type { Turn } from './turns.ts';

/** All attributed statements of a text, in order. */
export function statementsOf(content: string, stretches: readonly Stretch[], lexicon: Lexicon): readonly Statement[] {
  const prose = proseOf(content, stretches, lexicon);
  const register = new Register(content, lexicon);
  const we = bodySpeaking(content, prose, lexicon);
  const found: Statement[] = [];
  let open: Statement | null = null;
  let near: Source | null = null;
  let asking = false;
  let last: Turn | null = null;
  for (const sentence of prose) {
    const { turn } = sentence;
    const said = turn && turn !== last ? saidIn(content, turn, register, lexicon) : null;
    last = turn;
    const here = readSentence(content, sentence, register, lexicon, we(sentence));
    if (turn) {
      found.push(...(said ? [said] : []), ...here);
      [open, near, asking] = [null, null, false];
      continue;
    }
    const free: Statement | null =
      here.length === 0 && open ? freeSpeech(content, sentence, open, asking, lexicon) : null;
    asking = here.length === 0 && lexicon.freeSpeech.question.test(plain(content.slice(sentence.start, sentence.end)));
    const carried: readonly Statement[] = free ? [free] : continued(content, sentence, here, open, near, lexicon);
    found.push(...carried, ...here);
    near = here.length > 0 || carried.length > 0 ? null : mentionSubject(sentence, register, lexicon);
    if (here.length === 0 && carried.length === 0 && !near) mentionPerson(content, sentence, register, lexicon);
    if (here.length === 0 && carried.length === 0 && !asking) open = null;
    else if (!asking) open = lastDirect(content, here) ?? (carried.length > 0 ? open : (here.at(-1) ?? open));
  }
  return unique([...found, ...mailStatements(content, prose, lexicon)]).map((one, index, all) =>
    chained(one, all.slice(Math.max(0, index - AROUND), index + AROUND)),
  );
}

function readSentence(
  content: string,
  sentence: Sentence,
  register: Register,
  lexicon: Lexicon,
  we: string | null,
): readonly Statement[] {
  const out: Statement[] = [];
  let previous: Source | null = null;
  const attributions = [...attributionsIn(content, sentence, lexicon)].sort(
    (a, b) => (a.source?.start ?? a.content.start) - (b.source?.start ?? b.content.start),
  );
  for (const one of attributions) {
    const source: Source | null =
      sourceOf(content, one, sentence, previous, register, lexicon) ?? inOwnName(content, one, we, lexicon);
    if (!source) continue;
    previous = one.sourceless ? previous : source;
    if (one.verb && isAct(content, one, lexicon)) continue;
    const hears = lexicon.evidentials.outletCues.has(one.verb?.lemma ?? '');
    // "…, Sky Harbour understands.": only an outlet closes its own report so.
    const closes = one.cue !== null && one.content.end <= one.cue.start && /^named-/u.test(source.kind);
    if (source.kind !== 'outlet' && hears && !closes) continue;
    if (one.artefactOnly && source.kind !== 'artefact') continue;
    if (!one.direct && lexicon.classes.empty.test(plain(content.slice(one.content.start, one.content.end)))) continue;
    const said = statement(content, one, hears ? { ...source, kind: 'outlet' } : source, lexicon);
    const rebuts = said.class === 'say' && one.cue !== null && isRebuttal(sentence, one.cue.start, lexicon);
    out.push(rebuts ? { ...said, class: 'deny', polarity: 'negative' } : said);
  }
  return out;
}

/** "agreed to sell the yard": done, not said, unless a last day makes a promise of it. */
function isAct(content: string, { verb, content: said, direct }: Attribution, { words, classes }: Lexicon): boolean {
  const low = plain(content.slice(said.start, said.end));
  const act = !direct && words.acts.has(verb?.lemma ?? '') && words.infinitive.has(low.split(' ')[0] ?? '');
  return act && !classes.lastDay?.test(low);
}

/** What is said in a turn of a transcript, by whom its label names; an interviewer's questions are the carrier's own. */
function saidIn(content: string, turn: Turn, register: Register, lexicon: Lexicon): Statement | null {
  if (turn.asks || turn.said.end <= turn.said.start) return null;
  const quote = quoteAt(content, turn.label.start, turn.label.end);
  const source: Source | null = turn.nameless
    ? { ...quote, kind: 'unnamed-person', name: null }
    : inPerson(register.resolve(turn.label, false), lexicon);
  const bare = { cue: null, verb: null, source: turn.label, sourceless: false, direct: true };
  const said = source && statement(content, { ...bare, content: turn.said }, source, lexicon);
  return said?.class === 'say' && lexicon.classes.flatNo.test(plain(said.quote))
    ? { ...said, class: 'deny', polarity: 'negative' }
    : said;
}

/** Whoever takes a turn is a person, unless a word of the label names a body: "ROYCE", but "POLICE". */
function inPerson(source: Source | null, lexicon: Lexicon): Source | null {
  if (source?.kind !== 'named-body') return source;
  const words = plain(source.quote).split(/\s+/u);
  const body = words.some((word) => lexicon.heads.has(word) || lexicon.bodyNames.has(word));
  return body ? source : { ...source, kind: 'named-person' };
}

function sourceOf(
  content: string,
  one: Attribution,
  sentence: Sentence,
  previous: Source | null,
  register: Register,
  lexicon: Lexicon,
): Source | null {
  const at = one.cue?.start ?? one.content.start;
  if (one.sourceless) return { kind: 'none', name: null, ...quoteAt(content, at, at) };
  if (one.source && one.antecedent) {
    const meant = register.mention(one.antecedent);
    if (meant) return { ...meant, ...quoteAt(content, one.source.start, one.source.end) };
  }
  if (one.source) return register.resolve(one.source, sentence.stretch.kind === 'title');
  const subject = previous || !one.antecedent ? null : register.mention(one.antecedent);
  const carried = previous ?? subject ?? mentionSubject(sentence, register, lexicon) ?? register.last();
  return carried ? { ...carried, ...quoteAt(content, at, at) } : null;
}

/** "We deny that …" in a body's own notice: the body. What else it says of itself is its notice's own words. */
function inOwnName(
  content: string,
  { source, verb }: Attribution,
  we: string | null,
  { pronouns }: Lexicon,
): Source | null {
  const quote = source && quoteAt(content, source.start, source.end);
  if (!we || !quote || (verb?.class !== 'deny' && verb?.class !== 'confirm')) return null;
  return pronouns.get(plain(quote.quote)) === 'self' ? { kind: 'named-body', name: we, ...quote } : null;
}

function statement(content: string, one: Attribution, source: Source, lexicon: Lexicon): Statement {
  const quote = unstopped(content, one.content);
  const low = plain(quote.quote);
  const kind = classOf(quote.quote, one, source, lexicon, sourceWhole(content, one, source));
  return {
    ...quote,
    cue: one.cue ? quoteAt(content, one.cue.start, one.cue.end) : null,
    source,
    chain: [source],
    class: kind,
    polarity: kind === 'deny' || lexicon.classes.negation.test(low) ? 'negative' : 'positive',
    hedged: one.sourceless || lexicon.classes.hedge.test(low),
    carrier: false,
    by: 'rules',
  };
}

/** The source with all that describes it, up to its verb: "a video circulated on the Internet". */
function sourceWhole(content: string, { cue }: Attribution, source: Source): string {
  const whole = cue && source.end > source.start && cue.start > source.end && cue.start - source.end < 90;
  return whole ? content.slice(source.start, cue.start) : source.quote;
}

/** Final , . ; : belong to no statement. */
function unstopped(content: string, span: Span): Quote {
  let { end } = span;
  while (end > span.start && /[\s.,;:]/u.test(content.charAt(end - 1))) end--;
  return quoteAt(content, span.start, end);
}

const lastDirect = (content: string, here: readonly Statement[]): Statement | null =>
  here.findLast((one) => marks(content, one)) ?? null;

const marks = (content: string, span: Span): boolean => /["“‘'«]/u.test(content.charAt(span.start - 1));

/** The noun phrase that opens a sentence in which nobody speaks. "She later saw the paper log" opens with none. */
function mentionSubject(sentence: Sentence, register: Register, lexicon: Lexicon): Source | null {
  const { tokens } = sentence;
  const opening = tokens[0]?.low ?? '';
  if (lexicon.pronouns.has(opening) && !lexicon.words.possessives.has(opening)) return null;
  for (let end = 1; end <= Math.min(6, tokens.length); end++) {
    const token = tokens[end - 1];
    const first = tokens[0];
    if (!token?.word || !first || token.quoted >= 0 || lexicon.words.auxiliaries.has(token.low)) return null;
    if (lexicon.words.that.has(token.low) || (end > 1 && lexicon.words.adverbs.has(token.low))) return null;
    const next = tokens[end]?.low ?? '';
    const head = lexicon.heads.get(token.low);
    if (!head || lexicon.heads.has(next) || lexicon.words.prepositions.has(token.low)) continue;
    if (capital(tokens[end])) continue;
    return register.mention({ start: first.start, end: apposedEnd(tokens, end) });
  }
  return null;
}

/** A person who opens a sentence without speaking: a later "she" may mean her. */
function mentionPerson(content: string, { tokens }: Sentence, register: Register, lexicon: Lexicon): void {
  if (!capital(tokens[0]) || (tokens[0]?.quoted ?? -1) >= 0) return;
  const subject = antecedentOf(tokens, tokens.length, lexicon);
  if (subject && subject.start === tokens[0]?.start && /\s\p{Lu}/u.test(content.slice(subject.start, subject.end)))
    register.mention(subject);
}

/** "The chief engineer, Pavel Drost, took …": the name belongs to the description. */
function apposedEnd(tokens: Sentence['tokens'], end: number): number {
  const plainEnd = tokens[end - 1]?.end ?? 0;
  let at = end + 1;
  if (tokens[end]?.text !== ',') return plainEnd;
  while (capital(tokens[at]) && at - end < 5) at++;
  return at - end > 2 && tokens[at]?.text === ',' ? (tokens[at - 1]?.end ?? plainEnd) : plainEnd;
}

/** A quotation that is a sentence of its own, after one whose speaker is known, is the same speaker's. */
function continued(
  content: string,
  sentence: Sentence,
  here: readonly Statement[],
  open: Statement | null,
  near: Source | null,
  lexicon: Lexicon,
): readonly Statement[] {
  const joint =
    lexicon.words.contrast.has(sentence.tokens[0]?.low ?? '') ||
    lexicon.words.conjunctions.has(sentence.tokens[0]?.low ?? '');
  const first = sentence.tokens[joint ? 1 : 0];
  const source = near ?? open?.source;
  if (
    !source ||
    source.kind === 'none' ||
    !first ||
    first.quoted < 0 ||
    here.some((one) => one.start <= first.start + 1)
  )
    return [];
  const quotation = sentence.quotations[first.quoted];
  if (
    !quotation ||
    takesTurn(content, quotation) ||
    sentence.tokens.some((token, index) => token.word && token.quoted !== first.quoted && !(joint && index === 0))
  )
    return [];
  const attribution: Attribution = {
    content: quotation.inner,
    cue: near ? null : (open?.cue ?? null),
    verb: null,
    source: null,
    sourceless: false,
    direct: true,
  };
  return [statement(content, attribution, source, lexicon)];
}

/** A line of dialogue that a dash opens is the other one's turn. */
const takesTurn = (content: string, quotation: Span): boolean => /[—–―]/u.test(content.charAt(quotation.start));

/** A sentence without cue that can only be the last speaker's. */
function freeSpeech(
  content: string,
  sentence: Sentence,
  open: Statement,
  asking: boolean,
  lexicon: Lexicon,
): Statement | null {
  const words = plain(content.slice(sentence.start, sentence.end));
  const { opening, backshift, answer } = lexicon.freeSpeech;
  const { kind } = open.source;
  if (lexicon.responses.silence.test(words) || lexicon.responses.refusal.test(words)) return null;
  if (
    kind === 'none' ||
    kind === 'artefact' ||
    kind === 'outlet' ||
    kind === 'crowd' ||
    words.endsWith('?') ||
    sentence.tokens.some((token) => token.quoted >= 0)
  )
    return null;
  if (!(asking ? answer.test(words) : opening.test(words) && backshift.test(words))) return null;
  const at = sentence.start;
  const source: Source = { ...open.source, ...quoteAt(content, at, at) };
  return statement(
    content,
    { content: sentence, cue: null, verb: null, source: null, sourceless: false, direct: false },
    source,
    lexicon,
  );
}

/** One span with one source and cue is one statement. */
function unique(all: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return all
    .filter((one) => one.end > one.start)
    .filter((one) => {
      const key = `${one.start} ${one.end} ${one.source.kind === 'none' ? '' : one.source.name}`;
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Classes that an outer statement only seems to have, since it holds the words of an inner one. */
const INHERITED: ReadonlySet<string> = new Set(['promise', 'deny', 'confirm', 'respond']);

/** Nested statements stand close together in the order of the text. */
const AROUND = 12;

/** A statement inside another's content is passed on by the outer source. */
function chained(one: Statement, all: readonly Statement[]): Statement {
  const outer = all.filter(
    (other) =>
      other !== one &&
      other.start <= one.start &&
      one.end <= other.end &&
      other.source !== one.source &&
      other.end - other.start > one.end - one.start,
  );
  const near = [...outer].sort((a, b) => a.end - a.start - (b.end - b.start)).map((other) => other.source);
  const passedOn = all.some(
    (other) =>
      other !== one &&
      covers(one, other) &&
      other.source.kind !== 'none' &&
      other.source.name !== one.source.name &&
      INHERITED.has(one.class) &&
      other.class === one.class &&
      other.end - other.start < one.end - one.start,
  );
  const kind = passedOn ? 'say' : one.class;
  return { ...one, class: kind, chain: [one.source, ...near] };
}
