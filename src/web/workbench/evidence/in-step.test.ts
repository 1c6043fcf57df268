import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, inStep } from './in-step.ts';

const anchors: readonly Anchor[] = [
  [100, 300],
  [200, 400],
  [400, 1000],
];

describe('two sides in step', () => {
  it.each([
    [0, 200],
    [100, 300],
    [150, 350],
    [300, 700],
    [500, 1100],
  ])('at %i show %i', (here, there) => expect(inStep(here, anchors)).toBe(there));

  it('go alike where nothing is shared', () => expect(inStep(70, [])).toBe(70));

  it('never go up while one goes down', () => {
    const some = fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { maxLength: 12 });
    fc.assert(
      fc.property(some, fc.nat(6000), fc.nat(600), (all, here, more) => {
        expect(inStep(here + more, all)).toBeGreaterThanOrEqual(inStep(here, all) - 1e-6);
      }),
    );
  });
});
