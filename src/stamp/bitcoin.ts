import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Instant, instantAt } from '../base/time.ts';

/** What a block header says (80 bytes). */
export interface Block {
  /** Its name, as it is written: reversed. Whoever trusts the time must know that this block is in the chain. */
  readonly hash: string;
  readonly merkleRoot: Uint8Array;
  /** When it was mined, as the miner says: within hours. */
  readonly time: Instant;
}

const SIZE = 80;
/** The easiest work that Bitcoin ever accepted. */
const EASIEST = 0xffffn << 208n;

/** Reads a block header; `null` where it is none or was not worked for as it claims. */
export function readBlock(header: Uint8Array): Block | null {
  if (header.length !== SIZE) return null;
  const view = new DataView(header.buffer, header.byteOffset, SIZE);
  const hash = bytesToHex(sha256(sha256(header)).toReversed());
  const target = targetOf(view.getUint32(72, true));
  if (target <= 0n || target > EASIEST || BigInt(`0x${hash}`) > target) return null;
  return { hash, merkleRoot: header.slice(36, 68), time: instantAt(view.getUint32(68, true) * 1000) };
}

/** The number that a block's hash may not exceed, from its short form. */
function targetOf(bits: number): bigint {
  const exponent = bits >>> 24;
  const digits = BigInt(bits & 0x7fffff);
  if ((bits & 0x800000) !== 0 || exponent > 32) return 0n;
  return exponent <= 3 ? digits >> BigInt(8 * (3 - exponent)) : digits << BigInt(8 * (exponent - 3));
}
