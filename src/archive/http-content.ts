import { joined } from './bytes.ts';
import { Flaw } from './flaw.ts';
import { type Budget, inflateWithin, isGzip, readMember } from './gzip.ts';
import { codingsOf, type HttpMessage } from './http-message.ts';

/** What a message carries, once its codings are undone. */
export interface HttpContent {
  readonly bytes: Uint8Array;
  /** What could not be undone or was not as told; then `bytes` is as far as it came. */
  readonly faults: readonly string[];
}

const MOST = 256 * 2 ** 20;
const FLOOR = 16 * 2 ** 20;
const RATIO = 200;
const MOST_CODINGS = 5;

/**
 * Undoes the transfer and content codings of a message: chunked, gzip, deflate. Never throws: a body that is not coded
 * as it says (archives often keep it undone), or by a method that is not read (`br`, `zstd`), is left as it is and that
 * is said. `most` bounds what it may unfold to.
 */
export const httpContent = (message: HttpMessage, most: number = MOST): HttpContent =>
  undoCodings(message, { left: Math.min(most, Math.max(FLOOR, message.body.length * RATIO)) });

/** `httpContent` within a budget that several share. */
export function undoCodings(message: HttpMessage, budget: Budget): HttpContent {
  const faults: string[] = [];
  const codings = [...codingsOf(message, 'content-encoding'), ...codingsOf(message, 'transfer-encoding')].reverse();
  if (codings.length > MOST_CODINGS) return { bytes: message.body, faults: ['the body has too many codings'] };
  let bytes = message.body;
  for (const coding of codings) {
    if (bytes.length === 0) break;
    try {
      bytes = undo(coding, bytes, budget);
    } catch (error) {
      if (!(error instanceof Flaw)) throw error;
      faults.push(error.what);
      // What chunks hold may still be packed; without its own wrapping undone, nothing beneath can be.
      if (coding !== 'chunked') break;
    }
  }
  return { bytes, faults };
}

/** The body without its chunks, or `null` where it is not chunked as it says. */
export function unchunked(body: Uint8Array): Uint8Array | null {
  try {
    return dechunk(body);
  } catch (error) {
    if (error instanceof Flaw) return null;
    throw error;
  }
}

function undo(coding: string, bytes: Uint8Array, budget: Budget): Uint8Array {
  if (coding === 'chunked') return dechunk(bytes);
  if (coding === 'gzip' || coding === 'x-gzip') return gunzip(bytes, budget);
  if (coding === 'deflate') return unzlib(bytes, budget);
  throw new Flaw('malformed', `the body is coded with ${JSON.stringify(coding.slice(0, 40))}, which is not read`, 0);
}

/** RFC 9112, 7.1: sizes in hexadecimal, extensions passed over, a last chunk of size zero, trailers passed over. */
function dechunk(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length);
  let size = 0;
  let at = 0;
  for (;;) {
    const feed = bytes.subarray(at, at + 4096).indexOf(10);
    const digits = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?$/u.exec(
      feed < 0 ? '' : String.fromCharCode(...bytes.subarray(at, at + feed)),
    );
    if (!digits) throw new Flaw('malformed', 'the body is said to be chunked and is not', at);
    const length = Number.parseInt(digits[1] ?? '', 16);
    at += feed + 1;
    if (length === 0) break;
    if (at + length > bytes.length) throw new Flaw('truncated', 'a chunk of the body breaks off', at, bytes.length);
    whole.set(bytes.subarray(at, at + length), size);
    size += length;
    at += length;
    if (bytes[at] === 13) at++;
    if (bytes[at] !== 10) throw new Flaw('malformed', 'a chunk of the body is not as long as it says', at);
    at++;
  }
  return whole.slice(0, size);
}

function gunzip(bytes: Uint8Array, budget: Budget): Uint8Array {
  if (!isGzip(bytes)) throw new Flaw('malformed', 'the body is said to be gzip and is not', 0);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length && (at === 0 || isGzip(bytes, at)); ) {
    const member = readMember(bytes, at, budget);
    parts.push(member.bytes);
    at = member.end;
  }
  return joined(parts);
}

/** `deflate` means zlib (RFC 1950); some servers send the bare stream. */
function unzlib(bytes: Uint8Array, budget: Budget): Uint8Array {
  const [method = 0, flags = 0] = bytes;
  const isZlib = (method & 15) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
  const { bytes: content, end } = inflateWithin(bytes, isZlib ? 2 : 0, budget);
  if (isZlib && end + 4 > bytes.length) throw new Flaw('truncated', 'the packed body breaks off', end, bytes.length);
  if (isZlib && adler32(content) !== bigEndian(bytes, end)) {
    throw new Flaw('damaged', 'the packed body does not match its checksum', end);
  }
  return content;
}

const bigEndian = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(at, at + 4).reduce((number, byte) => number * 256 + byte, 0);

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    for (const stop = Math.min(at + 3800, bytes.length); at < stop; at++) {
      a += bytes[at] ?? 0;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return b * 65_536 + a;
}
