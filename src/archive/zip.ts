import { bare, isSame } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { Flaw } from './flaw.ts';
import { type Inflated, inflate } from './inflate.ts';
import { View } from './view.ts';
import { type CentralEntry, readDirectory } from './zip-directory.ts';
import { localEnd } from './zip-local.ts';
import { nameClash } from './zip-name.ts';
import { localHeader, writeDirectory } from './zip-write.ts';

/** What a zip may cost. Beyond, it is refused before more is unfolded. */
export interface ZipLimits {
  /** Entries. */
  readonly entries: number;
  /** Bytes of all entries together. */
  readonly total: number;
  /** Bytes of all entries for each byte of the file, above 16 MiB. */
  readonly ratio: number;
}

/** How a zip is to be read. */
export interface ZipOptions extends ZipLimits {
  /**
   * Take only what `writeZip` writes around the entries: no dates, attributes, comments or other fields that no checksum
   * covers. Together with stored entries, no byte can then change unseen.
   */
  readonly plain: boolean;
}

/** One file or folder (its name ends in `/`) of a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  /** From `start` to `end` stand its local header, its data and the descriptor after them. */
  readonly start: number;
  readonly end: number;
  /** Where the data start. */
  readonly dataStart: number;
  /** An instant (`…Z`), or a clock on the wall without a zone, or `null`. */
  readonly modified: string | null;
}

/** A zip of which every byte is accounted for and every entry's checksum holds. */
export interface Zip {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  readonly comment: string;
  content(entry: ZipEntry): Uint8Array;
}

const LIMITS: ZipOptions = { entries: 100_000, total: 2 ** 30, ratio: 200, plain: false };
const FLOOR = 16 * 2 ** 20;

/**
 * Reads a zip (APPNOTE.TXT 6.3.10) strictly: entries lie end to end from the first byte to the directory, the directory
 * to the end record, the end record to the last byte; local headers say what the directory says; every entry unfolds to
 * its size and checksum. Throws a `Flaw`.
 */
export function readZip(file: Uint8Array, options: Partial<ZipOptions> = {}): Zip {
  const bytes = bare(file);
  const { entries: most, total, ratio, plain } = { ...LIMITS, ...options };
  const view = new View(bytes);
  const directory = readDirectory(view, most);
  const budget = Math.min(total, Math.max(FLOOR, ratio * bytes.length));
  refuseBombs(directory.entries, budget);
  const clash = nameClash(directory.entries.map(({ name }) => name));
  if (clash !== null) {
    const at = directory.entries.findLast(({ name }) => name === clash)?.at ?? directory.start;
    throw new Flaw('malformed', `the name ${JSON.stringify(clash)} stands for two things`, at);
  }
  const entries = placed(view, directory.entries, directory.start);
  for (const entry of entries)
    if (entry.method === 'stored') check(entry, bytes, entry.dataStart, entry.size);
    else unfold(bytes, entry);
  if (plain) refuseAdorned(bytes, entries, directory.start);
  const content = (entry: ZipEntry): Uint8Array =>
    entry.method === 'stored' ? bytes.subarray(entry.dataStart, entry.dataStart + entry.size) : unfold(bytes, entry);
  return { entries, comment: directory.comment, content };
}

function refuseBombs(entries: readonly CentralEntry[], budget: number): void {
  let sum = 0;
  for (const { size, at, name } of entries) {
    sum += size;
    if (sum > budget) {
      const what = `the zip would unfold to more than ${budget} bytes, at ${JSON.stringify(name)}`;
      throw new Flaw('too-large', what, at);
    }
  }
}

/** Gives each entry its range: in the order of the file each starts where the one before ended. */
function placed(view: View, central: readonly CentralEntry[], directoryStart: number): readonly ZipEntry[] {
  const order = central.toSorted((a, b) => a.start - b.start);
  const ranges = new Map<CentralEntry, { dataStart: number; end: number }>();
  let at = 0;
  for (const [n, entry] of order.entries()) {
    if (entry.start > at)
      throw new Flaw('malformed', 'bytes stand between entries that belong to none', at, entry.start);
    if (entry.start < at) throw new Flaw('malformed', 'two entries share bytes', entry.start, at);
    const limit = order[n + 1]?.start ?? directoryStart;
    const range = localEnd(view, entry, Math.min(limit, directoryStart));
    ranges.set(entry, range);
    at = range.end;
  }
  if (at !== directoryStart) {
    throw new Flaw(
      'malformed',
      'bytes stand before the directory that belong to no entry',
      Math.min(at, directoryStart),
      Math.max(at, directoryStart),
    );
  }
  return central.map((entry) => {
    const { name, method, crc, size, compressedSize, start, modified } = entry;
    const { dataStart, end } = ranges.get(entry) ?? { dataStart: start, end: start };
    return { name, method, crc, size, compressedSize, start, end, dataStart, modified };
  });
}

function refuseAdorned(bytes: Uint8Array, entries: readonly ZipEntry[], start: number): void {
  const isPlain = [false, true].some(
    (wide) =>
      isSame(bytes.subarray(start), writeDirectory(entries, start, wide)) &&
      entries.every((entry) => isSame(bytes.subarray(entry.start, entry.dataStart), localHeader(entry, wide))),
  );
  if (!isPlain) throw new Flaw('malformed', 'the zip has fields that no checksum covers', start, bytes.length);
}

function unfold(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const dataEnd = entry.dataStart + entry.compressedSize;
  if (entry.size > entry.compressedSize * 1032 + 258) {
    throw new Flaw('malformed', `${JSON.stringify(entry.name)} can't unfold to its size`, entry.start, entry.end);
  }
  const { bytes: content, end } = inflated(bytes, entry, dataEnd);
  if (end !== dataEnd) throw new Flaw('malformed', 'bytes stand after the compressed data of an entry', end, dataEnd);
  check(entry, content, 0, content.length);
  return content;
}

/** More than the size it tells is a lie of the entry, not an entry too large. */
function inflated(bytes: Uint8Array, entry: ZipEntry, dataEnd: number): Inflated {
  try {
    return inflate(bytes, entry.dataStart, dataEnd, entry.size);
  } catch (error) {
    if (!(error instanceof Flaw) || error.code !== 'too-large') throw error;
    throw new Flaw('damaged', `${JSON.stringify(entry.name)} unfolds to more than its size`, entry.start, entry.end);
  }
}

function check(entry: ZipEntry, content: Uint8Array, start: number, length: number): void {
  const { name, size, crc, end } = entry;
  if (length !== size) {
    throw new Flaw('damaged', `${JSON.stringify(name)} unfolds to ${length} bytes, not ${size}`, entry.start, end);
  }
  if (crc32(content, start, start + length) !== crc) {
    throw new Flaw('damaged', `${JSON.stringify(name)} does not match its checksum`, entry.start, end);
  }
}
