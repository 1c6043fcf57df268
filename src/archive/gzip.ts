import { deflateSync } from 'fflate';
import { joined, u32 } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { Flaw } from './flaw.ts';
import { glimpse, type Inflated, Inflater } from './inflate.ts';
import { View } from './view.ts';

/** How much may still be unfolded; what is unfolded in vain counts too. */
export interface Budget {
  left: number;
}

/** One gzip member: what it holds and where it ends. */
export interface Member {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** What its maker wrote in the part of the header that no checksum covers, but for the time itself. */
  readonly make: string;
}

/** A member in the file (`start` to `end`) and in what all members unfold to (`from` to `to`). */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A subfield of our own in the header of a member (RFC 1952, 2.3.1.1): `Hc`, then the CRC-32 of the compressed data. The
 * member's own checksum is of what they unfold to, and deflate can say one thing in several ways.
 */
const PACKED_CRC = [0x48, 0x63, 4, 0];

const MOST_NAME = 4096;

/** Whether a gzip member could start here. */
export const isGzip = (bytes: Uint8Array, at = 0): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;

/**
 * Reads the gzip member (RFC 1952) at `start`: its header, its data, its checksum and its length. Of the fixed
 * part of the header, which no checksum covers, `make` tells what is there.
 */
export function readMember(bytes: Uint8Array, start: number, budget: Budget): Member {
  const view = new View(bytes);
  const dataStart = headerEnd(view, start);
  const { bytes: content, end } = inflateWithin(bytes, dataStart, budget);
  const told = packedCrc(bytes, start, dataStart);
  if (told !== null && told !== crc32(bytes, dataStart, end)) {
    throw new Flaw('damaged', 'the compressed data of a gzip member do not match their checksum', start, end);
  }
  checkTrailer(view, start, end, content);
  return { bytes: content, end: end + 8, make: makeOf(bytes, start) };
}

/** Checks what follows the compressed data of a member: the checksum and the length of what they unfold to. */
export function checkTrailer(view: View, start: number, end: number, content: Uint8Array): void {
  if (end + 8 > view.size) throw new Flaw('truncated', 'a gzip member breaks off in its trailer', start, view.size);
  if (view.u32(end) !== crc32(content)) {
    throw new Flaw('damaged', 'a gzip member does not match its checksum', start, end + 8);
  }
  if (view.u32(end + 4) !== content.length % 2 ** 32) {
    throw new Flaw('damaged', 'a gzip member does not have the length it tells', start, end + 8);
  }
}

/** Inflates what starts here, and takes it from the budget even where it fails. */
function inflateWithin(bytes: Uint8Array, start: number, budget: Budget): Inflated {
  const inflater = new Inflater(bytes, start, bytes.length, budget.left);
  try {
    return inflater.run();
  } finally {
    budget.left -= inflater.soFar().length;
  }
}

function makeOf(bytes: Uint8Array, start: number): string {
  const [flags, ...time] = bytes.subarray(start + 3, start + 8);
  const [effort, system] = bytes.subarray(start + 8, start + 10);
  return [flags, time.some((byte) => byte !== 0) ? 'timed' : 'untimed', effort, system].join(' ');
}

/** Whether effort and system (RFC 1952, 2.3.1) have values that are defined. */
export function isKnownMake(bytes: Uint8Array, start: number): boolean {
  const [effort = 0, system = 0] = bytes.subarray(start + 8, start + 10);
  return [0, 2, 4].includes(effort) && (system <= 19 || system === 255);
}

/** Where the data of a member start: after its fixed header and the optional fields that its flags announce. */
export function headerEnd(view: View, start: number): number {
  if (!isGzip(view.bytes, start)) throw new Flaw('malformed', 'a gzip member should start here and does not', start);
  const flags = view.slice(start + 3, start + 4)[0] ?? 0;
  if (flags & 0xe0) throw new Flaw('malformed', 'a gzip member has flags that are not defined', start + 3);
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
  const length = view.bytes.subarray(at, at + MOST_NAME).indexOf(0);
  if (length < 0) throw new Flaw('malformed', 'a name in a gzip member has no end', at);
  return at + length + 1;
}

/** What the header says the checksum of the compressed data is; `null` where it does not. */
function packedCrc(bytes: Uint8Array, start: number, dataStart: number): number | null {
  const extra = bytes.subarray(start + 12, Math.min(dataStart, start + 20));
  const isTold =
    ((bytes[start + 3] ?? 0) & 4) !== 0 && extra.length === 8 && PACKED_CRC.every((byte, n) => extra[n] === byte);
  return isTold ? new View(extra).u32(4) : null;
}

/**
 * One gzip member that holds these bytes. Header and compressed data have checksums of their own, so that no byte of the
 * file can change unseen; it names no time and no system, so the same bytes give the same member.
 */
export function writeMember(bytes: Uint8Array): Uint8Array {
  const packed = deflateSync(bytes, { level: 9 });
  const head = [0x1f, 0x8b, 8, 6, 0, 0, 0, 0, 2, 255, 8, 0, ...PACKED_CRC, ...u32(crc32(packed))];
  const headCrc = u32(crc32(Uint8Array.from(head))).slice(0, 2);
  return joined([
    Uint8Array.from([...head, ...headCrc]),
    packed,
    Uint8Array.from([...u32(crc32(bytes)), ...u32(bytes.length % 2 ** 32)]),
  ]);
}

/** All members that stand end to end from the first byte, joined, and where in the file each of them stands. */
export function unpackAll(bytes: Uint8Array, budget: Budget): { bytes: Uint8Array; members: readonly Placed[] } {
  const parts: Uint8Array[] = [];
  const members: Placed[] = [];
  let from = 0;
  for (let start = 0; start < bytes.length; ) {
    const member = readMember(bytes, start, budget);
    parts.push(member.bytes);
    members.push({ start, end: member.end, from, to: from + member.bytes.length });
    from += member.bytes.length;
    start = member.end;
  }
  return { bytes: joined(parts), members };
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
