import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { sameBytes } from '../base/bytes.ts';
import { HearsayError } from '../base/error.ts';

const { Point } = ed25519;

/** The bytes of a secret seed. */
export const SEED_SIZE = 32;
/** The bytes of a public key. */
export const PUBLIC_KEY_SIZE = 32;
/** The bytes of a signature. */
export const SIGNATURE_SIZE = 64;

/** The public key of a secret seed (RFC 8032, section 5.1.5). */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  refuseOddSeed(seed);
  return ed25519.getPublicKey(seed);
}

/** A signature over a message; the same seed and message give the same bytes. */
export function signBytes(message: Uint8Array, seed: Uint8Array): Uint8Array {
  refuseOddSeed(seed);
  return ed25519.sign(message, seed);
}

/**
 * Whether a signature holds. Stricter than RFC 8032 asks: the key and R must be canonical and of large order, S below
 * the order of the group, and the equation holds without the cofactor. So whoever knows only the key can't make a
 * second signature out of a first, no key signs everything, and OpenSSL or Go never refuse what is accepted here.
 */
export function checkSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_SIZE) return false;
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  const key = pointOf(publicKey);
  if (key === undefined || s >= Point.Fn.ORDER) return false;
  const k = Point.Fn.create(littleEndian(sha512(concatBytes(r, publicKey, message))));
  const expected = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k));
  return !expected.isSmallOrder() && sameBytes(expected.toBytes(), r);
}

/** Whether bytes are a public key that signatures can be checked against. */
export const isPublicKey = (bytes: Uint8Array): boolean => pointOf(bytes) !== undefined;

/** A point of large order in its one canonical encoding, else undefined. */
function pointOf(bytes: Uint8Array): InstanceType<typeof Point> | undefined {
  if (bytes.length !== PUBLIC_KEY_SIZE) return undefined;
  try {
    const point = Point.fromBytes(bytes, false);
    return point.isSmallOrder() || !sameBytes(point.toBytes(), bytes) ? undefined : point;
  } catch {
    return undefined; // not on the curve, or y is not below the field's prime
  }
}

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

function refuseOddSeed(seed: Uint8Array): void {
  if (seed.length !== SEED_SIZE)
    throw new HearsayError('malformed', `Secret seed: ${seed.length} bytes; give ${SEED_SIZE}.`);
}
