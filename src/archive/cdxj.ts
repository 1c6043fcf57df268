import { Flaw } from './flaw.ts';
import { countIn, type JsonObject, jsonObject, textIn } from './json-object.ts';
import { type Line, linesOf } from './lines.ts';

/**
 * One capture in an index (specs.webrecorder.net/cdxj/0.1.0):
 *
 *     org,example)/notice 20310617090000 {"url":"https://example.org/notice","mime":"text/html","status":200,…}
 */
export interface CdxjLine {
  /** The Searchable URL, by which lines are sorted. */
  readonly key: string;
  /** `YYYYMMDDhhmmss`, with or without milliseconds. */
  readonly timestamp: string;
  readonly url: string;
  readonly mime: string | null;
  readonly status: number | null;
  /** Digest of the payload; `null` where the index gives none. */
  readonly digest: string | null;
  readonly filename: string;
  readonly offset: number;
  readonly length: number;
  /** Digest of the record as it lies in the WARC, compressed or not. */
  readonly recordDigest: string | null;
}

/** A line that was read, with its place in the index. */
export type Indexed = CdxjLine & { readonly start: number; readonly end: number };

/** The lines of an uncompressed CDXJ file. `what` names it in errors. */
export const parseCdxj = (bytes: Uint8Array, what: string): readonly Indexed[] =>
  linesOf(bytes, what)
    .filter(({ text }) => !text.startsWith('!meta '))
    .map((line) => indexedOf(line, what));

/** The inverse of `parseCdxj`, lines put in the order of their bytes. */
export function formatCdxj(lines: readonly CdxjLine[]): string {
  const order = lines.map((line) => `${headOf(line)} ${JSON.stringify(blockOf(line))}\n`);
  return order.sort(byBytes).join('');
}

/** The part of a line before its JSON. */
export const headOf = ({ key, timestamp }: Pick<CdxjLine, 'key' | 'timestamp'>): string => `${key} ${timestamp}`;

/** Order of the UTF-8 bytes of two texts, which is that of their code points. */
export function byBytes(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return rankOf(x) - rankOf(y);
  }
  return a.length - b.length;
}

/** Halves of characters beyond U+FFFF sort after all others in UTF-8, yet not in UTF-16. */
const rankOf = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit);

function indexedOf({ text, start, end }: Line, what: string): Indexed {
  const match = /^(\S{1,16384}) (\d{14}|\d{17}) (\{.*\})$/su.exec(text);
  const fields = match ? jsonObject(match[3] ?? '') : null;
  const line = match && fields ? lineOf(match[1] ?? '', match[2] ?? '', fields) : null;
  if (line) return { ...line, start, end };
  throw new Flaw(
    'malformed',
    `${what}: no index line (key, time, JSON with url, filename, offset, length)`,
    start,
    end,
  );
}

function lineOf(key: string, timestamp: string, fields: JsonObject): CdxjLine | null {
  const url = textIn(fields, 'url');
  const filename = textIn(fields, 'filename');
  const offset = countIn(fields, 'offset');
  const length = countIn(fields, 'length');
  if (url === null || filename === null || offset === null || length === null) return null;
  return {
    ...{ key, timestamp, url, mime: textIn(fields, 'mime'), status: countIn(fields, 'status') },
    ...{ digest: textIn(fields, 'digest'), filename, offset, length, recordDigest: textIn(fields, 'recordDigest') },
  };
}

function blockOf(line: CdxjLine): JsonObject {
  const { url, mime, status, digest, filename, offset, length, recordDigest } = line;
  const known = { url, mime, status, digest, length, offset, filename, recordDigest };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}
