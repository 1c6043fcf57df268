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
import type { Atom, CalendarWords, DateWords, GapWords, PartWords, RunWords, ShiftWords, Unit } from './atom.ts';
import { hourOf, withClock } from './hour.ts';
import type { Moment, Reference } from './moment.ts';
import { nearestMonth, nearestYear, shifted, VAGUE, weekdayNear } from './near.ts';
import { gapFrom, partOf, restOf, runOf, steppedPart, weekendOf, yearsOf } from './span.ts';

/** The reference that a carrier's time of publication gives. */
export function referenceOf(published: string | null, home: string | null): Reference {
  const offset = isInstant(published ?? '') ? (/(?:Z|[+-]\d{2}:\d{2})$/u.exec(published ?? '')?.[0] ?? null) : null;
  const ms = offset === null ? null : epoch(published);
  const local = offset === 'Z' && home !== null && ms !== null ? inOffset(ms, home) : published;
  return {
    day: dayOf(local),
    ms,
    offset: offset === 'Z' ? (home ?? 'Z') : offset,
    last: null,
    ahead: false,
    alone: false,
  };
}

/** When the atoms of one expression say. Null where they say nothing of it. */
export function resolve(atoms: readonly Atom[], reference: Reference): Moment | null {
  const stamp = atoms.find((atom) => atom.stamp !== undefined)?.stamp;
  if (stamp !== undefined) return stamped(stamp, reference);
  if (atoms.some((atom) => atom.date?.is === 'vague')) return VAGUE;
  const instant = instantAgo(atoms, reference);
  if (instant) return instant;
  const date = dateOf(atoms, reference);
  const hour = hourOf(atoms);
  // A carrier that writes UTC says nothing of the clocks on the wall.
  const moment = date && withClock(date, hour, reference.offset === 'Z' ? null : reference.offset);
  return moment && hour?.offset ? atHome(moment, reference) : moment;
}

/** An hour of another zone ("12:05 UTC"), on the clocks of the place that the story is told in. */
function atHome(moment: Moment, { offset }: Reference): Moment {
  const ms = offset === null || offset === 'Z' || !isInstant(moment.value) ? null : epoch(moment.value);
  if (ms === null || offset === null) return moment;
  const value = toMinute(ms, offset);
  return { value, to: moment.to, day: dayOf(value) };
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

const MINUTES: Partial<Record<Unit, number>> = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10_080 };
const SHORT: readonly Unit[] = ['second', 'minute', 'hour'];

/** "Half an hour ago" is an instant where the reference is one, else only its day. */
function instantAgo(atoms: readonly Atom[], reference: Reference): Moment | null {
  const dates = atoms.flatMap(({ date }) => (date ? [date] : []));
  const shift = dates.find((one) => one.is === 'shift');
  const gap = dates.find((one) => one.is === 'gap');
  if (gap && (gap.from === 'beside' || dates.length > 1)) return null;
  const by = gap?.by ?? (shift ? [{ count: shift.by, unit: shift.unit }] : []);
  const run = dates.find((one) => one.is === 'run');
  if (run && SHORT.includes(run.unit)) return shortRun(run, reference);
  if (!by.some(({ unit }) => SHORT.includes(unit)) || by.some(({ unit }) => MINUTES[unit] === undefined)) return null;
  return instantOn(
    by.reduce((sum, { count, unit }) => sum + count * (MINUTES[unit] ?? 0), 0),
    reference,
  );
}

/** "The last three hours" are told by the minute where the reference is an instant. */
function shortRun(run: RunWords, reference: Reference): Moment | null {
  const { ms, offset } = reference;
  const minutes = run.by * (MINUTES[run.unit] ?? 0);
  if (ms === null || offset === null) return null;
  const [from, to] = [Math.min(0, minutes), Math.max(0, minutes)].map((at) => toMinute(ms + at * 60_000, offset));
  return from === undefined ? null : { value: from, to: to ?? null, day: dayOf(from) };
}

function toMinute(ms: number, offset: string): string {
  const value = inOffset(ms, offset);
  return value.slice(0, 16) + value.slice(19);
}

function instantOn(minutes: number, { ms, offset, day }: Reference): Moment {
  if (ms === null || offset === null || minutes % 1440 === 0) {
    const then = day && addDays(day, minutes < 0 ? Math.ceil(minutes / 1440) : Math.floor(minutes / 1440));
    return then ? onDay(then) : VAGUE;
  }
  const value = toMinute(ms + minutes * 60_000, offset);
  return { value, to: null, day: dayOf(value) };
}

function dateOf(atoms: readonly Atom[], reference: Reference): Moment | null {
  const words = atoms.flatMap((atom) => (atom.date ? [atom.date] : []));
  const gap = words.find((one) => one.is === 'gap');
  if (gap) return gapOf(gap, atoms, reference);
  const part = words.find((one) => one.is === 'part');
  if (part) return partIn(part, atoms, reference);
  const run = words.find((one) => one.is === 'run');
  if (run) return runOf(run, reference.day);
  const years = words.find((one) => one.is === 'years');
  if (years) return yearsOf(years, reference.day);
  return plainDate(atoms, words, reference);
}

function plainDate(atoms: readonly Atom[], words: readonly DateWords[], reference: Reference): Moment | null {
  const calendar = mergedCalendar(atoms);
  const shift = words.find((one) => one.is === 'shift');
  const weekday = words.find((one) => one.is === 'weekday');
  if (calendar && shift) return calendarDate(filled(calendar, shiftOf(shift, reference)), reference);
  if (calendar) return calendarDate({ ...calendar, ...(weekday ? { weekday: weekday.weekday } : {}) }, reference);
  if (weekday && shift?.unit === 'week' && shift.whole) {
    return reference.day ? onDay(weekdayNear({ ...weekday, week: shift.by }, reference.day, false)) : VAGUE;
  }
  if (shift)
    return { ...shiftOf(shift, reference), ...(atoms.some((atom) => atom.last) ? lastOf(shift, reference) : {}) };
  const anaphor = words.find((one) => one.is === 'anaphor');
  if (anaphor) {
    const from = reference.last ?? (anaphor.by === 0 ? reference.day : null);
    return from && onDay(addDays(from, anaphor.by));
  }
  if (!weekday) return null;
  return reference.day ? onDay(weekdayNear(weekday, reference.day, reference.ahead)) : VAGUE;
}

function shiftOf(shift: ShiftWords, reference: Reference): Moment {
  const { by, unit, whole } = shift;
  if (!reference.day || !whole) return shifted(shift, reference);
  if (shift.rest) return restOf(shift, reference.day);
  if (unit === 'weekend') return weekendOf(reference.day, by);
  return steppedPart(unit, by, reference.day) ?? shifted(shift, reference);
}

/** Words that say how far from a day beside them say nothing without it. */
function gapOf(gap: GapWords, atoms: readonly Atom[], reference: Reference): Moment | null {
  const beside = atoms.filter((atom) => atom.date && atom.date.is !== 'gap');
  const anchor = beside.length > 0 ? (dateOf(beside, reference)?.day ?? null) : null;
  if (gap.from === 'beside' && beside.length === 0) return null;
  if (gap.from === 'now') {
    const then = reference.day && gapFrom(gap, reference.day).day;
    return then ? onDay(nearestWeekday(then, beside)) : VAGUE;
  }
  const from = anchor ?? (gap.from === 'last' ? (reference.last ?? reference.day) : null);
  return from ? plausible(gapFrom(gap, from), gap, reference) : VAGUE;
}

/** "Three years later" is told of what is over: a day still to come is not meant, unless the words look ahead or stand alone. */
function plausible(moment: Moment, gap: GapWords, { day, ahead, alone }: Reference): Moment {
  const coming = day !== null && moment.value > formatDay(day);
  return gap.from === 'last' && coming && !ahead && !alone ? VAGUE : moment;
}

/** "In three days, on Friday": the day of the week is right where they differ by a little. */
function nearestWeekday(day: Day, beside: readonly Atom[]): Day {
  const weekday = beside.find(({ date }) => date?.is === 'weekday')?.date;
  if (weekday?.is !== 'weekday') return day;
  const ahead = (weekday.weekday - weekdayOf(day) + 7) % 7;
  return addDays(day, ahead > 3 ? ahead - 7 : ahead);
}

/** A part of the year or month in the words beside, else of the running or nearest one. */
function partIn(part: PartWords, atoms: readonly Atom[], reference: Reference): Moment | null {
  const beside = atoms.filter((atom) => atom.date && atom.date.is !== 'part');
  const whole = beside.length > 0 ? (dateOf(beside, reference)?.value ?? '') : '';
  const [year, month] = /^\d{4}(?:-\d{2})?$/u.test(whole) ? whole.split('-').map(Number) : [];
  if (year !== undefined) return partOf(part, year, month ?? null);
  const { day } = reference;
  if (!day || beside.length > 0) return day ? null : VAGUE;
  if (part.unit === 'week') return partOf(part, day.year, null);
  if (part.unit === 'day') return partOf(part, day.year, day.month);
  const first = partOf(part, day.year, null);
  const date = {
    month: Number(first?.value.slice(5, 7) ?? 1),
    day: 1,
    weekday: null,
    thisYear: part.thisYear ?? false,
  };
  return partOf(part, nearestYear(date, day, reference.ahead), null);
}

const onDay = (day: Day): Moment => ({ value: formatDay(day), to: null, day });

function lastOf(shift: ShiftWords, reference: Reference): Partial<Moment> {
  const [year, month = 12] = shiftOf(shift, reference).value.split('-').map(Number);
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

interface DatedWords extends CalendarWords {
  readonly weekday?: number;
}

function calendarDate(words: DatedWords, reference: Reference): Moment | null {
  const { day: today, ahead } = reference;
  if (words.month === undefined && words.day !== undefined && today)
    return numbered({ ...words, ...nearestMonth(words.day, today, ahead, words.weekday ?? null) }, reference);
  if (words.month === undefined && words.year === undefined && words.last && today)
    return onDay(lastDayOf(today.year, today.month));
  return numbered(words, reference);
}

/** The date of numbers; a year is never invented, only inferred from the reference. */
function numbered(words: DatedWords, { day: today, ahead }: Reference): Moment | null {
  const { month, day } = words;
  const year = words.year ?? (today && month !== undefined ? yearOf(words, month, today, ahead) : undefined);
  if (month === undefined) {
    if (day !== undefined) return { value: `XXXX-XX-${pad(day)}`, to: null, day: null };
    return year === undefined ? null : { value: String(year), to: null, day: null };
  }
  const y = year === undefined ? 'XXXX' : String(year);
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

function yearOf(words: DatedWords, month: number, today: Day, ahead: boolean): number {
  if (words.step === undefined) {
    const { day = null, weekday = null, thisYear = false } = words;
    // The end of the year is this year's.
    if (words.last && month === 12 && thisYear) return today.year;
    return nearestYear({ month, day, weekday, thisYear }, today, ahead);
  }
  if (words.step === 0) return today.year;
  if (words.step < 0) return month < today.month ? today.year : today.year - 1;
  return month > today.month ? today.year : today.year + 1;
}
