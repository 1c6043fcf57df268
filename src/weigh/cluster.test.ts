import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster } from './cluster.ts';

const all = (n: number) =>
  Array.from({ length: n }, (_, a) => Array.from({ length: n - a - 1 }, (_, b) => [a, a + b + 1] as const)).flat();

describe('clusters', () => {
  it('join what is alike, directly or by way of others', () => {
    const near = (a: number, b: number) => (Math.abs(a - b) <= 1 ? 1.5 : 0.5);
    expect(cluster(4, all(4), near)).toEqual([[0, 1, 2, 3]]);
  });

  it('never hold two that exclude each other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 0.4, 1.2), { minLength: 15, maxLength: 15 }), (values) => {
        const pairs = all(6);
        const at = new Map(pairs.map(([a, b], n) => [`${a} ${b}`, values[n] ?? 0]));
        const alike = (a: number, b: number) => at.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0;
        return cluster(6, pairs, alike).every((members) =>
          members.every((a) => members.every((b) => a === b || alike(a, b) >= 0)),
        );
      }),
    );
  });

  it('keep every node, once', () => {
    expect(cluster(3, [], () => 0)).toEqual([[0], [1], [2]]);
  });
});

describe('a node that confirms', () => {
  it('is not led by a go-between to what it does not say', () => {
    // 0 confirms; 1 says much, of 0 and of 2 and 3; 2 and 3 say another thing.
    const near = new Map([
      ['0 1', 1.3],
      ['1 2', 1.1],
      ['1 3', 1.1],
      ['2 3', 1.2],
    ]);
    const alike = (a: number, b: number) => near.get([a, b].sort().join(' ')) ?? 0.5;
    const pairs = [
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 3],
    ] as const;
    const bonds = { together: [], sides: () => [] };
    const confirms = (node: number) => node === 0;
    expect(cluster(4, pairs, alike, { ...bonds, confirms }).find((one) => one.includes(0))).toEqual([0, 1]);
    expect(cluster(4, pairs, alike, { ...bonds, confirms }).find((one) => one.includes(2))).toEqual([2, 3]);
  });
});
