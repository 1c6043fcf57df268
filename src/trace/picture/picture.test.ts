import { describe, expect, it } from 'vitest';
import type { Plane } from '../plane.ts';
import { directionOf } from './bearing.ts';
import { candidates } from './candidates.ts';
import { type Meeting, meeting, readied } from './meeting.ts';
import { apart, describe as described, TURNS, turned, WORDS } from './patch.ts';
import { blurred, shrunk } from './pyramid.ts';
import { differences, sharedPlace } from './shared-place.ts';

/** Detail at several sizes that differs with every seed: rectangles of pseudo-random brightness. */
function painted(seed: number, width = 300, height = 240): Plane {
  let state = seed * 2654435761;
  const next = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % most;
  };
  const at = new Uint8Array(width * height).fill(128);
  for (let n = 0; n < 220; n++) {
    const [x, y, w, h, light] = [next(width), next(height), 4 + next(40), 4 + next(30), next(256)];
    for (let row = y; row < Math.min(height, y + h); row++)
      at.fill(light, row * width + x, row * width + Math.min(width, x + w));
  }
  return { width, height, at };
}

function part({ width, at }: Plane, x: number, y: number, w: number, h: number): Plane {
  return {
    width: w,
    height: h,
    at: Uint8Array.from({ length: w * h }, (_, i) => at[(y + Math.floor(i / w)) * width + x + (i % w)] ?? 0),
  };
}
const mirrored = (plane: Plane): Plane => ({
  ...plane,
  at: plane.at.map((_, i) => plane.at[i - (i % plane.width) + plane.width - 1 - (i % plane.width)] ?? 0),
});
const negative = (plane: Plane): Plane => ({ ...plane, at: plane.at.map((light) => 255 - light) });

function onGround(plane: Plane, width: number, height: number, x: number, y: number): Plane {
  const at = new Uint8Array(width * height).fill(250);
  for (let row = 0; row < plane.height; row++)
    at.set(plane.at.subarray(row * plane.width, (row + 1) * plane.width), (y + row) * width + x);
  return { width, height, at };
}

const whole = painted(1);
const met = (a: Plane, b: Plane): Meeting | null => meeting(readied(a), readied(b));

describe('two pictures meet', () => {
  it.each([
    ['cut', part(whole, 40, 30, 200, 160), [1, -40, -30]],
    ['smaller', shrunk(whole, 210, 168), [0.7, 0, 0]],
    ['in a frame', onGround(shrunk(whole, 200, 160), 270, 400, 30, 120), [2 / 3, 30, 120]],
  ] as const)('where one is the other, %s, at its place', (_how, other, [grow, right, down]) => {
    const [a, , c, , e, f] = met(whole, other)?.placement.at ?? [];
    expect(a).toBeCloseTo(grow, 1);
    expect(e).toBeCloseTo(grow, 1);
    expect(Math.abs((c ?? 99) - right)).toBeLessThan(3);
    expect(Math.abs((f ?? 99) - down)).toBeLessThan(3);
  });

  it('mirrored and in negative, and say so', () => {
    expect(met(whole, mirrored(whole))?.placement.turn).toEqual({ mirrored: true, negative: false });
    expect(met(whole, negative(whole))?.placement.turn).toEqual({ mirrored: false, negative: true });
  });

  it('not where they show other things', () => {
    expect([2, 3, 4, 5].map((seed) => met(whole, painted(seed)))).toEqual([null, null, null, null]);
  });

  it('not where there is nothing to see', () => {
    const blank = { width: 300, height: 240, at: new Uint8Array(300 * 240) };
    expect(met(blank, blank)).toBeNull();
    expect(met({ width: 1, height: 1, at: new Uint8Array(1) }, whole)).toBeNull();
  });
});

describe('the index of patches', () => {
  it('leads from a part to its whole, and not to others', () => {
    const all = [whole, painted(2), painted(3), part(whole, 40, 30, 200, 160), mirrored(painted(2))];
    expect([...candidates(all.map((plane) => readied(plane).features)).keys()].sort()).toEqual(['0 3', '1 4']);
  });
});

describe('a patch', () => {
  it('of the turned picture has the same words in another order', () => {
    for (const turn of TURNS) {
      const other = turn.mirrored ? mirrored(whole) : whole;
      const [ours, theirs] = [new Uint32Array(WORDS), new Uint32Array(WORDS)];
      described(whole, 100, 90, ours, 0);
      described(turn.negative ? negative(other) : other, turn.mirrored ? 199 : 100, 90, theirs, 0);
      expect(apart(ours, 0, turned(theirs, turn), 0)).toBe(0);
    }
  });
});

describe('what came first', () => {
  const told = (a: Plane, b: Plane): ReturnType<typeof directionOf> => {
    const [left, right] = [readied(a), readied(b)];
    const found = meeting(left, right);
    if (!found) return null;
    return directionOf(left, right, sharedPlace(left, right, found), differences(left, right, found));
  };

  it('is the whole where a part goes on beyond its edges', () => {
    expect(told(whole, part(whole, 40, 30, 200, 160))).toEqual({ earlier: 'left', basis: ['cut'] });
  });

  it('is the picture in the frame', () => {
    const framed = onGround(shrunk(whole, 200, 160), 270, 400, 30, 120);
    expect(told(framed, whole)).toEqual({ earlier: 'right', basis: ['framed'] });
  });

  it('is the one that shows clearly what the other blurs', () => {
    const at = Uint8Array.from(whole.at);
    const soft = blurred(blurred(whole, 9), 9).at;
    for (let row = 70; row < 170; row++) for (let x = 60; x < 240; x++) at[row * 300 + x] = soft[row * 300 + x] ?? 0;
    expect(told({ ...whole, at }, whole)).toEqual({ earlier: 'right', basis: ['blurred'] });
  });

  it('is not told where only one shows a thing: it may be put over, or wiped', () => {
    const at = Uint8Array.from(whole.at);
    for (let row = 90; row < 160; row++) at.fill(40, row * 300 + 100, row * 300 + 180);
    expect(told({ ...whole, at }, whole)).toBeNull();
  });

  it('is not told where both are the same', () => {
    expect(told(whole, whole)).toBeNull();
  });
});
