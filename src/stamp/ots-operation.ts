import { ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hash functions of OpenTimestamps. SHA-1 and RIPEMD-160 stand in old proofs. */
export type OtsHash = 'sha1' | 'ripemd160' | 'sha256' | 'keccak256';

/** One step from a message to the next. */
export type Operation =
  | { readonly kind: OtsHash | 'reverse' | 'hexlify' }
  | { readonly kind: 'append' | 'prepend'; readonly bytes: Uint8Array };

/** The byte that stands for each operation. */
export const OPERATION_TAGS: Readonly<Record<Operation['kind'], number>> = {
  sha1: 0x02,
  ripemd160: 0x03,
  sha256: 0x08,
  keccak256: 0x67,
  append: 0xf0,
  prepend: 0xf1,
  reverse: 0xf2,
  hexlify: 0xf3,
};

/** How many bytes each hash function makes. */
export const HASH_SIZES: Readonly<Record<OtsHash, number>> = { sha1: 20, ripemd160: 20, sha256: 32, keccak256: 32 };

/** The most bytes of a message; the reference implementation has the same wall. */
export const MOST_MESSAGE = 4096;

const FUNCTIONS = { sha1, ripemd160, sha256, keccak256: keccak_256 };

/** Whether an operation is a hash function. */
export const isOtsHash = (kind: string): kind is OtsHash => Object.hasOwn(FUNCTIONS, kind);

/** The message after one step. */
export function applyOperation(operation: Operation, message: Uint8Array): Uint8Array {
  switch (operation.kind) {
    case 'append':
      return concatBytes(message, operation.bytes);
    case 'prepend':
      return concatBytes(operation.bytes, message);
    case 'reverse':
      return message.toReversed();
    case 'hexlify':
      return utf8ToBytes(bytesToHex(message));
    default:
      return FUNCTIONS[operation.kind](message);
  }
}
