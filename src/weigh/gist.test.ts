import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsConflict, conflict, gistOf } from './gist.ts';
import { numbersIn } from './quantity.ts';

const shared = (a: string, b: string) => [...gistOf(a).tokens].filter((token) => gistOf(b).tokens.has(token)).sort();

describe('numbers', () => {
  const values = (words: string) => numbersIn(words).map(({ value, unit }) => [value, unit]);

  it('are read in digits, in words and in Han numerals, each with its unit', () => {
    expect(values('€3.9 million and 14 pupils')).toEqual([
      [3_900_000, 'money'],
      [14, 'pupils'],
    ]);
    expect(values('twenty-one thousand people, eleven million')).toEqual([
      [21_000, 'people'],
      [11_000_000, null],
    ]);
    expect(values('费用是3.86万元，十四名学生')).toEqual([
      [38_600, 'money'],
      [14, '学生'],
    ]);
  });

  it('are not clock times, years, file numbers or parts of words', () => {
    expect(values('at 21:05 in 2031, notice 2032/041, MPA-017')).toEqual([]);
  });
});

describe('the gist of words', () => {
  it('knows a time of day from an amount with a point in it', () => {
    const clocks = (words: string) => [...gistOf(words).tokens].filter((token) => token.startsWith('c:'));
    expect(clocks('费用2.75万元')).toEqual([]);
    expect(clocks('a bill of 3.40 million')).toEqual([]);
    expect(clocks('the depth of 5.20 metres')).toEqual([]);
    expect(clocks('at 9.30 and at 21:05')).toEqual(['c:9:30', 'c:21:05']);
  });

  it('holds concepts, whatever the words and the language', () => {
    expect(shared('the firm has lost its licence', 'the licence was withdrawn')).toContain('a:licence lost');
    expect(shared('许可证被吊销', 'stripped of its licence')).toEqual(['a:licence lost', 't:licence']);
  });

  it('counts a negation that a concept holds itself as none', () => {
    expect(gistOf('he was not at work').negative).toBe(false);
    expect(gistOf('he was not suspended').negative).toBe(true);
    expect(gistOf('his client went there').negative).toBe(false);
    expect(gistOf('从未停职').negative).toBe(true);
  });

  it('tells amounts of one thing apart, and leaves amounts of two things be', () => {
    const differ = (a: string, b: string) => amountsConflict(gistOf(a), gistOf(b));
    expect(differ('off for nine hours', 'off for nineteen hours')).toBe(true);
    expect(differ('花费3.86万元', '花费38.6万元')).toBe(true);
    expect(differ('worth €4.18 million', 'worth €4.2 million')).toBe(false);
    expect(differ('nine hours', 'fourteen pupils')).toBe(false);
  });

  it('tells days apart', () => {
    expect(conflict(gistOf('on 6 May'), gistOf('on 8 May'))).toBe(true);
    expect(conflict(gistOf('5月28日'), gistOf('28号'))).toBe(false);
  });

  it('is found in any words, and conflicts with itself never', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const gist = gistOf(words);
        return !conflict(gist, gist);
      }),
    );
  });
});
