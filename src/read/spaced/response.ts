import { overlap, quoteAt } from '../../base/span.ts';
import type { Stretch } from '../grammar.ts';
import type { Outcome, Response, Statement } from '../statement.ts';
import { Charges } from './charges.ts';
import { cueVerb } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { proseOf, type Sentence } from './prose.ts';
import { Register } from './register.ts';
import { silences } from './silence.ts';
import { plain } from './token.ts';

/** Who was asked and what came back: silence and refusals by their phrases, answers by the statements that give them. */
export function responsesOf(
  content: string,
  stretches: readonly Stretch[],
  statements: readonly Statement[],
  lexicon: Lexicon,
): readonly Response[] {
  const prose = proseOf(content, stretches, lexicon);
  const register = new Register(content, lexicon);
  const out: Response[] = [];
  const voices = voicesOf(statements, lexicon);
  const charges = new Charges();
  let charge = false;
  let spoken = 0;
  let called = 0;
  let answering = false;
  for (const sentence of prose) {
    const here = within(statements, sentence);
    const mailed = answering ? null : mailAnswer(sentence, here, statements);
    if (mailed) {
      answering = true;
      out.push(mailed);
      continue;
    }
    for (const one of here)
      if (one.source.kind !== 'none' && spoken < one.source.start && one.source.end > one.source.start)
        register.resolve(one.source, false);
    spoken = sentence.end;
    if (lexicon.responses.contact.test(unquoted(content, sentence))) called = 3;
    const answers = here.filter(
      (one) =>
        answersIn(content, sentence, one, charge || charged(here, one), hasHalves(here, one), lexicon) ||
        (called > 0 && answered(one)) ||
        ownAnswer(one, lexicon) ||
        charges.answers(one),
    );
    called = answers.length > 0 ? 0 : called - 1;
    const accused: boolean =
      charge || here.some((one) => one.class === 'allege' || one.class === 'hearsay' || claims(one, lexicon));
    const silent = silences(content, sentence, here, accused, register, lexicon);
    const apart = answers.length > 0 && silent.some((one) => isApart(one, answers, sentence));
    if (answers.length === 0 || apart) out.push(...silent);
    out.push(...merged(content, sentence, answers, apart, lexicon));
    charges.add(here);
    charge = accused;
  }
  return out.map((one) => ({ ...one, body: asked(one.body, voices, lexicon) }));
}

/** The body that was asked: what it is reached by, and whoever only speaks for it, stand for it. */
function asked(name: string, voices: ReadonlyMap<string, string>, { responses }: Lexicon): string {
  const front = responses.fronts.exec(name)?.[1] ?? name;
  return voices.get(front) ?? front;
}

/** Spokespeople by name, with the body they speak for: the one they are said to, else the one that spoke before. */
function voicesOf(statements: readonly Statement[], { responses }: Lexicon): ReadonlyMap<string, string> {
  const voices = new Map<string, string>();
  let last: string | null = null;
  for (const { source } of statements) {
    if (source.kind === 'named-body') last = source.name;
    const body = source.body ?? last;
    if (
      source.kind === 'named-person' &&
      source.name &&
      body &&
      responses.voices.test(plain(source.quote)) &&
      !voices.has(source.name)
    )
      voices.set(source.name, body);
  }
  return voices;
}

/** The carrier's own words of a sentence. */
const unquoted = (content: string, { start, end }: Sentence): string =>
  plain(content.slice(start, end)).replace(/"[^"]*"/gu, '""');

/** The statements that share a place with the sentence; statements come in order. */
function within(statements: readonly Statement[], sentence: Sentence): readonly Statement[] {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.start ?? 0) < sentence.end) low = middle + 1;
    else high = middle;
  }
  return statements.slice(Math.max(0, low - NEAR), low).filter((one) => overlap(one, sentence) > 0);
}

const NEAR = 24;

/** A body's mail answers somebody: its first confirming sentence stands for the whole, partial where others refuse. */
function mailAnswer(sentence: Sentence, here: readonly Statement[], all: readonly Statement[]): Response | null {
  const first = here.find((one) => one.class === 'confirm' && one.cue === null);
  if (sentence.stretch.kind !== 'mail' || !first) return null;
  const refused = all.some((one) => one.class === 'respond' && one.cue === null);
  const place = { start: first.start, end: first.end, quote: first.quote };
  return {
    ...place,
    body: first.source.name ?? '',
    askedBy: null,
    asked: null,
    outcome: refused ? 'partial' : 'confirmed',
  };
}

/** "We deny that …" in a body's own notice answers whoever said so, who need not stand in it. */
const ownAnswer = (one: Statement, { pronouns }: Lexicon): boolean =>
  one.source.kind === 'named-body' &&
  (one.class === 'deny' || one.class === 'confirm') &&
  pronouns.get(plain(one.source.quote)) === 'self';

/** Anybody's words but a rumour's answer a call. */
const answered = (one: Statement): boolean =>
  one.class !== 'hearsay' &&
  (one.source.kind === 'unnamed-official' ||
    one.source.kind === 'named-body' ||
    one.source.kind === 'named-person' ||
    one.source.kind === 'party');

/** Whether a statement answers somebody. */
function answersIn(
  content: string,
  sentence: Sentence,
  one: Statement,
  charge: boolean,
  half: boolean,
  lexicon: Lexicon,
): boolean {
  const { kind } = one.source;
  if (kind === 'none' || kind === 'crowd' || kind === 'artefact' || kind === 'outlet' || one.class === 'hearsay')
    return false;
  const { responses } = lexicon;
  if (one.class === 'respond') return true;
  const cue = plain(one.cue?.quote ?? '');
  if (responses.replyCues.has((lexicon.phrasal.get(cue) ?? cueVerb(lexicon, cue))?.lemma ?? '')) return true;
  const words = plain(content.slice(sentence.start, sentence.end));
  if (responses.asked.test(words.slice(0, Math.max(0, one.start - sentence.start)))) return true;
  if (lexicon.vague.test(plain(one.source.quote)) && kind === 'unnamed-person') return false;
  if ((one.class === 'confirm' || one.class === 'deny') && half) return true;
  if (one.class === 'deny' && responses.plea?.test(plain(one.quote))) return false;
  if (one.class === 'deny') return charge || responses.rumour.test(plain(one.quote));
  if (one.class === 'confirm' && responses.rumour.test(plain(one.quote))) return true;
  if (one.class === 'confirm' || one.class === 'investigate') return charge || hasRefusal(content, sentence, lexicon);
  return false;
}

/** One body is silent, and somebody else answers later in the same sentence. */
const isApart = (silent: Response, answers: readonly Statement[], { start }: Sentence): boolean =>
  answers.every(
    ({ source }) => source.start > start + 12 && source.name !== silent.body && source.body !== silent.body,
  );

/** Somebody grants one thing and denies another in one breath. */
const hasHalves = (here: readonly Statement[], one: Statement): boolean =>
  here.some(
    (other) => other.class === (one.class === 'deny' ? 'confirm' : 'deny') && other.source.name === one.source.name,
  );

/** The charge stands in the same sentence, before the answer. */
const charged = (here: readonly Statement[], one: Statement): boolean =>
  here.some((other) => other.start < one.start && (other.class === 'hearsay' || other.class === 'allege'));

/** "claimed": the carrier keeps its distance, and an answer may follow. */
const claims = (one: Statement, { responses }: Lexicon): boolean =>
  one.cue !== null && responses.claimCues.has(plain(one.cue.quote));

const hasRefusal = (content: string, sentence: Sentence, lexicon: Lexicon): boolean =>
  lexicon.responses.refusal.test(plain(content.slice(sentence.start, sentence.end)));

/** The answers of one sentence and source are one response; yes and no together are `partial`. */
function merged(
  content: string,
  sentence: Sentence,
  answers: readonly Statement[],
  apart: boolean,
  lexicon: Lexicon,
): readonly Response[] {
  const refused = !apart && hasRefusal(content, sentence, lexicon);
  const out: Response[] = [];
  const done = new Set<string>();
  for (const one of answers) {
    const name = one.source.name ?? '';
    if (done.has(name)) continue;
    done.add(name);
    const all = answers.filter((other) => other.source.name === one.source.name);
    out.push({
      ...quoteAt(content, one.start, one.end),
      body: one.source.body ?? name,
      askedBy: null,
      asked: null,
      outcome: outcomeOf(all, refused, lexicon),
    });
  }
  return out;
}

function outcomeOf(all: readonly Statement[], refused: boolean, lexicon: Lexicon): Outcome {
  const classes = new Set(all.map((one) => one.class));
  const words = all.map((one) => plain(one.quote)).join(' ');
  if (classes.has('confirm') && (classes.has('deny') || refused || lexicon.responses.butNot.test(words)))
    return 'partial';
  if (lexicon.responses.declinedWords.test(words)) return 'declined';
  if (classes.has('confirm')) return 'confirmed';
  return classes.has('deny') ? 'denied' : 'acknowledged';
}
