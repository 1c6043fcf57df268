import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { sameBytes } from './der-value.ts';
import { attestationBytes } from './ots-attestation.ts';
import { byteReader, oddOts } from './ots-bytes.ts';
import { HASH_SIZES, isOtsHash, OPERATION_TAGS, type OtsHash } from './ots-operation.ts';
import { type Branch, formatStamp, readStamp, refuseLarge, type Stamp } from './ots-tree.ts';

/**
 * A detached OpenTimestamps proof: the hash of a file, and what is known of it. In bytes:
 *
 *     00 "OpenTimestamps" 00 00 "Proof" 00 bf89e2e884e89294    31 bytes that begin every proof
 *     01                                                       version
 *     08 <32 bytes>                                            hash function and hash
 *     f0 10 <16 bytes> 08 …                                    steps (here: append, sha256)
 *     00 83dfe30d2ef90c8e 2e 2d "https://…"                    attestation
 */
export interface Ots {
  readonly hash: OtsHash;
  readonly stamp: Stamp;
}

const MAGIC = hexToBytes('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294');
const VERSION = 1;

/** Reads a proof, strictly: one spelling of every number, nothing after the end, within a budget of steps. */
export function parseOts(bytes: Uint8Array): Ots {
  refuseLarge(bytes);
  const reader = byteReader(bytes);
  const head = reader.take(Math.min(MAGIC.length, bytes.length));
  if (!sameBytes(head, MAGIC.subarray(0, head.length))) throw oddOts('no proof of OpenTimestamps', 0);
  if (head.length < MAGIC.length) reader.take(1);
  const version = reader.number();
  if (version !== VERSION) throw oddOts(`version ${version}, which is not known,`, MAGIC.length);
  const at = reader.at();
  const tag = reader.byte();
  const kind = Object.entries(OPERATION_TAGS).find(([, one]) => one === tag)?.[0];
  if (!kind || !isOtsHash(kind)) throw oddOts('no hash function', at);
  const stamp = readStamp(reader, reader.take(HASH_SIZES[kind]));
  reader.end();
  return { hash: kind, stamp };
}

/** The inverse of `parseOts`, byte for byte. */
export const formatOts = ({ hash, stamp }: Ots): Uint8Array =>
  concatBytes(MAGIC, Uint8Array.of(VERSION, OPERATION_TAGS[hash]), stamp.message, formatStamp(stamp));

/**
 * A proof to which what is known of a message was added wherever it comes to that message; no step is lost. Refused
 * where the whole would be larger than what `parseOts` reads.
 */
export const mergeOts = ({ hash, stamp }: Ots, more: Stamp): Ots =>
  parseOts(formatOts({ hash, stamp: mergeEverywhere(stamp, more) }));

/** All that is known of one message from two sources: the first in its order, then what only the second has. */
export function mergeStamps(first: Stamp, second: Stamp): Stamp {
  const branches = [...first.branches];
  for (const branch of second.branches) {
    const at = branches.findIndex((one) => isSameStart(one, branch));
    const found = branches[at];
    if (!found) branches.push(branch);
    else if (found.kind === 'step' && branch.kind === 'step')
      branches[at] = { ...found, next: mergeStamps(found.next, branch.next) };
  }
  return { message: first.message, branches };
}

function mergeEverywhere(stamp: Stamp, more: Stamp): Stamp {
  const branches = stamp.branches.map((branch) =>
    branch.kind === 'step' ? { ...branch, next: mergeEverywhere(branch.next, more) } : branch,
  );
  const whole = { ...stamp, branches };
  return sameBytes(stamp.message, more.message) ? mergeStamps(whole, more) : whole;
}

function isSameStart(one: Branch, other: Branch): boolean {
  if (one.kind === 'attestation')
    return (
      other.kind === 'attestation' && sameBytes(attestationBytes(one.attestation), attestationBytes(other.attestation))
    );
  if (other.kind !== 'step' || one.operation.kind !== other.operation.kind) return false;
  const [left, right] = [one.operation, other.operation];
  return !('bytes' in left) || !('bytes' in right) || sameBytes(left.bytes, right.bytes);
}
