import { EN_TIMES } from '../locales/en/times.ts';
import type { Clock } from './atom.ts';
import { lowerOf, type Meaning, numberOf } from './english-meaning.ts';
import type { Groups } from './rule.ts';

/** Hours said without a half of the day are the waking ones: one to five is after noon; six to eight may be either. */
export function clock(groups: Groups): Meaning & { readonly clock: Clock } {
  const { near, half, zone } = groups;
  const said = numberOf(groups['hour']);
  const to = /to$/iu.test(near ?? '');
  const past = near === undefined ? null : /quarter/iu.test(near) ? (to ? 45 : 15) : 30;
  const minute =
    groups['minute'] === undefined ? (past ?? MINUTES[lowerOf(groups['word'])] ?? null) : Number(groups['minute']);
  const words = groups['minute'] === undefined && half === undefined && zone === undefined;
  const hour = to ? said - 1 : said;
  return {
    clock: {
      hour,
      minute,
      second: groups['second'] === undefined ? null : Number(groups['second']),
      half: half ? (/^p/iu.test(half) ? 'pm' : 'am') : words && said < 9 ? (said < 6 ? 'waking' : 'open') : null,
      offset: zone === undefined ? null : offsetOf(zone),
    },
  };
}

const MINUTES: Readonly<Record<string, number>> = { fifteen: 15, thirty: 30, 'forty-five': 45, 'forty five': 45 };

/** Minutes east of Greenwich of "CET" or "GMT+8". */
function offsetOf(words: string): number | null {
  const [, name = '', sign, hours, minutes] =
    /^([a-z]+)[ ]?(?:([+-])(\d{1,2}):?(\d{2})?)?$/u.exec(lowerOf(words)) ?? [];
  const zones: Readonly<Record<string, number>> = EN_TIMES.zones;
  const base = zones[name];
  if (base === undefined) return null;
  return base + (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/**
 * "9:30-3 pm": each end takes from the other what it leaves unsaid of the half of the day. Unmarked, it dates only
 * beside a day.
 */
export function clockRange(groups: Groups): Meaning | null {
  const from = clock(groups).clock;
  const { endHour, endMinute, endHalf } = groups;
  const to = clock({ hour: endHour, minute: endMinute, half: endHalf }).clock;
  if (from.hour > 24 || to.hour > 24 || (from.hour === to.hour && from.minute === to.minute)) return null;
  const minutes = ({ hour, minute }: Clock): number => (hour % 12) * 60 + (minute ?? 0);
  const rises = minutes(from) < minutes(to);
  const said = groups['half'] ? from.half : null;
  const ends = endHalf ? to.half : null;
  const start = said ?? (ends === null ? null : rises ? ends : ends === 'pm' ? 'am' : 'pm');
  const end = ends ?? (said === null ? (from.hour < 13 && !rises ? 'pm' : null) : rises ? said : 'pm');
  const plain = said === null && ends === null;
  return { clock: { ...from, half: start }, toClock: { ...to, half: end }, ...(plain ? { weak: true } : {}) };
}

export function part(groups: Groups): Meaning {
  return { part: EN_TIMES.parts[lowerOf(groups['part']) as keyof typeof EN_TIMES.parts] };
}
