import { HearsayError } from '../base/error.ts';
import { Composer } from './composer.ts';
import type { Draft } from './draft.ts';
import type { Unreadable } from './item.ts';
import type { Sighting } from './sighting.ts';

const MOST_PIXELS = 100_000_000;
/** A page of words has some hundred pixels a byte, an empty one in two colours 8,000; a large one beyond is made to fill memory. */
const FEW_PIXELS = 16_000_000;
const MOST_PIXELS_A_BYTE = 10_000;

/** Which languages to look for in a picture, the likeliest first, as the recogniser names them. */
export const eyesFor = (lang: string | null): readonly string[] =>
  /^zh\b/i.test(lang ?? '') ? ['chi_sim', 'eng'] : ['eng', 'chi_sim'];

/** Why a picture must not be decoded, from its header alone; `null` where nothing speaks against it. */
export function pictureDanger(bytes: Uint8Array, file: string): Unreadable | null {
  const size = sizeOf(bytes);
  if (!size) return null;
  const pixels = size.width * size.height;
  const says = `${file} says it is ${size.width} × ${size.height} pixels`;
  if (pixels > MOST_PIXELS)
    return {
      code: 'too-large',
      message: `${says}; the limit is ${MOST_PIXELS / 1e6} megapixels: save a smaller copy`,
    };
  if (pixels > FEW_PIXELS && pixels > bytes.length * MOST_PIXELS_A_BYTE)
    return { code: 'too-large', message: `${says} in ${bytes.length} bytes; it was not opened: save a smaller copy` };
  return null;
}

/** Width and height from the header of a PNG (IHDR), GIF, WebP (VP8X, VP8L, VP8) or JPEG (SOFn). */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes[0] === 0x47) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (bytes[0] === 0x52 && bytes.length >= 30) return webpSize(view);
  return bytes[0] === 0xff ? jpegSize(view) : null;
}

function webpSize(view: DataView): { width: number; height: number } | null {
  const form = view.getUint8(15);
  if (form === 0x58)
    return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) };
  if (form === 0x4c) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function jpegSize(view: DataView): { width: number; height: number } | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The words seen in a picture, line by line from top to bottom; of a chat screen, message by message. */
export function sightingToDraft(sighting: Omit<Sighting, 'item'>): Draft | null {
  const composer = new Composer();
  for (const { text, attachedTo } of passagesOf(sighting)) {
    if (text === '') continue;
    const span = composer.add(text, 'body', [], '\n');
    if (!attachedTo) continue;
    const { sender, side } = attachedTo;
    composer.voices.push({
      ...span,
      ...{ kind: 'screen', author: sender ?? side, published: null, passedOn: true, attachments: [] },
    });
  }
  if (composer.content === '') return null;
  if (composer.voices.length === 0) {
    composer.voices.push({
      ...{ start: 0, end: composer.content.length, kind: 'screen', author: null, published: null },
      ...{ passedOn: true, attachments: [] },
    });
  }
  return composer.draft({});
}

type Message = Sighting['messages'][number];

/** Messages stand for the lines inside their boxes; lines outside any bubble keep their place between them. */
function passagesOf({ messages, lines }: Omit<Sighting, 'item'>): { text: string; attachedTo: Message | null }[] {
  const inside = (message: Message, x: number, y: number): boolean =>
    x >= message.box.x &&
    x <= message.box.x + message.box.width &&
    y >= message.box.y &&
    y <= message.box.y + message.box.height;
  const loose = lines.filter(
    ({ box }) => !messages.some((one) => inside(one, box.x + box.width / 2, box.y + box.height / 2)),
  );
  return [
    ...messages.map((one) => ({ y: one.box.y, text: one.text.trim(), attachedTo: one.side === 'centre' ? null : one })),
    ...loose.map((one) => ({ y: one.box.y, text: one.text.trim(), attachedTo: null })),
  ].sort((a, b) => a.y - b.y);
}

/** What eyes could not decode, as a finding; anything unexpected counts as a broken picture. */
export const unseen = (cause: unknown, file: string): Unreadable =>
  cause instanceof HearsayError
    ? { code: cause.code, message: cause.message.includes(file) ? cause.message : `${file}: ${cause.message}` }
    : { code: 'malformed', message: `${file} can't be decoded as a picture; save it again as PNG` };
