import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { type Algorithm, algorithmOf, type HashName, hashOf, type Scheme } from './algorithm.ts';
import { type Der, malformed, readWholeDer, TAG } from './der.ts';
import { bitsOf, fieldsOf, hexOf, oidOf } from './der-value.ts';
import { der } from './der-write.ts';

/** A SubjectPublicKeyInfo (RFC 5280, 4.1.2.7). */
export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly bits: Uint8Array;
}

const RSA_OIDS = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const EC = '1.2.840.10045.2.1';
const ED25519 = '1.3.101.112';
const CURVES = new Map([
  ['1.2.840.10045.3.1.7', p256],
  ['1.3.132.0.34', p384],
  ['1.3.132.0.35', p521],
]);
/** The fewest and most bytes of an RSA modulus. Shorter ones can be broken, longer ones take too long to check. */
const RSA_SIZE = { fewest: 256, most: 1024 };
const WEB_HASHES: Readonly<Record<HashName, string>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** Reads a public key. */
export function publicKeyOf(value: Der): PublicKey {
  const fields = fieldsOf(value, 'public key');
  const algorithm = algorithmOf(fields.take(TAG.sequence, 'algorithm of the public key'));
  const bits = bitsOf(fields.take(TAG.bits, 'public key'));
  fields.end();
  return { algorithm, bits };
}

/** Whether a key is of a kind and a strength that signatures are checked with here. */
export function isKnownKey({ algorithm: { oid, parameters }, bits }: PublicKey): boolean {
  if (oid === ED25519) return bits.length === 32;
  if (oid === EC) return parameters?.tag === TAG.oid && CURVES.has(oidOf(parameters));
  if (!RSA_OIDS.includes(oid)) return false;
  const size = modulusSize(bits);
  return size >= RSA_SIZE.fewest && size <= RSA_SIZE.most;
}

/** Whether a signature over a message holds. Never throws: what can't be a signature doesn't hold. */
export async function isSigned(
  message: Uint8Array,
  signature: Uint8Array,
  key: PublicKey,
  scheme: Scheme,
): Promise<boolean> {
  if (!isKnownKey(key)) return false;
  try {
    if (scheme.kind === 'rsa' || scheme.kind === 'pss') return await isSignedByRsa(message, signature, key, scheme);
    if (scheme.kind === 'ecdsa') return isSignedOnCurve(hashOf(scheme.hash, message), signature, key);
    // Strict as RFC 8032 is, so that no other program refuses what is accepted here.
    return key.algorithm.oid === ED25519 && ed25519.verify(signature, message, key.bits, { zip215: false });
  } catch {
    return false;
  }
}

async function isSignedByRsa(
  message: Uint8Array,
  signature: Uint8Array,
  { algorithm, bits }: PublicKey,
  scheme: Extract<Scheme, { hash: HashName }>,
): Promise<boolean> {
  if (!RSA_OIDS.includes(algorithm.oid) || (algorithm.oid !== RSA_OIDS[0] && scheme.kind !== 'pss')) return false;
  if (signature.length !== modulusSize(bits)) return false;
  const name = scheme.kind === 'pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5';
  const { subtle } = globalThis.crypto;
  const use = { name, hash: WEB_HASHES[scheme.hash] };
  const key = await subtle.importKey('spki', own(rsaKey(bits)), use, false, ['verify']);
  const how = scheme.kind === 'pss' ? { name, saltLength: scheme.saltLength } : { name };
  return await subtle.verify(how, key, own(signature), own(message));
}

function isSignedOnCurve(hash: Uint8Array, signature: Uint8Array, { algorithm, bits }: PublicKey): boolean {
  const { oid, parameters } = algorithm;
  const curve = oid === EC && parameters?.tag === TAG.oid ? CURVES.get(oidOf(parameters)) : undefined;
  if (!curve) return false;
  const fields = fieldsOf(readWholeDer(signature), 'signature');
  const size = curve.Point.Fn.BYTES;
  const numbers = [fields.take(TAG.integer, 'r'), fields.take(TAG.integer, 's')].map((value) => {
    if ((value.body[0] ?? 0x80) >= 0x80) throw malformed('a negative number', value.at);
    return hexOf(value).padStart(size * 2, '0');
  });
  fields.end();
  return curve.verify(hexToBytes(numbers.join('')), hash, bits, { prehash: false, lowS: false, format: 'compact' });
}

/** WebCrypto knows RSA keys under one name only, whatever scheme they were made for. */
const rsaKey = (bits: Uint8Array): Uint8Array =>
  der(TAG.sequence, hexToBytes('300d06092a864886f70d0101010500'), der(TAG.bits, Uint8Array.of(0), bits));

function modulusSize(bits: Uint8Array): number {
  try {
    const fields = fieldsOf(readWholeDer(bits), 'RSA key');
    return hexOf(fields.take(TAG.integer, 'modulus')).length / 2;
  } catch {
    return 0;
  }
}

/** A copy whose buffer is its own, as WebCrypto's types ask for. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
