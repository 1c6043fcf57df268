import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from '../base/base64.ts';

const HASHES = new Map<string, { hash: (bytes: Uint8Array) => Uint8Array; size: number }>([
  ['md5', { hash: md5, size: 16 }],
  ['sha1', { hash: sha1, size: 20 }],
  ['sha256', { hash: sha256, size: 32 }],
  ['sha512', { hash: sha512, size: 64 }],
]);

/** A digest as a record tells it: `sha1:3I42H3S6…`. */
export interface LabelledDigest {
  readonly algorithm: string;
  readonly value: Uint8Array;
}

/**
 * Parts a labelled digest (ISO 28500, 5.8). The standard names no spelling: programs write base 32, hexadecimal or
 * base 64, which their lengths tell apart. `null` where it is none of these, or an algorithm that is not known.
 */
export function parseDigest(text: string): LabelledDigest | null {
  const match = /^([A-Za-z0-9-]{1,16}):([A-Za-z0-9+/_=-]{1,200})$/u.exec(text);
  const algorithm = match?.[1]?.toLowerCase().replace('-', '') ?? '';
  const spelled = match?.[2]?.replace(/=+$/u, '') ?? '';
  const size = HASHES.get(algorithm)?.size;
  if (size === undefined) return null;
  const value = spelledOut(spelled, size);
  return value === null ? null : { algorithm, value };
}

function spelledOut(spelled: string, size: number): Uint8Array | null {
  if (spelled.length === size * 2) return /^(?:[0-9a-f]+|[0-9A-F]+)$/u.test(spelled) ? fromBase16(spelled) : null;
  if (spelled.length === Math.ceil((size * 8) / 5)) return fromBase32(spelled);
  if (spelled.length !== Math.ceil((size * 8) / 6)) return null;
  const standard = spelled.replaceAll('-', '+').replaceAll('_', '/');
  const value = fromBase64(standard);
  return value.length === size && toBase64(value).startsWith(standard) ? value : null;
}

/** Whether the bytes have this digest. */
export function matches(bytes: Uint8Array, { algorithm, value }: LabelledDigest): boolean {
  const own = HASHES.get(algorithm)?.hash(bytes);
  return own !== undefined && own.length === value.length && own.every((byte, n) => byte === value[n]);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const fromBase16 = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, n) => Number.parseInt(text.slice(n * 2, n * 2 + 2), 16));

/** One case throughout, and nothing in the bits that are left over: each digest has one spelling. */
function fromBase32(text: string): Uint8Array | null {
  if (!/^(?:[A-Z2-7]+|[a-z2-7]+)$/u.test(text)) return null;
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text.toUpperCase()) {
    held = (held << 5) | BASE32.indexOf(character);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >>> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? Uint8Array.from(bytes) : null;
}
