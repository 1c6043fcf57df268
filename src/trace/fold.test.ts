import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldText } from './fold.ts';

test('case, marks, width and script variant fall away, digits stay', () => {
  expect(foldText('Café ＡＢ１ 38.6 臺灣記者')).toBe('cafeab1386台湾记者');
});

test('a ligature becomes two letters with one place', () => {
  const { from, to } = fold('ﬁn');
  expect([...from]).toEqual([0, 0, 1]);
  expect([...to]).toEqual([1, 1, 2]);
});

test('a combining mark belongs to the letter before it', () => {
  expect([...fold('e\u0301x').to]).toEqual([2, 3]);
});

test('a letter beyond the first plane keeps its whole pair', () => {
  const { from, to } = fold('a𠮷b');
  expect([...from]).toEqual([0, 1, 1, 3]);
  expect([...to]).toEqual([1, 3, 3, 4]);
});

test('places never run backwards and never leave the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { units, from, to } = fold(text);
      for (let i = 0; i < units.length; i++) {
        expect(from[i]).toBeLessThan(to[i] ?? 0);
        expect(to[i]).toBeLessThanOrEqual(text.length);
        if (i > 0) expect(from[i]).toBeGreaterThanOrEqual(from[i - 1] ?? 0);
      }
    }),
  );
});

test('what one text left behind never shows in the next, however long either is', () => {
  const long = 'Die Kräne stehen still. '.repeat(9000);
  const first = fold('ﬁn');
  const [a, b] = [fold(long), fold('ﬃ'.repeat(80_000))];
  expect([...first.units]).toEqual([102, 105, 110]);
  expect(a.units.length).toBe(9000 * 19);
  expect(a.to.at(-1)).toBe(long.lastIndexOf('.'));
  expect(b.units.length).toBe(240_000);
  expect([...b.from.slice(-3)]).toEqual([79_999, 79_999, 79_999]);
  expect(fold('ﬁn')).toEqual(first);
});
