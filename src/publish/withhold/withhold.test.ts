import { describe, expect, it } from 'vitest';
import type { Dossier } from '../dossier.ts';
import { withholding } from './withhold.ts';

const person = (name: string, role: string | null = null) => ({ name, role, withheld: true, why: 'private' });
const known = {
  people: [
    person('Petra Quill', 'The neighbour, Petra Quill'),
    person('Zoé Ash', 'sister of Petra Quill'),
    person('Bram Stock', 'lawyer for the head of works, Bram Stock'),
    person('@otter_42'),
    person('沈岚'),
    person('米拉·阿斯特'),
    person('Lantern Times'),
    person('Cllr Maud Lorn, Wester Mole'),
    { ...person('Ilo Marsh'), withheld: false },
  ],
  origins: [{ kind: 'body', name: 'Quill Catering' }],
  items: [{ publisher: 'Lantern Times', author: 'Cleo Fen' }],
  texts: [{ id: 't', item: 'i', content: 'ash fell, ash on ash' }],
  claims: [{ privateLife: true, statement: 'her daughter is ill', statements: ['s'] }],
  statements: [{ id: 's', quote: 'the girl next door is on a drip' }],
} as unknown as Dossier;
const shown = withholding(known);

describe('withholding', () => {
  it('leaves no form of a withheld name standing', () => {
    expect(shown('Petra Quill said so; Quill, she, PETRA.')).toBe(
      '[withheld: the neighbour] said so; [withheld: the neighbour], she, [withheld: the neighbour].',
    );
    expect(shown('items/otter_42.html by @otter_42')).toBe('items/[withheld].html by [withheld]');
    expect(shown('据沈岚说，沈 岚说，阿斯特也说')).toBe('据[withheld]说，[withheld]说，[withheld]也说');
  });

  it('finds a name in file names and addresses, however its parts are joined', () => {
    for (const words of [
      'petra-quill.png',
      'Petra_Quill2.jpg',
      'petraquill.html',
      '/by/petra%20quill/',
      'p@petra.quill',
    ])
      expect(shown(words)).not.toMatch(/petra|quill/iu);
  });

  it('finds a name whose letters are hidden, turned or without their accents', () => {
    expect(shown('Pe\u200btra Qu\u00adill and \u202eZoe\u0301 Ash')).toBe('[withheld: the neighbour] and [withheld]');
    expect(shown('Ｐｅｔｒａ　Ｑｕｉｌｌ，沈嵐')).toBe('[withheld: the neighbour]，[withheld]');
    expect(shown('Zoe Ash, ZOE')).toBe('[withheld], [withheld]');
  });

  it('takes a name out of the role that stands in for another', () => {
    expect(shown('Zoé Ash')).toBe('[withheld]');
  });

  it('says of nobody what may be said of somebody else', () => {
    expect(shown('Bram Stock')).toBe('[withheld]');
  });

  it('tells a part of a name from the common word by its capital', () => {
    expect(shown('Ash left; ash fell')).toBe('[withheld] left; ash fell');
  });

  it('touches nobody else, and no outlet', () => {
    expect(shown('Ilo Marsh sold quills to Petrarch, says Lantern Times.')).toBe(
      'Ilo Marsh sold quills to Petrarch, says Lantern Times.',
    );
  });

  it('leaves a body the name that it shares with somebody', () => {
    expect(shown('Quill Catering and Quill, of Wester Mole')).toBe(
      'Quill Catering and [withheld: the neighbour], of Wester Mole',
    );
    expect(shown('Maud Lorn')).not.toMatch(/Maud|Lorn/u);
  });

  it('leaves out the words of private life wherever they stand', () => {
    expect(shown('They say the girl next\n door is on a drip, badly')).toBe('They say [withheld: private life], badly');
    expect(shown('“her daughter is ill”')).toBe('“[withheld: private life]”');
  });

  it('says where in some words something is left out', () => {
    expect(shown.within('so says @otter_42 here')).toEqual([{ start: 8, end: 17, words: '[withheld]' }]);
  });
});
