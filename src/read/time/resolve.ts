import {
  addDays,
  type Day,
  dayOf,
  epoch,
  formatDay,
  instantAt,
  isDay,
  isInstant,
  lastDayOf,
  weekdayOf,
} from '../../base/time.ts';
import type { Atom, CalendarWords } from './atom.ts';
import { hourOf, withClock } from './hour.ts';
import type { Moment, Reference } from './moment.ts';
import { nearestMonth, nearestYear, shifted, VAGUE, weekdayNear } from './near.ts';

/** The reference that a carrier's time of publication gives. */
export function referenceOf(published: string | null, home: string | null): Reference {
  const offset = isInstant(published ?? '') ? (/(?:Z|[+-]\d{2}:\d{2})$/u.exec(published ?? '')?.[0] ?? null) : null;
  const ms = offset === null ? null : epoch(published);
  const local = offset === 'Z' && home !== null && ms !== null ? inOffset(ms, home) : published;
  return { day: dayOf(local), ms, offset: offset === 'Z' ? (home ?? 'Z') : offset, last: null, ahead: false };
}

/** When the atoms of one expression say. Null where they say nothing of it. */
export function resolve(atoms: readonly Atom[], reference: Reference): Moment | null {
  const stamp = atoms.find((atom) => atom.stamp !== undefined)?.stamp;
  if (stamp !== undefined) return stamped(stamp, reference);
  if (atoms.some((atom) => atom.date?.is === 'vague')) return VAGUE;
  const instant = instantAgo(atoms, reference);
  if (instant) return instant;
  const date = dateOf(atoms, reference);
  // A carrier that writes UTC says nothing of the clocks on the wall.
  return date && withClock(date, hourOf(atoms), reference.offset === 'Z' ? null : reference.offset);
}

/** An instant spelled in the offset of the place that the story is told in. */
function stamped(stamp: string, reference: Reference): Moment {
  const known = isInstant(stamp);
  const ms = known ? epoch(stamp) : null;
  const value = ms !== null && reference.offset !== null ? inOffset(ms, reference.offset) : stamp;
  const whole = known || reference.offset === null ? value : `${value}${reference.offset}`;
  return { value: whole, to: null, day: dayOf(whole) };
}

/** The moment in another offset, to the second. */
export function inOffset(ms: number, offset: string): string {
  if (offset === 'Z') return instantAt(ms).replace(/\.\d+Z$/u, 'Z');
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const east = (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
  return instantAt(ms + east * 60_000).slice(0, 19) + offset;
}

/** "Half an hour ago" is an instant where the reference is one, else only its day. */
function instantAgo(atoms: readonly Atom[], { ms, offset, day }: Reference): Moment | null {
  const date = atoms.find((atom) => atom.date?.is === 'shift')?.date;
  if (date?.is !== 'shift' || (date.unit !== 'minute' && date.unit !== 'hour')) return null;
  const minutes = date.by * (date.unit === 'hour' ? 60 : 1);
  if (ms === null || offset === null || minutes % 1440 === 0) {
    const then = day && addDays(day, Math.ceil(minutes / 1440));
    return then ? onDay(then) : VAGUE;
  }
  const value = inOffset(ms + minutes * 60_000, offset);
  return { value: value.slice(0, 16) + value.slice(19), to: null, day: dayOf(value) };
}

function dateOf(atoms: readonly Atom[], reference: Reference): Moment | null {
  const words = atoms.flatMap((atom) => (atom.date ? [atom.date] : []));
  const calendar = mergedCalendar(atoms);
  const shift = words.find((one) => one.is === 'shift');
  if (calendar && shift) return calendarDate(filled(calendar, shifted(shift, reference)), reference);
  if (calendar) return calendarDate(calendar, reference);
  if (shift)
    return { ...shifted(shift, reference), ...(atoms.some((atom) => atom.last) ? lastOf(shift, reference) : {}) };
  const anaphor = words.find((one) => one.is === 'anaphor');
  if (anaphor) {
    const from = reference.last ?? (anaphor.by === 0 ? reference.day : null);
    return from && onDay(addDays(from, anaphor.by));
  }
  const weekday = words.find((one) => one.is === 'weekday');
  if (!weekday) return null;
  return reference.day ? onDay(weekdayNear(weekday, reference.day, reference.ahead)) : VAGUE;
}

const onDay = (day: Day): Moment => ({ value: formatDay(day), to: null, day });

function lastOf(shift: Parameters<typeof shifted>[0], reference: Reference): Partial<Moment> {
  const [year, month = 12] = shifted(shift, reference).value.split('-').map(Number);
  return year === undefined || Number.isNaN(year) || Number.isNaN(month) ? {} : onDay(lastDayOf(year, month));
}

function mergedCalendar(atoms: readonly Atom[]): CalendarWords | null {
  const all = atoms.flatMap((atom) => (atom.date?.is === 'calendar' ? [atom.date] : []));
  return all.length === 0 ? null : Object.assign({}, ...all);
}

/** What the calendar words leave open is taken from the words beside them (去年12月, "today (3rd)"). */
function filled(calendar: CalendarWords, beside: Moment): CalendarWords {
  const [year, month] = beside.value.split('-').map(Number);
  const open = { ...(year ? { year } : {}), ...(month && calendar.month === undefined ? { month } : {}) };
  return { ...open, ...calendar };
}

function calendarDate(words: CalendarWords, reference: Reference): Moment | null {
  const { day: today, ahead } = reference;
  const month = words.month ?? (today && words.day !== undefined ? nearestMonth(words.day, today, ahead) : undefined);
  if (typeof month === 'object') return numbered({ ...words, ...month }, reference);
  if (month === undefined && words.year === undefined && words.last && today)
    return onDay(lastDayOf(today.year, today.month));
  const given = { ...words, ...(month === undefined ? {} : { month }) };
  return numbered(given, reference);
}

/** The date of numbers; a year is never invented, only inferred from the reference. */
function numbered(words: CalendarWords, { day: today, ahead }: Reference): Moment | null {
  const { month, day } = words;
  const year = words.year ?? (today && month !== undefined ? yearOf(words, month, today, ahead) : undefined);
  if (month === undefined) {
    if (day !== undefined) return { value: `XXXX-XX-${pad(day)}`, to: null, day: null };
    return year === undefined ? null : { value: String(year), to: null, day: null };
  }
  const y = year === undefined ? 'XXXX' : String(year);
  if (words.week !== undefined && year !== undefined) return weekOf(year, month, words.week);
  const last = words.last ? (year === undefined ? undefined : lastDayOf(year, month).day) : day;
  if (last === undefined) return { value: `${y}-${pad(month)}`, to: null, day: null };
  if (year !== undefined && !isDay({ year, month, day: last })) return null;
  const to =
    words.toDay === undefined ? null : Math.min(words.toDay, year === undefined ? 31 : lastDayOf(year, month).day);
  return {
    value: `${y}-${pad(month)}-${pad(last)}`,
    to: to === null ? null : `${y}-${pad(month)}-${pad(to)}`,
    day: year === undefined ? null : { year, month, day: last },
  };
}

const pad = (n: number): string => String(n).padStart(2, '0');

function yearOf(words: CalendarWords, month: number, today: Day, ahead: boolean): number {
  if (words.step === undefined) return nearestYear(month, words.day ?? null, today, ahead);
  if (words.step === 0) return today.year;
  if (words.step < 0) return month < today.month ? today.year : today.year - 1;
  return month > today.month ? today.year : today.year + 1;
}

/** The weeks of a month begin on its Mondays. */
function weekOf(year: number, month: number, week: number): Moment {
  const end = lastDayOf(year, month);
  const mondays = Array.from({ length: end.day }, (_, i) => ({ year, month, day: i + 1 })).filter(
    (day) => weekdayOf(day) === 1,
  );
  const from = (week > 4 ? mondays.at(-1) : mondays[week - 1]) ?? end;
  return { value: formatDay(from), to: formatDay(addDays(from, 6)), day: from };
}
