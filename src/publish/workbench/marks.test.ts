import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alongLines, linesOf, segmentsOf } from './marks.ts';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
);

describe('marks on a text', () => {
  it('are cut into segments that name what covers them', () => {
    const [a, b] = [
      { start: 2, end: 6, name: 'a' },
      { start: 4, end: 8, name: 'b' },
    ];
    expect(
      segmentsOf([a, b], 0, 10).map(({ start, end, marks }) => [start, end, marks.map(({ name }) => name)]),
    ).toEqual([
      [0, 2, []],
      [2, 4, ['a']],
      [4, 6, ['a', 'b']],
      [6, 8, ['b']],
      [8, 10, []],
    ]);
  });

  it('spell the text again, and cover each span exactly', () => {
    fc.assert(
      fc.property(spans, fc.string({ minLength: 1, maxLength: 70 }), (all, text) => {
        const segments = segmentsOf(all, 0, text.length);
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const one of all)
          expect(
            segments
              .filter(({ marks }) => marks.includes(one))
              .map(({ start, end }) => text.slice(start, end))
              .join(''),
          ).toBe(text.slice(one.start, one.end));
      }),
    );
  });

  it('stand in lines whatever ends them', () => {
    expect(linesOf('a\r\nbc\n\nd').map(({ start, end }) => 'a\r\nbc\n\nd'.slice(start, end))).toEqual([
      'a',
      'bc',
      '',
      'd',
    ]);
    expect(linesOf('')).toEqual([{ start: 0, end: 0 }]);
  });

  it('go to every line that they have part in, and to no other', () => {
    fc.assert(
      fc.property(spans, fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n'), maxLength: 60 }), (all, text) => {
        const lines = linesOf(text);
        const along = alongLines(lines, all);
        for (const [at, line] of lines.entries())
          expect(along[at]).toEqual(all.filter((one) => Math.max(one.start, line.start) < Math.min(one.end, line.end)));
      }),
    );
  });
});
