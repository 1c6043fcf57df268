import { gunzipSync, unzipSync, unzlibSync } from 'fflate';
import { fromBase64 } from '../../base/base64.ts';
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
  if (startsWith(bytes, PNG)) return pngSights(bytes, depth);
  const text = decoded(bytes);
  return text === null
    ? { sights: [], dark: ['bytes of no kind that is known'] }
    : joined([{ sights: textSights(text), dark: [] }, hiddenBytes(text, depth)]);
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((one, at) => bytes[at] === one);

const joined = (all: readonly Sights[]): Sights => ({
  sights: all.flatMap(({ sights }) => sights),
  dark: all.flatMap(({ dark }) => dark),
});

/** What is packed in some bytes; null where they are not packed. */
function unpacked(bytes: Uint8Array): readonly Uint8Array[] | 'dark' | null {
  const gzip = startsWith(bytes, [0x1f, 0x8b]);
  const zip = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
  if (!gzip && !zip) return null;
  try {
    if (gzip) return unpackedSize(bytes) > MOST ? 'dark' : [gunzipSync(bytes)];
    const files = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < MOST });
    return [...Object.values(files), new TextEncoder().encode(Object.keys(files).join('\n'))];
  } catch {
    return 'dark';
  }
}

/** What a gzip says of its size unpacked, modulo 2^32 (RFC 1952, 2.3.1). */
const unpackedSize = (bytes: Uint8Array): number =>
  bytes.length < 18 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);

/** The text of some bytes: UTF-8, or UTF-16 where a mark says so; null where they are no text. */
function decoded(bytes: Uint8Array): string | null {
  const wide = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Chunks of a picture that hold words, and no chunk that could hold anything else. */
function pngSights(bytes: Uint8Array, depth: number): Sights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Sights[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (!PIXELS.has(kind)) found.push(chunkSights(kind, data, depth));
    at += 12 + length;
    if (kind === 'IEND' && at < bytes.length) found.push({ sights: [], dark: ['bytes after the end of a picture'] });
  }
  return joined(found);
}

const PIXELS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'sBIT', 'bKGD']);

function chunkSights(kind: string, data: Uint8Array, depth: number): Sights {
  const latin = [...data].map((one) => String.fromCharCode(one)).join('');
  const words: Sights = { sights: [{ view: `chunk ${kind}`, words: latin }], dark: [] };
  const zipped = latin.indexOf('\u0078', latin.indexOf('\0'));
  if ((kind !== 'zTXt' && kind !== 'iTXt' && kind !== 'iCCP') || zipped < 0) return joined([words, utf8(data)]);
  try {
    return joined([words, utf8(data), sightsOf(unzlibSync(data.subarray(zipped)), depth + 1)]);
  } catch {
    return joined([words, utf8(data)]);
  }
}

const utf8 = (data: Uint8Array): Sights => ({
  sights: [{ view: 'metadata', words: new TextDecoder('utf-8').decode(data) }],
  dark: [],
});

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

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

const unescapedEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/giu, (whole, hex, decimal, name) =>
        name
          ? (ENTITIES[String(name).toLowerCase()] ?? whole)
          : character(hex ? Number.parseInt(hex, 16) : Number(decimal)),
      )
    : text;

const character = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '');

const unescaped = (text: string): string =>
  text.replaceAll(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([nrt"'\\/]))/giu,
    (_, long, four, two, one) =>
      one ? (/[nrt]/u.test(one) ? '\n' : one) : character(Number.parseInt(long ?? four ?? two, 16)),
  );

const percentDecoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (run) => {
    const bytes = Uint8Array.from(run.match(/[0-9a-f]{2}/giu) ?? [], (one) => Number.parseInt(one, 16));
    return new TextDecoder('utf-8').decode(bytes);
  });

const quotedPrintable = (text: string): string =>
  text.replaceAll(/=\r?\n/gu, '').replaceAll(/(?:=[0-9A-F]{2})+/gu, (run) => percentDecoded(run.replaceAll('=', '%')));

/** Bytes that no text has. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Runs of base64 and of hexadecimal digits that hold words. A digest holds none. */
function hiddenBytes(text: string, depth: number): Sights {
  const runs = [...text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/gu)].slice(0, 20_000);
  return joined(
    runs.flatMap(([run]): readonly Sights[] => {
      const hex = /^(?:[0-9a-f]{2})+$/iu.test(run);
      const bytes = hex
        ? Uint8Array.from(run.match(/../gu) ?? [], (one) => Number.parseInt(one, 16))
        : fromBase64(run.replaceAll('-', '+').replaceAll('_', '/'));
      const words = decoded(bytes);
      if (words !== null && !CONTROL.test(words)) return [{ sights: textSights(words), dark: [] }];
      return unpacked(bytes) === null ? [] : [sightsOf(bytes, depth + 1)];
    }),
  );
}
