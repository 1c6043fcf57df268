import { addDays, type Day, dayOf, formatDay, instantAt, isDay, isInstant } from '../base/time.ts';
import type { Facts } from './facts.ts';

/** What is needed to read a stamp that says less than an instant. */
export interface Clock {
  /** The carrier's offset, where the stamp has none; without it the time stays local. */
  readonly offset: string | null;
  /** The day that 今天 and "today" stand for, and the year of a stamp without one. */
  readonly today: Day | null;
  /** How "03/06/2031" is meant; null leaves such a date unread. */
  readonly order: 'dmy' | 'mdy' | null;
}

/** The clock of a file: the offset of its publication, else of its capture (exports name none of their own). */
export const clockOf = (facts: Facts, order: Clock['order'] = null): Clock => ({
  offset: offsetOf(facts.published) ?? offsetOf(facts.captured),
  today: dayOf(facts.captured) ?? dayOf(facts.published),
  order,
});

const offsetOf = (text: string | null): string | null => /T.*(Z|[+-]\d{2}:\d{2})$/.exec(text ?? '')?.[1] ?? null;

/** A stamp as ISO 8601; null where it can't be read without guessing. */
export function readStamp(stamp: string | number, clock: Clock): string | null {
  const text = String(stamp)
    .trim()
    .slice(0, 120)
    .replace(/[\u200e\u200f\u202a-\u202e]/gu, '')
    .replace(/[\u00a0\u202f]/gu, ' ');
  if (/^\d{10}(\.\d{1,6})?$/.test(text)) return instantAt(Math.floor(Number(text)) * 1000);
  if (/^\d{13}$/.test(text)) return instantAt(Math.floor(Number(text) / 1000) * 1000);
  const time = timeIn(text);
  const day = dayIn(text, clock);
  if (!day || !isDay(day)) return null;
  if (time === 'unclear') return formatDay(day);
  if (!time) return formatDay(day);
  const local = `${formatDay(day)}T${time}`;
  const full = local + (zoneIn(text) ?? clock.offset ?? '');
  return isInstant(full) ? full : local;
}

const TIME =
  /(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|午前|午後|오전|오후)?\s?(?<![\d.])(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?\s?m\b\.?)?/iu;
const MORNING = new Set(['凌晨', '清晨', '早上', '早晨', '上午', '午前', '오전']);
const NIGHT = new Set(['晚上', '夜里']);

/** `14:02` or `14:02:33` of a day; "unclear" where the words leave two readings (晚上12:05). */
function timeIn(text: string): string | 'unclear' | null {
  const match = TIME.exec(text.replace(/(\d{4}-\d{2}-\d{2})T/u, '$1 '));
  if (!match) return null;
  const [, period, h = '', minute = '', second, half] = match;
  const hour = wholeHour(Number(h), period, half?.toLowerCase());
  if (hour === null || hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return 'unclear';
  return `${String(hour).padStart(2, '0')}:${minute}${second ? `:${second}` : ''}`;
}

function wholeHour(hour: number, period: string | undefined, half: string | undefined): number | null {
  if (half) return hour > 12 ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  if (!period || hour > 12) return hour;
  if (MORNING.has(period)) return hour % 12;
  if (period === '中午') return hour < 4 ? hour + 12 : hour;
  if (NIGHT.has(period) && (hour === 12 || hour < 5)) return null;
  return (hour % 12) + 12;
}

const ZONE = /\d\s?(?:(Z|UTC|GMT)\b|([+-])(\d{2}):?(\d{2})\b)/u;
/** Names of zones that mean one offset wherever they are used (CST and IST do not). */
const NAMED_ZONES: Readonly<Record<string, string>> = {
  ...{ EDT: '-04:00', EST: '-05:00', CDT: '-05:00', MDT: '-06:00', MST: '-07:00', PDT: '-07:00', PST: '-08:00' },
  ...{ CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', MSK: '+03:00', JST: '+09:00', HKT: '+08:00' },
};

function zoneIn(text: string): string | null {
  const after = text.slice(text.indexOf(':') + 1);
  const match = ZONE.exec(after);
  if (!match) return NAMED_ZONES[/\d\s?(?:[ap]m )?([A-Z]{3,4})\b/u.exec(after)?.[1] ?? ''] ?? null;
  return match[1] ? 'Z' : `${match[2] ?? '+'}${match[3] ?? '00'}:${match[4] ?? '00'}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},?(?: (\\d{4}))?`, 'iu');
const MONTH_DAY = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? (?:.{0,16} )?(\\d{4})\\b)?`, 'iu');
const BACK: Readonly<Record<string, number>> = { 今天: 0, today: 0, 昨天: 1, yesterday: 1, 前天: 2 };

function dayIn(text: string, clock: Clock): Day | null {
  const ymd = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(text);
  if (ymd) return day(ymd[1], ymd[2], ymd[3]);
  const dotted = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b/u.exec(text);
  if (dotted) {
    const [, a, mark, b, c = ''] = dotted;
    const order = mark === '.' ? 'dmy' : clock.order;
    const year = c.length === 2 ? `20${c}` : c;
    return order === null ? null : order === 'dmy' ? day(year, b, a) : day(year, a, b);
  }
  const year = clock.today?.year;
  const named = DAY_MONTH.exec(text);
  if (named) return day(named[3] ?? year, monthOf(named[2]), named[1]);
  const american = MONTH_DAY.exec(text);
  if (american) return day(american[3] ?? year, monthOf(american[1]), american[2]);
  const short = /(?:^|\s)(\d{1,2})(?:-|月)(\d{1,2})(?:日|\s|$)/u.exec(text);
  if (short) return day(year, short[1], short[2]);
  const word = /今天|昨天|前天|\btoday\b|\byesterday\b/iu.exec(text)?.[0].toLowerCase();
  const back = word === undefined ? undefined : BACK[word];
  return back === undefined || !clock.today ? null : addDays(clock.today, -back);
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

type Part = string | number | undefined;
const day = (year: Part, month: Part, date: Part): Day | null =>
  year === undefined ? null : { year: Number(year), month: Number(month), day: Number(date) };
