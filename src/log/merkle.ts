import { sha256 } from '@noble/hashes/sha2.js';
import { HearsayError } from '../base/error.ts';

/** A hash of a Merkle tree: 32 bytes, SHA-256. */
export type Hash = Uint8Array;

/** The hash of the tree over the entries from `start` (included) to `end` (excluded): MTH(D[start:end]) of RFC 6962. */
export type RangeHash = (start: number, end: number) => Hash;

/** The bytes of a hash. */
export const HASH_SIZE = 32;

/** The hash of an entry: SHA-256(0x00 ‖ entry) (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Hash {
  return sha256.create().update(LEAF).update(entry).digest();
}

/** The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return sha256(bytes);
}

/** The root of the tree without entries: SHA-256 of nothing. */
export const emptyRoot = (): Hash => sha256(new Uint8Array());

/** The root of the tree over these leaf hashes. */
export function rootOf(leaves: readonly Hash[]): Hash {
  return rootOfRange(extendRange(EMPTY_RANGE, leaves));
}

/**
 * The compact range of a tree: the roots of its perfect subtrees, widest first, one for each bit set in `size`. It is
 * all that is needed to append and to know the root.
 */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

/** The compact range of the empty tree. */
export const EMPTY_RANGE: CompactRange = { size: 0, hashes: [] };

/** The compact range after these leaf hashes are appended. */
export function extendRange(range: CompactRange, leaves: readonly Hash[]): CompactRange {
  const hashes = [...range.hashes];
  let size = range.size;
  for (const leaf of leaves) {
    let right = leaf;
    for (let bits = size; bits % 2 === 1; bits = Math.floor(bits / 2)) right = nodeHash(hashes.pop() ?? leaf, right);
    hashes.push(right);
    size++;
  }
  return { size, hashes };
}

/** The root of the tree of a compact range. */
export function rootOfRange(range: CompactRange): Hash {
  const narrowest = range.hashes.at(-1);
  if (narrowest === undefined) return emptyRoot();
  return range.hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), narrowest);
}

/** The hashes of ranges of a tree whose leaf hashes are all at hand. */
export function rangesOf(leaves: readonly Hash[]): RangeHash {
  return (start, end) => {
    if (!isRange(start, end, leaves.length))
      throw new HearsayError('bad-index', `Entries ${start} to ${end} of a tree of ${leaves.length}: no such range.`);
    return rootOf(leaves.slice(start, end));
  };
}

/** Whether numbers are a range of a tree of that size. */
export const isRange = (start: number, end: number, size: number): boolean =>
  [start, end, size].every(Number.isSafeInteger) && start >= 0 && start <= end && end <= size;

/** The largest power of two below a number from 2 up: where RFC 6962 splits a tree of that size. */
export function splitOf(size: number): number {
  let width = 1;
  while (width * 2 < size) width *= 2;
  return width;
}

const LEAF = Uint8Array.of(0);
