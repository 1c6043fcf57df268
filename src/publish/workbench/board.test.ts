import { describe, expect, it } from 'vitest';
import { claim, copy, dossierOf, statement } from '../../../test/sample-dossier.ts';
import { boardOf } from './board.ts';
import { claimView } from './claim-view.ts';
import { itemView } from './item-view.ts';
import { movedBetween } from './moved.ts';
import { pairView } from './pair-view.ts';

const contents = {
  a: 'The clerk said the gate was shut at nine. More followed.',
  b: 'The clerk said the gate was shut at nine.',
  c: 'The office denied that the gate was shut.',
};
const statements = [
  { ...statement('s1', 'a', contents.a, 'the gate was shut at nine'), claim: 'claim-1' },
  { ...statement('s2', 'b', contents.b, 'the gate was shut at nine'), claim: 'claim-1' },
  { ...statement('s3', 'c', contents.c, 'the gate was shut', { class: 'deny' }), claim: 'claim-1' },
  { ...statement('s4', 'a', contents.a, 'More followed'), claim: 'claim-2' },
];
const one = claim('claim-1', 'the gate was shut at nine', ['s1', 's2', 's3'], 'contested');
const gate = {
  ...one,
  standing: {
    ...one.standing,
    for: { rank: 'unnamed-person' as const, origins: ['o1'] },
    against: { rank: 'named-body' as const, origins: ['o2'] },
    reasons: [{ rule: 'contested', held: true, because: [{ statement: 's3' }, { copy: ['a', 'b'] as const }] }],
    next: [{ ask: 'Was the gate shut?', of: 'the office', would: 'confirmed' as const }],
  },
};
const hidden = { ...claim('claim-2', 'More followed', ['s4'], 'single-source'), privateLife: true };
const dossier = dossierOf({
  contents,
  statements,
  claims: [gate, hidden],
  copies: [
    copy('a', 'b', { passages: [{ left: { start: 0, end: 41 }, right: { start: 0, end: 41 }, kind: 'verbatim' }] }),
  ],
  origins: [
    { id: 'o1', kind: 'unnamed-person', name: 'a clerk', items: ['a', 'b'], statements: ['s1', 's2'] },
    { id: 'o2', kind: 'body', name: 'the office', items: ['c'], statements: ['s3'] },
  ],
});

describe('the board of a story', () => {
  it('has a row a claim, the words of private life left out, and what there is to ask', () => {
    const board = boardOf(dossier, 'The gate');
    expect(board.claims[0]).toMatchObject({ for: 1, against: 1, statements: 3, items: 3 });
    expect(board.claims[0]?.voices).toEqual(['a clerk', 'the office']);
    expect(board.claims[1]).toMatchObject({ wording: '', privateLife: true });
    expect(board.work).toMatchObject([{ claim: 'claim-1', of: 'the office', wording: 'the gate was shut at nine' }]);
    expect(board.items.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
  });
});

describe('a claim on the desk', () => {
  it('is told for and against with its words in their places, its reasons and the trail of each origin', () => {
    const view = claimView(dossier, 'claim-1');
    expect(view?.for.map(({ statement: { id }, before }) => [id, before])).toEqual([
      ['s1', 'The clerk said '],
      ['s2', 'The clerk said '],
    ]);
    expect(view?.against.map(({ statement: { id } }) => id)).toEqual(['s3']);
    expect(view?.grounds[0]?.because.map(({ said, words }) => said?.statement.id ?? words)).toEqual([
      's3',
      'Paper a, 2 Apr 2033 = Paper b, 2 Apr 2033',
    ]);
    expect(view?.origins[0]?.trail.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(view?.origins[0]?.copies).toHaveLength(1);
    expect(claimView(dossier, 'claim-9')).toBeNull();
  });
});

describe('an item on the desk', () => {
  it('has what was read in it in the order of its text, and whom it was copied from or by', () => {
    const view = itemView(dossier, 'a');
    expect(view?.statements.map(({ id }) => id)).toEqual(['s1', 's4']);
    expect(view?.copies.map(({ way, other }) => [way, other.id])).toEqual([['to', 'b']]);
    expect(itemView(dossier, 'b')?.copies[0]?.way).toBe('from');
    expect(itemView(dossier, 'z')).toBeNull();
  });

  it('stands beside another with the passages of both, whichever is asked for first', () => {
    const view = pairView(dossier, 'b', 'a');
    expect(view?.left.row.id).toBe('b');
    expect(view?.passages).toEqual([{ left: { start: 0, end: 41 }, right: { start: 0, end: 41 } }]);
    expect(pairView(dossier, 'a', 'c')?.copy).toBeNull();
    expect(pairView(dossier, 'a', 'z')).toBeNull();
  });
});

describe('what moved', () => {
  it('is told in the words of the claim, but for private life', () => {
    const before = dossierOf({ contents, statements: [], claims: [] });
    expect(movedBetween(before, dossier).changes.map(({ kind, words }) => [kind, words])).toEqual([
      ['claim-new', 'the gate was shut at nine'],
      ['claim-new', ''],
    ]);
  });
});
