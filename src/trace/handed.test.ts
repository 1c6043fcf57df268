import { describe, expect, it } from 'vitest';
import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import type { Copy } from './lineage.ts';
import { trace } from './trace.ts';

interface Post {
  readonly words: string;
  readonly author?: string;
  readonly published?: string;
}

const NONE = { url: null, publisher: null, modified: null, captured: null, title: null, note: null, unreadable: null };

function pair(a: Post, b: Post, doubt = 0): Copy | undefined {
  const items: Item[] = [a, b].map(({ author = null, published = null }, at) => ({
    ...{ ...NONE, id: `p${at}`, file: `p${at}`, author, published },
    ...{ mediaType: 'text/plain', digest: 'sha256:00', language: 'und' },
  }));
  const texts: Text[] = [a, b].map(({ words }, at) => ({
    ...{ id: `t${at}`, item: `p${at}`, language: 'und', content: words },
    ...{ zones: [], voices: [], links: [], credits: [] },
  }));
  return trace(items, texts, { doubt }).copies[0];
}

const ENGLISH = 'The night ferry to Orla lost its rudder off the old mole and forty people sat in the dark until four.';
const CHINESE = '夜班渡轮在旧防波堤外丢了舵，四十个人在黑暗里一直坐到凌晨四点钟，没有一个人来问。';

describe('words that are handed on', () => {
  it('are the later ones, with a stated confidence', () => {
    for (const words of [
      `Dreadful. //@dockhand: ${ENGLISH}`,
      `RT @dockhand ${ENGLISH}`,
      `Forwarded from dockhand: ${ENGLISH}`,
      `@dockhand ${ENGLISH}`,
    ]) {
      const copy = pair({ words: ENGLISH }, { words });
      expect([words, copy?.direction]).toEqual([words, 'left-first']);
      expect(copy?.confidence).toBeGreaterThan(0.9);
    }
    expect(pair({ words: `太冷了//@船工：${CHINESE}` }, { words: CHINESE })?.direction).toBe('right-first');
  });

  it('are so with less confidence where there is a bare name', () => {
    const copy = pair({ words: CHINESE }, { words: `船工老周：${CHINESE}` });
    expect(copy?.direction).toBe('left-first');
    expect(copy?.confidence).toBeLessThan(0.9);
  });

  it('count the marks: who hands on a post that hands one on has one more', () => {
    const inner = `So sad //@dockhand: ${ENGLISH}`;
    expect(pair({ words: `Look //@keeper: ${inner}` }, { words: inner })?.direction).toBe('right-first');
  });

  it('say nothing of a post by somebody else, and much of the author’s', () => {
    const copied = { words: `//@dockhand: ${ENGLISH}` };
    expect(pair({ words: ENGLISH, author: 'lamplighter' }, copied)?.direction).toBe('unknown');
    const own = pair({ words: ENGLISH, author: '@Dockhand' }, copied);
    expect(own?.direction).toBe('left-first');
    expect(own?.basis.map(({ kind }) => kind)).toEqual(['credit']);
    expect(own?.confidence).toBeUndefined();
  });

  it('give way to clocks that are sure, and not to doubtful ones', () => {
    const late = { words: ENGLISH, published: '2031-05-12T09:00:00Z' };
    const early = { words: `//@dockhand: ${ENGLISH}`, published: '2031-05-12T08:00:00Z' };
    expect(pair(late, early)?.direction).toBe('right-first');
    expect(pair(late, early)?.confidence).toBeLessThan(0.95);
    expect(pair(late, early, 3_600_000)?.direction).toBe('left-first');
  });
});

describe('clocks in doubt', () => {
  const [first, second] = ['2031-05-12T08:00:00Z', '2031-05-12T20:00:00Z'];

  it('leave equal posts without direction while their intervals meet', () => {
    const of = (doubt: number) =>
      pair({ words: ENGLISH, published: first }, { words: ENGLISH, published: second }, doubt)?.direction;
    expect(of(0)).toBe('left-first');
    expect(of(5 * 3_600_000)).toBe('left-first');
    expect(of(7 * 3_600_000)).toBe('unknown');
  });

  it('leave two posts of which one holds the other without direction', () => {
    expect(pair({ words: ENGLISH }, { words: `${ENGLISH} I stood on the mole and held a lamp.` })?.direction).toBe(
      'unknown',
    );
  });
});
