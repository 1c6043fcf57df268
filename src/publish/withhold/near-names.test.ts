import { describe, expect, it } from 'vitest';
import { nearNames } from './near-names.ts';

const near = (words: string, ...names: string[]) => nearNames(new Set(words.split(' ')), names);

describe('words near a withheld name', () => {
  it('are one letter away, or read alike', () => {
    expect(near('Quilliam Quiliam Quillian Qulliam Bamford Barnford Harbour', 'Osric Quilliam', 'Jo Bamford')).toEqual([
      'Quiliam',
      'Quillian',
      'Qulliam',
    ]);
  });

  it('are no words that are written small too', () => expect(near('Tender tender', 'Old Mender')).toEqual([]));

  it('are none of a short name, and none of Han', () =>
    expect(near('Ven Venns 岑静', 'Osric Venn', '岑静')).toEqual([]));
});
