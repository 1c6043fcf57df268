import { expect, it } from 'vitest';
import { claim, dossierOf, statement } from '../../test/sample-dossier.ts';
import { catalogue } from './catalogue.ts';
import { ranked } from './prominence.ts';

const content = 'The gate was shut at nine that night. The keeper’s son is ill.';
const said = (id: string, of: string) => ({ ...statement(id, of, content, 'The gate was shut at nine'), claim: null });
const dossier = dossierOf({
  contents: { a: content, b: content, c: content },
  statements: [
    said('s1', 'a'),
    said('s2', 'b'),
    said('s3', 'c'),
    { ...statement('s4', 'a', content, 'The keeper’s son is ill'), claim: null },
    { ...statement('s5', 'a', content, 'keeper’s son is ill'), claim: null },
  ],
  claims: [
    claim('alone', 'what only one paper has of the gate', ['s1'], 'unsourced'),
    claim('two', 'the gate was shut that night', ['s1', 's2'], 'unsourced'),
    claim('three', 'the gate was shut at nine', ['s1', 's2', 's3'], 'unsourced'),
    claim('splinter', 'the gate', ['s1', 's2', 's3'], 'unsourced'),
    claim('private', 'The keeper’s son is ill', ['s4'], 'unsourced', { privateLife: true }),
    claim('beside', 'keeper’s son is ill', ['s5'], 'unsourced'),
  ],
});
const known = { ...catalogue(dossier), claims: dossier.claims };
const ids = (most: number) => {
  const { leading, rest, withheld } = ranked(known, 'unsourced', most);
  return { leading: leading.map(({ id }) => id), rest: rest.map(({ id }) => id), withheld };
};

it('leads with what more items carry, and folds what one alone has and splinters of sentences', () => {
  expect(ids(5)).toEqual({ leading: ['three', 'two'], rest: ['splinter', 'alone'], withheld: 2 });
  expect(ids(1).leading).toEqual(['three']);
});

it('counts a claim about private life, and one on much the same words, without wording them', () => {
  const { leading, rest, withheld } = ids(5);
  expect([...leading, ...rest]).not.toContain('private');
  expect([...leading, ...rest]).not.toContain('beside');
  expect(withheld).toBe(2);
});
