import { describe, expect, it } from 'vitest';
import { correctionOf } from './correction.ts';

const source = { kind: 'unnamed-person', name: null, start: 0, end: 0, quote: '' } as const;
const one = { id: 's-1', class: 'say', polarity: 'positive', hedged: false, source } as const;
const as = { class: 'say', polarity: 'positive', hedged: 'no', kind: 'unnamed-person', name: '' };

describe('a correction', () => {
  it('says what differs and nothing else', () => {
    expect(correctionOf(one, as)).toBeNull();
    expect(correctionOf(one, { ...as, class: 'deny', polarity: 'negative' })).toEqual({
      ...{ statement: 's-1', class: 'deny', polarity: 'negative' },
    });
    expect(correctionOf(one, { ...as, hedged: 'yes' })).toEqual({ statement: 's-1', hedged: true });
    expect(correctionOf(one, { ...as, kind: 'named-person', name: 'Osla Venn' })).toEqual({
      ...{ statement: 's-1', source: { kind: 'named-person', name: 'Osla Venn' } },
    });
    expect(correctionOf({ ...one, source: { ...source, name: 'Osla Venn' } }, as)).toEqual({
      ...{ statement: 's-1', source: { kind: 'unnamed-person', name: null } },
    });
  });
});
