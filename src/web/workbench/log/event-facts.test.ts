import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../publish/workbench/shapes.ts';
import { SHAPES } from '../../../record/event.ts';
import { DECISION_KINDS } from '../../../weigh/decision.ts';
import { factsOf, rowsOf } from './event-facts.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

const KINDS = [...Object.keys(SHAPES), ...DECISION_KINDS];
const event = (seq: number, kind: string, by = 'Ines'): LogEvent => ({
  ...{ seq, kind, by, at: '2031-06-12T09:00:00Z' },
  ...{ data: { facts: { file: `${seq}.txt` } }, undone: false, undoable: true },
});

describe('the log', () => {
  it.each(KINDS)('has words for %s in both languages, whatever its data hold', (kind) => {
    for (const { told } of [EN, ZH])
      for (const data of [{}, { name: 'Osric Venn', statements: ['a', 'b'], source: { kind: 'none', name: null } }])
        expect(told[kind]?.(factsOf(data))).toMatch(/\S/u);
  });

  it('tells a correction by what was corrected', () => {
    const told = (data: Record<string, unknown>) => EN.told['correct']?.(factsOf(data));
    expect(told({ statement: 's', class: 'deny', hedged: false })).toBe(
      'A statement was read anew: it denies, it is not hedged',
    );
    expect(told({ statement: 's', drop: true })).toBe('A statement was taken out: it is none');
  });

  it('shows evidence that came in together as one row, and a few items one by one', () => {
    const all = [9, 8, 7, 6, 5].map((seq) => event(seq, 'add'));
    expect(rowsOf([event(10, 'ask'), ...all, event(4, 'checkpoint')]).map(({ is }) => is)).toEqual([
      'event',
      'added',
      'event',
    ]);
    expect(rowsOf([event(3, 'add'), event(2, 'add')]).map(({ is }) => is)).toEqual(['event', 'event']);
    expect(rowsOf([...all.slice(0, 3), event(2, 'add', 'Olu')]).map(({ is }) => is)).toEqual(Array(4).fill('event'));
  });
});
