/** What a picture carries beside its pixels. That it carries none proves nothing: most services strip it. */
export interface PictureMetadata {
  /** Kinds of metadata that the file holds. Content Credentials are noted as there, not verified. */
  readonly holds: readonly ('exif' | 'xmp' | 'iptc' | 'c2pa')[];
  /** As the camera or program wrote it, no zone known: "2031:06:03 08:12:00". Leads to a person: never published by itself. */
  readonly taken: string | null;
  readonly device: string | null;
  readonly software: string | null;
  /** Whether a place is given. The place itself is not read out. */
  readonly placed: boolean;
}

/** Blocks of a file looked at, at most: hostile ones may hold millions. */
const MOST_BLOCKS = 4000;

interface Block {
  readonly kind: PictureMetadata['holds'][number];
  /** Where its content begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The metadata of a JPEG, PNG or WebP; null of any other. Never throws; what can't be parsed is left out. Linear. */
export function metadataOf(bytes: Uint8Array): PictureMetadata | null {
  const blocks = blocksOf(bytes);
  if (!blocks) return null;
  const exif = blocks.find(({ kind }) => kind === 'exif');
  const fields = exif ? exifOf(bytes.subarray(exif.from, exif.to)) : NOTHING;
  return { holds: [...new Set(blocks.map(({ kind }) => kind))].sort(), ...fields };
}

const NOTHING = { taken: null, device: null, software: null, placed: false };

function blocksOf(bytes: Uint8Array): readonly Block[] | null {
  if (starts(bytes, 0, '\u00ff\u00d8\u00ff')) return jpegBlocks(bytes);
  if (starts(bytes, 0, '\u0089PNG\r\n\u001a\n')) return pngBlocks(bytes);
  if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return webpBlocks(bytes);
  return null;
}

const starts = (bytes: Uint8Array, at: number, mark: string): boolean =>
  at + mark.length <= bytes.length && [...mark].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Application segments before the scan (ITU-T T.81, B.1; EXIF 2.3, 4.5.4; XMP part 3, 1.1.3; C2PA 2.1, A.3.1). */
function jpegBlocks(bytes: Uint8Array): readonly Block[] {
  const view = viewOf(bytes);
  const found: Block[] = [];
  for (let at = 2, n = 0; at + 4 <= bytes.length && n < MOST_BLOCKS; n++) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) break;
    const end = Math.min(bytes.length, at + 2 + Math.max(2, view.getUint16(at + 2)));
    const from = at + 4;
    if (marker === 0xe1 && starts(bytes, from, 'Exif\0\0')) found.push({ kind: 'exif', from: from + 6, to: end });
    if (marker === 0xe1 && starts(bytes, from, 'http://ns.adobe.com/xap/1.0/\0'))
      found.push({ kind: 'xmp', from: from + 29, to: end });
    if (marker === 0xed && starts(bytes, from, 'Photoshop 3.0\0')) found.push({ kind: 'iptc', from, to: end });
    // A JUMBF box: 'JP', number, order, then length and type.
    if (marker === 0xeb && starts(bytes, from, 'JP') && starts(bytes, from + 12, 'jumb'))
      found.push({ kind: 'c2pa', from, to: end });
    at = end;
  }
  return found;
}

/** Chunks (PNG third edition, 11.3; XMP part 3, 1.1.5; C2PA 2.1, A.3.2). */
function pngBlocks(bytes: Uint8Array): readonly Block[] {
  const view = viewOf(bytes);
  const found: Block[] = [];
  for (let at = 8, n = 0; at + 12 <= bytes.length && n < MOST_BLOCKS; n++) {
    const [from, to] = [at + 8, Math.min(bytes.length, at + 8 + view.getUint32(at))];
    if (starts(bytes, at + 4, 'eXIf')) found.push({ kind: 'exif', from, to });
    if (starts(bytes, at + 4, 'caBX')) found.push({ kind: 'c2pa', from, to });
    if (starts(bytes, at + 4, 'iTXt') && starts(bytes, from, 'XML:com.adobe.xmp\0'))
      found.push({ kind: 'xmp', from, to });
    at = to + 4;
  }
  return found;
}

/** Chunks of the extended file format (RFC 9649, 2.7; C2PA 2.1, A.3.7). */
function webpBlocks(bytes: Uint8Array): readonly Block[] {
  const view = viewOf(bytes);
  const found: Block[] = [];
  for (let at = 12, n = 0; at + 8 <= bytes.length && n < MOST_BLOCKS; n++) {
    const size = view.getUint32(at + 4, true);
    const [from, to] = [at + 8, Math.min(bytes.length, at + 8 + size)];
    const exif = starts(bytes, from, 'Exif\0\0') ? from + 6 : from;
    if (starts(bytes, at, 'EXIF')) found.push({ kind: 'exif', from: exif, to });
    if (starts(bytes, at, 'XMP ')) found.push({ kind: 'xmp', from, to });
    if (starts(bytes, at, 'C2PA')) found.push({ kind: 'c2pa', from, to });
    at += 8 + size + (size & 1);
  }
  return found;
}

const MAKE = 0x010f;
const MODEL = 0x0110;
const SOFTWARE = 0x0131;
const CHANGED = 0x0132;
const DETAILS = 0x8769;
const PLACE = 0x8825;
const ORIGINAL = 0x9003;
const LATITUDE = 0x0002;

type Fields = Omit<PictureMetadata, 'holds'>;

/** The few fields of TIFF that tell when, with what, and whether where (TIFF 6.0, 2; EXIF 2.3, 4.6). */
function exifOf(bytes: Uint8Array): Fields {
  const little = starts(bytes, 0, 'II');
  if (bytes.length < 8 || !(little || starts(bytes, 0, 'MM'))) return NOTHING;
  const view = viewOf(bytes);
  const first = tagsAt(view, view.getUint32(4, little), little);
  const details = tagsAt(view, offset(first.get(DETAILS)), little);
  const place = tagsAt(view, offset(first.get(PLACE)), little);
  const text = (tags: Tags, tag: number): string | null => words(bytes, tags.get(tag));
  const device = [text(first, MAKE), text(first, MODEL)].filter((one) => one !== null).join(' ');
  return {
    taken: text(details, ORIGINAL) ?? text(first, CHANGED),
    device: device === '' ? null : device,
    software: text(first, SOFTWARE),
    placed: place.has(LATITUDE),
  };
}

interface Tag {
  readonly type: number;
  readonly count: number;
  /** Where the value stands: in the entry where it fits in four bytes. */
  readonly at: number;
  readonly value: number;
}
type Tags = ReadonlyMap<number, Tag>;

const ASCII = 2;
const MOST_TAGS = 200;

function tagsAt(view: DataView, at: number, little: boolean): Tags {
  const tags = new Map<number, Tag>();
  if (at < 8 || at + 2 > view.byteLength) return tags;
  const count = Math.min(MOST_TAGS, view.getUint16(at, little));
  for (let n = 0, entry = at + 2; n < count && entry + 12 <= view.byteLength; n++, entry += 12) {
    const [type, length, value] = [
      view.getUint16(entry + 2, little),
      view.getUint32(entry + 4, little),
      view.getUint32(entry + 8, little),
    ];
    const place = type === ASCII && length > 4 ? value : entry + 8;
    tags.set(view.getUint16(entry, little), { type, count: length, at: place, value });
  }
  return tags;
}

const offset = (tag: Tag | undefined): number => tag?.value ?? 0;
const MOST_LETTERS = 100;

/** A field of letters up to its end; what is no printable ASCII is left out. */
function words(bytes: Uint8Array, tag: Tag | undefined): string | null {
  if (tag?.type !== ASCII || tag.at + tag.count > bytes.length) return null;
  let text = '';
  for (const byte of bytes.subarray(tag.at, tag.at + Math.min(MOST_LETTERS, tag.count))) {
    if (byte === 0) break;
    if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
  }
  return text.trim() === '' ? null : text.trim();
}
