import { EN_TIMES } from '../locales/en/times.ts';
import type { Atom, CalendarWords, GapWords, Part, Unit } from './atom.ts';
import type { Groups } from './rule.ts';

/** What a rule's groups say. */
export type Meaning = Omit<Atom, 'start' | 'end'>;

const lower = (word: string | undefined): string => (word ?? '').toLowerCase();

export const lowerOf = lower;

const indexIn = (names: readonly (readonly string[])[], name: string | undefined): number =>
  names.findIndex((all) => all.includes(lower(name)));

export function numberOf(words: string | undefined): number {
  const word = lower(words);
  if (/^\d+$/u.test(word)) return Number(word);
  if (word.startsWith('couple')) return 2;
  const more: Readonly<Record<string, number>> = EN_TIMES.moreNumbers;
  return more[word] ?? (EN_TIMES.numbers as readonly string[]).indexOf(word);
}

/** `1996`, "nineteen ninety-six", "two thousand and five". */
function yearOf(words: string): number {
  if (/^\d/u.test(words)) return Number(words);
  const [first = '', ...rest] = lower(words)
    .replace('two thousand', 'thousands')
    .split(/[ -]/u)
    .filter((word) => word !== 'and');
  const tens: readonly string[] = EN_TIMES.tens;
  const sum = rest.reduce((so, word) => so + (tens.includes(word) ? (tens.indexOf(word) + 2) * 10 : numberOf(word)), 0);
  return (first === 'thousands' ? 2000 : numberOf(first) * 100) + sum;
}

export function calendar(groups: Groups, more: Partial<CalendarWords> = {}): Meaning {
  const month = indexIn(EN_TIMES.months, groups['month']) + 1;
  const year = groups['year'];
  return {
    date: { is: 'calendar', ...(year ? { year: yearOf(year) } : {}), ...(month > 0 ? { month } : {}), ...more },
  };
}

export function dayMonth(groups: Groups): Meaning | null {
  const [day, end] = [dayOf(groups['day']), dayOf(groups['end'])];
  const most = Math.max(day ?? 1, end ?? 1);
  if (most > 31 || Math.min(day ?? 1, end ?? 1) < 1) return null;
  if (day !== null && end !== null) return calendar(groups, { day, toDay: end });
  const only = day ?? end;
  return only === null ? null : calendar(groups, { day: only });
}

/** `3rd`, `3`, `third`. */
function dayOf(words: string | undefined): number | null {
  if (words === undefined) return null;
  return /^\d/u.test(words) ? Number.parseInt(words, 10) : nthOf(words);
}

function nthOf(words: string | undefined): number {
  const word = lower(words).replace(' ', '-');
  const [tens = '', ones] = word.split('-');
  const cardinal = (EN_TIMES.numbers as readonly string[]).indexOf(ones ?? '');
  if (cardinal > 0) return ((EN_TIMES.tens as readonly string[]).indexOf(tens) + 2) * 10 + cardinal;
  return (EN_TIMES.ordinals as readonly string[]).indexOf(word) + 1;
}

export const endOf = (groups: Groups): Meaning =>
  calendar(groups, lower(groups['unit']) === 'year' ? { month: 12, last: true } : { last: true });

const stepOf = (words: string | undefined): number =>
  (EN_TIMES.steps as Readonly<Record<string, number>>)[lower(words)] ?? 0;

export const steppedMonth = (groups: Groups): Meaning => calendar(groups, { step: stepOf(groups['step']) });

/**
 * "Next Friday" is the Friday of next week, the "previous" one that of the last; "last Friday" the nearest one gone;
 * "Friday week" a week after the coming one.
 */
export function weekday(groups: Groups): Meaning {
  const step = lower(groups['step']);
  const weeks = { '': null, last: 'last', past: 'last', previous: -1, next: 1, this: 0 } as const;
  const week = groups['later'] ? 'later' : step in weeks ? weeks[step as keyof typeof weeks] : 'coming';
  return { date: { is: 'weekday', weekday: weekdayOf(groups), week } };
}

const weekdayOf = (groups: Groups): number => indexIn(EN_TIMES.weekdays, groups['weekday']?.replace(/['’]s$/u, ''));

/** "The first Monday of June". */
export function weekdayIn(groups: Groups): Meaning {
  const nth = lower(groups['edge']) === 'last' ? -1 : nthOf(groups['edge']);
  return { date: { is: 'part', unit: 'day', nth, count: 1, weekday: weekdayOf(groups) } };
}

const PART_UNITS: Readonly<Record<string, Unit>> = { q: 'quarter', h: 'half' };

/** "The third quarter", "Q3", "week 23", "the last three weeks". */
export function part(groups: Groups): Meaning | null {
  const letter = lower(groups['letter'] ?? groups['letter2']);
  const edge = lower(groups['edge']);
  const number = groups['number'] ?? groups['number2'];
  const last = edge === 'last' || edge === 'final';
  const nth = last ? -1 : number === undefined ? (dayOf(edge) ?? 0) : Number(number);
  const named = groups['unit'] === undefined ? 'week' : unitOf(groups['unit']);
  const unit = PART_UNITS[letter] ?? (lower(groups['unit']) === 'half' ? 'half' : named);
  if (nth === 0 || (unit === 'half' && nth > 2)) return null;
  return { date: { is: 'part', unit, nth, count: groups['count'] ? numberOf(groups['count']) : 1 } };
}

export function decade(groups: Groups): Meaning {
  const tens = (EN_TIMES.decades as readonly string[]).indexOf(lower(groups['word']));
  const century = /^nine/iu.test(groups['hundreds'] ?? '') ? 1900 : groups['hundreds'] ? 1800 : 0;
  const from = tens < 0 ? Number(groups['years']) : century + tens * 10;
  return { date: { is: 'years', from, count: 10, century: from < 100 ? 'near' : 'given' } };
}

export const century = (groups: Groups): Meaning => ({
  date: { is: 'years', from: (Number(groups['nth']) - 1) * 100, count: 100, century: 'given' },
});

/** "The last three months", "the next couple of weeks". */
export function run(groups: Groups): Meaning | null {
  const count = numberOf(groups['count']);
  const back = /^(?:past|last|previous)$/iu.test(groups['step'] ?? '');
  const unit = unitOf(groups['unit']);
  return count > 0 ? { date: { is: 'run', by: back ? -count : count, unit, skip: 1 } } : null;
}

/** So far from now, from the day beside, or from the day last spoken of; up to three units in a row. */
export function gap(groups: Groups, sign: 1 | -1, from: GapWords['from']): Meaning | null {
  const by = ['', '2', '3'].flatMap((n) => {
    const words = groups[`count${n}`];
    if (words === undefined) return [];
    const count = /^half/iu.test(words) ? 0.5 : numberOf(words) * fortnights(groups[`unit${n}`]);
    return [{ count: sign * count, unit: unitOf(groups[`unit${n}`]) }];
  });
  return by.every(({ count }) => count !== 0) ? { date: { is: 'gap', by, from } } : null;
}

/** "Today" with a capital after another one is part of a name (Lakeside Today). */
export function dayWord(groups: Groups, before: string): Meaning | null {
  if (/^\p{Lu}/u.test(groups['day'] ?? '') && /\p{Lu}\p{L}*[ ]$/u.test(before)) return null;
  const word = lower(groups['day']) as keyof typeof EN_TIMES.days & keyof typeof EN_TIMES.dayParts;
  const name = EN_TIMES.dayParts[word];
  const by = EN_TIMES.days[word];
  return { date: { is: 'shift', by, unit: 'day', whole: true }, ...(name ? { part: EN_TIMES.parts[name] } : {}) };
}

export function anaphor(groups: Groups): Meaning {
  const word = lower(groups['day']) as keyof typeof EN_TIMES.anaphors;
  const part = (EN_TIMES.parts as Readonly<Record<string, Part>>)[word.split(' ').at(-1) ?? ''];
  return { date: { is: 'anaphor', by: EN_TIMES.anaphors[word] }, ...(part ? { part } : {}) };
}

const unitOf = (word: string | undefined): Unit =>
  (EN_TIMES.units as Readonly<Record<string, Unit>>)[lower(word).replace(/s$/u, '')] ?? 'week';

const fortnights = (word: string | undefined): number => (/^fortnight/iu.test(word ?? '') ? 2 : 1);

export const stepped = (groups: Groups): Meaning => ({
  date: {
    is: 'shift',
    by: stepOf(groups['step']) + (groups['more'] ? 1 : 0),
    unit: unitOf(groups['unit']),
    whole: true,
  },
});

export function ago(groups: Groups): Meaning | null {
  const unit = unitOf(groups['unit']);
  if (groups['half']) {
    if (unit !== 'hour') return { date: { is: 'vague' } };
    return { date: { is: 'shift', by: -30, unit: 'minute', whole: false } };
  }
  const count = numberOf(groups['count']) * fortnights(groups['unit']);
  return count > 0 ? { date: { is: 'shift', by: -count, unit, whole: false } } : null;
}

export function within(groups: Groups): Meaning | null {
  const count = numberOf(groups['count']) * fortnights(groups['unit']);
  return count > 0 ? { date: { is: 'shift', by: count, unit: unitOf(groups['unit']), whole: false } } : null;
}
