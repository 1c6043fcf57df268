import { describe, expect, it } from 'vitest';
import { storyOf, type Told } from '../../scripts/eval/weigh/told.mjs';
import { defaultPolicy } from './policy.ts';
import { weigh } from './weigh.ts';

const items = ['a', 'b', 'c', 'd'].map(
  (id, nth) => [id, `Paper ${id === 'd' ? 'b' : id}`, `2041-01-0${nth + 1}T08:00:00Z`, 'article', 'en'] as const,
);
const ledgerOf = (said: Told['said']) =>
  weigh(
    storyOf({ name: 'a made story', now: '2041-02-01T00:00:00Z', items, said, labels: {}, contradictions: [] }),
    defaultPolicy,
    '2041-02-01T00:00:00Z',
  );

describe('an answer', () => {
  it('stands against what is said of the body that answers, in whatever words', () => {
    const { claims, contradictions } = ledgerOf([
      ['a', 'say', 'named-person', 'Ilse Varn', 'k', 'Orle Mills had let dye into the brook at night for years'],
      ['a', 'deny', 'named-body', 'Orle Mills', 'k', 'no dye has been spilled by us'],
    ]);
    expect(claims.map(({ standing }) => standing.label)).toEqual(['contested']);
    expect(contradictions).toHaveLength(1);
  });

  it('has nothing to do with what is said of somebody else', () => {
    const { claims } = ledgerOf([
      ['a', 'say', 'named-person', 'Ilse Varn', 'k', 'Pell Works had let dye into the brook at night for years'],
      ['a', 'deny', 'named-body', 'Orle Mills', 'j', 'no dye has been spilled by us'],
    ]);
    expect(claims.map(({ standing }) => standing.label).sort()).toEqual(['denied', 'single-source']);
  });
});

describe('what an outlet withdraws', () => {
  const told = (first: string) =>
    ledgerOf([
      [first, 'hearsay', 'none', '', 'k', 'the mayor of Orle was arrested at the station'],
      ['b', 'own', 'outlet', 'Paper b', 'k', 'On Tuesday we wrote that the mayor of Orle was arrested at the station'],
      ['d', 'own', 'outlet', 'Paper b', 'k', 'Yesterday we told of the arrest of the mayor of Orle'],
      ['d', 'own', 'outlet', 'Paper b', 'k', 'That was wrong and we withdraw it'],
    ]).claims.map(({ standing }) => standing.label);

  it('is retracted where the outlet was the first to say it', () => {
    expect(told('b')).toEqual(['retracted']);
  });

  it('is not where the outlet only had it from another', () => {
    expect(told('a')).not.toContain('retracted');
  });
});

describe('one body', () => {
  it('is one origin, though a sentence alone takes it for a person', () => {
    const { claims } = ledgerOf([
      ['a', 'say', 'named-body', 'Kessen Transit', 'k', 'the driver had slept for eleven hours before the crash'],
      ['b', 'say', 'named-person', 'Kessen Transit', 'k', 'the driver had slept for eleven hours before the crash'],
    ]);
    expect(claims.map(({ standing }) => [standing.label, standing.for.origins.length])).toEqual([['single-source', 1]]);
  });
});

describe('a sum', () => {
  it('that two name corroborates nothing else', () => {
    const { claims } = ledgerOf([
      [
        'a',
        'say',
        'named-person',
        'Otto Brand',
        'k',
        '£38,000 raised for the choir had been spent on a car for the head of Orle Mills',
      ],
      ['b', 'say', 'named-body', 'Renn Motors', 'j', 'it had been paid £38,000 by Orle Mills'],
    ]);
    expect(claims.map(({ standing }) => standing.label)).toEqual(['single-source', 'single-source']);
  });
});
