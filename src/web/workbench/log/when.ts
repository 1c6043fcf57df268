import { CLOCK, DAY_AND_CLOCK, format } from '../parts/dates.ts';
import type { Tongue } from '../room.ts';

const inFormat = (at: string, made: Intl.DateTimeFormat): string => {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : made.format(time);
};

/** The day of an instant, where whoever reads it sits. */
export const dayWords = (at: string, tongue: Tongue): string =>
  inFormat(at, format(tongue, 'weekday', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));

/** The minute of an instant. */
export const timeWords = (at: string, tongue: Tongue): string => inFormat(at, format(tongue, 'clock', CLOCK));

/** Day and minute. */
export const whenWords = (at: string, tongue: Tongue): string => inFormat(at, format(tongue, 'full', DAY_AND_CLOCK));
