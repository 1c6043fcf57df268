import { isSame } from './bytes.ts';
import { Flaw } from './flaw.ts';
import type { View } from './view.ts';
import type { CentralEntry } from './zip-directory.ts';
import { type Extras, readExtras, widen } from './zip-extra.ts';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const FULL32 = 0xffffffff;

/**
 * Where an entry's data start and where the entry ends, before `limit`. Its local header (APPNOTE.TXT, 4.3.7) must say
 * what the directory says, and the descriptor after its data (4.3.9) too.
 */
export function localEnd(view: View, entry: CentralEntry, limit: number): { dataStart: number; end: number } {
  const at = entry.start;
  if (at + 30 > limit || view.u32(at) !== LOCAL) {
    throw new Flaw('malformed', 'the directory names a place where no entry starts', at);
  }
  const nameEnd = at + 30 + view.u16(at + 26);
  const dataStart = nameEnd + view.u16(at + 28);
  const dataEnd = dataStart + entry.compressedSize;
  if (dataEnd > limit) throw new Flaw('malformed', 'an entry reaches into what comes after it', at, dataEnd);
  const extras = readExtras(view, nameEnd, dataStart);
  const agrees =
    (view.u16(at + 4) === entry.needed || (extras.has(1) && view.u16(at + 4) === 45)) &&
    view.u16(at + 6) === entry.flags &&
    view.u16(at + 8) === (entry.method === 'stored' ? 0 : 8) &&
    view.u16(at + 10) === entry.time &&
    view.u16(at + 12) === entry.date &&
    isSame(view.slice(at + 30, nameEnd), entry.rawName);
  if (!agrees) throw disagree(entry, at, dataStart);
  checkSizes(view, entry, extras);
  const end = entry.flags & 8 ? descriptorEnd(view, entry, extras, dataEnd, limit) : dataEnd;
  return { dataStart, end };
}

/** Before a descriptor, checksum and sizes may still be zero; else they are what the directory says. */
function checkSizes(view: View, entry: CentralEntry, extras: Extras): void {
  const at = entry.start;
  const [size = 0, compressed = 0] = widen(
    view,
    extras,
    [
      { value: view.u32(at + 22), saturated: FULL32, bytes: 8 },
      { value: view.u32(at + 18), saturated: FULL32, bytes: 8 },
    ],
    at,
  );
  const later = (entry.flags & 8) !== 0;
  const fits = (value: number, told: number): boolean => value === told || (later && value === 0);
  if (!fits(view.u32(at + 14), entry.crc) || !fits(size, entry.size) || !fits(compressed, entry.compressedSize)) {
    throw disagree(entry, at, at + 30);
  }
}

/** Its numbers have eight bytes only where the entry says Zip64 somewhere; its signature may be left out (4.3.9.3). */
function descriptorEnd(view: View, entry: CentralEntry, extras: Extras, start: number, limit: number): number {
  const length = limit - start;
  const wide = length === 24 || length === 20;
  const signed = length === 24 || length === 16;
  const isOne = wide ? entry.isWide || extras.has(1) : length === 16 || length === 12;
  if (!isOne || (signed && view.u32(start) !== DESCRIPTOR)) {
    throw new Flaw(
      'malformed',
      'the descriptor after an entry is missing, or not as long as it should be',
      start,
      limit,
    );
  }
  const at = signed ? start + 4 : start;
  const [compressed, size] = wide ? [view.u64(at + 4), view.u64(at + 12)] : [view.u32(at + 4), view.u32(at + 8)];
  if (view.u32(at) !== entry.crc || compressed !== entry.compressedSize || size !== entry.size) {
    throw disagree(entry, start, limit);
  }
  return limit;
}

const disagree = ({ name }: CentralEntry, start: number, end: number): Flaw =>
  new Flaw('malformed', `${JSON.stringify(name)} is described in two ways`, start, end);
