import { addDays, type Day, epoch, formatDay, isDay, lastDayOf, weekdayOf } from '../../base/time.ts';
import type { DateWords } from './atom.ts';
import type { Moment } from './moment.ts';

type Shift = Extract<DateWords, { is: 'shift' }>;
type Weekday = Extract<DateWords, { is: 'weekday' }>;

/** Days, weeks, months or years from the reference. Without one, what is unknown is X. */
export function shifted(shift: Shift, { day }: { readonly day: Day | null }): Moment {
  const { by, unit, whole } = shift;
  if (!day) return VAGUE;
  const years = unit === 'decade' ? 10 : unit === 'century' ? 100 : 0;
  if (years > 0) return { value: String(day.year + by * years), to: null, day: null };
  if (unit === 'quarter' || unit === 'half')
    return shifted({ ...shift, by: by * (unit === 'half' ? 6 : 3), unit: 'month' }, { day });
  if (unit === 'year' && (whole || by < 0)) return { value: String(day.year + by), to: null, day: null };
  if (unit === 'month' || unit === 'year') {
    const then = monthsOn(day, unit === 'year' ? by * 12 : by);
    return whole || by < 0 ? { value: formatDay(then).slice(0, 7), to: null, day: null } : on(then);
  }
  if (unit === 'week' && whole) {
    const monday = addDays(mondayOf(day), by * 7);
    return { ...on(monday), to: formatDay(addDays(monday, 6)) };
  }
  return on(addDays(day, unit === 'week' || unit === 'weekend' ? by * 7 : by));
}

/** The day of the week that is meant: the nearest gone, unless the words look ahead or name the week. */
export function weekdayNear({ weekday, week }: Weekday, today: Day, ahead: boolean): Day {
  if (typeof week === 'number') return addDays(mondayOf(today), week * 7 + ((weekday + 6) % 7));
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const coming = addDays(today, 7 - back);
  if (week === 'coming') return coming;
  if (week === 'later') return addDays(coming, 7);
  if (week === 'last') return addDays(today, back === 0 ? -7 : -back);
  return ahead ? coming : addDays(today, -back);
}

/**
 * The month of a day that is named without one: the nearest, rather gone than to come, unless the words look ahead.
 * A day of the week beside it ("Friday the 13th") chooses among the months where it is true.
 */
export function nearestMonth(
  number: number,
  today: Day,
  ahead: boolean,
  weekday: number | null = null,
): { year: number; month: number } {
  const days = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6].flatMap((by) => {
    const { year, month } = monthsOn({ ...today, day: 1 }, by);
    const day = { year, month, day: number };
    return isDay(day) ? [day] : [];
  });
  const near = agreeing(days, weekday) ?? days.filter((_, i) => i < 5);
  return nearest(near, today, ahead ? { gone: 9, coming: 1 } : { gone: 1, coming: 3 }) ?? today;
}

/** What is known of a date without a year. */
export interface Yearless {
  readonly month: number;
  readonly day: number | null;
  readonly weekday: number | null;
  readonly thisYear: boolean;
}

/**
 * The year of a month or day that is named without one: again the nearest, leaning to where the words look. Where
 * custom says a year that is not the running one (去年, 明年), only what is close by is of another one.
 */
export function nearestYear(date: Yearless, today: Day, ahead: boolean): number {
  const { month, day: number, weekday, thisYear } = date;
  const days = [-1, 0, 1].flatMap((by) => {
    const day = { year: today.year + by, month, day: number ?? (month === today.month ? today.day : 15) };
    return isDay(day) ? [day] : [];
  });
  const here = days.find(({ year }) => year === today.year);
  const near = agreeing(days, weekday) ?? days;
  const best = nearest(near, today, ahead ? { gone: 2, coming: 1 } : { gone: 1, coming: 2 }) ?? today;
  const far = Math.abs((epoch(formatDay(best)) ?? 0) - (epoch(formatDay(today)) ?? 0)) > QUARTER;
  return thisYear && here && near.includes(here) && far ? today.year : best.year;
}

const QUARTER = 92 * 86_400_000;

/** Those of the days that are such a weekday; null where none is or no weekday is given. */
function agreeing(days: readonly Day[], weekday: number | null): readonly Day[] | null {
  const agree = weekday === null ? [] : days.filter((day) => weekdayOf(day) === weekday);
  return agree.length > 0 ? agree : null;
}

/** What is told from a day that nobody knows. */
export const VAGUE: Moment = { value: 'vague', to: null, day: null };

const on = (day: Day) => ({ value: formatDay(day), to: null, day });

export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The same day so many months on, or the month's last where there is none. */
export function monthsOn(day: Day, months: number): Day {
  const count = day.year * 12 + day.month - 1 + months;
  const last = lastDayOf(Math.floor(count / 12), (count % 12) + 1);
  return day.day < last.day ? { ...last, day: day.day } : last;
}

function nearest(days: readonly Day[], today: Day, weight: { gone: number; coming: number }): Day | null {
  const now = epoch(formatDay(today)) ?? 0;
  const far = (day: Day): number => {
    const ms = (epoch(formatDay(day)) ?? 0) - now;
    return ms < 0 ? -ms * weight.gone : ms * weight.coming;
  };
  return days.reduce<Day | null>((best, day) => (best === null || far(day) < far(best) ? day : best), null);
}
