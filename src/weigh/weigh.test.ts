import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { item as sampleItem } from '../../test/sample-dossier.ts';
import type { Item } from '../capture/item.ts';
import { cut } from './cut.ts';
import type { Placed } from './ledger.ts';
import { defaultPolicy, parsePolicy } from './policy.ts';
import { labelFrom } from './recheck.ts';
import type { Story } from './story.ts';
import { weigh } from './weigh.ts';

const NOW = '2040-03-09T00:00:00Z';

const item = (id: string, day = 1): Item => sampleItem(id, { published: `2040-03-0${day}T08:00:00Z` });

interface Saying {
  readonly in: string;
  readonly words: string;
  readonly kind?: Placed['source']['kind'];
  readonly name?: string;
  readonly body?: string;
  readonly class?: Placed['class'];
  readonly day?: number;
}

function said(one: Saying, index: number): Placed {
  const source = {
    kind: one.kind ?? 'named-person',
    name: one.name ?? null,
    quote: one.name ?? '',
    start: 0,
    end: 0,
    ...(one.body ? { body: one.body } : {}),
  } as const;
  return {
    id: `s${index}`,
    item: one.in,
    at: `2040-03-0${one.day ?? 1}T09:00:00Z`,
    start: index * 1000,
    end: index * 1000 + one.words.length,
    quote: one.words,
    cue: null,
    source,
    chain: [source],
    class: one.class ?? 'say',
    polarity: one.class === 'deny' ? 'negative' : 'positive',
    hedged: false,
    carrier: false,
    by: 'rules',
  };
}

const story = (sayings: readonly Saying[], more: Partial<Story> = {}): Story => {
  const ids = [...new Set(sayings.map((one) => one.in))];
  return {
    items: ids.map((id) => item(id)),
    texts: [],
    lineage: { copies: [], versions: [], tellings: ids.map((id) => [id]), citations: [], rings: [] },
    images: [],
    transcripts: [],
    statements: sayings.map(said),
    responses: [],
    commitments: [],
    ...more,
  };
};

const BRIBE = 'the bridge inspector Orla Finch accepted a holiday from the paint supplier';
const labels = (sayings: readonly Saying[], asOf = NOW) =>
  weigh(story(sayings), defaultPolicy, asOf).claims.map((claim) => claim.standing.label);

describe('standing', () => {
  it('is unsourced where nobody stands behind it', () => {
    expect(labels([{ in: 'a', words: BRIBE, kind: 'none', class: 'hearsay' }])).toEqual(['unsourced']);
  });

  it('is single-source for one voice, and corroborated for two that are independent', () => {
    const one = { in: 'a', words: BRIBE, kind: 'unnamed-person', name: 'a colleague' } as const;
    const two = { in: 'b', words: BRIBE, kind: 'named-person', name: 'Tomas Reed' } as const;
    expect(labels([one])).toEqual(['single-source']);
    expect(labels([{ ...one, name: 'Ada Moss', kind: 'named-person' }, two])).toEqual(['corroborated']);
  });

  it('counts one named person quoted in two papers once', () => {
    const one = { in: 'a', words: BRIBE, name: 'Tomas Reed' };
    expect(labels([one, { ...one, in: 'b', name: 'Mr Reed' }])).toEqual(['single-source']);
  });

  it('counts nobody without a name who only supposes it', () => {
    const one = { in: 'a', words: BRIBE, name: 'Tomas Reed' };
    const dad = { in: 'b', words: `presumably ${BRIBE}`, name: 'dad' };
    expect(labels([one, { ...dad, kind: 'unnamed-person' }])).toEqual(['single-source']);
  });

  it('is denied on record against a picture, and contested against a person', () => {
    const denial = { in: 'b', words: `${BRIBE} is false`, name: 'Orla Finch', class: 'deny' } as const;
    expect(labels([{ in: 'a', words: BRIBE, kind: 'artefact', name: 'screenshot' }, denial])).toEqual(['denied']);
    expect(labels([{ in: 'a', words: BRIBE, name: 'Tomas Reed' }, denial])).toEqual(['contested']);
  });

  it('confirms what a body says of its own staff, and nothing beside it', () => {
    const found = weigh(
      story([
        { in: 'a', words: BRIBE, kind: 'artefact', name: 'screenshot' },
        {
          in: 'b',
          words: 'Orla Finch holds the post of bridge inspector',
          kind: 'named-body',
          name: 'Roads Authority',
          class: 'confirm',
        },
      ]),
      defaultPolicy,
      NOW,
    );
    const label = (start: string) => found.claims.find((claim) => claim.statement.startsWith(start))?.standing.label;
    expect(label('the bridge')).toBe('single-source');
    expect(label('Orla Finch holds')).toBe('confirmed');
  });

  it('holds another amount as another claim, and as a contradiction', () => {
    const found = weigh(
      story([
        { in: 'a', words: '这趟行程的费用是3.86万元', name: '林甲' },
        { in: 'b', words: '这趟行程的费用是38.6万元', name: '周乙' },
      ]),
      defaultPolicy,
      NOW,
    );
    expect(found.claims).toHaveLength(2);
    expect(found.contradictions).toHaveLength(1);
  });

  it('says since when', () => {
    const later = { in: 'b', words: BRIBE, name: 'Ada Moss', day: 5 };
    const { claims } = weigh(story([{ in: 'a', words: BRIBE, name: 'Tomas Reed' }, later]), defaultPolicy, NOW);
    expect(claims[0]?.standing.label).toBe('corroborated');
    expect(claims[0]?.standing.since).toBe('2040-03-05T09:00:00Z');
  });

  it('leaves a denial of a neighbour, a question and a refusal out of the claim', () => {
    expect(labels([{ in: 'a', words: `${BRIBE}?`, name: 'Ada Moss' }])).toEqual([]);
    expect(labels([{ in: 'a', words: 'we do not comment on inspectors', name: 'Ada Moss', class: 'respond' }])).toEqual(
      [],
    );
  });

  it('says why: the reasons name a rule of the policy that gives that label, and what met it', () => {
    const { claims } = weigh(story([{ in: 'a', words: BRIBE, name: 'Tomas Reed' }]), defaultPolicy, NOW);
    for (const { standing } of claims) {
      const held = standing.reasons.find((reason) => reason.held);
      expect(defaultPolicy.rules.find((rule) => rule.name === held?.rule)?.label).toBe(standing.label);
      expect(held?.because.length).toBeGreaterThan(0);
    }
  });
});

const sayings = fc.array(
  fc.record({
    in: fc.constantFrom('a', 'b', 'c'),
    words: fc.constantFrom(BRIBE, `${BRIBE} in May`, 'the swimming pool was closed for repairs', '郭某当天未到岗'),
    kind: fc.constantFrom('named-person', 'unnamed-person', 'artefact', 'none', 'named-body', 'crowd'),
    name: fc.constantFrom('Ada Moss', 'Tomas Reed', 'Roads Authority'),
    class: fc.constantFrom('say', 'deny', 'confirm', 'hearsay'),
    day: fc.integer({ min: 1, max: 8 }),
  }),
  { maxLength: 12 },
);

describe('weighing', () => {
  it('gives reasons from which each label can be worked out again', () => {
    fc.assert(
      fc.property(sayings, (list) => {
        for (const claim of weigh(story(list as Saying[]), defaultPolicy, NOW).claims) {
          expect(labelFrom(claim, defaultPolicy)).toBe(claim.standing.label);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of statements', () => {
    fc.assert(
      fc.property(sayings, (list) => {
        const one = story(list as Saying[]);
        const other = { ...one, items: [...one.items].reverse(), statements: [...one.statements].reverse() };
        expect(weigh(other, defaultPolicy, NOW)).toEqual(weigh(one, defaultPolicy, NOW));
      }),
      { numRuns: 60 },
    );
  });

  it('as of an instant is weighing the case cut at that instant', () => {
    fc.assert(
      fc.property(sayings, fc.integer({ min: 1, max: 9 }), (list, day) => {
        const asOf = `2040-03-0${day}T12:00:00Z`;
        const whole = story(list as Saying[]);
        expect(weigh(whole, defaultPolicy, asOf)).toEqual(weigh(cut(whole, asOf), defaultPolicy, asOf));
      }),
      { numRuns: 60 },
    );
  });

  it('is deaf to echoes: a copy of an item raises no rank and no count', () => {
    fc.assert(
      fc.property(sayings, (list) => {
        const one = story(list as Saying[]);
        const echoes = one.statements
          .filter((statement) => statement.item === 'a')
          .map((statement) => ({ ...statement, id: `${statement.id}-echo`, item: 'z' }));
        const tellings = [['a', 'z'], ['b'], ['c']];
        const louder = {
          ...one,
          items: [...one.items, item('z', 9)],
          lineage: { ...one.lineage, tellings },
          statements: [...one.statements, ...echoes],
        };
        const sides = (of: Story) =>
          weigh(of, defaultPolicy, NOW).claims.map(({ id, standing }) => [
            id,
            standing.label,
            standing.for,
            standing.against,
          ]);
        expect(sides(louder)).toEqual(sides({ ...one, lineage: { ...one.lineage, tellings: [['a'], ['b'], ['c']] } }));
      }),
      { numRuns: 60 },
    );
  });

  it('weighs ten thousand statements, never pair by pair', () => {
    const words = (n: number) =>
      `clerk number${n % 700} signed ledger${n % 900} for depot${(n * 7) % 500} in week${n % 50}`;
    const list = Array.from({ length: 10_000 }, (_, n) => ({
      in: `i${n % 2000}`,
      words: words(n),
      name: `Person ${n % 300}`,
    }));
    const many = story(list);
    expect(weigh(many, defaultPolicy, NOW).claims.length).toBeGreaterThan(50);
  }, 20_000);
});

describe('a large case', () => {
  it('weighs a claim with five thousand statements', () => {
    const list = Array.from({ length: 5000 }, (_, n) => ({
      in: `i${n % 500}`,
      words: BRIBE,
      name: `Person Number${n % 900}`,
      day: 1 + (n % 8),
      class: n % 7 ? ('say' as const) : ('deny' as const),
    }));
    const { claims } = weigh(story(list), defaultPolicy, NOW);
    expect(claims.map((claim) => claim.standing.label)).toEqual(['contested']);
    expect(claims[0]?.statements).toHaveLength(5000);
  }, 20_000);

  it('weighs a case with nothing in it', () => {
    expect(weigh(story([]), defaultPolicy, NOW).claims).toEqual([]);
  });
});

describe('a policy', () => {
  it('is refused by name where a key is unknown', () => {
    expect(() => parsePolicy({ ...defaultPolicy, colour: 'red' })).toThrow(/colour: unknown key/);
  });

  it('is refused where a rank is unknown or the last rule may fail', () => {
    expect(() => parsePolicy({ ...defaultPolicy, ranks: [...defaultPolicy.ranks, 'oracle'] })).toThrow(/oracle/);
    expect(() => parsePolicy({ ...defaultPolicy, rules: defaultPolicy.rules.slice(0, 2) })).toThrow(/last rule/);
    expect(() => parsePolicy(null)).toThrow(/must be an object/);
  });
});
