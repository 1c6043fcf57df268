import { describe, expect, it } from 'vitest';
import type { Statement } from '../read/statement.ts';
import type { Dossier } from './dossier.ts';
import { withModelRows } from './model-rows.ts';

const source = { kind: 'crowd', name: 'the bargemen', start: 0, end: 12, quote: 'the bargemen' } as const;
const ROW: Statement = {
  start: 20,
  end: 40,
  quote: 'the keeper had slept',
  cue: null,
  source,
  chain: [source],
  class: 'allege',
  polarity: 'positive',
  hedged: false,
  carrier: false,
  by: 'model',
};
const WEIGHED = {
  items: [{ id: 'i-1', published: '2031-06-03', captured: null }],
  statements: [],
  claims: [{ id: 'c-1' }],
  origins: [],
} as unknown as Dossier;

describe('rows of a model in a dossier', () => {
  it('stand after the weighed statements, in no claim, and move nothing', () => {
    const found = withModelRows(WEIGHED, new Map([['i-1', [ROW]]]));
    expect(found.statements).toMatchObject([{ item: 'i-1', by: 'model', claim: null, at: '2031-06-03' }]);
    expect({ ...found, statements: [] }).toEqual({ ...WEIGHED, statements: [] });
  });

  it('without them the dossier is the one the rules give', () => {
    expect(withModelRows(WEIGHED, new Map())).toBe(WEIGHED);
    expect(withModelRows(WEIGHED, new Map([['i-9', [ROW]]]))).toBe(WEIGHED);
  });
});
