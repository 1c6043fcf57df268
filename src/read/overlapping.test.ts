import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap } from '../base/span.ts';
import { overlapping } from './overlapping.ts';

const span = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));

it('finds what a walk over all spans finds, in their order', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), span, (spans, place) => {
      expect(overlapping(spans)(place)).toEqual(spans.filter((one) => overlap(one, place) > 0));
    }),
  );
});
