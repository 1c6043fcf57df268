import { addDays, type Day, formatDay, lastDayOf, weekdayOf } from '../../base/time.ts';
import type { GapWords, PartWords, RunWords, ShiftWords, Unit, YearsWords } from './atom.ts';
import type { Moment } from './moment.ts';
import { mondayOf, monthsOn, VAGUE } from './near.ts';

/** A stretch of days as a moment. */
export const between = (from: Day, to: Day): Moment => ({ value: formatDay(from), to: formatDay(to), day: from });

const onDay = (day: Day): Moment => ({ value: formatDay(day), to: null, day });

/** Whole months from one to another; `day` is where an interval's end would count from. */
const months = (year: number, from: number, to: number): Moment => ({
  value: formatDay({ year, month: from, day: 1 }).slice(0, 7),
  to: from === to ? null : formatDay({ year, month: to, day: 1 }).slice(0, 7),
  day: null,
});

const PER_YEAR: Partial<Record<Unit, number>> = { half: 2, quarter: 4, month: 12 };

/** The so-manyth part of a year, or of a month of it. Null where there is none such. */
export function partOf(part: PartWords, year: number, month: number | null): Moment | null {
  const { unit, nth, count, weekday } = part;
  if (weekday !== undefined) return weekdayIn(part, year, month, weekday);
  if (unit === 'week') return month === null ? weeksOfYear(part, year) : weekOfMonth(nth, year, month);
  if (unit === 'day') {
    const first = { year, month: month ?? 1, day: 1 };
    const last = lastDayOf(year, month ?? 12);
    const from = nth > 0 ? addDays(first, nth - 1) : addDays(last, 1 - count);
    return formatDay(from) > formatDay(last)
      ? null
      : count === 1
        ? onDay(from)
        : between(from, earlier(addDays(from, count - 1), last));
  }
  if (month !== null) return unit === 'half' ? halfMonth(nth, year, month) : null;
  const parts = PER_YEAR[unit];
  if (parts === undefined || Math.abs(nth) > parts) return null;
  const size = 12 / parts;
  const start = nth > 0 ? (nth - 1) * size + 1 : 13 - count * size;
  return start < 1 || start + count * size > 13 ? null : months(year, start, start + count * size - 1);
}

const earlier = (a: Day, b: Day): Day => (formatDay(a) < formatDay(b) ? a : b);

function halfMonth(nth: number, year: number, month: number): Moment {
  const first = { year, month, day: 1 };
  return nth === 1 ? between(first, addDays(first, 14)) : between(addDays(first, 15), lastDayOf(year, month));
}

function weekdayIn({ nth }: PartWords, year: number, month: number | null, weekday: number): Moment | null {
  const last = lastDayOf(year, month ?? 12);
  if (nth < 0) return onDay(addDays(last, -((weekdayOf(last) - weekday + 7) % 7)));
  const first = { year, month: month ?? 1, day: 1 };
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return formatDay(day) > formatDay(last) ? null : onDay(day);
}

/** The weeks of a month begin on its Mondays. */
function weekOfMonth(nth: number, year: number, month: number): Moment | null {
  const first = { year, month, day: 1 };
  const last = lastDayOf(year, month);
  const monday = addDays(first, (8 - weekdayOf(first)) % 7);
  const from = nth < 0 ? mondayOf(last) : addDays(monday, (nth - 1) * 7);
  return formatDay(from) > formatDay(last) ? null : between(from, addDays(from, 6));
}

/** The weeks of a year are those of ISO 8601: the first one is that of 4 January. */
function weeksOfYear({ nth, count }: PartWords, year: number): Moment | null {
  const first = mondayOf({ year, month: 1, day: 4 });
  const last = mondayOf({ year, month: 12, day: 28 });
  const from = nth > 0 ? addDays(first, (nth - 1) * 7) : addDays(last, (1 - count) * 7);
  return formatDay(from) > formatDay(last) ? null : between(from, addDays(from, count * 7 - 1));
}

/** So many units up to the reference, or from it on. Quarters are whole ones; of hours only the days are told. */
export function runOf({ by, unit, skip, rough }: RunWords, day: Day | null): Moment {
  if (!day) return VAGUE;
  if (rough) return { ...roughly(moved(day, by, unit), by % 1 === 0 ? unit : 'month'), to: formatDay(day) };
  if (unit === 'hour') {
    const days = Math.ceil(Math.abs(by) / 24);
    return by < 0 ? between(addDays(day, -days), day) : between(day, addDays(day, days));
  }
  if (unit === 'quarter') return quarters(day, by);
  if (unit === 'weekend' || unit === 'minute' || unit === 'second') return onDay(day);
  if (by < 0) return between(moved(day, by, unit), addDays(day, -1));
  const from = addDays(day, skip);
  return between(from, addDays(moved(from, by, unit), -1));
}

function quarters(day: Day, by: number): Moment {
  const now = Math.floor((day.month - 1) / 3) + day.year * 4;
  const from = by < 0 ? now + by : now + 1;
  const to = by < 0 ? now - 1 : now + by;
  const start = { year: Math.floor(from / 4), month: (from % 4) * 3 + 1, day: 1 };
  const end = { year: Math.floor(to / 4), month: (to % 4) * 3 + 3, day: 1 };
  return { value: formatDay(start).slice(0, 7), to: formatDay(end).slice(0, 7), day: null };
}

const MONTHS_IN: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The day so many units on. Parts of a day do not count. */
export function moved(day: Day, by: number, unit: Unit): Day {
  if (unit === 'day' || unit === 'week' || unit === 'weekend') {
    return addDays(day, Math.floor(by * (unit === 'day' ? 1 : 7)));
  }
  const size = MONTHS_IN[unit];
  if (size === undefined) return day;
  const whole = Math.trunc(by * size);
  return addDays(monthsOn(day, whole), Math.trunc((by * size - whole) * 30));
}

/** A day so far from another. */
export function gapFrom({ by, rough, span }: GapWords, day: Day): Moment {
  if (span === 'week') return between(day, addDays(day, 6));
  const then = by.reduce((at, { count, unit }) => moved(at, count, unit), day);
  if (span === 'run') return between(day, addDays(then, -1));
  return rough ? roughly(then, by[0]?.unit ?? 'day') : onDay(then);
}

/** A day as far as counting in a unit knows it: of months the month, of years the year. */
function roughly(day: Day, unit: Unit): Moment {
  const length = unit === 'year' ? 4 : unit === 'month' ? 7 : 10;
  return { value: formatDay(day).slice(0, length), to: null, day: length === 10 ? day : null };
}

/** A decade, a century. */
export function yearsOf({ from, count, century }: YearsWords, day: Day | null): Moment {
  if (century !== 'given' && !day) return VAGUE;
  const now = day?.year ?? 0;
  const base = now - (now % 100) - (century === 'last' ? 100 : 0) + from;
  const start = century === 'given' ? from : century === 'near' && base > now ? base - 100 : base;
  return { value: year(start), to: year(start + count - 1), day: null };
}

const year = (n: number): string => String(n).padStart(4, '0');

/** The weekend of the week so many weeks on. */
export function weekendOf(day: Day, by: number): Moment {
  const saturday = addDays(mondayOf(day), by * 7 + 5);
  return between(saturday, addDays(saturday, 1));
}

/** The quarter, half year, decade or century so many on from the running one; null for other units. */
export function steppedPart(unit: Unit, by: number, day: Day): Moment | null {
  if (unit === 'decade')
    return yearsOf({ is: 'years', from: day.year - (day.year % 10) + by * 10, count: 10, century: 'given' }, day);
  if (unit === 'century')
    return yearsOf({ is: 'years', from: day.year - (day.year % 100) + by * 100, count: 100, century: 'given' }, day);
  const parts = unit === 'quarter' ? 4 : unit === 'half' ? 2 : null;
  if (parts === null) return null;
  const at = day.year * parts + Math.floor(((day.month - 1) * parts) / 12) + by;
  return partOf({ is: 'part', unit, nth: (at % parts) + 1, count: 1 }, Math.floor(at / parts), null);
}

/** From a day to the end of its week, month or year. */
export function restOf({ unit }: ShiftWords, day: Day): Moment {
  if (unit === 'week') return between(day, addDays(mondayOf(day), 6));
  return between(day, unit === 'month' ? lastDayOf(day.year, day.month) : lastDayOf(day.year, 12));
}
