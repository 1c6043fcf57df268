import { expect, test } from 'vitest';
import { agreement } from './agreement.ts';
import { type Plane, part, resized } from './plane.ts';
import { tilesMeet } from './tile.ts';

/** Blotches that differ from seed to seed and look like nothing else. */
const blotches = (seed: number, width = 120, height = 150): Plane => ({
  width,
  height,
  at: Uint8Array.from({ length: width * height }, (_value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return (
      128 + 60 * Math.sin(x / (3 + seed) + seed) * Math.cos(y / (2 + seed)) + 50 * Math.sin((x * y) / (90 + 37 * seed))
    );
  }),
});

/** How alike the upper parts of two planes are, as one tile. */
const likeness = (a: Plane, b: Plane): number => tilesMeet(a, b, 0, 0, 0, 0, a.width).like;

test('a plane is wholly like itself, and its negative wholly unlike', () => {
  const plane = blotches(1);
  const negative = { ...plane, at: plane.at.map((value) => 255 - value) };
  expect(likeness(plane, plane)).toBeCloseTo(1);
  expect(likeness(plane, negative)).toBeCloseTo(-1);
  expect(agreement(plane, plane).same).toBe(1);
  expect(agreement(plane, negative).same).toBeLessThan(0.1);
});

test('brightness and contrast do not matter', () => {
  const plane = blotches(2);
  const pale = { ...plane, at: plane.at.map((value) => 60 + value * 0.6) };
  expect(likeness(plane, pale)).toBeGreaterThan(0.99);
  expect(agreement(plane, pale).same).toBe(1);
});

test('a shift of one pixel agrees, other blotches do not', () => {
  const plane = blotches(1);
  const [a, b] = [part(plane, 0, 0, 110, 140), part(plane, 1, 0, 110, 140)];
  expect(agreement(a, b).same).toBe(1);
  expect(agreement(plane, blotches(4)).same).toBeLessThan(0.5);
});

test('flat planes have nothing to agree on', () => {
  const flat: Plane = { width: 60, height: 60, at: new Uint8Array(3600).fill(200) };
  expect(agreement(flat, flat)).toEqual({ same: 0, tiles: 0 });
  expect(likeness(flat, flat)).toBe(0);
});

test('what is made larger and smaller again is alike', () => {
  const plane = blotches(3);
  expect(resized(plane, 120, 150)).toBe(plane);
  expect(resized(resized(plane, 240, 300), 120, 150)).toEqual(plane);
  expect(likeness(plane, resized(resized(plane, 80, 100), 120, 150))).toBeGreaterThan(0.8);
  expect(resized(plane, 1, 1).at).toHaveLength(1);
});
