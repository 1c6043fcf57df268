import { HearsayError } from '../base/error.ts';

/** One value in DER (X.690): its identifier octet, where it begins in the whole, and what it holds. */
export interface Der {
  readonly tag: number;
  readonly at: number;
  /** The value with its tag and length. */
  readonly bytes: Uint8Array;
  readonly body: Uint8Array;
  /** The values inside a constructed one; of a primitive one, none. */
  readonly children: readonly Der[];
}

/** Identifier octets. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const MOST_DEEP = 32;
const MOST_VALUES = 20_000;

interface Walk {
  readonly whole: Uint8Array;
  readonly base: number;
  left: number;
}

/**
 * Reads the value at the beginning of the bytes, with all inside it; what follows is the caller's to refuse. Only DER:
 * a definite, shortest length, the shortest integers, and so on, so that a value has one spelling. `base` is where the
 * bytes stand in a larger whole, for messages.
 */
export function readDer(bytes: Uint8Array, base = 0): Der {
  return valueAt({ whole: bytes, base, left: MOST_VALUES }, 0, bytes.length, 0);
}

/** Reads bytes that are one value and nothing more. */
export function readWholeDer(bytes: Uint8Array, base = 0): Der {
  const value = readDer(bytes, base);
  if (value.bytes.length !== bytes.length) throw malformed('bytes follow the value', base + value.bytes.length);
  return value;
}

/** A refusal that names the place. */
export const malformed = (what: string, at: number): HearsayError =>
  new HearsayError('malformed', `DER: ${what} at byte ${at}; get the file again from where it came.`);

function valueAt(walk: Walk, start: number, end: number, depth: number): Der {
  if (depth > MOST_DEEP) throw malformed(`more than ${MOST_DEEP} values inside one another`, walk.base + start);
  if (walk.left-- === 0) throw malformed(`more than ${MOST_VALUES} values`, walk.base + start);
  const tag = walk.whole[start];
  if (tag === undefined || start >= end) throw tooShort(walk, start, end);
  if ((tag & 0x1f) === 0x1f || tag === 0) throw malformed('a tag of no known kind', walk.base + start);
  const { from, length } = lengthAt(walk, start + 1, end);
  const to = from + length;
  if (to > end) throw tooShort(walk, end, end);
  const value = {
    tag,
    at: walk.base + start,
    bytes: walk.whole.subarray(start, to),
    body: walk.whole.subarray(from, to),
  };
  if ((tag & 0x20) === 0) {
    refuseOdd(value.tag, value.body, value.at);
    return { ...value, children: [] };
  }
  if (tag < 0x40 && tag !== TAG.sequence && tag !== TAG.set) throw malformed('a value in parts', value.at);
  const children: Der[] = [];
  for (let at = from; at < to; ) {
    const child = valueAt(walk, at, to, depth + 1);
    children.push(child);
    at += child.bytes.length;
  }
  return { ...value, children };
}

function lengthAt(walk: Walk, at: number, end: number): { readonly from: number; readonly length: number } {
  const first = walk.whole[at];
  if (first === undefined || at >= end) throw tooShort(walk, at, end);
  if (first < 0x80) return { from: at + 1, length: first };
  const count = first & 0x7f;
  if (count === 0) throw malformed('a length left open, which DER forbids', walk.base + at);
  if (count > 4) throw malformed('a length of more than four bytes', walk.base + at);
  if (at + 1 + count > end) throw tooShort(walk, end, end);
  let length = 0;
  for (const byte of walk.whole.subarray(at + 1, at + 1 + count)) length = length * 256 + byte;
  if (length < 0x80 || length < 256 ** (count - 1))
    throw malformed('a length that is not written as short as it can be', walk.base + at);
  return { from: at + 1 + count, length };
}

/** The end of the whole is a file cut short; the end of a value inside it is a length that is wrong. */
const tooShort = (walk: Walk, at: number, end: number): HearsayError =>
  end === walk.whole.length
    ? new HearsayError(
        'truncated',
        `DER: the bytes end at byte ${walk.base + at}, before the value does; get the file again from where it came.`,
      )
    : malformed('a value longer than what it stands in', walk.base + at);

/** What DER forbids in primitive values (X.690, 8 and 11), so that nothing can be spelled in two ways. */
function refuseOdd(tag: number, body: Uint8Array, at: number): void {
  const [first, second] = body;
  const odd = (what: string): never => {
    throw malformed(what, at);
  };
  if (tag === TAG.sequence - 0x20 || tag === TAG.set - 0x20) odd('a list without its mark');
  if (tag === TAG.boolean && (body.length !== 1 || (first !== 0 && first !== 0xff))) odd('neither yes nor no');
  if (tag === TAG.nothing && body.length !== 0) odd('something in a null');
  if (tag === TAG.integer || tag === TAG.enumerated) {
    if (first === undefined) odd('a number without digits');
    const spare = (first === 0 && (second ?? 0x80) < 0x80) || (first === 0xff && (second ?? 0) >= 0x80);
    if (body.length > 1 && spare) odd('a number that is not written as short as it can be');
  }
  if (tag === TAG.oid && !isOid(body)) odd('a damaged object identifier');
  if (tag === TAG.bits) {
    const unused = first ?? 8;
    const last = body.length > 1 ? (body.at(-1) ?? 0) : 0;
    if (unused > 7 || (body.length === 1 && unused > 0) || (last & ((1 << unused) - 1)) !== 0) odd('odd bits');
  }
}

/** Arcs in base 128, none beginning with a zero digit, the last one ended; at most nine digits each. */
function isOid(body: Uint8Array): boolean {
  let digits = 0;
  for (const byte of body) {
    if (digits === 0 && byte === 0x80) return false;
    if (++digits > 9) return false;
    if (byte < 0x80) digits = 0;
  }
  return body.length > 0 && body.length <= 64 && digits === 0;
}
