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

const timed = (content: string): number => {
  const before = performance.now();
  read(content);
  return performance.now() - before;
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
      const small = Math.max(5, Math.min(timed(make(30_000)), timed(make(30_000))));
      const large = Math.min(timed(make(120_000)), timed(make(120_000)));
      expect(large / small).toBeLessThan(14);
    });
});
