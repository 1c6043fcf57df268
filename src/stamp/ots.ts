import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { sameBytes } from '../base/bytes.ts';
import { byteReader, oddOts } from './ots-bytes.ts';
import { HASH_SIZES, isOtsHash, OPERATION_TAGS, type OtsHash } from './ots-operation.ts';
import { formatStamp, readStamp, refuseLarge, type Stamp, startOf } from './ots-tree.ts';

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
  const branches = new Map(first.branches.map((branch) => [startOf(branch), branch]));
  for (const branch of second.branches) {
    const start = startOf(branch);
    const found = branches.get(start);
    if (!found) branches.set(start, branch);
    else if (found.kind === 'step' && branch.kind === 'step')
      branches.set(start, { ...found, next: mergeStamps(found.next, branch.next) });
  }
  return { message: first.message, branches: [...branches.values()] };
}

/** Down each branch as far as the message first comes: two reversals would come to it again and again. */
function mergeEverywhere(stamp: Stamp, more: Stamp): Stamp {
  if (sameBytes(stamp.message, more.message)) return mergeStamps(stamp, more);
  const branches = stamp.branches.map((branch) =>
    branch.kind === 'step' ? { ...branch, next: mergeEverywhere(branch.next, more) } : branch,
  );
  return { ...stamp, branches };
}
