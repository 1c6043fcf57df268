import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { EMPTY_RANGE, emptyRoot, extendRange, leafHash, nodeHash, rangesOf, rootOf, rootOfRange } from './merkle.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const leaves = (count: number) => Array.from({ length: count }, (_, at) => leafHash(utf8(`entry ${at}`)));

describe('a Merkle tree', () => {
  it('has the hash of nothing when it is empty', () => {
    expect(hex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf([])).toEqual(emptyRoot());
  });

  it('tells leaves from nodes, so that no entry can pass for a subtree', () => {
    expect(hex(leafHash(new Uint8Array()))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    const [a, b] = [leafHash(utf8('a')), leafHash(utf8('b'))];
    expect(leafHash(Uint8Array.of(...a, ...b))).not.toEqual(nodeHash(a, b));
  });

  it('splits at the largest power of two below its size (RFC 6962, section 2.1)', () => {
    const [a, b, c, d, e] = leaves(5) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    expect(rootOf([a, b, c])).toEqual(nodeHash(nodeHash(a, b), c));
    expect(rootOf([a, b, c, d, e])).toEqual(nodeHash(nodeHash(nodeHash(a, b), nodeHash(c, d)), e));
  });

  it('has the same root, however its leaves were appended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (parts) => {
        const all = leaves(parts.reduce((sum, part) => sum + part, 0));
        let range = EMPTY_RANGE;
        for (const part of parts) range = extendRange(range, all.slice(range.size, range.size + part));
        expect(rootOfRange(range)).toEqual(rootOf(all));
        expect(range.hashes.length).toBe([...range.size.toString(2)].filter((bit) => bit === '1').length);
      }),
      { numRuns: 50 },
    );
  });

  it('names a range that it does not have', () => {
    expect(() => rangesOf(leaves(3))(2, 4)).toThrow('no such range');
  });
});
