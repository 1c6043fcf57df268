import { expect, it } from 'vitest';
import { statement } from '../../test/sample-dossier.ts';
import { alteredWords, difference } from './altered-words.ts';
import { wordings } from './repeats.ts';

const said = (id: string, of: string, quote: string, at: string) => statement(id, of, quote, quote, { at });

it('folds the same words in several items into the first of them', () => {
  const found = wordings([
    said('1', 'b', 'the gate was shut', '2033-04-03T10:00:00Z'),
    said('2', 'a', 'The gate was shut', '2033-04-02T10:00:00Z'),
    said('3', 'c', 'a gate stood open', '2033-04-01T10:00:00Z'),
    said('4', 'a', 'the gate was shut', '2033-04-04T10:00:00Z'),
  ]);
  expect(found.map(({ first, also }) => [first.id, also.map(({ item }) => item)])).toEqual([
    ['2', ['b']],
    ['3', []],
  ]);
});

it('shows the inner of two spans that stand within each other, once', () => {
  const content = 'He was told that the gate was shut';
  const found = wordings([
    statement('outer', 'a', content, content),
    statement('inner', 'a', content, 'the gate was shut'),
    statement('again', 'a', content, 'the gate was shut'),
  ]);
  expect(found.map(({ first, also }) => [first.id, also.length])).toEqual([['inner', 0]]);
});

it('tells an altered message once, the wording that more pictures show first', () => {
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const altered = (leftText: string, rightText: string) => [{ left: box, right: box, leftText, rightText }];
  const found = alteredWords([
    { left: 'a', right: 'x', relation: 'edited', altered: altered('so 9 hours', 'so 19 hours') },
    { left: 'x', right: 'b', relation: 'edited', altered: altered('so 19 hours', 'So 9 hours') },
  ]);
  expect(found).toEqual([
    { left: { words: 'so 9 hours', items: ['a', 'b'] }, right: { words: 'so 19 hours', items: ['x'] } },
  ]);
});

it('finds where two wordings part, by words and by Han characters', () => {
  expect(difference('so 9 hours, it says', 'so 19 hours, it says')).toEqual(['so ', '9', ' hours, it says']);
  expect(difference('共3.86万', '共38.6万')).toEqual(['共', '3.86', '万']);
  expect(difference('same', 'same')).toEqual(['same', '', '']);
});
