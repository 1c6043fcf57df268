import { deflateSync } from 'fflate';
import { HearsayError } from '../base/error.ts';
import { crc32 } from './crc32.ts';
import { nameClash, nameDanger } from './zip-name.ts';

/** A file to be put into a zip; `stored` leaves it as it is, for what is packed already or must be read in place. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
}

interface Placed {
  readonly name: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
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
  const placed: Placed[] = [];
  let at = 0;
  for (const file of files) {
    const entry = pack(file, at);
    const header = localHeader(entry, wide);
    parts.push(header, entry.data);
    placed.push(entry);
    at += header.length + entry.data.length;
  }
  const directory = placed.map((entry) => centralHeader(entry, wide));
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return joined([...parts, ...directory, ...ends(files.length, size, at, wide)]);
}

function pack({ name, bytes, stored = false }: ZipFile, start: number): Placed {
  const deflated = stored || bytes.length === 0 ? bytes : deflateSync(bytes, { level: 9 });
  const isSmaller = deflated.length < bytes.length;
  return {
    ...{ name: new TextEncoder().encode(name), method: isSmaller ? 8 : 0, crc: crc32(bytes), size: bytes.length },
    ...{ data: isSmaller ? deflated : bytes, start },
  };
}

/** What the local header and the directory have in common: 4.4.3 to 4.4.9. */
function shared({ method, crc, size, data, name }: Placed, isWide: boolean): readonly number[][] {
  const sizes = isWide ? [u32(FULL32), u32(FULL32)] : [u32(data.length), u32(size)];
  return [u16(isWide ? 45 : 20), u16(UTF8), u16(method), u16(0), u16(DATE), u32(crc), ...sizes, u16(name.length)];
}

const isLarge = ({ size, data }: Placed): boolean => size >= FULL32 || data.length >= FULL32;

function localHeader(entry: Placed, wide: boolean): Uint8Array {
  const isWide = wide || isLarge(entry);
  const extra = isWide ? [...u16(1), ...u16(16), ...u64(entry.size), ...u64(entry.data.length)] : [];
  return joined([
    Uint8Array.from([u32(0x04034b50), ...shared(entry, isWide), u16(extra.length)].flat()),
    entry.name,
    Uint8Array.from(extra),
  ]);
}

function centralHeader(entry: Placed, wide: boolean): Uint8Array {
  const isWide = wide || isLarge(entry);
  const isFar = wide || entry.start >= FULL32;
  const numbers = [
    ...(isWide ? [...u64(entry.size), ...u64(entry.data.length)] : []),
    ...(isFar ? u64(entry.start) : []),
  ];
  const extra = numbers.length > 0 ? [...u16(1), ...u16(numbers.length), ...numbers] : [];
  const fixed = [
    ...[u32(0x02014b50), u16(45), ...shared(entry, isWide), u16(extra.length), u16(0), u16(0), u16(0), u32(0)],
    u32(isFar ? FULL32 : entry.start),
  ];
  return joined([Uint8Array.from(fixed.flat()), entry.name, Uint8Array.from(extra)]);
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

const u16 = (value: number): number[] => [value & 255, (value >>> 8) & 255];
const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)];
const u64 = (value: number): number[] => [...u32(value % 0x1_0000_0000), ...u32(Math.floor(value / 0x1_0000_0000))];

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
