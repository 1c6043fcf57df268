import { addDays, formatDay } from '../../base/time.ts';
import type { Atom, Clock, Part } from './atom.ts';
import type { Moment } from './moment.ts';

/** A time of day within a day; `next` where it has run past midnight. */
export interface Hour {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  readonly next: boolean;
  /** `+01:00`, where the words name a zone. */
  readonly offset: string | null;
}

/** The hour that an expression gives, by clock or by custom; null where it gives none. */
export function hourOf(atoms: readonly Atom[]): Hour | null {
  const clock = atoms.find((atom) => atom.clock)?.clock;
  const part = atoms.find((atom) => atom.part)?.part;
  if (clock) return onClock(clock, part ?? null);
  if (part?.hour === null || part === undefined) return null;
  return { hour: part.hour, minute: null, second: null, next: false, offset: null };
}

/** The date with its hour. Offsets are written only where the minute is known: an hour is rough by itself. */
export function withClock(date: Moment, hour: Hour | null, offset: string | null): Moment {
  if (!hour || !/^[\dX]{4}-\d{2}-\d{2}$/u.test(date.value) || (hour.next && !date.day)) return date;
  const day = hour.next && date.day ? addDays(date.day, 1) : date.day;
  const spelled = day ? formatDay(day) : date.value;
  if (hour.minute === null) return { ...date, value: `${spelled}T${pad(hour.hour)}`, day };
  const second = hour.second === null ? '' : `:${pad(hour.second)}`;
  const zone = day ? (hour.offset ?? offset ?? '') : '';
  return { ...date, value: `${spelled}T${pad(hour.hour)}:${pad(hour.minute)}${second}${zone}`, day };
}

const pad = (n: number): string => String(n).padStart(2, '0');

function onClock(clock: Clock, part: Part | null): Hour | null {
  if (clock.half === 'open' && (part?.half ?? null) === null) return null;
  const half =
    clock.half === 'waking'
      ? (part?.half ?? 'pm')
      : clock.half === 'open'
        ? part?.half
        : (clock.half ?? part?.half ?? null);
  const noonish = part?.half === null && part.hour === 12 && clock.hour < 4;
  const afternoon = half === 'pm' || noonish;
  const smallHours =
    part?.night === true && clock.half !== 'am' && clock.half !== 'pm' && (clock.hour < 6 || clock.hour === 12);
  const base = smallHours || (half === 'am' && clock.hour === 12) ? clock.hour % 12 : clock.hour;
  const hour = afternoon && !smallHours && base < 12 ? base + 12 : base;
  const { second } = clock;
  // 24时 is a boundary, not a rough hour.
  const minute = clock.minute ?? (hour === 24 ? 0 : null);
  return { hour: hour % 24, minute, second, next: hour === 24 || smallHours, offset: zone(clock.offset) };
}

function zone(minutes: number | null): string | null {
  if (minutes === null) return null;
  if (minutes === 0) return 'Z';
  const east = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(east / 60))}:${pad(east % 60)}`;
}
