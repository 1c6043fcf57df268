import { covers, type Quote, quoteAt } from '../../base/span.ts';
import type { Stretch } from '../grammar.ts';
import type { Commitment, Statement, Time } from '../statement.ts';
import type { Lexicon } from './lexicon.ts';
import { ownPromises } from './own-voice.ts';
import { plain } from './token.ts';

/** The promises among the statements, each with its last day where one is given. */
export function commitmentsOf(
  content: string,
  stretches: readonly Stretch[],
  statements: readonly Statement[],
  times: readonly Time[],
  lexicon: Lexicon,
): readonly Commitment[] {
  const attributed = statements
    .filter(
      (one) =>
        one.class === 'promise' ||
        (PROMISABLE.has(one.class) &&
          one.source.kind !== 'none' &&
          (secondHalf(one, lexicon) !== null || promisingSentence(one, lexicon))),
    )
    .map((one) => ({
      ...promisedPart(content, one, lexicon),
      by: one.source.body ?? one.source.name ?? '',
      loose: false,
    }));
  return [...attributed, ...ownPromises(content, stretches, statements, lexicon)]
    .map(({ loose, ...one }) => ({ one, loose, due: dueOf(content, one, times, lexicon) }))
    .filter(({ loose, due }) => !loose || due !== null)
    .map(({ one, due }) => ({
      ...one,
      what: one.quote,
      made: stretches.find((stretch) => covers(stretch, one))?.carrier.published ?? null,
      due,
    }));
}

/** Classes that stand before a promise in one breath. */
const PROMISABLE: ReadonlySet<string> = new Set(['confirm', 'investigate', 'deny', 'say', 'respond']);

/** Where a promise begins in the second half of a statement of another class. */
function secondHalf(one: Statement, { classes }: Lexicon): number | null {
  const low = plain(one.quote);
  const joint = classes.promiseJoint.exec(low);
  if (!joint) return null;
  const from = joint.index + joint[0].length;
  const part = low.slice(from);
  const whole = classes.bareModal.test(part)
    ? classes.promise.test(`${classes.anySubject} ${part}`)
    : classes.promise.test(part);
  return whole && !classes.condition.test(part) ? from : null;
}

/** Several sentences, one of which promises. */
const promisingSentence = (one: Statement, { classes }: Lexicon): boolean =>
  one.quote
    .split(/(?<=[.!?])\s+/u)
    .some(
      (part) =>
        part.length < one.quote.length && classes.promise.test(plain(part)) && !classes.condition.test(plain(part)),
    );

/** Of several sentences, the one that promises. */
function promisedPart(content: string, one: Statement, lexicon: Lexicon): Quote {
  const half = one.class === 'promise' ? null : secondHalf(one, lexicon);
  if (half !== null) return quoteAt(content, one.start + half, one.end);
  let at = one.start;
  for (const part of one.quote.split(/(?<=[.!?])\s+/u)) {
    const start = content.indexOf(part, at);
    at = start + part.length;
    if (lexicon.classes.promise.test(plain(part)) && part.length < one.quote.length)
      return quoteAt(content, start, at - (/[.;,]$/u.test(part) ? 1 : 0));
  }
  return quoteAt(content, one.start, one.end);
}

/** The last day that any event time inside the promise names. */
function dueOf(content: string, one: Quote, times: readonly Time[], { words }: Lexicon): string | null {
  const days = times
    .filter((time) => covers(one, time) && (time.role === 'event' || words.by.has(wordBefore(content, time.start))))
    .flatMap((time) => lastDay(time.to ?? time.value) ?? []);
  return days.sort().at(-1) ?? null;
}

/** "by tonight": a day of speaking that is a last day. */
const wordBefore = (content: string, at: number): string =>
  plain(/(\p{L}+) $/u.exec(content.slice(Math.max(0, at - 12), at))?.[1] ?? '');

/** 2031-06 ends on the 30th; a vague value ends nowhere. */
function lastDay(value: string): string | null {
  const day = value.match(/^\d{4}-\d{2}-\d{2}/u)?.[0];
  if (day) return day;
  const month = value.match(/^(\d{4})-(\d{2})$/u);
  if (month?.[1] && month[2]) return `${value}-${String(daysIn(Number(month[1]), Number(month[2]))).padStart(2, '0')}`;
  return /^\d{4}$/u.test(value) ? `${value}-12-31` : null;
}

const LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (LENGTHS[month - 1] ?? 30);
