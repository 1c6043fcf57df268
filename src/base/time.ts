/**
 * Times as they are known. An *instant* is ISO 8601 with an offset (`2031-05-31T14:02:00+08:00`); a *date* may be known
 * only in part (`2031-05`, `XXXX-05-31`, `2031-05-31T14`). This file is the one place where the rooms may use `Date`,
 * and only to calculate: never to ask what time it is.
 */
export type Instant = string;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether the text is a complete instant: date, time of day and offset. */
export const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** Milliseconds since 1970 of an instant, or of the start of a date taken as UTC; `null` where it names no moment. */
export function epoch(text: string | null | undefined): number | null {
  if (!text || text.includes('X')) return null;
  const ms = Date.parse(/T\d{2}$/.test(text) ? `${text}:00Z` : /T\d{2}:\d{2}(:\d{2})?$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(ms) ? null : ms;
}

/** Orders instants; those that name no moment come last, equal ones by spelling. */
export function compareInstants(a: string | null, b: string | null): number {
  const x = epoch(a);
  const y = epoch(b);
  if (x !== null && y !== null && x !== y) return x - y;
  if ((x === null) !== (y === null)) return x === null ? 1 : -1;
  const p = a ?? '';
  const q = b ?? '';
  return p < q ? -1 : p > q ? 1 : 0;
}

/** A calendar day, without a clock: proleptic Gregorian. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const utc = ({ year, month, day }: Day): Date => new Date(Date.UTC(year, month - 1, day));
const fromUtc = (date: Date): Day => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});
const two = (n: number): string => String(n).padStart(2, '0');

/** `2031-05-31` from a day. */
export const formatDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The day that an instant or date starts with, read as written (in its own offset); `null` where it has none. */
export function dayOf(text: string | null | undefined): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

/** The day `days` later (earlier where negative). */
export const addDays = (day: Day, days: number): Day => fromUtc(new Date(utc(day).getTime() + days * 86_400_000));

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: Day): number => utc(day).getUTCDay();

/** Whether such a day exists. */
export const isDay = (day: Day): boolean => formatDay(fromUtc(utc(day))) === formatDay(day);

/** The last day of a month. */
export const lastDayOf = (year: number, month: number): Day => fromUtc(new Date(Date.UTC(year, month, 0)));

/** The instant, `ms` after 1970, spelled in UTC. */
export const instantAt = (ms: number): Instant => new Date(ms).toISOString().replace('.000Z', 'Z');
