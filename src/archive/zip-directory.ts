import { crc32 } from './crc32.ts';
import { Flaw } from './flaw.ts';
import type { View } from './view.ts';
import { type Extras, modifiedOf, readExtras, widen } from './zip-extra.ts';
import { nameDanger, zipText } from './zip-name.ts';

/** An entry as the directory tells it. `at` is where it stands there, `start` where its local header should be. */
export interface CentralEntry {
  readonly at: number;
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly needed: number;
  readonly flags: number;
  readonly method: 'stored' | 'deflated';
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly start: number;
  readonly modified: string | null;
  /** Whether it says Zip64. */
  readonly isWide: boolean;
}

/** The directory at the end of a zip. */
export interface Directory {
  readonly entries: readonly CentralEntry[];
  readonly start: number;
  readonly comment: string;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;

/** Reads the directory (4.3.12) and the records that end the file (4.3.14 to 4.3.16); not a byte may be over. */
export function readDirectory(view: View, most: number): Directory {
  const end = endOf(view);
  const { count, size, start, stop } = extent(view, end);
  if (count > most) throw new Flaw('too-large', `the zip has ${count} entries, more than ${most}`, end, view.size);
  if (start + size !== stop) {
    const what = 'the directory does not stand right before the records that end the file';
    throw new Flaw('malformed', what, Math.min(start, stop), Math.max(start, stop));
  }
  const entries: CentralEntry[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    const [entry, next] = readEntry(view, at, stop);
    entries.push(entry);
    at = next;
  }
  if (at !== stop) throw new Flaw('malformed', 'the directory has more than its entries', at, stop);
  return { entries, start, comment: commentOf(view, end + 22, view.size, false) };
}

/** Where the end record stands: the one place from which its comment reaches the last byte of the file. */
function endOf(view: View): number {
  const found: number[] = [];
  const lowest = Math.max(0, view.size - 22 - FULL16);
  for (let at = view.size - 22; at >= lowest; at--) {
    if (view.bytes[at] === 0x50 && view.u32(at) === END && at + 22 + view.u16(at + 20) === view.size) found.push(at);
  }
  const [only, other] = found;
  if (only !== undefined && other === undefined) return only;
  if (only !== undefined) throw new Flaw('malformed', 'the zip has two ends', other ?? 0, view.size);
  const isZip = view.size >= 4 && (view.u32(0) === LOCAL || view.u32(0) === END);
  if (isZip) throw new Flaw('truncated', 'the zip has no end record, or bytes after it', view.size);
  throw new Flaw('malformed', 'this is not a zip', 0);
}

/** Where the directory lies, by the end record and, in a large zip, by the Zip64 end record before it. */
function extent(view: View, end: number): { count: number; size: number; start: number; stop: number } {
  const narrow = { count: view.u16(end + 10), size: view.u32(end + 12), start: view.u32(end + 16) };
  if (view.u16(end + 4) !== 0 && view.u16(end + 4) !== FULL16) throw disks(end);
  if (view.u16(end + 6) !== 0 && view.u16(end + 6) !== FULL16) throw disks(end);
  if (view.u16(end + 8) !== narrow.count) throw disks(end);
  const locator = end - 20;
  if (locator < 0 || view.u32(locator) !== LOCATOR) {
    if (view.u16(end + 4) !== 0 || view.u16(end + 6) !== 0) throw disks(end);
    return { ...narrow, stop: end };
  }
  const record = view.u64(locator + 8);
  if (view.u32(locator + 4) !== 0 || view.u32(locator + 16) !== 1) throw disks(locator);
  if (record + 56 !== locator || view.u32(record) !== END64 || view.u64(record + 4) !== 44) {
    throw new Flaw('malformed', 'the Zip64 end record is not where or what it should be', record, locator);
  }
  if (view.u16(record + 14) > 45 || view.u32(record + 16) !== 0 || view.u32(record + 20) !== 0) throw disks(record);
  const wide = { count: view.u64(record + 32), size: view.u64(record + 40), start: view.u64(record + 48) };
  const agree =
    view.u64(record + 24) === wide.count &&
    (narrow.count === FULL16 || narrow.count === wide.count) &&
    (narrow.size === FULL32 || narrow.size === wide.size) &&
    (narrow.start === FULL32 || narrow.start === wide.start);
  if (!agree) throw new Flaw('malformed', 'the two end records disagree', record, view.size);
  return { ...wide, stop: record };
}

const disks = (at: number): Flaw =>
  new Flaw('malformed', 'the zip is one part of several, or its end record is wrong', at);

function readEntry(view: View, at: number, stop: number): [CentralEntry, number] {
  if (at + 46 > stop || view.u32(at) !== CENTRAL) {
    throw new Flaw('malformed', 'the directory has something other than an entry', at);
  }
  const nameEnd = at + 46 + view.u16(at + 28);
  const extraEnd = nameEnd + view.u16(at + 30);
  const next = extraEnd + view.u16(at + 32);
  if (next > stop) throw new Flaw('malformed', 'an entry of the directory reaches past its end', at, stop);
  const flags = view.u16(at + 8);
  const needed = view.u16(at + 6);
  checkFlags(flags, needed, at);
  const extras = readExtras(view, nameEnd, extraEnd);
  const [size = 0, compressedSize = 0, start = 0, disk = 0] = widen(
    view,
    extras,
    [
      { value: view.u32(at + 24), saturated: FULL32, bytes: 8 },
      { value: view.u32(at + 20), saturated: FULL32, bytes: 8 },
      { value: view.u32(at + 42), saturated: FULL32, bytes: 8 },
      { value: view.u16(at + 34), saturated: FULL16, bytes: 4 },
    ],
    at,
  );
  if (disk !== 0) throw disks(at);
  const rawName = view.slice(at + 46, nameEnd);
  const method = methodOf(view.u16(at + 10), at);
  const name = nameOf(view, at, nameEnd, flags, extras);
  commentOf(view, extraEnd, next, (flags & 0x800) !== 0);
  checkKind(view, at, name, size);
  if (method === 'stored' && size !== compressedSize) {
    throw new Flaw('malformed', `${JSON.stringify(name)} is stored and has two sizes`, at, next);
  }
  const [time, date] = [view.u16(at + 12), view.u16(at + 14)];
  const modified = modifiedOf(view, extras, time, date);
  const crc = view.u32(at + 16);
  const isWide = extras.has(1);
  const entry = {
    at,
    name,
    rawName,
    isWide,
    needed,
    flags,
    method,
    time,
    date,
    crc,
    size,
    compressedSize,
    start,
    modified,
  };
  return [entry, next];
}

/** Bits 1 and 2 tell how hard the deflater tried, 3 that a descriptor follows, 11 that names are UTF-8 (4.4.4). */
function checkFlags(flags: number, needed: number, at: number): void {
  if (flags & 0x2041) throw new Flaw('encrypted', 'an entry is encrypted', at);
  if (flags & ~0x080e) throw new Flaw('malformed', 'an entry has flags of features that are not read', at + 8, at + 10);
  if ((needed & 0xff) > 45) {
    throw new Flaw('malformed', 'an entry needs features that are not read', at + 6, at + 8);
  }
}

function methodOf(number: number, at: number): 'stored' | 'deflated' {
  if (number === 0) return 'stored';
  if (number === 8) return 'deflated';
  throw new Flaw('malformed', `an entry is packed by method ${number}, which is not read`, at + 10, at + 12);
}

/** The name, or Info-ZIP's Unicode name where it belongs to it (4.6.9); two that don't belong together are refused. */
function nameOf(view: View, at: number, end: number, flags: number, extras: Extras): string {
  const raw = view.slice(at + 46, end);
  const unicode = extras.get(0x7075);
  if (unicode) {
    const { start } = unicode;
    if (unicode.end - start < 6 || view.bytes[start] !== 1 || view.u32(start + 1) !== crc32(raw)) {
      throw new Flaw('malformed', 'an entry has two names that do not belong together', start, unicode.end);
    }
  }
  const name = unicode
    ? zipText(view.slice(unicode.start + 5, unicode.end), true, unicode.start + 5)
    : zipText(raw, (flags & 0x800) !== 0, at + 46);
  const danger = nameDanger(name);
  if (danger !== null) throw new Flaw('malformed', `${danger}: ${JSON.stringify(name)}`, at + 46, end);
  return name;
}

/** Only files and folders: no links, no devices (the high half of the attributes, where a Unix system wrote them). */
function checkKind(view: View, at: number, name: string, size: number): void {
  const host = view.u16(at + 4) >>> 8;
  const kind = host === 3 || host === 19 ? (view.u32(at + 38) >>> 28) & 15 : 0;
  const isFolder = name.endsWith('/');
  const fits = kind === 0 || (isFolder ? kind === 4 : kind === 8);
  if (!fits) throw new Flaw('malformed', `${JSON.stringify(name)} is a link or a device, or not the file it seems`, at);
  if (isFolder && size !== 0)
    throw new Flaw('malformed', `the folder ${JSON.stringify(name)} has bytes of its own`, at);
}

/** A comment is words: nothing that another reader could take for a zip, no bytes that aren't text. */
function commentOf(view: View, start: number, end: number, isUtf8: boolean): string {
  const text = zipText(view.slice(start, end), isUtf8, start);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) {
      throw new Flaw('malformed', 'a comment holds bytes that are no text', start, end);
    }
  }
  return text;
}
