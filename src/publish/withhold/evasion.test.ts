import { describe, expect, it } from 'vitest';
import { withholding } from './withhold.ts';

const shown = withholding({
  people: [
    { name: 'Marta Quill', role: null, withheld: true, why: '' },
    { name: '岑静', role: null, withheld: true, why: '' },
    { name: 'May Ashdown', role: null, withheld: true, why: '' },
  ],
  claims: [],
  statements: [],
  texts: [],
  items: [],
  origins: [],
});

describe('a name written so that nobody finds it', () => {
  it.each([
    'Мarta Quіll',
    'Ｍａｒｔａ Ｑｕｉｌｌ',
    '𝐌𝐚𝐫𝐭𝐚 𝐐𝐮𝐢𝐥𝐥',
    'Mar\u200bta Qu\u00adill',
    'M a r t a  Q u i l l',
    'M.a.r.t.a Q.u.i.l.l',
    'M\na\nr\nt\na\nQ\nu\ni\nl\nl',
    'Quill, Marta',
    'marta-quill',
    'martaquill',
    'MARTA_QUILL',
    'Mártà Quîll',
    '岑 静',
    '岑/静',
    '岑\n静',
    '岑靜',
    'Cen Jing',
    'jing cen',
  ])('%j is withheld', (words) => {
    const said = shown(`Then ${words} left.`.replace('Then 岑\n静 left.', '岑\n静\n'));
    expect(said).toContain('[withheld');
    expect(said).not.toMatch(/quill|岑|cen jing|jing cen/iu);
    expect(shown(said)).toBe(said);
  });

  it('leaves what only looks like one', () => {
    expect(shown('It was on 4 May 2033, in a quilled martagon; a b c d.')).toBe(
      'It was on 4 May 2033, in a quilled martagon; a b c d.',
    );
    expect(shown('She, May, was there.')).toBe('She, [withheld], was there.');
    expect(shown('安静的夜晚，岑参的诗。')).toBe('安静的夜晚，岑参的诗。');
  });
});
