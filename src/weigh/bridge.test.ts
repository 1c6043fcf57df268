import { describe, expect, it } from 'vitest';
import { bridged } from './bridge.ts';
import { gistOf } from './gist.ts';

const entry = (words: string) => ({ part: { words }, gist: gistOf(words) });
const names = (words: readonly string[]) =>
  bridged(words.map(entry)).map(({ gist }) => [...gist.tokens].filter((token) => token.startsWith('w:')));

describe('names in two scripts', () => {
  it('are one token in both', () => {
    expect(names(['the head teacher, Lin Xiaoyu, was suspended', '校长林小雨已停职'])).toEqual([
      ['w:linxiaoyu'],
      ['w:linxiaoyu'],
    ]);
  });

  it('are left alone where only one script has them', () => {
    expect(names(['Ada Brook resigned', '校长林小雨已停职'])).toEqual([[], []]);
    expect(names(['Lin Xiaoyu resigned'])).toEqual([[]]);
  });
});
