import type { Unreadable } from './item.ts';

/** How much a zip may unfold to: beyond, it is not opened at all. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_RATIO = 200;
const END = 0x06054b50;
const ENTRY = 0x02014b50;

const BROKEN = (file: string): Unreadable => ({
  code: 'malformed',
  message: `${file} has a broken directory; save it again from the program it came from`,
});

/**
 * Looks through a zip's directory without inflating anything (APPNOTE.TXT, 4.3.12 and 4.3.16) and says why the archive
 * must not be opened, or `null`.
 */
export function zipDanger(bytes: Uint8Array, file: string): Unreadable | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return { code: 'truncated', message: `${file} breaks off before its directory; save or send it again` };
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // These stand for "see the other directory" (4.4.1.4), which no document needs and which may promise four billion files.
  if (count === 0xffff || at === 0xffffffff) return BROKEN(file);
  // Files here and files in all, where there is one disk: readers go by the one or by the other.
  if (count !== view.getUint16(end + 8, true)) return BROKEN(file);
  let total = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) {
      return BROKEN(file);
    }
    if (view.getUint16(at + 8, true) & 1) {
      return { code: 'encrypted', message: `${file} is locked with a password; save a copy without it` };
    }
    const packed = view.getUint32(at + 20, true);
    const full = view.getUint32(at + 24, true);
    total += full;
    if (total > MOST_BYTES || (full > 1024 * 1024 && full > packed * MOST_RATIO)) {
      return {
        code: 'too-large',
        message: `${file} would unfold to more than it should hold (${total} bytes or more); it was not opened`,
      };
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return null;
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}
