import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markOf, storyOf, type Told } from '../../scripts/eval/weigh/told.mjs';
import { defaultPolicy } from './policy.ts';
import { recheck } from './recheck.ts';
import { weigh } from './weigh.ts';

/** Small made stories, each for a rule and where it ends; those held back are for `npm run eval -- weigh` alone. */
const place = new URL('../../scripts/eval/weigh/stories.json', import.meta.url);
const stories: readonly Told[] = JSON.parse(readFileSync(place, 'utf8'));

describe.each(stories.map((story) => [story.name, story] as const))('the story of %s', (_, story) => {
  const told = storyOf(story);
  const ledger = weigh(told, defaultPolicy, story.now);
  const mark = markOf(story, ledger);

  it('puts together what says the same, and nothing else', () => {
    expect({ merged: mark.merged, split: mark.split }).toEqual({ merged: [], split: [] });
  });

  it('gives each claim the label that an editor would give', () => {
    expect(mark.labels.map(({ claim, is }) => `${claim} ${is}`)).toEqual(
      mark.labels.map(({ claim, label }) => `${claim} ${label}`),
    );
  });

  it('finds what contradicts, and nothing else', () => {
    expect(mark.surplus).toEqual([]);
    expect(mark.contradictions.hit).toBe(mark.contradictions.gold);
  });

  it('gives reasons from which each label can be worked out again', () => {
    expect(recheck({ ...ledger, statements: told.statements }, defaultPolicy)).toEqual([]);
  });
});

describe('what one voice corrects', () => {
  const items = ['a', 'b'].map(
    (id, nth) => [id, `Paper ${id}`, `2041-01-0${nth + 1}T08:00:00Z`, 'article', 'en'] as const,
  );
  const told = (first: string, second: string): Told => ({
    name: 'the flood',
    now: '2041-02-01T00:00:00Z',
    items,
    said: [
      ['a', 'say', 'named-body', first, 'k1', '3 houses in Orle were under water'],
      ['b', 'say', 'named-body', second, 'k2', '15 houses in Orle were under water'],
    ],
    labels: {},
    contradictions: [],
  });
  const ledgerOf = (story: Told) => weigh(storyOf(story), defaultPolicy, story.now);

  it('is an update of what it said before, no contradiction', () => {
    const { claims, contradictions } = ledgerOf(told('Orle Fire Service', 'Orle Fire Service'));
    expect(contradictions).toEqual([]);
    expect(claims.map(({ standing }) => standing.flags)).toEqual([['updated'], []]);
  });

  it('is a contradiction where another voice says it', () => {
    const { claims, contradictions } = ledgerOf(told('Orle Fire Service', 'Orle Water Board'));
    expect(contradictions).toHaveLength(1);
    expect(claims.flatMap(({ standing }) => standing.flags)).toEqual([]);
  });
});
