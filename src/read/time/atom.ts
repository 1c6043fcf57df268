import type { Span } from '../../base/span.ts';

/** A unit that a calendar or a clock counts in. */
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A date as far as the words give it. Later fields are read only as far as the earlier ones allow. */
export type DateWords =
  | CalendarWords
  /** So many units from the reference ("yesterday", "last year", "half an hour ago"). `whole`: the unit itself is meant. */
  | { readonly is: 'shift'; readonly by: number; readonly unit: Unit; readonly whole: boolean }
  /** A day of the week; `week` counts weeks from the reference's own, null where the words don't say. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly week: number | 'last' | 'coming' | 'later' | null }
  /** So many days from the day last spoken of ("that day", 次日). */
  | { readonly is: 'anaphor'; readonly by: number }
  /** Something that dates, but nobody could say when (近日, "recently"). */
  | { readonly is: 'vague' };

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
  /** The so-manyth week (1 to 4, 5 for the last) of the month. */
  readonly week?: number;
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
  readonly part?: Part;
  /** A whole instant or local date-time, as machines write it. */
  readonly stamp?: string;
  /** The last day of the month or year that `date` names. */
  readonly last?: boolean;
  /** Counts only beside another atom ("three" of "three on Friday", "(3rd)"). */
  readonly weak?: boolean;
}

/** Which places of an expression an atom fills: two atoms that fill the same place are two expressions. */
export function placesOf(atom: Atom): readonly string[] {
  const places: string[] = [];
  if (atom.stamp !== undefined) places.push('stamp', 'clock', 'part', 'day', 'month', 'year', 'weekday', 'shift');
  if (atom.clock) places.push('clock');
  if (atom.part) places.push('part');
  const { date } = atom;
  if (date?.is === 'calendar') {
    if (date.year !== undefined) places.push('year');
    if (date.month !== undefined) places.push('month');
    if (date.day !== undefined || date.last || date.week !== undefined) places.push('day');
  }
  if (date?.is === 'weekday') places.push('weekday');
  if (date?.is === 'shift') places.push(...(date.unit === 'year' || date.unit === 'month' ? [date.unit] : ['shift']));
  if (date?.is === 'shift' && date.unit === 'month') places.push('year');
  if (atom.last) places.push('month', 'day');
  if (date?.is === 'anaphor') places.push('shift');
  if (date?.is === 'vague') places.push('year', 'month', 'day', 'weekday', 'shift', 'clock');
  return places;
}
