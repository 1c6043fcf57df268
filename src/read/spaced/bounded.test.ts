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

/**
 * Whether four times as much costs more than its share: four where work grows with the text, sixteen where with its
 * square. Other work on the machine only adds, so the least of several tries is what the reading itself costs.
 */
function growsFaster(make: (length: number) => string): boolean {
  let [less, more] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tries = 0; tries < 8; tries++) {
    less = Math.min(less, spent(make(40_000)));
    more = Math.min(more, spent(make(160_000)));
    if (more <= 10 * Math.max(10, less)) return false;
  }
  return true;
}

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
      expect(growsFaster(make)).toBe(false);
    }, 60_000);
});
