import { p256, p384 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Elliptic curves (FIPS 186-5) that web archives are signed on. */
export type Curve = 'P-256' | 'P-384';

/** A public key: a curve and an uncompressed point on it. */
export interface PublicKey {
  readonly curve: Curve;
  readonly point: Uint8Array;
}

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

/** The inverse of `publicKeyOf`; `null` where the bytes are no key of this form. */
export function parsePublicKey(bytes: Uint8Array): PublicKey | null {
  for (const curve of ['P-256', 'P-384'] as const) {
    const { before, of } = CURVES[curve];
    const point = bytes.subarray(before.length);
    const isCurve = before.every((byte, at) => bytes[at] === byte) && point.length === of.lengths.publicKeyUncompressed;
    if (isCurve && point[0] === 4) return { curve, point };
  }
  return null;
}

/** Whether the signature was made over this text with this key. Writers leave two forms: plain numbers, and DER. */
export function isSigned(text: string, signature: Uint8Array, { curve, point }: PublicKey): boolean {
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
