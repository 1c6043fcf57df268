import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './align.ts';
import { fold } from './fold.ts';
import { type Seeded, seedsOf } from './seeds.ts';

const seeded = (text: string): Seeded => {
  const folded = fold(text);
  return { folded, seeds: seedsOf(folded) };
};

test('swapping the texts mirrors the stretches', () => {
  const words = fc.array(fc.constantFrom('harbour', 'bearing', 'of', 'the', 'ferry', '渡轮搁浅', '船员'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, words, (x, y) => {
      const [a, b] = [seeded(x.join(' ')), seeded(y.join(' '))];
      const mirrored = align(b, a).map((t) => ({ left: t.right, right: t.left, length: t.length }));
      expect(mirrored.sort((p, q) => p.left - q.left)).toEqual(align(a, b));
    }),
  );
});

test('every stretch is equal on both sides and none overlaps another', () => {
  const words = fc.array(fc.constantFrom('harbour', 'bearing', 'of', 'ferry', 'clinic'), { maxLength: 50 });
  fc.assert(
    fc.property(words, words, (x, y) => {
      const [a, b] = [seeded(x.join(' ')), seeded(y.join(' '))];
      let end = 0;
      for (const tile of align(a, b)) {
        expect(tile.left).toBeGreaterThanOrEqual(end);
        end = tile.left + tile.length;
        expect([...a.folded.units.subarray(tile.left, end)]).toEqual([
          ...b.folded.units.subarray(tile.right, tile.right + tile.length),
        ]);
      }
    }),
  );
});
