import { describe, expect, it } from 'vitest';
import { claim, dossierOf, statement } from '../../test/sample-dossier.ts';
import type { Label, PlacedCommitment, PlacedResponse } from '../weigh/ledger.ts';
import { changesBetween } from './changes.ts';
import type { Dossier } from './dossier.ts';

const TEXT = 'The pump failed. The pump had failed. The pump is new.';
const statements = [
  statement('s1', 'a', TEXT, 'The pump failed'),
  statement('s2', 'a', TEXT, 'The pump had failed'),
  statement('s3', 'a', TEXT, 'The pump is new'),
].map((one) => ({ ...one, claim: null }));

const dossier = (parts: Partial<Dossier>, asOf: string): Dossier => ({
  ...dossierOf({ contents: { a: TEXT }, statements, ...parts }),
  asOf,
});
const EARLY = '2033-04-02T00:00:00Z';
const LATE = '2033-04-09T00:00:00Z';
const claims = (...all: readonly (readonly [string, readonly string[], Label])[]) =>
  all.map(([id, ids, label]) => claim(id, `what ${id} says`, ids, label));
const moved = (before: Partial<Dossier>, after: Partial<Dossier>) =>
  changesBetween(dossier(before, EARLY), dossier(after, LATE));

const promise: PlacedCommitment = {
  ...{ id: 'promise-1', by: 'River Board', what: 'the bills', made: EARLY, due: '2033-04-05', state: 'open' },
  ...{ item: 'a', start: 0, end: 3, quote: 'The' },
};
const answer: PlacedResponse = {
  ...{ body: 'River Board', askedBy: 'r.ames', asked: EARLY, outcome: 'no-reply', decision: 3 },
  ...{ item: null, start: 0, end: 3, quote: 'So?' },
};
const noted = (seq: number, kind: Dossier['decisions'][number]['kind']) => ({
  ...{ seq, kind, at: LATE, by: 'r.ames', why: null, missing: [] },
});

describe('changes between two dossiers', () => {
  it('are none where nothing moved', () => {
    const same = { claims: claims(['c1', ['s1'], 'single-source']), commitments: [promise], responses: [answer] };
    expect(moved(same, same)).toEqual([]);
  });

  it('meet a claim again by its statements, whatever its id, and tell of its new label with the statements that came', () => {
    const after = { claims: claims(['c9', ['s1', 's2'], 'corroborated'], ['c3', ['s3'], 'unsourced']) };
    expect(moved({ claims: claims(['c1', ['s1'], 'single-source']) }, after)).toMatchObject([
      { kind: 'standing', claim: 'c9', from: 'single-source', to: 'corroborated', cause: { statements: ['s2'] } },
      { kind: 'wording', claim: 'c9', was: 'what c1 says' },
      { kind: 'claim-new', claim: 'c3', to: 'unsourced', cause: { statements: ['s3'] } },
    ]);
  });

  it('tell where a claim went that was merged into another, and by whose decision', () => {
    const before = { claims: claims(['c1', ['s1', 's2'], 'single-source'], ['c3', ['s3'], 'unsourced']) };
    const after = { claims: claims(['c1', ['s1', 's2', 's3'], 'single-source']), decisions: [noted(7, 'merge')] };
    expect(moved(before, after)).toMatchObject([
      { kind: 'claim-gone', claim: 'c3', from: 'unsourced', into: 'c1', cause: { decisions: [7] } },
    ]);
  });

  it('tell of a label that a decision gave', () => {
    const [one] = claims(['c1', ['s1'], 'retracted']);
    const standing = one && { ...one.standing, reasons: [{ rule: 'x', held: true, because: [{ decision: 4 }] }] };
    const after = { claims: one && standing ? [{ ...one, standing }] : [], decisions: [noted(4, 'retract')] };
    expect(moved({ claims: claims(['c1', ['s1'], 'single-source']) }, after)).toMatchObject([
      { kind: 'standing', to: 'retracted', cause: { statements: [], decisions: [4] } },
    ]);
  });

  it('tell of promises that fell due by the day, and of those that were noted by the event', () => {
    const overdue = { ...promise, state: 'overdue' as const };
    expect(moved({ commitments: [promise] }, { commitments: [overdue] })).toMatchObject([
      { kind: 'promise', from: 'open', to: 'overdue', cause: { passed: '2033-04-05', decisions: [] } },
    ]);
    const kept = { ...promise, state: 'kept' as const, decision: 5 };
    expect(moved({ commitments: [promise] }, { commitments: [kept], decisions: [noted(5, 'kept')] })).toMatchObject([
      { kind: 'promise', from: 'open', to: 'kept', cause: { passed: null, decisions: [5] } },
    ]);
    expect(moved({}, { commitments: [promise] })).toMatchObject([{ kind: 'promise', from: null, to: 'open' }]);
  });

  it('tell of answers that came, to what was asked before or not', () => {
    const reply = { ...answer, outcome: 'declined' as const, reply: 6 };
    expect(moved({ responses: [answer] }, { responses: [reply] })).toMatchObject([
      { kind: 'response', from: 'no-reply', to: 'declined', cause: { decisions: [6] } },
    ]);
    expect(moved({}, { responses: [{ ...answer, item: 'a' }] })).toMatchObject([
      { kind: 'response', from: null, item: 'a' },
    ]);
  });

  it('tell of names that the desk withheld or showed, and not of who only came up', () => {
    const moss = { name: 'Ada Moss', role: null, withheld: true, why: 'a private person' };
    expect(moved({}, { people: [moss] })).toEqual([]);
    expect(moved({ people: [moss] }, { people: [{ ...moss, withheld: false, decision: 8 }] })).toMatchObject([
      { kind: 'name', name: 'Ada Moss', withheld: false, cause: { decisions: [8] } },
    ]);
  });
});
