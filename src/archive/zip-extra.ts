import { dayOf, formatDay, instantAt, isDay } from '../base/time.ts';
import { Flaw } from './flaw.ts';
import type { View } from './view.ts';

/** Where the data of each extra field stand, by its number (APPNOTE.TXT, 4.5). */
export type Extras = ReadonlyMap<number, { readonly start: number; readonly end: number }>;

const ZIP64 = 0x0001;
const NTFS = 0x000a;
const UNIX_TIME = 0x5455;

/** Parts the extra fields of a header: each whole, none twice, no byte over. */
export function readExtras(view: View, start: number, end: number): Extras {
  const extras = new Map<number, { start: number; end: number }>();
  let at = start;
  while (at < end) {
    if (at + 4 > end) throw new Flaw('malformed', 'extra fields end in the middle of one', at, end);
    const id = view.u16(at);
    const next = at + 4 + view.u16(at + 2);
    if (next > end) throw new Flaw('malformed', 'an extra field is longer than all of them together', at, end);
    if (extras.has(id)) throw new Flaw('malformed', `extra field ${id} stands twice`, at, next);
    extras.set(id, { start: at + 4, end: next });
    at = next;
  }
  return extras;
}

/** A number in a header: all ones (`saturated`) where it stands in the Zip64 field instead, in so many bytes. */
export interface Field {
  readonly value: number;
  readonly saturated: number;
  readonly bytes: 4 | 8;
}

/**
 * The true value of each field. The Zip64 field (4.5.3) has those that are all ones, in this order; some writers put the
 * others there as well, which is let pass where both say the same.
 */
export function widen(view: View, extras: Extras, fields: readonly Field[], header: number): readonly number[] {
  const wide = extras.get(ZIP64);
  if (!wide) {
    if (fields.some(({ value, saturated }) => value === saturated)) {
      throw new Flaw('malformed', 'an entry lacks the Zip64 field it refers to', header);
    }
    return fields.map(({ value }) => value);
  }
  const length = wide.end - wide.start;
  const isFull = (field: Field): boolean => field.value === field.saturated;
  const told = fields.filter(isFull);
  const present = sum(told) === length ? told : leading(fields, length, wide.start);
  let at = wide.start;
  return fields.map((field) => {
    if (!present.includes(field)) {
      if (!isFull(field)) return field.value;
      throw new Flaw('malformed', 'the Zip64 field lacks a number it should have', wide.start, wide.end);
    }
    at += field.bytes;
    const value = field.bytes === 8 ? view.u64(at - 8) : view.u32(at - 4);
    if (!isFull(field) && value !== field.value) {
      throw new Flaw('malformed', 'a header and its Zip64 field disagree', wide.start, wide.end);
    }
    return value;
  });
}

const sum = (fields: readonly Field[]): number => fields.reduce((total, { bytes }) => total + bytes, 0);

/** The first fields, as many as make up the length. */
function leading(fields: readonly Field[], length: number, start: number): readonly Field[] {
  const count = fields.findIndex((_, n) => sum(fields.slice(0, n + 1)) === length) + 1;
  if (count === 0) throw new Flaw('malformed', `a Zip64 field can't be ${length} bytes long`, start);
  return fields.slice(0, count);
}

/** When the file was last changed: an instant where a field tells it, else the clock on the wall, else `null`. */
export function modifiedOf(view: View, extras: Extras, dosTime: number, dosDate: number): string | null {
  const unix = extras.get(UNIX_TIME);
  if (unix && unix.end - unix.start >= 5 && (view.bytes[unix.start] ?? 0) & 1) {
    return instantAt((view.u32(unix.start + 1) | 0) * 1000);
  }
  const ntfs = extras.get(NTFS);
  if (ntfs && ntfs.end - ntfs.start >= 16 && view.u16(ntfs.start + 4) === 1) {
    const ticks = view.u32(ntfs.start + 8) + view.u32(ntfs.start + 12) * 0x1_0000_0000;
    const ms = Math.floor(ticks / 10_000) - 11_644_473_600_000;
    if (ms > -11_644_473_600_000 && ms < 253_402_300_800_000) return instantAt(ms);
  }
  return wallTime(dosTime, dosDate);
}

/** MS-DOS date and time: no zone, two seconds fine. */
function wallTime(time: number, date: number): string | null {
  const day = formatDay({ year: 1980 + (date >> 9), month: (date >> 5) & 15, day: date & 31 });
  const parsed = dayOf(day);
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2];
  if (!parsed || parsed.month === 0 || parsed.day === 0 || !isDay(parsed)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return `${day}T${[hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':')}`;
}
