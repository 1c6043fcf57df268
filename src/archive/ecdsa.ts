import { p256, p384 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Curve } from './certificate.ts';

/** A key to sign with: its curve, and the secret number in as many bytes as the curve has. */
export interface SigningKey {
  readonly curve: Curve;
  readonly secret: Uint8Array;
}

/** What stands before the point in a public key (RFC 5480). ArchiveWeb.page signs on P-384, authsign on P-256. */
const CURVES = {
  'P-256': { of: p256, before: hexToBytes('3059301306072a8648ce3d020106082a8648ce3d030107034200') },
  'P-384': { of: p384, before: hexToBytes('3076301006072a8648ce3d020106052b81040022036200') },
} as const;

/** A signature over the SHA-256 of a text, always the same for the same text and key (RFC 6979). */
export const sign = (text: string, { curve, secret }: SigningKey): Uint8Array =>
  CURVES[curve].of.sign(sha256(utf8ToBytes(text)), secret, { prehash: false });

/** The public key to a secret one, as SubjectPublicKeyInfo. */
export const publicKeyOf = ({ curve, secret }: SigningKey): Uint8Array =>
  concatBytes(CURVES[curve].before, CURVES[curve].of.getPublicKey(secret, false));

/** Whether the signature was made over this text with this key. Writers leave two forms: plain numbers, and DER. */
export function isSigned(text: string, signature: Uint8Array, curve: Curve, point: Uint8Array): boolean {
  const format = signature.length === CURVES[curve].of.Point.Fn.BYTES * 2 ? 'compact' : 'der';
  try {
    return CURVES[curve].of.verify(signature, sha256(utf8ToBytes(text)), point, {
      prehash: false,
      lowS: false,
      format,
    });
  } catch {
    return false;
  }
}
