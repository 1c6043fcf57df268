import { EN_TIMES } from '../locales/en/times.ts';
import type { Atom, CalendarWords, Part, Unit } from './atom.ts';
import type { Groups } from './rule.ts';

/** What a rule's groups say. */
export type Meaning = Omit<Atom, 'start' | 'end'>;

const lower = (word: string | undefined): string => (word ?? '').toLowerCase();

const indexIn = (names: readonly (readonly string[])[], name: string | undefined): number =>
  names.findIndex((all) => all.includes(lower(name)));

function numberOf(words: string | undefined): number {
  const word = lower(words);
  if (/^\d+$/u.test(word)) return Number(word);
  const more: Readonly<Record<string, number>> = EN_TIMES.moreNumbers;
  return more[word] ?? (EN_TIMES.numbers as readonly string[]).indexOf(word);
}

export function calendar(groups: Groups, more: Partial<CalendarWords> = {}): Meaning {
  const month = indexIn(EN_TIMES.months, groups['month']) + 1;
  const year = groups['year'];
  return {
    date: { is: 'calendar', ...(year ? { year: Number(year) } : {}), ...(month > 0 ? { month } : {}), ...more },
  };
}

export function dayMonth(groups: Groups): Meaning {
  const { day, end } = groups;
  if (day !== undefined && end !== undefined) return calendar(groups, { day: Number(day), toDay: Number(end) });
  return calendar(groups, { day: Number(day ?? end) });
}

export function weekOfMonth(groups: Groups): Meaning {
  return calendar(groups, { week: (EN_TIMES.ordinals as readonly string[]).indexOf(lower(groups['edge'])) + 1 });
}

export const endOf = (groups: Groups): Meaning =>
  calendar(groups, lower(groups['unit']) === 'year' ? { month: 12, last: true } : { last: true });

const stepOf = (words: string | undefined): number =>
  (EN_TIMES.steps as Readonly<Record<string, number>>)[lower(words)] ?? 0;

export const steppedMonth = (groups: Groups): Meaning => calendar(groups, { step: stepOf(groups['step']) });

/** "Next Friday" is the Friday of next week; "last Friday" the nearest one gone; "Friday week" a week after the coming one. */
export function weekday(groups: Groups): Meaning {
  const step = lower(groups['step']);
  const weeks = { '': null, last: 'last', next: 1, this: 0 } as const;
  const week = groups['later'] ? 'later' : step in weeks ? weeks[step as keyof typeof weeks] : 'coming';
  return {
    date: { is: 'weekday', weekday: indexIn(EN_TIMES.weekdays, groups['weekday']?.replace(/['’]s$/u, '')), week },
  };
}

/** "Today" with a capital after another one is part of a name (Lakeside Today). */
export function dayWord(groups: Groups, before: string): Meaning | null {
  if (/^\p{Lu}/u.test(groups['day'] ?? '') && /\p{Lu}\p{L}*[ ]$/u.test(before)) return null;
  const word = lower(groups['day']) as keyof typeof EN_TIMES.days & keyof typeof EN_TIMES.dayParts;
  const name = EN_TIMES.dayParts[word];
  const by = EN_TIMES.days[word];
  return { date: { is: 'shift', by, unit: 'day', whole: true }, ...(name ? { part: EN_TIMES.parts[name] } : {}) };
}

export function anaphor(groups: Groups): Meaning {
  const word = lower(groups['day']) as keyof typeof EN_TIMES.anaphors;
  const part = (EN_TIMES.parts as Readonly<Record<string, Part>>)[word.split(' ').at(-1) ?? ''];
  return { date: { is: 'anaphor', by: EN_TIMES.anaphors[word] }, ...(part ? { part } : {}) };
}

const unitOf = (word: string | undefined): Unit =>
  (EN_TIMES.units as Readonly<Record<string, Unit>>)[lower(word).replace(/s$/u, '')] ?? 'week';

const fortnights = (word: string | undefined): number => (/^fortnight/iu.test(word ?? '') ? 2 : 1);

export const stepped = (groups: Groups): Meaning => ({
  date: { is: 'shift', by: stepOf(groups['step']), unit: unitOf(groups['unit']), whole: true },
});

export function ago(groups: Groups): Meaning | null {
  const unit = unitOf(groups['unit']);
  if (groups['half']) {
    if (unit !== 'hour') return { date: { is: 'vague' } };
    return { date: { is: 'shift', by: -30, unit: 'minute', whole: false } };
  }
  const count = numberOf(groups['count']) * fortnights(groups['unit']);
  return count > 0 ? { date: { is: 'shift', by: -count, unit, whole: false } } : null;
}

export function within(groups: Groups): Meaning | null {
  const count = numberOf(groups['count']) * fortnights(groups['unit']);
  return count > 0 ? { date: { is: 'shift', by: count, unit: unitOf(groups['unit']), whole: false } } : null;
}

/** Hours said without a half of the day are the waking ones: one to five is after noon; six to eight may be either. */
export function clock(groups: Groups): Meaning {
  const { near, half, zone } = groups;
  const said = numberOf(groups['hour']);
  const to = /to$/iu.test(near ?? '');
  const past = near === undefined ? null : /quarter/iu.test(near) ? (to ? 45 : 15) : 30;
  const minute = groups['minute'] === undefined ? past : Number(groups['minute']);
  const words = groups['minute'] === undefined && half === undefined && zone === undefined;
  const hour = to ? said - 1 : said;
  const zones: Readonly<Record<string, number>> = EN_TIMES.zones;
  return {
    clock: {
      hour,
      minute,
      second: groups['second'] === undefined ? null : Number(groups['second']),
      half: half ? (/^p/iu.test(half) ? 'pm' : 'am') : words && said < 9 ? (said < 6 ? 'waking' : 'open') : null,
      offset: zone === undefined ? null : (zones[lower(zone)] ?? null),
    },
  };
}

export function part(groups: Groups): Meaning {
  return { part: EN_TIMES.parts[lower(groups['part']) as keyof typeof EN_TIMES.parts] };
}
