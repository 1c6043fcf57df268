import { HearsayError } from '../base/error.ts';

/** Reads bytes from front to back, strictly; `at` is where the next one stands. */
export interface ByteReader {
  readonly at: () => number;
  readonly atEnd: () => boolean;
  readonly byte: () => number;
  readonly take: (count: number) => Uint8Array;
  /** A whole number in base 128, least digit first, with no digit too many. */
  readonly number: () => number;
  /** A number, and as many bytes, between the fewest and the most. */
  readonly run: (fewest: number, most: number, what: string) => Uint8Array;
  readonly end: () => void;
}

/** A reader over bytes that begin at `base` in the file. */
export function byteReader(bytes: Uint8Array, base = 0): ByteReader {
  let next = 0;
  const take = (count: number): Uint8Array => {
    if (count > bytes.length - next)
      throw new HearsayError('truncated', `OpenTimestamps: the bytes end at byte ${base + bytes.length}, too early.`);
    next += count;
    return bytes.slice(next - count, next);
  };
  const byte = (): number => take(1)[0] ?? 0;
  const number = (): number => {
    const start = next;
    for (let value = 0, factor = 1; factor < 2 ** 49; factor *= 128) {
      const digit = byte();
      value += (digit & 0x7f) * factor;
      if (digit >= 0x80) continue;
      if (digit === 0 && factor > 1) break;
      return value;
    }
    throw oddOts('a number too long or not written as short as it can be', base + start);
  };
  const run = (fewest: number, most: number, what: string): Uint8Array => {
    const start = next;
    const count = number();
    if (count < fewest || count > most) throw oddOts(`${what} of ${count} bytes (${fewest} to ${most})`, base + start);
    return take(count);
  };
  const end = (): void => {
    if (next < bytes.length) throw oddOts('bytes that belong to nothing', base + next);
  };
  return { at: () => base + next, atEnd: () => next === bytes.length, byte, take, number, run, end };
}

/** A refusal that names the place. */
export const oddOts = (what: string, at: number): HearsayError =>
  new HearsayError('malformed', `OpenTimestamps: ${what} at byte ${at}; get the proof again.`);

/** A whole number in base 128, least digit first. */
export function numberBytes(value: number): Uint8Array {
  const digits: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) digits.push((rest % 128) | 0x80);
  return Uint8Array.from([...digits, rest]);
}
