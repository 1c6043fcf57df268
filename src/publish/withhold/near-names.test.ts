import { describe, expect, it } from 'vitest';
import { nearNames } from './near-names.ts';

describe('words near a withheld name', () => {
  it('are one letter away, or read alike', () => {
    const words = [
      'Quilliam',
      'Quiliam',
      'Quillian',
      'Qulliam',
      'Bamford',
      'Barnford',
      'William',
      'quiliam',
      'Harbour',
    ];
    expect(nearNames(words, ['Osric Quilliam', 'Jo Bamford'])).toEqual(['Quiliam', 'Quillian', 'Qulliam']);
  });

  it('are none of a short name, and none of Han', () => {
    expect(nearNames(['Ven', 'Venns', '岑静'], ['Osric Venn', '岑静'])).toEqual([]);
  });
});
