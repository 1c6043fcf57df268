import { describe, expect, it } from 'vitest';
import type { Item } from '../capture/item.ts';
import { laterThanDated } from './revision.ts';

const item = (id: string, facts: Partial<Item>): Item => ({
  ...{ id, file: `${id}.html`, url: null, publisher: null, author: null, modified: null, captured: null },
  ...{ published: '2040-03-01T08:00:00Z', mediaType: 'text/html', digest: 'sha256:0', language: 'en', title: null },
  ...{ note: null, unreadable: null },
  ...facts,
});

describe('when an item was out', () => {
  it('is when its page was changed, for a later saved state of the page', () => {
    const first = item('a', { captured: '2040-03-01T09:00:00Z' });
    const changed = item('b', { modified: '2040-03-02T07:00:00Z', captured: '2040-03-02T09:00:00Z' });
    const saved = item('c', { captured: '2040-03-03T09:00:00Z' });
    const found = laterThanDated([['a', 'b', 'c']], [first, changed, saved]);
    expect([...found]).toEqual([
      ['b', '2040-03-02T07:00:00Z'],
      ['c', '2040-03-03T09:00:00Z'],
    ]);
  });

  it('is when it was saved, for a paper that carries but a day', () => {
    const dated = { mediaType: 'application/pdf', captured: '2040-03-05T09:00:00Z' };
    const paper = { ...dated, published: '2040-03-01T00:00:00+01:00' };
    expect(laterThanDated([], [item('a', dated)]).size).toBe(0);
    expect(laterThanDated([], [item('a', paper)]).get('a')).toBe('2040-03-05T09:00:00Z');
    expect(laterThanDated([], [item('a', { ...paper, captured: null })]).size).toBe(0);
  });

  it('is what it says, for everything else', () => {
    expect(laterThanDated([], [item('a', { captured: '2040-03-05T09:00:00Z' })]).size).toBe(0);
  });
});
