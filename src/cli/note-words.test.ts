import { describe, expect, it } from 'vitest';
import { claim, dossierOf, statement } from '../../test/sample-dossier.ts';
import { decisionFrom } from '../desk/noting.ts';
import { DECISION_KINDS, isDecisionKind } from '../weigh/decision.ts';
import { NOTES, noteHelp } from './note-help.ts';
import { noteWords } from './note-words.ts';

const TEXT = 'The pump failed. The pump was sold. The pump is new.';
const dossier = dossierOf({
  contents: { a: TEXT },
  statements: [
    statement('s-aaaa1', 'a', TEXT, 'The pump failed'),
    statement('s-aaaa2', 'a', TEXT, 'The pump was sold'),
    statement('s-bbbb1', 'a', TEXT, 'The pump is new'),
  ].map((one) => ({ ...one, claim: null })),
  claims: [
    claim('claim-one', 'The pump failed', ['s-aaaa1', 's-aaaa2'], 'single-source'),
    claim('claim-two', 'The pump is new', ['s-bbbb1'], 'single-source'),
  ],
  responses: [
    ...[{ body: 'River Board', askedBy: 'r.ames', asked: '2033-04-02T10:00:00Z', outcome: 'no-reply' as const }].map(
      (one) => ({ ...one, item: null, start: 0, end: 3, quote: 'So?', decision: 12 }),
    ),
  ],
});

const noted = (kind: string, ...words: string[]) => decisionFrom(noteWords(kind, words), dossier);

describe('notes in words', () => {
  it('tell claims by their statements', () => {
    expect(noted('merge', 'claim-one', 'claim-two')).toMatchObject({ statements: ['s-aaaa1', 's-aaaa2', 's-bbbb1'] });
    expect(noted('split', 'claim-one', 's-aaaa2')).toMatchObject({ statements: ['s-aaaa2'], from: ['s-aaaa1'] });
    expect(noted('retract', 'claim-t')).toMatchObject({ statement: 's-bbbb1' });
    expect(noted('ask', '--of', 'River Board', '--question', 'So?', '--claim', 'claim-one')).toMatchObject({
      ...{ kind: 'ask', of: 'River Board', through: null, claim: 's-aaaa1', why: null },
    });
  });

  it('know from the question who replied', () => {
    expect(noted('reply', '--to', '12', '--outcome', 'no-reply')).toMatchObject({
      to: 12,
      of: 'River Board',
      text: null,
    });
    expect(noted('reply', '--of', 'The Port', '--outcome', 'declined')).toMatchObject({ to: null, of: 'The Port' });
    expect(() => noted('reply', '--to', '13', '--outcome', 'declined')).toThrow('no question has the number 13');
    expect(() => noteWords('reply', ['--to', 'x', '--outcome', 'declined'])).toThrow('--to wants the number');
  });

  it('say what was read wrongly', () => {
    const words = ['s-bbbb1', '--class', 'deny', '--hedged', 'no', '--source', 'named-body', '--name', 'The Port'];
    expect(noted('correct', ...words)).toMatchObject({
      ...{ statement: 's-bbbb1', class: 'deny', hedged: false, source: { kind: 'named-body', name: 'The Port' } },
    });
    expect(noted('correct', 's-bbbb1', '--drop')).toMatchObject({ drop: true });
    expect(() => noted('correct', 's-bbbb1', '--class', 'shout')).toThrow('must be one of say');
    expect(() => noted('correct', 's-bbbb1')).toThrow('nothing is corrected');
    expect(() => noteWords('correct', ['s-bbbb1', '--name', 'The Port'])).toThrow('--source');
  });

  it('keep promises by number or id, and names of several words', () => {
    expect(noted('kept', '14')).toMatchObject({ promise: 14 });
    expect(noted('broken', 'promise-0a')).toMatchObject({ promise: 'promise-0a' });
    expect(noted('withhold', 'Ada', 'Moss')).toMatchObject({ name: 'Ada Moss' });
    expect(noted('disclose', 'Ada Moss', '--second', 'k.olm')).toMatchObject({ name: 'Ada Moss', second: 'k.olm' });
    expect(noted('tick', 'claim-two', 'River', 'Board')).toMatchObject({ claim: 's-bbbb1', ask: 'River Board' });
  });

  it('carry who and why', () => {
    expect(noteWords('kept', ['14', '--by', 'k.olm', '--why', 'page is up'])).toMatchObject({
      by: 'k.olm',
      why: 'page is up',
    });
    expect(noted('kept', '14', '--why', 'page is up')).toMatchObject({ why: 'page is up' });
  });

  it('are refused by name: an unknown kind, an unknown option, a claim that is not there, too few words', () => {
    expect(() => noteWords('guess', [])).toThrow('there is no note "guess"');
    expect(() => noteWords('kept', ['14', '--mood', 'x'])).toThrow('--mood');
    expect(() => noted('retract', 'claim-nine')).toThrow('called "claim-nine"');
    expect(() => noteWords('merge', ['claim-one'])).toThrow('merge CLAIM CLAIM…');
    expect(() => noteWords('kept', ['14', '15'])).toThrow('kept PROMISE');
    expect(() => noted('split', 'claim-one', 's-aaaa1', 's-aaaa2')).toThrow('nothing would stay');
    expect(() => noted('split', 'claim-one', 's-bbbb1')).toThrow('does not hold');
  });

  it('have a help each, which names every option', () => {
    for (const kind of DECISION_KINDS) {
      const help = noteHelp(kind);
      for (const option of Object.keys(NOTES[kind].options)) expect(help).toContain(`--${option}`);
    }
    expect(Object.keys(NOTES).every(isDecisionKind)).toBe(true);
  });
});
