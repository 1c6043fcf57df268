import { Flaw } from './flaw.ts';
import { type Huffman, huffman } from './huffman.ts';

/** What was inflated, and where the compressed data end. */
export interface Inflated {
  readonly bytes: Uint8Array;
  readonly end: number;
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTH_BITS = Uint8Array.of(
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
);
const LENGTH_BASE = based(LENGTH_BITS, 3);
LENGTH_BASE[28] = 258;
const DISTANCE_BITS = Uint8Array.from({ length: 30 }, (_, code) => (code < 4 ? 0 : (code >> 1) - 1));
const DISTANCE_BASE = based(DISTANCE_BITS, 1);
const FIXED = fixedCodes();

/**
 * Inflates one raw deflate stream (RFC 1951) that starts at `start` and may not reach past `end`. Strict where common
 * inflaters are lax: it tells where the stream stops, so that no byte can hide behind it; bits that fill a byte are
 * zero; length 258 has its one code. `most` is the most it may unfold to: not a byte beyond is written.
 */
export function inflate(bytes: Uint8Array, start: number, end: number, most: number): Inflated {
  return new Inflater(bytes, start, end, most).run();
}

/** The first `count` bytes that a stream unfolds to, or `null`: a cheap look at what it is. */
export function glimpse(bytes: Uint8Array, start: number, end: number, count: number): Uint8Array | null {
  const inflater = new Inflater(bytes, start, end, count);
  try {
    return inflater.run().bytes;
  } catch (error) {
    if (error instanceof Flaw) return error.code === 'too-large' ? inflater.soFar() : null;
    throw error;
  }
}

/** The work of `inflate`, for those who must know how far it came when it fails. */
export class Inflater {
  readonly #in: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  readonly #most: number;
  #at: number;
  #out: Uint8Array;
  #size = 0;
  #held = 0;
  #bits = 0;

  constructor(bytes: Uint8Array, start: number, end: number, most: number) {
    this.#in = bytes;
    this.#start = start;
    this.#end = end;
    this.#most = most;
    this.#at = start;
    // Deflate can't unfold a byte to more than 1032: whatever is promised, no more is set aside.
    this.#out = new Uint8Array(Math.max(0, Math.min(most, 32_768, (end - start) * 1032 + 258)));
  }

  /** Unfolds the stream to its end. Throws a `Flaw`. */
  run(): Inflated {
    for (let last = 0; last === 0; ) {
      last = this.#take(1);
      const kind = this.#take(2);
      if (kind === 0) this.#stored();
      else if (kind === 1) this.#coded(FIXED.literals, FIXED.distances);
      else if (kind === 2) this.#dynamic();
      else throw this.#flaw('compressed data has a block of a kind that does not exist');
    }
    this.#align();
    // What is kept must not keep the room around it: an archive has many small records.
    const bytes = this.#size < this.#out.length ? this.#out.slice(0, this.#size) : this.#out;
    return { bytes, end: this.#at };
  }

  /** What has been unfolded until now. */
  soFar(): Uint8Array {
    return this.#out.subarray(0, this.#size);
  }

  #stored(): void {
    this.#align();
    const { [this.#at]: a, [this.#at + 1]: b, [this.#at + 2]: c, [this.#at + 3]: d } = this.#in;
    if (this.#at + 4 > this.#end || a === undefined || b === undefined || c === undefined || d === undefined)
      throw this.#cut();
    const length = a | (b << 8);
    if ((length ^ (c | (d << 8))) !== 0xffff) throw this.#flaw('an uncompressed block names two lengths');
    this.#at += 4;
    if (this.#at + length > this.#end) throw this.#cut();
    this.#room(length);
    this.#out.set(this.#in.subarray(this.#at, this.#at + length), this.#size);
    this.#size += length;
    this.#at += length;
  }

  #dynamic(): void {
    const literalCount = this.#take(5) + 257;
    const distanceCount = this.#take(5) + 1;
    const orderCount = this.#take(4) + 4;
    if (literalCount > 286 || distanceCount > 30)
      throw this.#flaw('compressed data has too many length or distance symbols');
    const orderLengths = new Uint8Array(19);
    for (const place of ORDER.slice(0, orderCount)) orderLengths[place] = this.#take(3);
    const order = huffman(orderLengths);
    if (!order?.complete) throw this.#flaw('compressed data has an invalid set of code lengths');
    const lengths = this.#lengths(order, literalCount + distanceCount);
    if (lengths[256] === 0) throw this.#flaw('compressed data has no code for the end of a block');
    const literals = huffman(lengths.subarray(0, literalCount));
    const distances = huffman(lengths.subarray(literalCount));
    if (!literals || !distances) throw this.#flaw('compressed data has an invalid set of codes');
    this.#coded(literals, distances);
  }

  #lengths(order: Huffman, count: number): Uint8Array {
    const lengths = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      const symbol = this.#symbol(order);
      if (symbol < 16) {
        lengths[at++] = symbol;
        continue;
      }
      if (symbol === 16 && at === 0) throw this.#flaw('compressed data repeats a code length before the first');
      const value = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
      const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (at + times > count) throw this.#flaw('compressed data has more code lengths than codes');
      lengths.fill(value, at, at + times);
      at += times;
    }
    return lengths;
  }

  #coded(literals: Huffman, distances: Huffman): void {
    for (;;) {
      const symbol = this.#symbol(literals);
      if (symbol < 256) {
        if (this.#size >= this.#out.length) this.#room(1);
        this.#out[this.#size++] = symbol;
      } else if (symbol === 256) return;
      else this.#copy(symbol - 257, distances);
    }
  }

  #copy(code: number, distances: Huffman): void {
    if (code > 28) throw this.#flaw('compressed data has a length that does not exist');
    const extra = this.#take(LENGTH_BITS[code] ?? 0);
    if (code === 27 && extra === 31) throw this.#flaw('compressed data spells length 258 in a way of its own');
    const length = (LENGTH_BASE[code] ?? 0) + extra;
    const far = this.#symbol(distances);
    if (far > 29) throw this.#flaw('compressed data has a distance that does not exist');
    const distance = (DISTANCE_BASE[far] ?? 0) + this.#take(DISTANCE_BITS[far] ?? 0);
    if (distance > this.#size) throw this.#flaw('compressed data reaches back before its start');
    if (this.#size + length > this.#out.length) this.#room(length);
    const out = this.#out;
    const from = this.#size - distance;
    if (distance >= length) out.copyWithin(this.#size, from, from + length);
    else for (let n = 0; n < length; n++) out[this.#size + n] = out[from + n] ?? 0;
    this.#size += length;
  }

  #symbol(code: Huffman): number {
    this.#fill();
    const quick = code.fast[this.#held & (code.fast.length - 1)] ?? 0;
    const length = quick & 15;
    if (length === 0) return this.#longSymbol(code);
    if (length > this.#bits) throw this.#cut();
    this.#held >>>= length;
    this.#bits -= length;
    return quick >>> 4;
  }

  /** Bit by bit, as in zlib's `puff.c`: few symbols are this rare. */
  #longSymbol({ counts, symbols }: Huffman): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      code |= this.#take(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw this.#flaw('compressed data has a code that stands for nothing');
  }

  #take(count: number): number {
    if (this.#bits < count) {
      this.#fill();
      if (this.#bits < count) throw this.#cut();
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#bits -= count;
    return value;
  }

  #fill(): void {
    while (this.#bits <= 16 && this.#at < this.#end) {
      this.#held |= (this.#in[this.#at++] ?? 0) << this.#bits;
      this.#bits += 8;
    }
  }

  /** To the next whole byte; what fills the last one must be zero, or something could hide in it. */
  #align(): void {
    const over = this.#bits & 7;
    if ((this.#held & ((1 << over) - 1)) !== 0) throw this.#flaw('compressed data has bits set that mean nothing');
    this.#at -= this.#bits >> 3;
    this.#held = 0;
    this.#bits = 0;
  }

  #room(more: number): void {
    const needed = this.#size + more;
    if (needed > this.#most) {
      const what = `compressed data unfolds to more than the ${this.#most} bytes it may`;
      throw new Flaw('too-large', what, this.#start, this.#at);
    }
    if (needed <= this.#out.length) return;
    const grown = new Uint8Array(Math.min(this.#most, Math.max(needed, this.#out.length * 2)));
    grown.set(this.soFar());
    this.#out = grown;
  }

  #flaw(what: string): Flaw {
    return new Flaw('damaged', what, this.#at - (this.#bits >> 3));
  }

  #cut(): Flaw {
    return new Flaw('truncated', 'compressed data breaks off', this.#start, this.#end);
  }
}

function based(extra: Uint8Array, first: number): Uint16Array {
  let base = first;
  return Uint16Array.from(extra, (bits) => {
    const own = base;
    base += 1 << bits;
    return own;
  });
}

function fixedCodes(): { literals: Huffman; distances: Huffman } {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  const literals = huffman(lengths);
  const distances = huffman(new Uint8Array(32).fill(5));
  if (!literals || !distances) throw new Flaw('internal', 'the fixed codes of RFC 1951 are wrong', 0);
  return { literals, distances };
}
