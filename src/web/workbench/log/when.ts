import type { Tongue } from '../room.ts';

const TAGS: Readonly<Record<Tongue, string>> = { en: 'en-GB', zh: 'zh-CN' };
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function format(tongue: Tongue, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = FORMATS.get(tongue + key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAGS[tongue], options);
  FORMATS.set(tongue + key, made);
  return made;
}

const inFormat = (at: string, made: Intl.DateTimeFormat): string => {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : made.format(time);
};

/** The day of an instant, where whoever reads it sits. */
export const dayWords = (at: string, tongue: Tongue): string =>
  inFormat(at, format(tongue, 'day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));

/** The minute of an instant. */
export const timeWords = (at: string, tongue: Tongue): string =>
  inFormat(at, format(tongue, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

/** Day and minute. */
export const whenWords = (at: string, tongue: Tongue): string =>
  inFormat(
    at,
    format(tongue, 'when', {
      ...{ day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    }),
  );
