import { describe, expect, it } from 'vitest';
import { claim } from '../../test/sample-dossier.ts';
import {
  askWords,
  claimWords,
  clockOf,
  countedNames,
  instantWords,
  inZoneOf,
  outcomeWords,
  whyWords,
} from './wording.ts';

const promise = {
  item: 'a',
  start: 0,
  end: 1,
  quote: 'x',
  by: 'Gate Board',
  what: 'x',
  made: '2033-04-01T10:00:00+02:00',
};
const now = '2033-04-09T09:00:00+02:00';

describe('the wording of the report', () => {
  it('runs the clock of a promise', () => {
    expect(clockOf({ ...promise, due: '2033-04-05', state: 'overdue' }, now)).toBe('4 days overdue');
    expect(clockOf({ ...promise, due: '2033-04-30', state: 'open' }, now)).toBe('open 7 days, due 30 Apr 2033');
    expect(clockOf({ ...promise, due: null, state: 'open' }, now)).toBe('open 7 days, undated');
    expect(clockOf({ ...promise, due: null, state: 'kept' }, now)).toBe('kept');
  });

  it('runs the clock of a question that is still open, and of no other', () => {
    const asked = { item: 'a', start: 0, end: 1, quote: 'x', body: 'Gate Board', askedBy: null, asked: null };
    expect(outcomeWords({ ...asked, outcome: 'no-reply' }, '2033-04-02', now)).toBe('no reply, 7 days on');
    expect(outcomeWords({ ...asked, outcome: 'no-reply' }, null, now)).toBe('no reply');
    expect(outcomeWords({ ...asked, outcome: 'denied' }, '2033-04-02', now)).toBe('denied');
  });

  it('says instants as people do, and in one zone', () => {
    expect(instantWords(now)).toBe('9 Apr 2033, 09:00 (+02:00)');
    expect(instantWords('some day')).toBe('some day');
    expect(inZoneOf('2033-04-08T23:30:00Z', now)).toBe('2033-04-09T01:30');
    expect(inZoneOf('2033-04-08', now)).toBe('2033-04-08');
  });

  it('makes a plain sentence of a reason, and a question without the claim’s own words', () => {
    expect(whyWords(claim('c', 'x', [], 'unsourced'))).toBe('One origin: a clerk.');
    expect(askWords('Is it so, and how do you know: “the gate was shut”', { statement: 'the gate was shut' })).toBe(
      'Is it so, and how do you know?',
    );
    expect(claimWords({ statement: '- 12:05 the gate' })).toBe('12:05 the gate');
    expect(countedNames(['A', 'B', 'A', 'C'], 2)).toBe('A (2), B and 1 more');
  });
});
