import { describe, expect, it } from 'vitest';
import { account, hearsay } from '../src/hearsay.ts';
import { defaultPolicy } from '../src/weigh/policy.ts';

const NO_EYES = { see: () => Promise.reject(new Error('no pictures here')) };

/** Publisher and text of each item, an hour apart. */
type Pile = readonly (readonly [string, string])[];

async function labels(pile: Pile): Promise<readonly string[]> {
  const accounts = await Promise.all(
    pile.map(([publisher, text], at) =>
      account(
        {
          facts: {
            file: `${at}.txt`,
            url: `https://paper${at}.example/story`,
            publisher,
            author: null,
            published: `2033-01-02T0${at + 1}:00:00Z`,
            captured: null,
            lang: 'en',
            note: null,
          },
          bytes: new TextEncoder().encode(text),
        },
        NO_EYES,
      ),
    ),
  );
  return hearsay(accounts, defaultPolicy, '2033-01-03T00:00:00Z').claims.map(({ standing }) => standing.label);
}

const FIRM: readonly string[] = ['confirmed', 'corroborated'];

/** Stories in which nothing is confirmed and nothing corroborated, however it looks. */
const TRAPS: Readonly<Record<string, Pile>> = {
  'one former employee, told of by two papers': [
    ['Harbour Post', 'A former employee of Delmar Foods told the Harbour Post that the oil was reused for weeks.'],
    ['City Echo', 'Oil at Delmar Foods was reused for weeks, a former employee has said.'],
  ],
  'a nurse who may be the nurse': [
    ['Harbour Post', 'A nurse at St Anne Hospital said two patients had died after the operation on 1 January.'],
    [
      'City Echo',
      'A hospital nurse, who asked not to be named, said two patients died after the operation on 1 January.',
    ],
  ],
  'the same two officials twice': [
    ['Harbour Post', 'According to two officials with knowledge of the matter, the minister had signed the order.'],
    ['City Echo', 'Two officials with knowledge of the matter said the minister had signed the order.'],
  ],
  'the police on a firm’s debts': [
    ['Harbour Post', 'Police said that Delmar Foods owes its suppliers two million euros.'],
  ],
  'a school on the cause of an illness': [
    ['Harbour Post', 'Northgate School said that the oil at Delmar Foods had made the pupils sick.'],
  ],
  'a regulator that hedges, and one that could not confirm': [
    ['Harbour Post', 'The Food Inspectorate said samples from Delmar Foods may have contained lead.'],
    ['City Echo', 'The police could not confirm that a man had been arrested on Monday.'],
  ],
  'a spokeswoman and her firm': [
    ['Harbour Post', 'Delmar Foods spokeswoman Rita Vance said that the oil was changed every day.'],
    ['City Echo', 'Delmar Foods said the oil was changed every day.'],
  ],
  'an account that calls itself the police': [
    ['Harbour Post', 'An account calling itself Northgate Police wrote that a man had been arrested over the fire.'],
  ],
  'two people who have it from somebody else': [
    ['Harbour Post', 'Baker Tom Reed said his cousin had told him that the mill had dumped oil in the river.'],
    ['City Echo', 'Teacher Ann Cole said a friend had told her that the mill dumped oil in the river.'],
  ],
  'a plan, and a worker who says that it was done': [
    ['Harbour Post', 'The Food Inspectorate said it would inspect Delmar Foods on Friday.'],
    ['City Echo', 'A worker said the Food Inspectorate had inspected Delmar Foods on Friday.'],
  ],
};

describe('a trap', () => {
  it.each(Object.entries(TRAPS))('confirms and corroborates nothing: %s', async (_, pile) => {
    const found = await labels(pile);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((label) => FIRM.includes(label))).toEqual([]);
  });

  it('is no longer one where a denial has no word of denying: it is contested', async () => {
    const pile: Pile = [
      ['Harbour Post', '"The oil was never reused," said Delmar Foods director Karl Ems.'],
      ['City Echo', 'A cook said the oil was reused for weeks.'],
    ];
    expect(await labels(pile)).toEqual(['contested']);
  });

  it('does not keep two witnesses who can be told apart from corroborating', async () => {
    const pile: Pile = [
      ['Harbour Post', 'A night guard at the depot said the tank had burst at the north gate on 1 January.'],
      [
        'City Echo',
        'It was loud in Orm Street on New Year’s Day. The tank burst near the north gate on 1 January, a bus driver said.',
      ],
    ];
    expect(await labels(pile)).toEqual(['corroborated']);
  });
});
