import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { item as sampleItem } from '../../test/sample-dossier.ts';
import type { Item } from '../capture/item.ts';
import { type Decision, parseDecision } from './decision.ts';
import type { Claim, Ledger, Placed } from './ledger.ts';
import { defaultPolicy, parsePolicy } from './policy.ts';
import { recheck } from './recheck.ts';
import type { Story } from './story.ts';
import { weigh } from './weigh.ts';

const NOW = '2040-03-20T00:00:00Z';
const ITEMS = ['a', 'b', 'c', 'd'];

const item = (id: string): Item => sampleItem(id, { published: '2040-03-01T08:00:00Z' });

const WORDS = [
  'the ferry Marigold sailed without its mate on Sunday',
  'the ferry Marigold did not sail without its mate on Sunday',
  'a mate of the Marigold was suspended by the Harbour Office',
  'the fare rose by 12 percent',
  'the fare rose by 15 percent',
];

const saying = fc.record({
  in: fc.constantFrom(...ITEMS),
  words: fc.constantFrom(...WORDS),
  name: fc.constantFrom<string | null>('Tomas Reed', 'Ada Moss', 'Harbour Office', 'a deckhand', 'sources', null),
  kind: fc.constantFrom<Placed['source']['kind']>(
    ...(['named-person', 'named-body', 'unnamed-person', 'crowd', 'artefact', 'outlet', 'none'] as const),
  ),
  class: fc.constantFrom<Placed['class']>('say', 'confirm', 'deny', 'allege', 'hearsay', 'investigate'),
  day: fc.integer({ min: 1, max: 9 }),
});

type Saying = typeof saying extends fc.Arbitrary<infer T> ? T : never;

const storyOf = (sayings: readonly Saying[]): Story => ({
  ...{ items: ITEMS.map(item), texts: [], images: [], transcripts: [], responses: [], commitments: [] },
  lineage: { copies: [], versions: [], tellings: ITEMS.map((id) => [id]), citations: [], rings: [] },
  statements: sayings.map(({ in: place, words, name, kind, day, class: what }, at) => {
    const source = { kind, name, quote: name ?? '', start: 0, end: 0 };
    return {
      ...{
        id: `s${at}`,
        item: place,
        at: `2040-03-0${day}T09:00:00Z`,
        start: at * 1000,
        end: at * 1000 + words.length,
      },
      ...{ quote: words, cue: null, source, chain: [source], class: what, hedged: false, carrier: false, by: 'rules' },
      polarity: what === 'deny' ? 'negative' : 'positive',
    };
  }),
});

const bySeq = (kind: string, data: object, seq: number): Decision => ({
  ...parseDecision(kind, data),
  ...{ seq, at: '2040-03-10T00:00:00Z', by: 'r.ames' },
});
const deed = fc.oneof(
  fc.constant(['merge', { statements: ['s0', 's1'] }] as const),
  fc.constant(['split', { statements: ['s0'], from: ['s1', 's2'] }] as const),
  fc.nat(5).map((n) => ['retract', { statement: `s${n}` }] as const),
);
const decisions = fc.array(deed, { maxLength: 3 }).map((all) => all.map(([kind, data], seq) => bySeq(kind, data, seq)));

/** A house that asks for more, in another order, and marks sources and claims. */
const STRICT = parsePolicy({
  extends: 'two-source',
  name: 'strict',
  rules: [
    { name: 'denied-by-who-knows', label: 'denied', when: [{ side: 'against', competent: true }] },
    { name: 'three', label: 'corroborated', when: [{ side: 'for', atLeast: 'unnamed-person', origins: 3 }] },
    { name: 'talk', label: 'single-source', when: [{ side: 'for', atMost: 'crowd', origins: 1 }] },
    ...defaultPolicy.rules,
  ],
  admiralty: {
    letters: Object.fromEntries(defaultPolicy.ranks.map((rank) => [rank, 'F'])),
    ...{
      names: {},
      digits: [
        { digit: 2, when: [{ side: 'for', origins: 2 }] },
        { digit: 6, when: [] },
      ],
    },
  },
});

const LEDGER = (): Ledger & { readonly statements: readonly Placed[] } => {
  const named = (place: string, name: string) => ({ in: place, name, words: WORDS[0] ?? '', day: 1 });
  const story = storyOf([
    { ...named('a', 'Tomas Reed'), kind: 'named-person', class: 'say' },
    { ...named('b', 'Ada Moss'), kind: 'named-person', class: 'say' },
  ]);
  return { ...weigh(story, defaultPolicy, NOW), statements: story.statements };
};

describe('the checker', () => {
  it.each([
    ['the default policy', defaultPolicy],
    ['another', STRICT],
  ])('works out every label of random stories from its reasons alone, under %s', (_, policy) => {
    fc.assert(
      fc.property(fc.array(saying, { minLength: 1, maxLength: 9 }), decisions, (sayings, decided) => {
        const story = storyOf(sayings);
        expect(recheck({ ...weigh(story, policy, NOW, decided), statements: story.statements }, policy)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('finds a label, a count, a rank, a rule or a citation that was changed', () => {
    const whole = LEDGER();
    expect(whole.claims[0]?.standing.label).toBe('corroborated');
    expect(recheck(whole, defaultPolicy)).toEqual([]);
    const changed = (change: (standing: Claim['standing']) => Partial<Claim['standing']>) => {
      const claims = whole.claims.map((one) => ({ ...one, standing: { ...one.standing, ...change(one.standing) } }));
      return recheck({ ...whole, claims }, defaultPolicy).map(({ why }) => why);
    };
    const reworded = (from: string, to: string) =>
      changed(({ reasons }) => ({ reasons: JSON.parse(JSON.stringify(reasons).replace(from, to)) }));
    expect(changed(() => ({ label: 'confirmed' }))).toEqual(['its reasons give corroborated, not confirmed']);
    expect(changed(({ for: side }) => ({ for: { ...side, origins: side.origins.slice(1) } }))[0]).toContain(
      '2 origins in',
    );
    expect(changed(({ for: side }) => ({ for: { ...side, rank: 'document' } }))[0]).toContain('ranked document');
    expect(changed(() => ({ reasons: [] }))[0]).toContain('first reason');
    expect(reworded('two-origins', 'one-origin')[0]).toContain('the rule two-origins, not one-origin');
    expect(reworded('named-person 2', 'named-person 1')[0]).toContain('give single-source');
    expect(reworded('"s0"', '"s9"')[0]).toContain('it cites s9');
    expect(recheck({ ...whole, origins: [] }, defaultPolicy)[0]?.why).toContain('is not there');
  });

  it('does not take a decision on trust', () => {
    const story = storyOf([
      { in: 'a', words: WORDS[0] ?? '', name: 'Ada Moss', kind: 'named-person', class: 'say', day: 1 },
    ]);
    const found = weigh(story, defaultPolicy, NOW, [bySeq('retract', { statement: 's0' }, 4)]);
    expect(recheck({ ...found, statements: story.statements }, defaultPolicy)).toEqual([]);
    const forged = recheck({ ...found, statements: story.statements, decisions: [] }, defaultPolicy);
    expect(forged.map(({ why }) => why)[0]).toContain('by a decision that is not there');
  });
});
