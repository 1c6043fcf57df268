import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { item as sampleItem } from '../../test/sample-dossier.ts';
import { HearsayError } from '../base/error.ts';
import type { Item } from '../capture/item.ts';
import { corrected } from './correct.ts';
import { DECISION_KINDS, type Decision, decidedBy, decisionsIn, parseDecision } from './decision.ts';
import type { Ledger, Placed } from './ledger.ts';
import { defaultPolicy } from './policy.ts';
import type { Story } from './story.ts';
import { weigh } from './weigh.ts';

const NOW = '2040-03-20T00:00:00Z';

const item = (id: string): Item => sampleItem(id, { published: '2040-03-01T08:00:00Z' });

interface Saying {
  readonly in: string;
  readonly words: string;
  readonly name?: string;
  readonly kind?: Placed['source']['kind'];
  readonly class?: Placed['class'];
}

function said(one: Saying, index: number): Placed {
  const kind = one.kind ?? 'named-person';
  const source = { kind, name: one.name ?? null, quote: one.name ?? '', start: 0, end: 0 };
  return {
    ...{ id: `s${index}`, item: one.in, at: `2040-03-01T09:0${index}:00Z`, start: index * 1000, quote: one.words },
    ...{ end: index * 1000 + one.words.length, cue: null, source, chain: [source], class: one.class ?? 'say' },
    ...{ polarity: one.class === 'deny' ? 'negative' : 'positive', hedged: false, carrier: false, by: 'rules' },
  };
}

const story = (sayings: readonly Saying[]): Story => {
  const ids = [...new Set(sayings.map((one) => one.in))];
  return {
    ...{ items: ids.map(item), texts: [], images: [], transcripts: [], responses: [], commitments: [] },
    lineage: { copies: [], versions: [], tellings: ids.map((id) => [id]), citations: [], rings: [] },
    statements: sayings.map(said),
  };
};

/** A decision of `data` (JSON as a journal would hold it), the nth of the case. */
const decided = (kind: string, data: object, seq = 1, at = '2040-03-05T09:00:00Z'): Decision => ({
  ...parseDecision(kind, data),
  ...{ seq, at, by: 'r.ames' },
});

const ledger = (sayings: readonly Saying[], decisions: readonly Decision[], asOf = NOW): Ledger =>
  weigh(story(sayings), defaultPolicy, asOf, decisions);
const groups = ({ claims }: Ledger) => claims.map((claim) => [...claim.statements].sort());
const labels = ({ claims }: Ledger) => claims.map((claim) => claim.standing.label);

const BRIBE = 'the bridge inspector Orla Finch accepted a holiday from the paint supplier';
const GIFT = 'Finch was flown to the islands at the cost of a firm that sells coatings';
const TWO: readonly Saying[] = [
  { in: 'a', words: BRIBE, name: 'Tomas Reed' },
  { in: 'b', words: GIFT, name: 'Ada Moss' },
];
const SAME: readonly Saying[] = [
  { in: 'a', words: BRIBE, name: 'Tomas Reed' },
  { in: 'b', words: BRIBE, name: 'Ada Moss' },
  { in: 'c', words: `${BRIBE} in May`, name: 'Ilse Brandt' },
];

describe('merge and split', () => {
  it('merges claims that the rules hold apart, and says whose decision it was', () => {
    expect(groups(ledger(TWO, []))).toEqual([['s0'], ['s1']]);
    const merged = ledger(TWO, [decided('merge', { statements: ['s0', 's1'] }, 7)]);
    expect(groups(merged)).toEqual([['s0', 's1']]);
    expect(merged.claims[0]?.standing.reasons[0]?.because).toContainEqual({ decision: 7 });
  });

  it('keeps a merged claim merged when items are added', () => {
    const more = [...TWO, { in: 'c', words: `${GIFT} last spring`, name: 'Ilse Brandt' }];
    const [first] = groups(ledger(more, [decided('merge', { statements: ['s0', 's1'] })]));
    expect(first).toEqual(['s0', 's1', 's2']);
  });

  it('parts even one wording, never to group again, and gives the two claims two ids', () => {
    expect(groups(ledger(SAME, []))).toEqual([['s0', 's1', 's2']]);
    const split = [decided('split', { statements: ['s1'], from: ['s0', 's2'] })];
    const parted = ledger(SAME, split);
    expect(groups(parted)).toEqual([['s0', 's2'], ['s1']]);
    expect(new Set(parted.claims.map(({ id }) => id)).size).toBe(2);
    expect(labels(parted)).toEqual(['corroborated', 'single-source']);
    const more = [...SAME, { in: 'd', words: BRIBE, name: 'Piet Holm' }];
    for (const one of groups(ledger(more, split))) expect(one.includes('s1') && one.includes('s0')).toBe(false);
  });

  it('follows the later of two that differ', () => {
    const merge = (seq: number) => decided('merge', { statements: ['s0', 's1'] }, seq);
    const split = (seq: number) => decided('split', { statements: ['s1'], from: ['s0'] }, seq);
    expect(groups(ledger(TWO, [merge(1), split(2)]))).toEqual([['s0'], ['s1']]);
    expect(groups(ledger(TWO, [split(1), merge(2)]))).toEqual([['s0', 's1']]);
  });

  it('holds a denial away from the claim that it was split from', () => {
    const denied = [...TWO, { in: 'c', words: `${BRIBE} is false`, name: 'Orla Finch', class: 'deny' as const }];
    expect(labels(ledger(denied, []))[0]).toBe('contested');
    const split = [decided('split', { statements: ['s2'], from: ['s0'] })];
    expect(labels(ledger(denied, split))[0]).toBe('single-source');
  });
});

describe('corrections', () => {
  it('change statements before they are weighed, and are marked', () => {
    const change = decided('correct', {
      statement: 's1',
      class: 'deny',
      source: { kind: 'named-body', name: 'Roads Authority' },
    });
    const [, one] = corrected(story(SAME).statements, [change]);
    expect(one).toMatchObject({
      class: 'deny',
      polarity: 'negative',
      by: 'person',
      source: { name: 'Roads Authority' },
    });
  });

  it('make an item’s own voice somebody’s, whose word then counts', () => {
    const [first, ...rest] = story(SAME).statements;
    const carried = [...(first ? [{ ...first, carrier: true }] : []), ...rest];
    const change = (name: string) =>
      corrected(carried, [decided('correct', { statement: 's0', source: { kind: 'named-person', name } })])[0]?.carrier;
    expect([change('Piet Holm'), change('Tomas Reed')]).toEqual([false, true]);
  });

  it('drop a statement, and the later correction of two holds', () => {
    const hedge = (hedged: boolean, seq: number) => decided('correct', { statement: 's0', hedged }, seq);
    expect(corrected(story(SAME).statements, [hedge(false, 4), hedge(true, 3)])[0]?.hedged).toBe(false);
    const dropped = corrected(story(SAME).statements, [decided('correct', { statement: 's0', drop: true })]);
    expect(dropped.map(({ id }) => id)).toEqual(['s1', 's2']);
  });
});

describe('the desk’s notes', () => {
  it('retract a claim, with a reason that names the decision', () => {
    const found = ledger(SAME, [decided('retract', { statement: 's2', why: 'the paper took it down' }, 9)]);
    expect(labels(found)).toEqual(['retracted']);
    const [reason] = found.claims[0]?.standing.reasons ?? [];
    expect(reason).toMatchObject({ rule: 'retracted-by-decision', held: true });
    expect(reason?.because).toContainEqual({ decision: 9 });
    expect(found.claims[0]?.standing.since).toBe('2040-03-05T09:00:00Z');
  });

  it('make a question an answer that has not come, and a reply the answer', () => {
    const ask = decided('ask', { of: 'River Board', question: 'Who paid?' }, 3);
    const reply = decided('reply', { to: 3, of: 'River Board', outcome: 'declined', text: 'We do not comment.' }, 4);
    expect(ledger(TWO, [ask]).responses).toMatchObject([
      { body: 'River Board', outcome: 'no-reply', askedBy: 'r.ames', item: null, decision: 3 },
    ]);
    const [answered, ...rest] = ledger(TWO, [ask, reply]).responses;
    expect(answered).toMatchObject({
      outcome: 'declined',
      quote: 'We do not comment.',
      decision: 3,
      reply: 4,
      item: null,
    });
    expect(answered?.due).toBe('2040-03-07T09:00:00Z');
    expect(rest).toEqual([]);
  });

  it('never raise a standing: a confirmation that the desk notes is an answer, not evidence', () => {
    const before = ledger(TWO, []);
    const after = ledger(TWO, [
      decided('ask', { of: 'Roads Authority', question: 'Is it so?', claim: 's0' }, 1),
      decided('reply', { to: 1, of: 'Roads Authority', outcome: 'confirmed', text: BRIBE }, 2),
    ]);
    expect(labels(after)).toEqual(labels(before));
    expect(after.origins).toEqual(before.origins);
  });

  it('keep promises with their clock', () => {
    const promise = decided('promise', { who: 'River Board', what: 'publish the bills', due: '2040-03-10' }, 3);
    const state = (decisions: readonly Decision[], asOf = NOW) => ledger(TWO, decisions, asOf).commitments[0]?.state;
    expect(state([promise], '2040-03-09T00:00:00Z')).toBe('open');
    expect(state([promise])).toBe('overdue');
    for (const [kind, is] of [
      ['kept', 'kept'],
      ['withdrawn', 'withdrawn'],
      ['broken', 'overdue'],
    ] as const)
      expect(state([promise, decided(kind, { promise: 3 }, 5)])).toBe(is);
  });

  it('keep a promise that was read, by its id', () => {
    const made = {
      by: 'River Board',
      what: 'a report',
      made: '2040-03-01',
      due: '2040-03-04',
      start: 0,
      end: 8,
      quote: 'a report',
    };
    const told: Story = { ...story(TWO), commitments: [{ ...made, item: 'a' }] };
    const [read] = weigh(told, defaultPolicy, NOW).commitments;
    expect(read?.state).toBe('overdue');
    const [kept] = weigh(told, defaultPolicy, NOW, [decided('kept', { promise: read?.id }, 5)]).commitments;
    expect(kept).toMatchObject({ state: 'kept', decision: 5, item: 'a' });
  });

  it('withhold and disclose a name, in whatever form it is known', () => {
    const people = (...all: Decision[]) => ledger(SAME, all).people.find(({ name }) => name === 'Ada Moss');
    expect(people()).toMatchObject({ withheld: true });
    const disclose = decided('disclose', { name: 'Moss', second: 'k.olm', why: 'she agreed' }, 2);
    expect(people(disclose)).toMatchObject({
      withheld: false,
      decision: 2,
      why: 'shown by decision of r.ames and k.olm: she agreed',
    });
    const bare = people(decided('disclose', { name: 'Moss', second: 'k.olm' }, 2));
    expect(bare).toMatchObject({ withheld: true, why: expect.stringContaining('gives no reason') });
    expect(bare).not.toHaveProperty('decision');
    expect(people(disclose, decided('withhold', { name: 'Ada Moss' }, 3))).toMatchObject({
      withheld: true,
      decision: 3,
    });
    const stranger = ledger(SAME, [decided('withhold', { name: 'Bo Lind' }, 3)]).people;
    expect(stranger).toContainEqual(expect.objectContaining({ name: 'Bo Lind', withheld: true, role: null }));
  });

  it('name a child, a victim or somebody told of for private life only by two people', () => {
    const named = (tender: 'child' | 'victim') => ({
      item: 'a',
      name: 'Tom Vane',
      start: 0,
      end: 8,
      role: null,
      sure: true,
      tender,
    });
    const told = (tender: 'child' | 'victim', more: object) =>
      weigh({ ...story(SAME), persons: [named(tender)] }, defaultPolicy, NOW, [
        decided('disclose', { name: 'Tom Vane', ...more }, 2),
      ]).people.find(({ name }) => name === 'Tom Vane');
    for (const tender of ['child', 'victim'] as const) {
      expect(told(tender, { why: 'his parents agreed' })).toMatchObject({ withheld: true, tender });
      expect(told(tender, { why: 'his parents agreed' })?.why).toContain('only where a second person');
      expect(told(tender, { why: 'his parents agreed', second: 'r.ames' })).toMatchObject({ withheld: true });
      expect(told(tender, { second: 'k.olm' })).toMatchObject({ withheld: true });
      expect(told(tender, { why: 'his parents agreed', second: 'k.olm' })).toMatchObject({
        withheld: false,
        decision: 2,
      });
    }
  });

  it('tell of what a decision names that is not there, and go on', () => {
    const lost = ledger(TWO, [decided('merge', { statements: ['s0', 's-gone'] }), decided('kept', { promise: 44 }, 2)]);
    expect(lost.decisions.map(({ missing }) => missing)).toEqual([['s-gone'], ['44']]);
    expect(groups(lost)).toEqual(groups(ledger(TWO, [])));
  });

  it('count from when they were made', () => {
    const late = decided('retract', { statement: 's0' }, 1, '2040-03-15T00:00:00+01:00');
    expect(labels(ledger(SAME, [late], '2040-03-14T22:59:59Z'))).toEqual(['corroborated']);
    expect(labels(ledger(SAME, [late], '2040-03-14T23:00:00Z'))).toEqual(['retracted']);
  });
});

const anyId = fc.constantFrom(...SAME.map((_, at) => `s${at}`), 's3', 's-gone');
const anyDeed = fc.oneof(
  fc.record({ kind: fc.constant('merge'), data: fc.record({ statements: fc.uniqueArray(anyId, { minLength: 2 }) }) }),
  fc
    .uniqueArray(anyId, { minLength: 2 })
    .map(([first = '', ...from]) => ({ kind: 'split', data: { statements: [first], from } })),
  fc.record({ kind: fc.constant('retract'), data: fc.record({ statement: anyId }) }),
  fc.record({
    kind: fc.constant('ask'),
    data: fc.record({ of: fc.constant('River Board'), question: fc.constant('So?'), claim: anyId }),
  }),
  fc.record({ kind: fc.constant('kept'), data: fc.record({ promise: fc.nat(9) }) }),
  fc.record({ kind: fc.constant('withhold'), data: fc.record({ name: fc.constant('Ada Moss') }) }),
);
const anyDecisions = fc
  .array(fc.tuple(anyDeed, fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
  .map((all) => all.map(([{ kind, data }, day], seq) => decided(kind, data, seq, `2040-03-0${day}T00:00:00Z`)));
const FOUR = [...SAME, { in: 'd', words: GIFT, name: 'Piet Holm' }];

describe('properties', () => {
  it('any order of decisions gives the same ledger', () => {
    fc.assert(
      fc.property(anyDecisions, (all) => {
        expect(ledger(FOUR, [...all].reverse())).toEqual(ledger(FOUR, all));
      }),
      { numRuns: 60 },
    );
  });

  it('the view as of an instant is the view with what was decided by then', () => {
    fc.assert(
      fc.property(anyDecisions, fc.integer({ min: 2, max: 9 }), (all, day) => {
        const asOf = `2040-03-0${day}T12:00:00Z`;
        expect(ledger(FOUR, all, asOf)).toEqual(ledger(FOUR, decidedBy(all, asOf), asOf));
      }),
      { numRuns: 60 },
    );
  });

  it('the last word on two statements holds, whatever was decided before and whatever else is there', () => {
    fc.assert(
      fc.property(anyDecisions, fc.boolean(), (before, merging) => {
        const pair = { statements: ['s0'], from: ['s3'] };
        const last = merging ? decided('merge', { statements: ['s0', 's3'] }, 99) : decided('split', pair, 99);
        const together = groups(ledger(FOUR, [...before, last])).some(
          (one) => one.includes('s0') && one.includes('s3'),
        );
        expect(together).toBe(merging);
      }),
      { numRuns: 150 },
    );
  });

  it('no statement is lost or invented by a decision', () => {
    fc.assert(
      fc.property(anyDecisions, (all) => {
        expect([...new Set(groups(ledger(FOUR, all)).flat())].sort()).toEqual(['s0', 's1', 's2', 's3']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('parseDecision', () => {
  const code = (kind: string, data: unknown): string => {
    try {
      parseDecision(kind, data);
      return 'fine';
    } catch (error) {
      return error instanceof HearsayError && error.code === 'bad-decision' ? error.message : `threw ${error}`;
    }
  };

  it('refuses unknown kinds and keys by name, and says what a key must be', () => {
    expect(code('guess', {})).toContain('"guess"');
    expect(code('kept', { promise: 3, mood: 'good' })).toContain('"mood" is an unknown key');
    expect(code('reply', { of: 'X', outcome: 'perhaps' })).toContain('must be one of no-reply');
    expect(code('correct', { statement: 's1' })).toContain('nothing is corrected');
    expect(code('merge', { statements: ['s1', 's1'] })).toContain('at least two');
    expect(code('split', { statements: ['s1'], from: ['s1'] })).toContain('"from"');
    expect(code('promise', { who: 'X', what: 'y', due: '2040-02-31' })).toContain('"due"');
    expect(code('constructor', {})).toContain('is none of');
    expect(code('kept', JSON.parse('{"promise":1,"__proto__":2}'))).toContain('__proto__');
  });

  it('never throws anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...DECISION_KINDS)), fc.jsonValue(), (kind, data) => {
        expect(code(kind, data)).not.toMatch(/^threw/u);
      }),
    );
  });

  it('names the event of a journal whose decision is malformed, and passes over what is none', () => {
    const event = { seq: 12, at: '2040-03-05T09:00:00Z', by: 'r.ames' };
    expect(decisionsIn([{ ...event, kind: 'publish', data: {} }])).toEqual([]);
    expect(() => decisionsIn([{ ...event, kind: 'kept', data: {} }])).toThrow('event 12');
  });
});
