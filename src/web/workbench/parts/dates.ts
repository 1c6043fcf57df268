import type { Tongue } from '../room.ts';

/** The languages of the interface, as the browser's own formats know them. */
export const TAGS: Readonly<Record<Tongue, string>> = { en: 'en-GB', zh: 'zh-CN' };
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** A format of dates, made once: `key` names it. */
export function format(tongue: Tongue, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = FORMATS.get(tongue + key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAGS[tongue], options);
  FORMATS.set(tongue + key, made);
  return made;
}

export const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
export const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
export const DAY_AND_CLOCK: Intl.DateTimeFormatOptions = { ...DAY, ...CLOCK };
