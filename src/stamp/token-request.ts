import { hexToBytes } from '@noble/hashes/utils.js';
import { HearsayError } from '../base/error.ts';
import { HASH_OIDS, type HashName } from './algorithm.ts';
import { TAG } from './der.ts';
import { der, derOid, derUnsigned } from './der-write.ts';

/** What is stamped: the name of a hash function and a hash in hexadecimal; a `Digest` is one. */
export type Imprint = `${HashName}:${string}`;

const SIZES: Readonly<Record<HashName, number>> = { sha256: 32, sha384: 48, sha512: 64 };
const MOST_NONCE = 32;

/**
 * A TimeStampReq (RFC 3161, 2.4.1) that asks for the signer's certificate too. The nonce is chosen by chance outside
 * and goes with the request alone: an answer without it may be an old one.
 */
export function tokenRequest(imprint: Imprint, nonce: Uint8Array, policy?: string): Uint8Array {
  const { hash, bytes } = readImprint(imprint);
  if (nonce.length === 0 || nonce.length > MOST_NONCE)
    throw new HearsayError('usage', `Nonce: ${nonce.length} bytes; give 1 to ${MOST_NONCE}.`);
  const algorithm = der(TAG.sequence, derOid(HASH_OIDS[hash]), der(TAG.nothing));
  return der(
    TAG.sequence,
    der(TAG.integer, Uint8Array.of(1)),
    der(TAG.sequence, algorithm, der(TAG.octets, bytes)),
    ...(policy === undefined ? [] : [derOid(policyOf(policy))]),
    derUnsigned(nonce),
    der(TAG.boolean, Uint8Array.of(0xff)),
  );
}

/** The hash function and the bytes of an imprint. */
export function readImprint(imprint: string): { readonly hash: HashName; readonly bytes: Uint8Array } {
  const [name = '', digits = '', more] = imprint.split(':');
  const hash = isHash(name) ? name : undefined;
  if (!hash || more !== undefined || !/^[0-9a-f]*$/u.test(digits) || digits.length !== SIZES[hash] * 2)
    throw new HearsayError('usage', 'Imprint: give sha256:, sha384: or sha512: and the digits of a hash.');
  return { hash, bytes: hexToBytes(digits) };
}

const isHash = (name: string): name is HashName => Object.hasOwn(SIZES, name);

function policyOf(policy: string): string {
  if (!/^[0-2](?:\.(?:0|[1-9][0-9]{0,8})){1,30}$/u.test(policy))
    throw new HearsayError('usage', 'Policy: give an object identifier such as 1.2.3.4.');
  return policy;
}
