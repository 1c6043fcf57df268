import { startsWith } from '../../base/bytes.ts';

/** A part of a picture's file that holds no pixels, with what it is called there. */
export interface PicturePart {
  readonly name: string;
  readonly data: Uint8Array;
}

/** What a picture's file holds beside its pixels; `rest` is what stands after its end or can't be told apart. */
export interface PictureParts {
  readonly parts: readonly PicturePart[];
  readonly rest: boolean;
}

/** The parts of a PNG, a JPEG or a WebP; null where the bytes are none of them. */
export function picturePartsOf(bytes: Uint8Array): PictureParts | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return pngParts(bytes);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpegParts(bytes);
  return startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && name(bytes, 8) === 'WEBP' ? webpParts(bytes) : null;
}

const name = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Chunks that only say how pixels are to be shown. */
const PNG_PIXELS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'sBIT', 'bKGD']);

function pngParts(bytes: Uint8Array): PictureParts {
  const view = viewOf(bytes);
  const parts: PicturePart[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = name(bytes, at + 4);
    if (!PNG_PIXELS.has(kind)) parts.push({ name: `chunk ${kind}`, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
    if (kind === 'IEND') return { parts, rest: at < bytes.length };
  }
  return { parts, rest: true };
}

/** Segments up to the picture itself (ITU T.81, B.1.1); tables and frames hold no words, all others may. */
function jpegParts(bytes: Uint8Array): PictureParts {
  const view = viewOf(bytes);
  const parts: PicturePart[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return { parts, rest: true };
    if (marker === 0xd9) return { parts, rest: at + 2 < bytes.length };
    const length = view.getUint16(at + 2);
    const worded = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef);
    const data = bytes.subarray(at + 4, at + 2 + length);
    if (worded) parts.push({ name: `segment ${marker.toString(16)}`, data });
    at += 2 + Math.max(2, length);
    if (marker === 0xda) at = afterScan(bytes, at);
  }
  return { parts, rest: bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9 };
}

/** Where the next marker stands that is no restart and no stuffed byte. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const WEBP_PIXELS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

function webpParts(bytes: Uint8Array): PictureParts {
  const view = viewOf(bytes);
  const parts: PicturePart[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const kind = name(bytes, at);
    if (!WEBP_PIXELS.has(kind)) parts.push({ name: `chunk ${kind}`, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return { parts, rest: at !== bytes.length || view.getUint32(4, true) + 8 !== bytes.length };
}
