import { addDays, formatDay, weekdayOf } from '../../base/time.ts';
import type { Atom, CalendarWords } from './atom.ts';
import { type Expression, isDated } from './expression.ts';
import type { Moment, Reference } from './moment.ts';
import { resolve } from './resolve.ts';

/** The moment that an expression names, with its end where it is an interval; `bare`: an hour is one of the reference's day. */
export function momentOf({ atoms, to }: Expression, reference: Reference, bare: boolean): Moment | null {
  const until = to.length > 0 ? to : endHour(atoms);
  if (until.length === 0) return resolve(bare && !isDated(atoms) ? [...atoms, TODAY] : atoms, reference);
  const start = resolve(startAtoms(atoms, until), reference);
  if (!start) return null;
  const end = endOf(until, atoms, start, reference);
  return { ...start, to: end?.to ?? end?.value ?? null };
}

const TODAY: Atom = { start: 0, end: 0, date: { is: 'shift', by: 0, unit: 'day', whole: true } };

/** "From 5 to 7 p.m." is one atom with two hours. */
const endHour = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.flatMap(({ toClock, start, end }) => (toClock ? [{ start, end, clock: toClock }] : []));

function endOf(to: readonly Atom[], atoms: readonly Atom[], start: Moment, reference: Reference): Moment | null {
  const [only] = to;
  // "Friday to Sunday": the first such day after the other.
  if (to.length === 1 && only?.date?.is === 'weekday' && only.date.week === null && start.day) {
    const day = addDays(start.day, (only.date.weekday - weekdayOf(start.day) + 7) % 7);
    return { value: formatDay(day), to: null, day };
  }
  const end = resolve(endAtoms(to, atoms, start), { ...reference, last: start.day ?? reference.last });
  if (!end || !start.day || end.value >= start.value) return end;
  if (saysDate(to)) return end;
  // A night's interval ends on the next day.
  return resolve(endAtoms(to, atoms, { ...start, day: addDays(start.day, 1) }), reference);
}

const saysDate = (atoms: readonly Atom[]): boolean =>
  atoms.some(({ date, stamp }) => date !== undefined || stamp !== undefined);

/** What the start takes from the end: the year, the day, the half of the day ("between 5 and 7 p.m. on Wednesday"). */
function startAtoms(from: readonly Atom[], to: readonly Atom[]): readonly Atom[] {
  if (saysDate(from)) return [...from, ...yearFor(from, to)];
  const half = to.find((atom) => atom.clock)?.clock?.half ?? null;
  const clocks = from.map((atom) =>
    atom.clock && half ? { ...atom, clock: { ...atom.clock, half: atom.clock.half ?? half } } : atom,
  );
  // "From 2 pm until tomorrow" begins today.
  const later = to.some(({ date }) => date?.is === 'shift' && date.unit === 'day' && date.by > 0);
  return later ? [...clocks, TODAY] : [...clocks, ...to.filter((atom) => atom.date)];
}

/** "November to February 2032" begins in the year before, "5 to 8 May 2032" in the same one. */
function yearFor(from: readonly Atom[], to: readonly Atom[]): readonly Atom[] {
  const [start, end] = [calendarOf(from), calendarOf(to)];
  const whole = start === null || start.year !== undefined || start.step !== undefined;
  if (whole || end?.year === undefined || from.some(({ date }) => date?.is !== 'calendar')) return [];
  const month = start.month ?? end.month;
  const year = (month ?? 0) > (end.month ?? 12) ? end.year - 1 : end.year;
  return [{ start: 0, end: 0, date: { is: 'calendar', year, ...(month ? { month } : {}) } }];
}

function calendarOf(atoms: readonly Atom[]): CalendarWords | null {
  const all = atoms.flatMap(({ date }) => (date?.is === 'calendar' ? [date] : []));
  return all.length === 0 ? null : Object.assign({}, ...all);
}

/** Twelve after an hour of the morning is noon. */
const isNoon = (to: readonly Atom[], { part }: Atom): boolean =>
  part?.half === 'am' && to.some(({ clock }) => clock?.hour === 12);

/**
 * The end of an interval takes from its start what it leaves unsaid: the month of 6月2日至3日, the day of 18时至20时,
 * the year of 2030年10月至2月 (the next one, as the months go round).
 */
function endAtoms(to: readonly Atom[], from: readonly Atom[], start: Moment): readonly Atom[] {
  const dated = saysDate(to);
  const part = to.some((atom) => atom.part)
    ? []
    : from.filter((atom) => atom.part && (!atom.date || !dated) && !isNoon(to, atom));
  const [year, month] = start.value.split(/[-T]/u).map(Number);
  if (year === undefined || Number.isNaN(year) || month === undefined) return [...to, ...part];
  if (!dated) {
    const date = { is: 'calendar', year, month, ...start.day } as const;
    return [{ start: 0, end: 0, date }, ...to, ...part];
  }
  const end = calendarOf(to);
  if (!end || end.year !== undefined || to.some(({ date }) => date && date.is !== 'calendar')) return to;
  const over = (end.month ?? month) < month;
  const base = { is: 'calendar', year: over ? year + 1 : year, ...(end.month === undefined ? { month } : {}) } as const;
  return [{ start: 0, end: 0, date: base }, ...to];
}
