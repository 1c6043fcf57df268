import { joined } from './bytes.ts';
import { Flaw } from './flaw.ts';
import { type Budget, checkTrailer, headerEnd, isGzip } from './gzip.ts';
import { codingsOf, type HttpMessage } from './http-message.ts';
import { type Inflated, Inflater } from './inflate.ts';
import { View } from './view.ts';

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
 * as it says (archives often keep it undone), or by a method that is not read (`br`, `zstd`), is left as it is, and
 * one that breaks off is undone as far as it goes; that is said. `most` bounds what it may unfold to.
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
    const step = undo(coding, bytes, budget);
    bytes = step.bytes;
    faults.push(...step.faults);
    // What chunks hold may still be packed; without its own wrapping undone, nothing beneath can be.
    if (step.faults.length > 0 && coding !== 'chunked') break;
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

/** One coding undone; as far as it goes where the body breaks off, not at all where it is not so coded. */
function undo(coding: string, bytes: Uint8Array, budget: Budget): HttpContent {
  const parts: Uint8Array[] = [];
  try {
    if (coding === 'chunked') return { bytes: dechunk(bytes), faults: [] };
    if (coding === 'gzip' || coding === 'x-gzip') gunzip(bytes, budget, parts);
    else if (coding === 'deflate') unzlib(bytes, budget, parts);
    else {
      const what = `the body is coded with ${JSON.stringify(coding.slice(0, 40))}, which is not read`;
      return { bytes, faults: [what] };
    }
    return { bytes: joined(parts), faults: [] };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    const isPart = error.code !== 'too-large' && parts.some(({ length }) => length > 0);
    return { bytes: isPart ? joined(parts) : bytes, faults: [error.what] };
  }
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

/** All members, put into `parts` as they are unfolded: what comes before a fault is kept. */
function gunzip(bytes: Uint8Array, budget: Budget, parts: Uint8Array[]): void {
  if (!isGzip(bytes)) throw new Flaw('malformed', 'the body is said to be gzip and is not', 0);
  const view = new View(bytes);
  for (let at = 0; at === 0 || isGzip(bytes, at); ) {
    const { bytes: content, end } = unfold(bytes, headerEnd(view, at), budget, parts);
    checkTrailer(view, at, end, content);
    at = end + 8;
  }
}

/** `deflate` means zlib (RFC 1950); some servers send the bare stream. */
function unzlib(bytes: Uint8Array, budget: Budget, parts: Uint8Array[]): void {
  const [method = 0, flags = 0] = bytes;
  const isZlib = (method & 15) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
  const { bytes: content, end } = unfold(bytes, isZlib ? 2 : 0, budget, parts);
  if (isZlib && end + 4 > bytes.length) throw new Flaw('truncated', 'the packed body breaks off', end, bytes.length);
  if (isZlib && adler32(content) !== bigEndian(bytes, end)) {
    throw new Flaw('damaged', 'the packed body does not match its checksum', end);
  }
}

function unfold(bytes: Uint8Array, start: number, budget: Budget, parts: Uint8Array[]): Inflated {
  const inflater = new Inflater(bytes, start, bytes.length, budget.left);
  try {
    return inflater.run();
  } finally {
    const content = inflater.soFar();
    parts.push(content);
    budget.left -= content.length;
  }
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
