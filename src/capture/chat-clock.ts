import { addDays, type Day, dayOf, epoch, formatDay, isDay, weekdayOf } from '../base/time.ts';
import type { Facts } from './facts.ts';
import { type Clock, clockOf, readStamp } from './post-stamp.ts';

/** Reads a chat's stamps in order: a time alone belongs to the day of the separator above it. */
export interface ChatClock {
  readonly read: (stamp: string) => string | null;
  readonly separate: (line: string) => void;
}

/**
 * The clock of one export. Offsets are the newsroom sheet's (exports name none); 昨天 counts from the export's own
 * "导出时间", else from the capture. The order of "03/06/2031" is decided by the whole file and never guessed.
 */
export function chatClock(stamps: readonly string[], content: string, facts: Facts): ChatClock {
  const base = clockOf(facts, dayOrder(stamps, facts));
  const exported = /(?:导出时间|Exported(?: at| on)?)\s?[:：]\s?([^\n]{6,40})/iu.exec(content)?.[1];
  const today = (exported ? dayOf(readStamp(exported, base)) : null) ?? base.today;
  const clock: Clock = { ...base, today };
  let current: Day | null = null;
  const onDay = (stamp: string): string | null => {
    const weekday = weekdayIn(stamp, today);
    if (weekday) return readStamp(`${formatDay(weekday)} ${stamp}`, clock);
    const own = notAhead(stamp, readStamp(stamp, clock), today);
    if (own !== null || !current || !/^\D{0,4}\d{1,2}[:：]\d{2}/u.test(stamp)) return own;
    return readStamp(`${formatDay(current)} ${stamp}`, clock);
  };
  return {
    read: onDay,
    separate: (line) => {
      const words = line.replace(/[—―─–-]{2,}/gu, ' ').trim();
      current = weekdayIn(words, today) ?? dayOf(notAhead(words, readStamp(words, clock), today)) ?? current;
    },
  };
}

const YEAR = /(?<!\d)\d{4}(?!\d)|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)/u;

/** A day without a year is the last such day: an export made in January holds messages of 31 December. */
function notAhead(stamp: string, read: string | null, today: Day | null): string | null {
  const day = dayOf(read);
  if (!read || !day || !today || YEAR.test(stamp) || formatDay(day) <= formatDay(addDays(today, 1))) return read;
  return `${String(day.year - 1).padStart(4, '0')}${read.slice(4)}`;
}

/** 星期三 is the last Wednesday before the export's day. */
function weekdayIn(text: string, today: Day | null): Day | null {
  const sign = /(?:星期|周)([一二三四五六日天])/u.exec(text)?.[1];
  if (!sign || !today) return null;
  const wanted = sign === '天' ? 0 : '日一二三四五六'.indexOf(sign);
  return addDays(today, -((weekdayOf(today) - wanted + 7) % 7 || 7));
}

type Order = 'dmy' | 'mdy';
const DATES = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u;

/** Day first or month first: what the sheet says, else the only order in which all dates exist, rise and fit the sheet. */
function dayOrder(stamps: readonly string[], facts: Facts): Order | null {
  const note = facts.note?.toLowerCase() ?? '';
  if (/day.month/u.test(note) || /\bdd.mm\b/u.test(note)) return 'dmy';
  if (/month.day/u.test(note) || /\bmm.dd\b/u.test(note)) return 'mdy';
  const readings = { dmy: daysOf(stamps, 'dmy'), mdy: daysOf(stamps, 'mdy') };
  if (readings.dmy?.length === 0) return null;
  const tests: readonly ((days: Days) => boolean)[] = [exists, rises, (days) => fitsSheet(days, facts)];
  for (const fits of tests) {
    const dmy = fits(readings.dmy);
    const mdy = fits(readings.mdy);
    if (dmy !== mdy) return dmy ? 'dmy' : 'mdy';
  }
  return null;
}

/** The days of all stamps in one order; null where one of them does not exist. */
function daysOf(stamps: readonly string[], order: Order): string[] | null {
  const days: string[] = [];
  for (const stamp of stamps) {
    const match = DATES.exec(stamp);
    if (!match) continue;
    const [, a, , b, y = ''] = match;
    const [month, date] = order === 'dmy' ? [b, a] : [a, b];
    const day = { year: Number(y.length === 2 ? `20${y}` : y), month: Number(month), day: Number(date) };
    if (!isDay(day)) return null;
    days.push(formatDay(day));
  }
  return days;
}

type Days = readonly string[] | null;
const exists = (days: Days): boolean => days !== null;
const rises = (days: Days): boolean =>
  days?.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day) ?? false;

function fitsSheet(days: Days, facts: Facts): boolean {
  const last = epoch(days?.at(-1));
  const captured = epoch(facts.captured);
  if (last !== null && captured !== null && last > captured + 86_400_000) return false;
  const published = dayOf(facts.published);
  return published === null || days?.[0] === formatDay(published);
}
