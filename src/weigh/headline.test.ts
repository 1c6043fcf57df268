import { describe, expect, it } from 'vitest';
import { storyOf } from '../../scripts/eval/weigh/told.mjs';
import { defaultPolicy } from './policy.ts';
import { weigh } from './weigh.ts';

const said = [
  ['a', 'say', 'named-body', 'Orle Lines', null, 'The hatch of the Grey Tern was closed before she sailed'],
  ['a', 'say', 'named-person', 'Hollis Pym', null, 'The hatch of the Grey Tern was closed when she sailed on Saturday'],
] as const;
const story = storyOf({
  items: [['a', 'Orle Echo', '2040-03-01T08:00:00Z', 'article', 'en']],
  said,
  name: '',
  now: '',
  labels: {},
  contradictions: [],
});
const titled = (title: string | null) => ({ ...story, items: story.items.map((item) => ({ ...item, title })) });
const originsOf = (title: string | null) =>
  weigh(titled(title), defaultPolicy, '2040-03-09T00:00:00Z').claims.map(({ standing }) => standing.for.origins.length);

describe('a headline', () => {
  it('is no origin beside what its own text tells', () => {
    expect(originsOf('The hatch of the Grey Tern was closed before she sailed')).toEqual([1]);
  });

  it('takes nothing from two who are told of in the text', () => {
    expect(originsOf(null)).toEqual([2]);
  });
});
