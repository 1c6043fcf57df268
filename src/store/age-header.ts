import { HearsayError } from '../base/error.ts';

/** What stands in clear at the head of a sealed file (C2SP age, "Header"). */
export interface AgeHeader {
  /** One a recipient: the words of its first line, as `["X25519", "…"]`. */
  readonly stanzas: readonly (readonly string[])[];
  /** The byte at which the header ends and the sealed part begins. */
  readonly end: number;
}

const VERSION = 'age-encryption.org/v1';
/** Every stanza costs a key agreement, so a crafted header could buy hours of work. */
const MOST_STANZAS = 256;
const LONGEST_LINE = 64 * 1024;
/** The nonce (16) and the tag of one chunk that holds nothing (16). */
const LEAST_PAYLOAD = 32;

/** Whether bytes begin as age files do, of whatever version. */
export const isAge = (bytes: Uint8Array): boolean => ascii(bytes.subarray(0, 19)) === VERSION.slice(0, 19);

/** Reads the header alone: its lines, and where each stands. Its seal (the MAC) is for the holder of a key to check. */
export function readAgeHeader(bytes: Uint8Array): AgeHeader {
  if (!isAge(bytes))
    throw new HearsayError('unknown-type', 'byte 0: this is no file sealed with age; name a sealed one');
  const first = lineAt(bytes, 0);
  if (first.text !== VERSION)
    throw new HearsayError('unknown-type', `byte 0: "${first.text.slice(0, 40)}" is not ${VERSION}; seal it anew`);
  const stanzas: string[][] = [];
  let at = first.next;
  for (let line = lineAt(bytes, at); !line.text.startsWith('---'); line = lineAt(bytes, at)) {
    const words = line.text.split(' ');
    if (words.shift() !== '->' || words.length === 0 || words.includes(''))
      throw malformed(at, 'neither a recipient ("-> …") nor the end of the header ("--- …")');
    if (stanzas.length === MOST_STANZAS)
      throw new HearsayError('too-large', `byte ${at}: more than ${MOST_STANZAS} recipients; seal it to fewer`);
    stanzas.push(words);
    at = bodyEnd(bytes, line.next);
  }
  const last = lineAt(bytes, at);
  if (!/^--- [A-Za-z0-9+/]{43}$/.test(last.text)) throw malformed(at, 'the seal of the header is misshapen');
  if (stanzas.length === 0) throw malformed(at, 'the header names no recipient');
  if (bytes.length - last.next < LEAST_PAYLOAD) throw cutShort(bytes.length);
  return { stanzas, end: last.next };
}

/** A body is lines of 64 characters and one, perhaps empty, that is shorter. */
function bodyEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; ; ) {
    const { text, next } = lineAt(bytes, at);
    if (!/^[A-Za-z0-9+/]{0,64}$/.test(text)) throw malformed(at, 'a recipient’s body is misshapen');
    if (text.length < 64) return next;
    at = next;
  }
}

function lineAt(bytes: Uint8Array, start: number): { readonly text: string; readonly next: number } {
  const end = Math.min(bytes.length, start + LONGEST_LINE);
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a) return { text: ascii(bytes.subarray(start, at)), next: at + 1 };
    if (byte < 0x20 || byte > 0x7e) throw malformed(at, 'a byte that no header holds');
  }
  if (end === bytes.length) throw cutShort(end);
  throw malformed(start, `a line of more than ${LONGEST_LINE} bytes`);
}

const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const malformed = (at: number, what: string): HearsayError =>
  new HearsayError('malformed', `byte ${at} of the sealed file: ${what}; restore it from a copy`);

const cutShort = (at: number): HearsayError =>
  new HearsayError('truncated', `the sealed file is cut short at byte ${at}; restore it from a copy`);
