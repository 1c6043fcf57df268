import { deflateSync } from 'fflate';
import { HearsayError } from '../base/error.ts';
import { joined, u16, u32, u64 } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { nameClash, nameDanger } from './zip-name.ts';

/** A file to be put into a zip; `stored` leaves it as it is, for what is packed already or must be read in place. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
}

/** What the headers of an entry are made from. */
export interface Described {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly start: number;
}

/** 1 January 1980, 0:00, the first moment there is in a zip: the same files give the same bytes. */
const DATE = 0x0021;
const UTF8 = 0x0800;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;

/** A zip of these files, in this order. Zip64 (APPNOTE.TXT, 4.5.3) only where sizes need it, or `wide` asks for it. */
export function writeZip(files: readonly ZipFile[], { wide = false }: { wide?: boolean } = {}): Uint8Array {
  for (const { name } of files) {
    const danger = nameDanger(name);
    if (danger !== null) throw new HearsayError('usage', `${danger}: ${JSON.stringify(name)}; give it another name`);
  }
  const clash = nameClash(files.map(({ name }) => name));
  if (clash !== null)
    throw new HearsayError('usage', `the name ${JSON.stringify(clash)} stands for two things; rename one`);
  const parts: Uint8Array[] = [];
  const entries: Described[] = [];
  let at = 0;
  for (const file of files) {
    const { data, ...rest } = pack(file);
    const entry = { ...rest, start: at };
    const header = localHeader(entry, wide);
    parts.push(header, data);
    entries.push(entry);
    at += header.length + data.length;
  }
  return joined([...parts, writeDirectory(entries, at, wide)]);
}

/** The directory of these entries, to stand at `start`, and the records that end the file. */
export function writeDirectory(entries: readonly Described[], start: number, wide: boolean): Uint8Array {
  const directory = joined(entries.map((entry) => centralHeader(entry, wide)));
  return joined([directory, ...ends(entries.length, directory.length, start, wide)]);
}

function pack({ name, bytes, stored = false }: ZipFile): Omit<Described, 'start'> & { readonly data: Uint8Array } {
  const deflated = stored || bytes.length < 8 ? bytes : deflateSync(bytes, { level: 9 });
  const data = deflated.length < bytes.length ? deflated : bytes;
  const method = data === bytes ? 'stored' : 'deflated';
  return { name, method, crc: crc32(bytes), size: bytes.length, compressedSize: data.length, data };
}

const encoder = new TextEncoder();

/** What the local header and the directory have in common: 4.4.3 to 4.4.9. */
function shared({ method, crc, size, compressedSize, name }: Described, isWide: boolean): readonly number[][] {
  const sizes = isWide ? [u32(FULL32), u32(FULL32)] : [u32(compressedSize), u32(size)];
  const kind = [u16(isWide ? 45 : 20), u16(UTF8), u16(method === 'stored' ? 0 : 8), u16(0), u16(DATE)];
  return [...kind, u32(crc), ...sizes, u16(encoder.encode(name).length)];
}

const isLarge = ({ size, compressedSize }: Described): boolean => size >= FULL32 || compressedSize >= FULL32;

/** The header before an entry's data. */
export function localHeader(entry: Described, wide: boolean): Uint8Array {
  const isWide = wide || isLarge(entry);
  const extra = isWide ? [...u16(1), ...u16(16), ...u64(entry.size), ...u64(entry.compressedSize)] : [];
  return joined([
    Uint8Array.from([u32(0x04034b50), ...shared(entry, isWide), u16(extra.length)].flat()),
    encoder.encode(entry.name),
    Uint8Array.from(extra),
  ]);
}

function centralHeader(entry: Described, wide: boolean): Uint8Array {
  const isWide = wide || isLarge(entry);
  const isFar = wide || entry.start >= FULL32;
  const numbers = [
    ...(isWide ? [...u64(entry.size), ...u64(entry.compressedSize)] : []),
    ...(isFar ? u64(entry.start) : []),
  ];
  const extra = numbers.length > 0 ? [...u16(1), ...u16(numbers.length), ...numbers] : [];
  const fixed = [
    ...[u32(0x02014b50), u16(45), ...shared(entry, isWide), u16(extra.length), u16(0), u16(0), u16(0), u32(0)],
    u32(isFar ? FULL32 : entry.start),
  ];
  return joined([Uint8Array.from(fixed.flat()), encoder.encode(entry.name), Uint8Array.from(extra)]);
}

function ends(count: number, size: number, start: number, wide: boolean): readonly Uint8Array[] {
  const isWide = wide || count >= FULL16 || size >= FULL32 || start >= FULL32;
  const narrow = isWide
    ? [u16(FULL16), u16(FULL16), u32(FULL32), u32(FULL32)]
    : [u16(count), u16(count), u32(size), u32(start)];
  const end = [u32(0x06054b50), u16(0), u16(0), ...narrow, u16(0)].flat();
  if (!isWide) return [Uint8Array.from(end)];
  const record = [
    ...[u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0)],
    ...[u64(count), u64(count), u64(size), u64(start)],
  ].flat();
  const locator = [u32(0x07064b50), u32(0), u64(start + size), u32(1)].flat();
  return [Uint8Array.from(record), Uint8Array.from(locator), Uint8Array.from(end)];
}
