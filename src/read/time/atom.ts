import type { Span } from '../../base/span.ts';

/** A unit that a calendar or a clock counts in. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century';

/** A date as far as the words give it. Later fields are read only as far as the earlier ones allow. */
export type DateWords =
  | CalendarWords
  | ShiftWords
  /** A day of the week; `week` counts weeks from the reference's own, null where the words don't say. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly week: number | 'last' | 'coming' | 'later' | null }
  /** So many days from the day last spoken of ("that day", 次日). */
  | { readonly is: 'anaphor'; readonly by: number }
  | PartWords
  | RunWords
  | GapWords
  | YearsWords
  /** Something that dates, but nobody could say when (近日, "recently"). */
  | { readonly is: 'vague' };

/** So many units from the reference ("yesterday", "last year", "half an hour ago"). `whole`: the unit itself is meant. */
export interface ShiftWords {
  readonly is: 'shift';
  readonly by: number;
  readonly unit: Unit;
  readonly whole: boolean;
  /** What is left of it from the reference on. */
  readonly rest?: boolean;
}

/** Of a month or a year, the so-manyth part: the third quarter, the last three weeks, the first Monday. */
export interface PartWords {
  readonly is: 'part';
  readonly unit: Unit;
  /** From 1; counted from the end where negative. */
  readonly nth: number;
  readonly count: number;
  /** The day of the week that is counted, where `unit` is the day. */
  readonly weekday?: number;
  /** Where a bare one is by custom of the running year, unless that is far off. */
  readonly thisYear?: boolean;
}

/** So many units that end or begin at the reference: "the last three months". */
export interface RunWords {
  readonly is: 'run';
  readonly by: number;
  readonly unit: Unit;
  /** Days between the reference and the first day of a run to come. */
  readonly skip: 0 | 1;
  /** Where it begins is known no better than the unit (三年以来). */
  readonly rough?: boolean;
}

/** So far from a day: from the reference, from the day in the words beside, or from the day last spoken of. */
export interface GapWords {
  readonly is: 'gap';
  readonly by: readonly { readonly count: number; readonly unit: Unit }[];
  readonly from: 'now' | 'beside' | 'last';
  /** The days themselves from there on: "the week starting 4 May", "three days from Monday on". */
  readonly span?: 'week' | 'run';
  /** Known no better than the unit ("some 20 months later"). */
  readonly rough?: boolean;
}

/** Several whole years: a decade, a century. `near`: the last such years of which only the end is said ("the 80s"). */
export interface YearsWords {
  readonly is: 'years';
  readonly from: number;
  readonly count: number;
  readonly century: 'given' | 'near' | 'this' | 'last';
}

/** Numbers of a calendar: "6 May", 6月底, 31日. */
export interface CalendarWords {
  readonly is: 'calendar';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** The last day of the month, or of the year where no month is given. */
  readonly last?: boolean;
  /** Where the words give an interval in one breath ("5 to 8 May"): its last day. */
  readonly toDay?: number;
  /** Which such month is meant, seen from the reference: the last (-1), this year's (0), the next (1). */
  readonly step?: number;
  /** Where a bare date is by custom one of the running year, unless that is far off. */
  readonly thisYear?: boolean;
}

/** A time of day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** Half of the day as said; `waking`: an hour in words that custom puts after noon unless a part of the day says otherwise;
   * `open`: one that could be either. */
  readonly half: 'am' | 'pm' | 'waking' | 'open' | null;
  /** Minutes east of Greenwich, where the words name a zone. */
  readonly offset: number | null;
}

/** A part of the day: which half it lies in, and its hour where it has one by custom (noon). */
export interface Part {
  readonly half: 'am' | 'pm' | null;
  readonly hour: number | null;
  /** Runs past midnight, so that an hour after twelve in it is the next day's. */
  readonly night: boolean;
}

/** The smallest words about time. Several that stand together make one expression. */
export interface Atom extends Span {
  readonly date?: DateWords;
  readonly clock?: Clock;
  /** The end of an interval of hours. */
  readonly toClock?: Clock;
  readonly part?: Part;
  /** A whole instant or local date-time, as machines write it. */
  readonly stamp?: string;
  /** The last day of the month or year that `date` names. */
  readonly last?: boolean;
  /** Counts only beside another atom ("three" of "three on Friday", "(3rd)"). */
  readonly weak?: boolean;
  /** Counts only where the words do not tell of what is over ("in two weeks" dates what is to come, but "built in two weeks"). */
  readonly unpast?: boolean;
}

/** Which places of an expression an atom fills: two atoms that fill the same place are two expressions. */
export function placesOf(atom: Atom): readonly string[] {
  if (atom.stamp !== undefined) return [...ALL, 'clock', 'part'];
  const places = atom.date ? [...placesOfDate(atom.date)] : [];
  if (atom.clock) places.push('clock');
  if (atom.part) places.push('part');
  if (atom.last) places.push('month', 'day');
  return places;
}

/** Whether an expression names a day or less, so that an hour can belong to it. */
export const hasDay = (atoms: readonly Atom[]): boolean =>
  atoms.some(({ stamp, date }) => {
    if (stamp !== undefined || date?.is === 'weekday' || date?.is === 'anaphor' || date?.is === 'gap') return true;
    if (date?.is === 'calendar') return date.day !== undefined || date.last === true;
    return (date?.is === 'shift' || date?.is === 'part') && DAYS.includes(date.unit);
  });

const DAYS: readonly Unit[] = ['day', 'hour', 'minute', 'second'];
const ALL = ['year', 'month', 'day', 'weekday', 'shift', 'gap'];

function placesOfDate(date: DateWords): readonly string[] {
  switch (date.is) {
    case 'calendar': {
      const places: string[] = [];
      if (date.year !== undefined) places.push('year');
      if (date.month !== undefined) places.push('month');
      if (date.day !== undefined || date.last) places.push('day');
      return places;
    }
    case 'weekday':
      return ['weekday'];
    case 'shift':
      return placesOfShift(date.unit);
    case 'anaphor':
      return ['shift'];
    case 'part':
      return date.unit === 'day' || date.unit === 'week' ? ['day', 'weekday'] : ['month', 'day'];
    case 'gap':
      return ['gap'];
    case 'run':
    case 'years':
      return ALL;
    case 'vague':
      return [...ALL, 'clock'];
  }
}

function placesOfShift(unit: Unit): readonly string[] {
  if (unit === 'year') return ['year'];
  return unit === 'month' ? ['year', 'month'] : ['shift'];
}
