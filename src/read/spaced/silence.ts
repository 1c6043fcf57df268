import { quoteAt, type Span } from '../../base/span.ts';
import type { Response, Statement } from '../statement.ts';
import { antecedentOf } from './antecedent.ts';
import { isCue } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseFrom, subjectBefore } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';
import type { Register } from './register.ts';
import { plain } from './token.ts';

/** A clause that says nothing came, or that somebody would not say; after a charge, also a bare no: "denied this". */
export function silences(
  content: string,
  sentence: Sentence,
  here: readonly Statement[],
  charge: boolean,
  register: Register,
  lexicon: Lexicon,
): readonly Response[] {
  const words = plain(content.slice(sentence.start, sentence.end));
  const { silence, refusal, denial } = lexicon.responses;
  const unsaid = silence.exec(words) ?? refusal.exec(words);
  const found = unsaid ?? (charge ? denial?.exec(words) : null);
  if (!found) return pending(content, sentence, words, register, lexicon);
  const at = sentence.start + found.index;
  if (here.some((one) => one.start <= at && at < one.end && one.class !== 'respond')) return [];
  const token = sentence.tokens.findIndex((one) => one.start >= at);
  if ((sentence.tokens[token]?.quoted ?? -1) >= 0) return [];
  const neither = lexicon.words.nobody.has(sentence.tokens[token]?.low ?? '');
  const body = neither
    ? firstOf(content, sentence, token, register, lexicon)
    : whom(content, sentence, token, register, lexicon);
  if (!body) return [];
  const end = sentence.end - (/[.!?]$/u.test(content.slice(sentence.start, sentence.end)) ? 1 : 0);
  return [
    {
      ...quoteAt(content, sentence.start, end),
      body,
      askedBy: null,
      asked: null,
      outcome: !unsaid ? 'denied' : silence.test(words) ? 'no-reply' : 'declined',
    },
  ];
}

/** "The Courier has asked the firm for a comment": no answer yet. */
function pending(
  content: string,
  sentence: Sentence,
  low: string,
  register: Register,
  lexicon: Lexicon,
): readonly Response[] {
  const whole = content.slice(sentence.start, sentence.end);
  const found = low.length === whole.length ? lexicon.responses.pending?.exec(low) : null;
  const asked = found?.[1];
  if (!found || asked === undefined) return [];
  const start = sentence.start + found.index + found[0].indexOf(asked);
  const source = register.resolve({ start, end: start + asked.length }, false);
  if (!source || !ANSWERABLE.has(source.kind)) return [];
  const end = sentence.end - (/[.!?]$/u.test(whole) ? 1 : 0);
  return [
    {
      ...quoteAt(content, sentence.start, end),
      body: source.body ?? source.name ?? '',
      askedBy: null,
      asked: null,
      outcome: 'no-reply',
    },
  ];
}

/** "Neither the club nor its agent replied": the first of them. */
function firstOf(content: string, s: Sentence, at: number, register: Register, lexicon: Lexicon): string | null {
  const phrase = phraseFrom(s.tokens, at + 1, lexicon);
  const first = phrase && s.tokens[phrase.start];
  const last = phrase && s.tokens[phrase.end - 1];
  if (!first || !last || !lexicon.words.determiners.has(first.low)) return whom(content, s, at, register, lexicon);
  const source = register.resolve({ start: first.start, end: last.end }, false);
  return source?.body ?? source?.name ?? null;
}

/** Only somebody can answer or be silent: no paper, no date. */
const ANSWERABLE: ReadonlySet<string> = new Set([
  'named-person',
  'named-body',
  'unnamed-person',
  'unnamed-official',
  'party',
  'outlet',
  'crowd',
]);

/** The subject of the refusal; calls and messages stand for the one they went to. */
function whom(content: string, sentence: Sentence, at: number, register: Register, lexicon: Lexicon): string | null {
  const { phrase } = subjectBefore(sentence.tokens, at, lexicon);
  const first = phrase && sentence.tokens[phrase.start];
  const last = phrase && sentence.tokens[phrase.end - 1];
  if (!first || !last || lexicon.pronouns.get(first.low) === 'who') {
    const subject = antecedentOf(sentence.tokens, at, lexicon);
    const source = (subject ? register.mention(subject) : null) ?? register.last();
    return source?.body ?? source?.name ?? null;
  }
  const outer = sentence.tokens[phrase.start - 1];
  if (outer && lexicon.pronouns.has(first.low) && isCue(sentence.tokens, phrase.start - 1, lexicon))
    return whom(content, sentence, phrase.start - 1, register, lexicon);
  const quote = content.slice(first.start, last.end);
  const whole = content.slice(first.start, sentence.tokens[at]?.start ?? last.end);
  const to = (lexicon.responses.callsTo.exec(quote) ?? lexicon.responses.callsTo.exec(whole))?.[1];
  if (to) {
    const start = first.start + whole.indexOf(to);
    const reached = phraseFrom(
      sentence.tokens,
      sentence.tokens.findIndex((one) => one.start >= start),
      lexicon,
    );
    const end = (reached && sentence.tokens[reached.end - 1]?.end) ?? start + to.length;
    const source = register.resolve({ start, end: Math.min(end, start + to.length) }, false);
    return source?.body ?? source?.name ?? null;
  }
  const called = lexicon.pronouns.has(first.low) ? askedBefore(content, sentence, lexicon) : null;
  const source = register.resolve(called ?? { start: first.start, end: last.end }, false);
  return source && ANSWERABLE.has(source.kind) ? (source.body ?? source.name) : null;
}

/** Whom the sentence before says to have been asked: "they" who then declined are those. */
function askedBefore(content: string, sentence: Sentence, lexicon: Lexicon): Span | null {
  const from = Math.max(content.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start - REACH);
  const before = content.slice(from, sentence.start);
  const last = before.search(/[^.!?]*[.!?]?\s*$/u);
  const found = lexicon.responses.askedLast.exec(before.slice(last));
  const words = found?.[1] ?? found?.[2];
  if (!found || words === undefined) return null;
  const start = from + last + found.index + found[0].indexOf(words);
  return { start, end: start + words.length };
}

/** A sentence before is looked at no further back than this, in UTF-16 units. */
const REACH = 300;
