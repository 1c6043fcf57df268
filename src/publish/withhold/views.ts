import { gunzipSync, unzipSync, unzlibSync } from 'fflate';
import { fromBase64 } from '../../base/base64.ts';
import { startsWith } from '../../base/bytes.ts';
import { bytesInHex, characterOf, NAMED_CHARACTERS } from './characters.ts';
import { type PicturePart, type PictureParts, picturePartsOf } from './picture-parts.ts';
import { domainToUnicode } from './punycode.ts';

/** A file's words as somebody could come to see them, and how. */
export interface Sight {
  readonly view: string;
  readonly words: string;
}

/** What a file holds, or that it can't be looked into. */
export interface Sights {
  readonly sights: readonly Sight[];
  /** Why something in it stays dark; empty where all of it was seen. */
  readonly dark: readonly string[];
}

const DEEPEST = 4;
/** What is packed may unfold to this much and no more. */
const MOST = 256 * 1024 * 1024;

/** Every way of looking at the bytes of a file: as text in any encoding, decoded, unpacked, and what its format tucks away. */
export function sightsOf(bytes: Uint8Array, depth = 0): Sights {
  if (depth > DEEPEST) return { sights: [], dark: [`packed more than ${DEEPEST} times`] };
  const packed = unpacked(bytes);
  if (packed === 'dark') return { sights: [], dark: ['packed, and can’t be unpacked here'] };
  if (packed) return joined(packed.map((one) => sightsOf(one, depth + 1)));
  // Layers, attachments and earlier states: more places than are looked into here.
  if (startsWith(bytes, PDF)) return { sights: [], dark: ['a PDF; publish its pages as pictures'] };
  const picture = picturePartsOf(bytes);
  if (picture !== null) return pictureSights(picture, depth);
  const text = decoded(bytes);
  return text === null
    ? { sights: [], dark: ['bytes of no kind that is known'] }
    : joined([{ sights: textSights(text), dark: [] }, hiddenBytes(text, depth)]);
}

const PDF = [0x25, 0x50, 0x44, 0x46];

const joined = (all: readonly Sights[]): Sights => ({
  sights: all.flatMap(({ sights }) => sights),
  dark: all.flatMap(({ dark }) => dark),
});

const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x1f, 0x8b, 0x08]);
const isPacked = (bytes: Uint8Array): boolean => isGzip(bytes) || startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** What is packed in some bytes; null where they are not packed. */
function unpacked(bytes: Uint8Array): readonly Uint8Array[] | 'dark' | null {
  if (!isPacked(bytes)) return null;
  try {
    if (isGzip(bytes)) return unpackedSize(bytes) > MOST ? 'dark' : [gunzipSync(bytes)];
    let size = 0;
    const sized = ({ originalSize }: { readonly originalSize: number }): boolean => {
      size += originalSize;
      return size <= MOST;
    };
    const files = unzipSync(bytes, { filter: sized });
    if (size > MOST) return 'dark';
    return [...Object.values(files), new TextEncoder().encode(Object.keys(files).join('\n'))];
  } catch {
    return 'dark';
  }
}

/** What a gzip says of its size unpacked, modulo 2^32 (RFC 1952, 2.3.1). */
const unpackedSize = (bytes: Uint8Array): number =>
  bytes.length < 18 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);

/** The text of some bytes: UTF-8, or UTF-16 where a mark says so; null where they are no text, or one with zeros in it. */
function decoded(bytes: Uint8Array): string | null {
  const wide = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  if (wide === null && bytes.includes(0)) return null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 that no mark names, as scripts encode it: every second byte of Latin letters is zero. */
function unmarked(bytes: Uint8Array): string | null {
  const zero = bytes.indexOf(0);
  return zero < 0 || zero > 8 ? null : new TextDecoder(zero % 2 === 0 ? 'utf-16be' : 'utf-16le').decode(bytes);
}

/** What stands in a picture's file beside its pixels. */
function pictureSights({ parts, rest }: PictureParts, depth: number): Sights {
  const dark = rest ? ['bytes after the end of a picture'] : [];
  return joined([...parts.map((part) => partSights(part, depth)), { sights: [], dark }]);
}

/** The words of one part in every encoding that such parts have, and what is packed in it. */
function partSights({ name, data }: PicturePart, depth: number): Sights {
  const words = ['utf-8', 'latin1', 'utf-16le', 'utf-16be'].flatMap((encoding) =>
    textSights(new TextDecoder(encoding).decode(data)),
  );
  const own: Sights = { sights: words.map((one) => ({ ...one, view: name })), dark: [] };
  const zipped = data.indexOf(0x78, data.indexOf(0));
  if (!/zTXt|iTXt|iCCP/u.test(name) || zipped < 0) return own;
  try {
    return joined([own, sightsOf(unzlibSync(data.subarray(zipped)), depth + 1)]);
  } catch {
    return own;
  }
}

/** A text as it stands, and as a browser, an address bar or a program would decode it. A view that shows nothing else is left out. */
export function textSights(text: string): readonly Sight[] {
  const seen = new Map<string, string>([[text, 'as it stands']]);
  const add = (view: string, words: string): void => {
    if (words !== '' && !seen.has(words)) seen.set(words, view);
  };
  const entities = unescapedEntities(text);
  if (text.includes('<')) {
    add('without its tags', entities.replaceAll(/<[^<>]{0,20000}>/gu, ''));
    add('between its tags', entities.replaceAll(/<[^<>]{0,20000}>/gu, ' '));
  }
  add('entities decoded', entities);
  if (text.includes('\\')) add('escapes decoded', unescaped(text));
  if (text.includes('%')) add('percent-decoded', percentDecoded(percentDecoded(text)));
  if (/xn--/iu.test(text)) add('punycode decoded', text.replaceAll(/(?:[\w-]+\.)*xn--[\w.-]+/giu, domainToUnicode));
  if (/=[0-9A-F]{2}/u.test(text)) add('quoted-printable decoded', quotedPrintable(text));
  return [...seen].map(([words, view]) => ({ view, words }));
}

const unescapedEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/giu, (whole, hex, decimal, name) =>
        name
          ? (NAMED_CHARACTERS[String(name).toLowerCase()] ?? whole)
          : character(hex ? Number.parseInt(hex, 16) : Number(decimal)),
      )
    : text;

const character = (code: number): string => characterOf(code) ?? '';

const unescaped = (text: string): string =>
  text.replaceAll(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([nrt"'\\/]))/giu,
    (_, long, four, two, one) =>
      one ? (/[nrt]/u.test(one) ? '\n' : one) : character(Number.parseInt(long ?? four ?? two, 16)),
  );

const percentDecoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (run) => {
    return new TextDecoder('utf-8').decode(bytesInHex(run));
  });

const quotedPrintable = (text: string): string =>
  text.replaceAll(/=\r?\n/gu, '').replaceAll(/(?:=[0-9A-F]{2})+/gu, (run) => percentDecoded(run.replaceAll('=', '%')));

/** Bytes that no text has. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

const MOST_RUNS = 200_000;

/** Runs of base64 and of hexadecimal digits that hold words, pictures or packed files. A digest holds none. */
function hiddenBytes(text: string, depth: number): Sights {
  const runs = [...text.matchAll(/(data:[^,\s"'<>]{0,200};base64,)?([A-Za-z0-9+/_-]{24,}={0,2})/gu)];
  if (runs.length > MOST_RUNS) return { sights: [], dark: ['more coded runs than can be looked into'] };
  return joined(runs.map(([, address, run = '']) => runSights(run, address !== undefined, depth)));
}

/** What a run stands for. That of a `data:` address is a file, and must be one that can be looked into. */
function runSights(run: string, isFile: boolean, depth: number): Sights {
  const bytesOf = !isFile && /^(?:[0-9a-f]{2})+$/iu.test(run) ? bytesInHex : fromAnyBase64;
  if (!isFile && !couldHold(bytesOf(run.slice(0, 16)))) return NOTHING;
  const bytes = bytesOf(run);
  if (isFile || isPacked(bytes) || startsWith(bytes, PDF) || picturePartsOf(bytes) !== null)
    return sightsOf(bytes, depth + 1);
  const words = decoded(bytes) ?? unmarked(bytes);
  return words === null || CONTROL.test(words) ? NOTHING : { sights: textSights(words), dark: [] };
}

const fromAnyBase64 = (run: string): Uint8Array => fromBase64(run.replaceAll('-', '+').replaceAll('_', '/'));

/** Whether words or a known kind of file begin with these bytes; of digests next to none do. */
function couldHold(head: Uint8Array): boolean {
  if (head.includes(0) || isPacked(head) || head[0] === 0x89 || head[0] === 0xff || head[0] === 0xfe) return true;
  return head.every(
    (one) => (one >= 0x20 && one !== 0x7f && one !== 0xc0 && one !== 0xc1 && one < 0xf5) || SPACES.has(one),
  );
}

const SPACES = new Set([0x09, 0x0a, 0x0d]);

const NOTHING: Sights = { sights: [], dark: [] };
