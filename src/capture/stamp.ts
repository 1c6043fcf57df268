import { type Day, formatDay, isDay } from '../base/time.ts';

/** A date as pages and mails print it, found in a line: ISO 8601 as far as it is known, and where it stands. */
export interface Stamp {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const CLOCK =
  '(?:(?:\\s?[(（]?(?:星期|周)[一二三四五六日天][)）]?)?[T\\s,/|·]{0,3}(?:at\\s)?\\s{0,2}(?<part>上午|下午|晚上|凌晨|中午)?(?<hour>\\d{1,2})[:.：时点](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:\\.\\d{1,9})?)?分?\\s{0,2}(?<half>[ap]\\.?m\\.?)?\\s{0,2}(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?';

/** In order: the first that fits at the earliest place wins. `month` is a number or a name. */
const FORMS: readonly RegExp[] = [
  `(?<!\\d)(?<year>(?:19|20)\\d{2})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)${CLOCK}`,
  `(?<!\\d)(?<year>(?:19|20)\\d{2})\\s?年\\s?(?<month>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日${CLOCK}`,
  `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?<month>${MONTH}),?\\s(?<year>(?:19|20)\\d{2})(?!\\d)${CLOCK}`,
  `(?<![a-z])(?<month>${MONTH})\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>(?:19|20)\\d{2})(?!\\d)${CLOCK}`,
  `(?<!\\d)(?<day>\\d{1,2})[./-](?<month>\\d{1,2})[./-](?<year>(?:19|20)\\d{2})(?!\\d)${CLOCK}`,
].map((form) => new RegExp(form, 'iu'));

/** The first date in a line, read with the day before the month where a form leaves that open and both can be. */
export function stampIn(line: string): Stamp | null {
  const found = FORMS.map((form) => form.exec(line.slice(0, 2000)))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)
    .find((match) => readingOf(match) !== null);
  const value = found ? readingOf(found) : null;
  return found && value ? { value, start: found.index, end: found.index + found[0].length } : null;
}

function readingOf(match: RegExpExecArray): string | null {
  const { year, month, day, hour } = match.groups ?? {};
  const named = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const read: Day = { year: Number(year), month: named || Number(month), day: Number(day) };
  const swapped: Day = { ...read, month: read.day, day: read.month };
  const date = isDay(read) ? read : !named && isDay(swapped) && !/^\d{4}/.test(match[0]) ? swapped : null;
  if (!date) return null;
  return hour === undefined ? formatDay(date) : `${formatDay(date)}${clockOf(match.groups ?? {})}`;
}

function clockOf({ part, hour, minute, second, half, zone }: Record<string, string | undefined>): string {
  const isLate = /^p/i.test(half ?? '') || /下午|晚上/.test(part ?? '');
  const spoken = Number(hour);
  const read = isLate && spoken < 12 ? spoken + 12 : /^a/i.test(half ?? '') && spoken === 12 ? 0 : spoken;
  if (read > 23 || Number(minute) > 59) return '';
  const two = (n: number): string => String(n).padStart(2, '0');
  return `T${two(read)}:${minute}${second ? `:${second}` : ''}${zoneOf(zone, second)}`;
}

function zoneOf(zone: string | undefined, second: string | undefined): string {
  if (!zone) return '';
  const seconds = second ? '' : ':00';
  if (/^[a-z]/i.test(zone)) return `${seconds}Z`;
  return seconds + (zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`);
}
