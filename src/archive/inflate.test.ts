import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { crc32 } from './crc32.ts';
import { glimpse, inflate } from './inflate.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const bits = (...groups: string[]): Uint8Array => {
  const all = groups.join('');
  return Uint8Array.from({ length: Math.ceil(all.length / 8) }, (_, n) =>
    [...all.slice(n * 8, n * 8 + 8)].reduce((byte, bit, at) => byte | (Number(bit) << at), 0),
  );
};
const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;
/** Text that repeats itself here and there, as pages do. */
const texts = fc
  .array(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom('the dam', ' broke', '</p><p>').map(bytesOf)))
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

describe('inflate', () => {
  it('gives back what any deflater packed, and says where the data end', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE),
        fc.uint8Array({ maxLength: 9 }),
        (text, level, strategy, after) => {
          const packed = deflateRawSync(text, { level, strategy });
          const result = inflate(Uint8Array.from([1, ...packed, ...after]), 1, 1 + packed.length + after.length, 1e6);
          expect(result.end).toBe(1 + packed.length);
          expect([...result.bytes]).toEqual([...text]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('unfolds large data', () => {
    const text = bytesOf(Array.from({ length: 60_000 }, (_, n) => `line ${n * 7919}`).join('\n'));
    const packed = deflateRawSync(text);
    expect(crc32(inflate(packed, 0, packed.length, text.length).bytes)).toBe(crc32(text));
  });

  it('never accepts what zlib refuses, and never reads it otherwise', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, change) => {
        const packed = Uint8Array.from(deflateRawSync(text));
        const at = place % packed.length;
        packed[at] = (packed[at] ?? 0) ^ change;
        let own: Uint8Array;
        try {
          own = inflate(packed, 0, packed.length, 1e6).bytes;
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
          return;
        }
        expect([...inflateRawSync(packed)]).toEqual([...own]);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads any bytes, or names what is wrong', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(inflate(bytes, 0, bytes.length, 100_000).bytes.length).toBeLessThanOrEqual(100_000);
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('stops at the most it may unfold to', () => {
    const bomb = deflateRawSync(new Uint8Array(10_000_000));
    expect(() => inflate(bomb, 0, bomb.length, 9_999_999)).toThrow(/more than the 9999999 bytes it may/u);
    expect(inflate(bomb, 0, bomb.length, 10_000_000).bytes.length).toBe(10_000_000);
  });

  it('refuses bits that mean nothing', () => {
    // A last stored block of no bytes; the five bits between its head and its length should be zero.
    expect(inflate(bits('1', '00', '00000', '0000000000000000', '1111111111111111'), 0, 5, 9).end).toBe(5);
    expect(() => inflate(bits('1', '00', '00100', '0000000000000000', '1111111111111111'), 0, 5, 9)).toThrow(
      /mean nothing/u,
    );
    // A last block of fixed codes with nothing in it, and six bits over.
    expect(inflate(bits('1', '10', '0000000', '000000'), 0, 2, 9).end).toBe(2);
    expect(() => inflate(bits('1', '10', '0000000', '000001'), 0, 2, 9)).toThrow(/mean nothing/u);
  });

  it('names each way in which a stream is none', () => {
    const wrong: [string, Uint8Array, RegExp][] = [
      ['block kind', bits('1', '11'), /kind that does not exist/u],
      ['two lengths', bits('1', '00', '00000', '1000000000000000', '1111111111111111'), /two lengths/u],
      ['too far back', bits('1', '10', '0000001', '00000', '0000000'), /before its start/u],
      ['distance 30', bits('1', '10', '00110000', '0000001', '11110', '0000000'), /distance that does not exist/u],
      ['length 286', bits('1', '10', '11000110', '00000'), /length that does not exist/u],
      ['286 and more codes', bits('1', '01', '11111', '00000', '0000'), /too many/u],
      ['nothing', bits(), /breaks off/u],
    ];
    for (const [name, bytes, message] of wrong)
      expect(() => inflate(bytes, 0, bytes.length, 99), name).toThrow(message);
  });

  it('spells length 258 in one way only', () => {
    // Literal 0, then length code 284 with 31 extra bits (258 again) or 30 (257), distance 1, end.
    const spelled = (extra: string): Uint8Array =>
      bits('1', '10', '00110000', '11000100', extra, '00000', '0000000', '0000000');
    expect(inflate(spelled('01111'), 0, spelled('01111').length, 999).bytes.length).toBe(258);
    expect(() => inflate(spelled('11111'), 0, spelled('11111').length, 999)).toThrow(/258/u);
    expect(inflateRawSync(spelled('11111')).length).toBe(259);
  });

  it('gives a glimpse of a stream that goes on or breaks off', () => {
    const packed = deflateRawSync(bytesOf('WARC/1.1 and more of it'));
    expect(glimpse(packed, 0, packed.length, 5)).toEqual(bytesOf('WARC/'));
    expect(glimpse(Uint8Array.of(7), 0, 1, 5)).toBeNull();
  });
});
