import { concatBytes } from '@noble/hashes/utils.js';
import { HearsayError } from '../base/error.ts';
import { utf8 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { checkSignature, SIGNATURE_SIZE, signBytes } from './ed25519.ts';

/** What a witness says of a checkpoint (c2sp.org/tlog-cosignature): that it continues all he saw, at that time. */
export interface Cosignature {
  readonly algorithm: 'ed25519' | 'ml-dsa-44';
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly signature: Uint8Array;
}

const ML_DSA_44_SIZE = 2420;
const TIME_SIZE = 8;

/** The bytes of a signature line after the key id, read as a cosignature. */
export function parseCosignature(bytes: Uint8Array): Cosignature {
  const algorithm =
    bytes.length === TIME_SIZE + SIGNATURE_SIZE
      ? 'ed25519'
      : bytes.length === TIME_SIZE + ML_DSA_44_SIZE
        ? 'ml-dsa-44'
        : undefined;
  if (algorithm === undefined)
    throw new HearsayError(
      'malformed',
      `Cosignature: ${bytes.length} bytes, neither Ed25519 nor ML-DSA-44; ask the witness again.`,
    );
  const timestamp = new DataView(bytes.buffer, bytes.byteOffset, TIME_SIZE).getBigUint64(0);
  if (timestamp > BigInt(Number.MAX_SAFE_INTEGER))
    throw new HearsayError(
      'malformed',
      `Cosignature: time ${timestamp} lies beyond 2^53 seconds; ask the witness again.`,
    );
  return { algorithm, timestamp: Number(timestamp), signature: bytes.slice(TIME_SIZE) };
}

/** The inverse of `parseCosignature`. */
export function formatCosignature(cosignature: Cosignature): Uint8Array {
  const time = new Uint8Array(TIME_SIZE);
  new DataView(time.buffer).setBigUint64(0, BigInt(cosignature.timestamp));
  return concatBytes(time, cosignature.signature);
}

/** A cosignature of a checkpoint's text with a secret seed, at a time in seconds since 1970. */
export function cosign(text: string, timestamp: number, seed: Uint8Array): Cosignature {
  parseCheckpoint(text); // a witness signs nothing but checkpoints
  if (!Number.isSafeInteger(timestamp) || timestamp <= 0)
    throw new HearsayError('bad-date', `Cosignature: ${timestamp} is no time in whole seconds after 1970.`);
  return { algorithm: 'ed25519', timestamp, signature: signBytes(messageOf(text, timestamp), seed) };
}

/** Whether an Ed25519 cosignature holds for a checkpoint's text. Others are not checked and so never hold. */
export function checkCosignature(cosignature: Cosignature, text: string, publicKey: Uint8Array): boolean {
  const { algorithm, timestamp, signature } = cosignature;
  return algorithm === 'ed25519' && checkSignature(signature, messageOf(text, timestamp), publicKey);
}

const messageOf = (text: string, timestamp: number): Uint8Array => utf8(`cosignature/v1\ntime ${timestamp}\n${text}`);
