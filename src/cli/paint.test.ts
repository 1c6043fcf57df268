import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, filled, plain, rows, wrapped } from './paint.ts';

const linesOf = (words: string, width: number): readonly string[] => wrapped(words, width, '').split('\n');

describe('words for a terminal', () => {
  it('are broken at spaces and between Han characters, never wider than asked', () => {
    const words = 'The warden of the lower gate said 区水务局局长当天没有到岗，别的都在核实 and left.';
    const lines = wrapped(words, 24, '  ').split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(stringWidth(line.replace(/^ {2}/, ''))).toBeLessThanOrEqual(24);
    expect(
      lines
        .map((line) => line.trim())
        .join('')
        .replaceAll(' ', ''),
    ).toBe(words.replaceAll(' ', ''));
  });

  it('never begin a line with a closing mark or end one with an opening mark', () => {
    const words = '他说：“明天去（北岸）看看，再定。”她答：《通告》已发，别等了！';
    for (let width = 8; width < 30; width++)
      for (const line of linesOf(words, width)) {
        expect(line).not.toMatch(/^[，。！：”）》]/u);
        expect(line).not.toMatch(/[“（《]$/u);
      }
  });

  it('keep a word and a number whole unless it is longer than a line', () => {
    expect(linesOf('共计3.86万元，已付清', 8)).toEqual(['共计', '3.86万', '元，已付', '清']);
    expect(linesOf('see https://a.example/one/two/three now', 18)).toEqual([
      'see',
      'https://a.example/',
      'one/two/three now',
    ]);
  });

  it('hold together what a no-break space joins', () => {
    expect(linesOf('since then, 4\u00a0Mar\u00a02033', 16)).toEqual(['since then,', '4 Mar 2033']);
  });

  it('fit the width whatever they are, and lose nothing that can be seen', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'abc 水务，。“”()é한국カナ/-.9', 'https://', '👩‍🚒'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 6, max: 40 }), (text, width) => {
        const lines = linesOf(text, width);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(plain(text).replaceAll(' ', ''));
      }),
    );
  });

  it('cannot steer the terminal or turn the line round', () => {
    expect(wrapped('a\u001b[31mred\u0007\u009b2J\u202eback', 40, '')).toBe('a[31mred2Jback');
    expect(cut('one\r\ntwo\u2066', 20)).toBe('one two');
  });

  it('are cut with an ellipsis, wide characters counted as two', () => {
    expect(cut('水务局局长', 7)).toBe('水务局…');
    expect(cut('short', 7)).toBe('short');
    expect(filled('水', 4)).toBe('水  ');
  });

  it('stand in rows beside the longest name', () => {
    expect(
      rows(
        [
          ['局长', '水务局局长没有到岗'],
          ['open', 'words'],
        ],
        20,
      ),
    ).toEqual(['  局长  水务局局长没\n        有到岗', '  open  words']);
  });
});
