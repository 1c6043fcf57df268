import { crc32 } from './crc32.ts';
import { Flaw } from './flaw.ts';
import { Inflater } from './inflate.ts';
import { zipText } from './zip-name.ts';

/** A file out of a zip that can't be read as a whole. */
export interface Salvaged {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether they have the checksum that stands with them; else they may be altered, or only a part. */
  readonly isWhole: boolean;
  readonly start: number;
  readonly end: number;
}

const MOST_FILES = 10_000;
const MOST_BYTES = 256 * 2 ** 20;

/** What can still be read of a damaged zip: whatever follows a local header (APPNOTE.TXT, 4.3.7), as far as it goes. */
export function salvage(bytes: Uint8Array): readonly Salvaged[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files: Salvaged[] = [];
  let left = MOST_BYTES;
  for (let at = nextHeader(bytes, 0); at >= 0 && files.length < MOST_FILES && left > 0; ) {
    const file = fileAt(bytes, view, at, left);
    if (file && !file.name.endsWith('/')) files.push(file);
    left -= file?.bytes.length ?? 0;
    at = nextHeader(bytes, Math.max(file?.end ?? 0, at + 4));
  }
  return files;
}

function fileAt(bytes: Uint8Array, view: DataView, start: number, most: number): Salvaged | null {
  if (start + 30 > bytes.length) return null;
  const u16 = (at: number): number => view.getUint16(start + at, true);
  const u32 = (at: number): number => view.getUint32(start + at, true);
  const [flags, method, size] = [u16(6), u16(8), u32(18)];
  const data = start + 30 + u16(26) + u16(28);
  if (data > bytes.length || flags & 1) return null;
  const name = nameAt(bytes.subarray(start + 30, start + 30 + u16(26)), flags);
  // Without a size before the data, a stored file ends where the next begins.
  const next = flags & 8 || size === 0xffffffff ? nextHeader(bytes, data) : data + size;
  const end = next < 0 || next > bytes.length ? bytes.length : next;
  if (method !== 0 && method !== 8) return null;
  const { content, stop } = method === 0 ? storedAt(bytes, data, end, most) : inflatedAt(bytes, data, end, most);
  const crc = crc32(content);
  const told = flags & 8 ? [stop, stop + 4] : [start + 14];
  const isWhole = told.some((at) => at + 4 <= bytes.length && view.getUint32(at, true) === crc);
  return { name, bytes: content, isWhole, start, end };
}

/** What a file holds, and where its data stop. */
interface Content {
  readonly content: Uint8Array;
  readonly stop: number;
}

const storedAt = (bytes: Uint8Array, data: number, end: number, most: number): Content => ({
  content: bytes.subarray(data, Math.min(end, data + most)),
  stop: end,
});

function inflatedAt(bytes: Uint8Array, data: number, end: number, most: number): Content {
  const inflater = new Inflater(bytes, data, end, most);
  try {
    const { bytes: content, end: stop } = inflater.run();
    return { content, stop };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return { content: inflater.soFar(), stop: end };
  }
}

function nameAt(bytes: Uint8Array, flags: number): string {
  try {
    return zipText(bytes, (flags & 0x800) !== 0, 0);
  } catch {
    return zipText(bytes, false, 0);
  }
}

function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0x50, at);
    if (at < 0) return -1;
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) return at;
  }
}
