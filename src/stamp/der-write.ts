import { concatBytes } from '@noble/hashes/utils.js';
import { TAG } from './der.ts';

/** A value in DER. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...parts);
  return concatBytes(Uint8Array.of(tag), lengthOf(body.length), body);
}

/** A number that is not negative, from its bytes, most significant first. */
export function derUnsigned(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const shortest = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  return der(TAG.integer, (shortest[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), shortest);
}

/** An object identifier from its arcs: `1.2.840.113549.1.7.2`. */
export function derOid(oid: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = oid.split('.').map(Number);
  return der(TAG.oid, ...[root * 40 + second, ...rest].map(base128));
}

function base128(arc: number): Uint8Array {
  const digits = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 + (rest % 128));
  return Uint8Array.from(digits);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Uint8Array.of(0x80 + digits.length, ...digits);
}
