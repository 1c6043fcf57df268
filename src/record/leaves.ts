import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../base/canonical-json.ts';
import { type Digest, digest } from '../base/digest.ts';
import type { Body } from './body.ts';

/** A value of an event's body that can be shown by itself. */
export interface Leaf {
  /** Where it stands: a JSON Pointer (RFC 6901) such as `/data/facts/url`. */
  readonly pointer: string;
  readonly value: unknown;
  /** 64 hexadecimal digits: HMAC-SHA256 with the body's salt over the pointer. */
  readonly key: string;
  /** 64 hexadecimal digits: SHA-256 of the key's bytes and the value as canonical JSON. */
  readonly commitment: string;
}

/** Commitments by pointer: what the commitment to a body is made from. */
export type Commitments = Readonly<Record<string, string>>;

/**
 * Every leaf of a body, with what it is committed to by. Each leaf has a key of its own, made one way from the salt (as
 * in SD-JWT each disclosure has a salt of its own, RFC 9901, 4.2.1): who is shown one can't guess another.
 */
export function leavesOf({ by, data, salt }: Body): readonly Leaf[] {
  const keyOf = keysFrom(salt);
  return placesIn({ by, data }, '', []).map(({ pointer, value }) => {
    const key = keyOf(pointer);
    return { pointer, value, key: bytesToHex(key), commitment: commitmentTo(key, value) };
  });
}

/** The pads of the salt are hashed once for all leaves of a body (RFC 2104, section 4): half the time. */
function keysFrom(salt: string): (pointer: string) => Uint8Array {
  const keyed = hmac.create(sha256, hexToBytes(salt));
  return (pointer) => keyed.clone().update(utf8ToBytes(pointer)).digest();
}

/** The commitment to a value under a key of 32 bytes. */
export const commitmentTo = (key: Uint8Array, value: unknown): string =>
  bytesToHex(sha256(concatBytes(key, utf8ToBytes(canonicalJson(value)))));

/** The commitment to a whole body, from those to its leaves. */
export const rootCommitment = (commitments: Commitments): Digest => digest(canonicalJson(commitments));

/** The commitment to a body: `body` of a head. */
export function commitmentOf({ by, data, salt }: Body): Digest {
  const keyOf = keysFrom(salt);
  const places = placesIn({ by, data }, '', []);
  return rootCommitment(
    Object.fromEntries(places.map(({ pointer, value }) => [pointer, commitmentTo(keyOf(pointer), value)])),
  );
}

interface Place {
  readonly pointer: string;
  readonly value: unknown;
}

/** Leaves are all values but objects with keys; a list is one leaf. They are added to those found before. */
function placesIn(value: unknown, pointer: string, found: Place[]): readonly Place[] {
  const below = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  if (below.length === 0) found.push({ pointer, value });
  for (const [key, one] of below) placesIn(one, `${pointer}/${escaped(key)}`, found);
  return found;
}

/** RFC 6901, section 3. */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
