import { hexToBytes } from '@noble/hashes/utils.js';
import type { Digest } from '../base/digest.ts';

/** The log of a case, by the name that its checkpoints carry. */
export const originOf = (id: string): string => `hearsay.case/${id}`;

/** The log's entry for a line of the journal: the 32 bytes of its head's digest. */
export const entryOf = (name: Digest): Uint8Array => hexToBytes(name.slice('sha256:'.length));
