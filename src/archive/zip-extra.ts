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

/**
 * Numbers too large for their field (all ones) stand in the Zip64 field, in this order and only those (4.5.3).
 * `saturated` is the value each field has when it is full.
 */
export function widen(
  view: View,
  extras: Extras,
  fields: readonly { readonly value: number; readonly saturated: number; readonly bytes: 4 | 8 }[],
  header: number,
): readonly number[] {
  const wide = extras.get(ZIP64);
  let at = wide?.start ?? 0;
  const values = fields.map(({ value, saturated, bytes }) => {
    if (value !== saturated) return value;
    if (!wide || at + bytes > wide.end) {
      // Without a Zip64 field, all ones may be what was meant only where no entry could be that large: never here.
      throw new Flaw(
        'malformed',
        'the Zip64 field lacks a number it should have',
        wide?.start ?? header,
        wide?.end ?? header,
      );
    }
    at += bytes;
    return bytes === 8 ? view.u64(at - 8) : view.u32(at - 4);
  });
  if (wide && at !== wide.end) throw new Flaw('malformed', 'the Zip64 field has more than it should', at, wide.end);
  return values;
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
