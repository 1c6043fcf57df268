/** Codes up to this many bits are found in one step; longer ones bit by bit. */
const FAST = 10;

/** A canonical prefix code (RFC 1951, 3.2.2), laid out for decoding. */
export interface Huffman {
  /** By the next bits, ten or as many as the longest code has: symbol × 16 + length; 0 where the code is longer, or there is none. */
  readonly fast: Uint16Array;
  /** How many codes have each length. */
  readonly counts: Uint16Array;
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array;
  /** A lone code of one bit leaves the other bit without a meaning. */
  readonly complete: boolean;
}

/**
 * The code with these lengths, or `null` where there is no such code: more codes than fit, or fewer than fill it. A
 * single code of one bit is let pass, as zlib does (a block that uses one distance).
 */
export function huffman(lengths: Uint8Array): Huffman | null {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  let left = 1;
  let longest = 0;
  const next = new Uint16Array(16);
  const place = new Uint16Array(16);
  for (let length = 1; length < 16; length++) {
    const count = counts[length] ?? 0;
    left = left * 2 - count;
    if (left < 0) return null;
    if (count > 0) longest = length;
    if (length < 15) {
      next[length + 1] = ((next[length] ?? 0) + count) << 1;
      place[length + 1] = (place[length] ?? 0) + count;
    }
  }
  if (left > 0 && longest > 1) return null;
  const symbols = new Uint16Array(lengths.length);
  // No larger than the code needs: a stream may have many small ones.
  const fast = new Uint16Array(1 << Math.min(FAST, longest));
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const at = place[length] ?? 0;
    symbols[at] = symbol;
    place[length] = at + 1;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    if (length > FAST) continue;
    for (let slot = reversed(code, length); slot < fast.length; slot += 1 << length)
      fast[slot] = (symbol << 4) | length;
  }
  return { fast, counts, symbols, complete: left === 0 };
}

/** Codes are packed from their highest bit, everything else from the lowest. */
function reversed(code: number, length: number): number {
  let out = 0;
  for (let bit = 0; bit < length; bit++) out |= ((code >>> bit) & 1) << (length - 1 - bit);
  return out;
}
