import { describe, expect, it } from 'vitest';
import { pointedAt } from './anaphor.ts';
import type { Placed } from './ledger.ts';

const said = (id: string, start: number, quote: string, kind: Placed['class'], name: string | null): Placed => {
  const source = { kind: name ? ('named-body' as const) : ('none' as const), name, quote: '', start: 0, end: 0 };
  return {
    id,
    item: 'a',
    at: null,
    start,
    end: start + quote.length,
    quote,
    cue: null,
    source,
    chain: [source],
    class: kind,
    polarity: 'positive',
    hedged: false,
    carrier: false,
    by: 'rules',
  };
};

describe('a denial that only points back', () => {
  it('denies what was said last before it, by somebody else', () => {
    const rumour = said('s1', 2, '大桥已封闭', 'hearsay', null);
    expect(pointedAt([rumour, said('s2', 12, '该消息不实', 'deny', '警方')]).get('s2')).toBe(rumour);
    const claim = said('s3', 0, 'the bridge was closed', 'say', 'Ada Brook');
    expect(pointedAt([claim, said('s4', 60, 'that was true', 'deny', 'Nils Harrow')]).get('s4')).toBe(claim);
  });

  it('denies nothing where nothing stands near, or where it names itself what it denies', () => {
    const far = said('s1', 0, 'the bridge was closed', 'say', 'Ada Brook');
    expect(pointedAt([far, said('s2', 900, 'that was true', 'deny', 'Nils Harrow')]).size).toBe(0);
    expect(pointedAt([far, said('s3', 60, 'the engine had failed on Monday', 'deny', 'Nils Harrow')]).size).toBe(0);
  });
});
