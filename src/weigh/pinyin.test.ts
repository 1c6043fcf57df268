import { describe, expect, it } from 'vitest';
import { spellings, squash } from './pinyin.ts';

describe('Chinese names in Latin letters', () => {
  it('are spelt with the family name first or last', () => {
    expect(spellings('林小雨')).toEqual(['linxiaoyu', 'xiaoyulin']);
    expect(spellings('欧阳明月')).toContain(squash('Ouyang Mingyue'));
    expect(spellings('单立')).toContain(squash('Shan Li'));
    expect(spellings('吕安')).toContain('luan');
  });

  it('are not spelt where a name is none', () => {
    expect(spellings('鲁本·阿斯克')).toEqual([]);
    expect(spellings('Lin')).toEqual([]);
  });
});
