import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** The name of a sequence of bytes: `sha256:` and 64 hexadecimal digits (FIPS 180-4). */
export type Digest = `sha256:${string}`;

/** The digest of bytes, or of a string as UTF-8. */
export const digest = (body: Uint8Array | string): Digest =>
  `sha256:${bytesToHex(sha256(typeof body === 'string' ? utf8ToBytes(body) : body))}`;

/** A short stable name for a value, made from its canonical JSON: `prefix-` and 12 hexadecimal digits. */
export const nameOf = (prefix: string, value: unknown): string =>
  `${prefix}-${digest(canonicalJson(value)).slice('sha256:'.length, 'sha256:'.length + 12)}`;
