import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, dossierOf, statement } from '../../../test/sample-dossier.ts';
import { search } from './search.ts';

const LETTERS = fc.constantFrom(...'abcABCéß水务門门 .\n');
const contents = { a: 'Der Café-Betrieb blieb zu. The GATE was shut.', b: '水務局表示，門沒有關。', c: '' };
const dossier = dossierOf({ contents, claims: [claim('claim-1', 'the gate was shut', [], 'unsourced')] });

describe('the search of a case', () => {
  it.each([
    ['gate was', ['claim', 'text']],
    ['CAFE', ['text']],
    ['水务局', ['text']],
    ['paper b', ['item']],
    ['shut gate', ['claim', 'text']],
    ['shut nowhere', []],
    ['nothing of the kind', []],
    ['   ', []],
  ])('finds “%s” whatever its case, width, accents or script', (words, kinds) =>
    expect(search(dossier, words, 10).map(({ kind }) => kind)).toEqual(kinds),
  );

  it('gives the words as they stand, with what is around them', () => {
    expect(search(dossier, 'gate was shut', 10)[1]).toMatchObject({
      item: 'a',
      quote: 'GATE was shut',
      before: 'Der Café-Betrieb blieb zu. The ',
      after: '.',
    });
    expect(search(dossier, 'gate', 1)).toHaveLength(1);
  });

  it('tells of a statement what claim it stands for, and puts the words as typed first', () => {
    const text = 'Nobody was out. The gate was shut, a clerk said.';
    const said = statement('s-1', 'a', text, 'The gate was shut');
    const [hit, ...others] = search(
      {
        ...dossierOf({ contents: { b: 'Shut it, said the gate.', a: text } }),
        statements: [{ ...said, claim: 'claim-1' }],
      },
      'gate was',
      5,
    );
    expect(hit).toMatchObject({ kind: 'statement', item: 'a', claim: 'claim-1', quote: 'gate was' });
    expect(others).toEqual([]);
  });

  it('finds every stretch of a text that has letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: LETTERS, minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (text, a, b) => {
        const units = [...text];
        const from = a % units.length;
        const part = units.slice(from, from + 1 + (b % 6)).join('');
        fc.pre(/^\p{L}+$/u.test(part));
        const [hit] = search(dossierOf({ contents: { x: text } }), part, 5).filter(({ kind }) => kind === 'text');
        expect(hit && text.slice(hit.start, hit.end)).toBe(hit?.quote);
        expect(hit).toBeDefined();
      }),
    );
  });
});
