import { gzipSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { Flaw } from './flaw.ts';
import { glimpse, Inflater } from './inflate.ts';
import { View } from './view.ts';

/** How much may still be unfolded; what is unfolded in vain counts too. */
export interface Budget {
  left: number;
}

/** One gzip member: what it holds and where it ends. */
export interface Member {
  readonly bytes: Uint8Array;
  readonly end: number;
}

/** Whether a gzip member could start here. */
export const isGzip = (bytes: Uint8Array, at = 0): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;

/**
 * Reads the gzip member (RFC 1952) at `start`: its header, its data, its checksum and its length. No checksum covers
 * the fixed part of the header, so it is held to what programs write there.
 */
export function readMember(bytes: Uint8Array, start: number, budget: Budget): Member {
  const view = new View(bytes);
  const dataStart = headerEnd(view, start);
  const inflater = new Inflater(bytes, dataStart, bytes.length, budget.left);
  try {
    const { bytes: content, end } = inflater.run();
    if (end + 8 > bytes.length)
      throw new Flaw('truncated', 'a gzip member breaks off in its trailer', start, bytes.length);
    if (view.u32(end) !== crc32(content)) {
      throw new Flaw('damaged', 'a gzip member does not match its checksum', start, end + 8);
    }
    if (view.u32(end + 4) !== content.length % 2 ** 32) {
      throw new Flaw('damaged', 'a gzip member does not have the length it tells', start, end + 8);
    }
    return { bytes: content, end: end + 8 };
  } finally {
    budget.left -= inflater.soFar().length;
  }
}

/** Where the data of a member start: after its fixed header and the optional fields that its flags announce. */
export function headerEnd(view: View, start: number): number {
  if (!isGzip(view.bytes, start)) throw new Flaw('malformed', 'a gzip member should start here and does not', start);
  const flags = view.slice(start + 3, start + 4)[0] ?? 0;
  const [effort = 0, system = 0] = view.slice(start + 8, start + 10);
  if (flags & 0xe0) throw new Flaw('malformed', 'a gzip member has flags that are not defined', start + 3);
  if (effort !== 0 && effort !== 2 && effort !== 4) {
    throw new Flaw('malformed', 'a gzip member was made with an effort that is not defined', start + 8);
  }
  if (system > 19 && system !== 255) throw new Flaw('malformed', 'a gzip member comes from no known system', start + 9);
  let at = start + 10;
  if (flags & 4) at += 2 + view.u16(at);
  if (flags & 8) at = zeroAfter(view, at);
  if (flags & 16) at = zeroAfter(view, at);
  if (flags & 2) {
    if (view.u16(at) !== (crc32(view.bytes, start, at) & 0xffff)) {
      throw new Flaw('damaged', 'the header of a gzip member does not match its checksum', start, at + 2);
    }
    at += 2;
  }
  if (at > view.size) throw new Flaw('truncated', 'a gzip member breaks off in its header', start, view.size);
  return at;
}

function zeroAfter(view: View, at: number): number {
  const zero = view.bytes.indexOf(0, at);
  if (zero < 0 || zero - at > 4096) throw new Flaw('malformed', 'a name in a gzip member has no end', at);
  return zero + 1;
}

/**
 * One gzip member that holds these bytes. Its header has a checksum of its own (the flag FHCRC), so that no byte of the
 * file can change unseen; it names no time and no system, so the same bytes give the same member.
 */
export function writeMember(bytes: Uint8Array): Uint8Array {
  const plain = gzipSync(bytes, { level: 9, mtime: 0 });
  const member = new Uint8Array(plain.length + 2);
  member.set([0x1f, 0x8b, 8, 2, 0, 0, 0, 0, 2, 255]);
  const crc = crc32(member, 0, 10);
  member.set([crc & 255, (crc >>> 8) & 255], 10);
  member.set(plain.subarray(10), 12);
  return member;
}

/** The first bytes that the member at `start` unfolds to, or `null` where none starts there. */
export function glimpseOf(bytes: Uint8Array, start: number, count: number): Uint8Array | null {
  const view = new View(bytes);
  try {
    return glimpse(bytes, headerEnd(view, start), bytes.length, count);
  } catch (error) {
    if (error instanceof Flaw) return null;
    throw error;
  }
}
