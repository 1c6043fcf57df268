import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { spaced } from './grammar.ts';

const carrier = { publisher: null, author: null, published: null };

const read = (content: string): void => {
  const stretches: readonly Stretch[] = [{ start: 0, end: content.length, kind: 'body', carrier }];
  const statements = spaced.statements(content, stretches);
  spaced.responses(content, stretches, statements);
  for (const one of statements)
    if (content.slice(one.start, one.end) !== one.quote) throw new Error(`not its own text: ${one.quote}`);
};

/** The processor's time that reading takes: whoever else is busy takes none of it. */
const spent = (content: string): number => {
  const before = process.cpuUsage().user;
  read(content);
  return (process.cpuUsage().user - before) / 1000;
};

/** Shapes that tempt a reader into going back and forth. */
const SHAPES: Readonly<Record<string, string>> = {
  'no full stop': 'the council said that the firm had told him it was ',
  'marks that never close': '“a ',
  'apostrophes that never close': "' 'a ",
  'nested marks': `${'“He said '.repeat(50)}x${'”'.repeat(50)} he said. `,
  'nested brackets': '(he said ',
  'names only': 'Ann Bell Council ',
  'pronouns only': 'The firm said it was. ',
  'relatives only': 'man, who said he, ',
};

describe('a long text', () => {
  for (const [name, shape] of Object.entries(SHAPES))
    it(`costs no more than its length: ${name}`, () => {
      const make = (length: number): string => shape.repeat(Math.ceil(length / shape.length)).slice(0, length);
      read(make(10_000));
      // Four times as much: four where work grows with the text, sixteen where with its square. One quiet try is enough.
      const slower = (): boolean => spent(make(120_000)) > 10 * Math.max(5, spent(make(30_000)));
      expect(Array.from({ length: 5 }).every(slower)).toBe(false);
    }, 60_000);
});
