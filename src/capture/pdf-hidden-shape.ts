import type { Box } from './sighting.ts';

/** Six numbers that place one space in another (ISO 32000, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Closed rings on a page, and which of their insides are filled. */
export interface Shape {
  /** Corners of each ring: x, y, x, y … */
  readonly rings: readonly (readonly number[])[];
  readonly evenOdd: boolean;
  readonly box: Box;
}

export const SAME: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const joined = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const placed = (by: Matrix, x: number, y: number): readonly [number, number] => [
  by[0] * x + by[2] * y + by[4],
  by[1] * x + by[3] * y + by[5],
];

/** Where a point of the page lies in the unit square that `by` puts on it. */
export function unplaced(by: Matrix, x: number, y: number): readonly [number, number] | null {
  const turn = by[0] * by[3] - by[1] * by[2];
  if (Math.abs(turn) < 1e-9) return null;
  const [dx, dy] = [x - by[4], y - by[5]];
  return [(by[3] * dx - by[2] * dy) / turn, (by[0] * dy - by[1] * dx) / turn];
}

/** What six numbers say, whatever list they come in. */
export function matrixOf(from: unknown): Matrix {
  if (!from || typeof from !== 'object') return SAME;
  const [a, b, c, d, e, f] = Array.from(from as ArrayLike<unknown>, Number);
  const all = [a, b, c, d, e, f];
  return all.every((one) => Number.isFinite(one)) ? (all as unknown as Matrix) : SAME;
}

export function shapeOf(rings: readonly (readonly number[])[], evenOdd: boolean): Shape {
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x = 0, y = 0] = [ring[at], ring[at + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
  const empty = left > right;
  return {
    rings,
    evenOdd,
    box: empty ? { x: 0, y: 0, width: -1, height: -1 } : { x: left, y: low, width: right - left, height: high - low },
  };
}

export const rectangle = (by: Matrix, x: number, y: number, width: number, height: number): Shape =>
  shapeOf(
    [
      [
        ...placed(by, x, y),
        ...placed(by, x + width, y),
        ...placed(by, x + width, y + height),
        ...placed(by, x, y + height),
      ],
    ],
    false,
  );

/** A line as wide as it is drawn: each of its pieces as a ring. */
export function widened(rings: readonly (readonly number[])[], width: number): Shape {
  const pieces: number[][] = [];
  for (const ring of rings)
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ring.slice(at, at + 4);
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length === 0) continue;
      const [dx, dy] = [((y1 - y0) / length) * (width / 2), ((x0 - x1) / length) * (width / 2)];
      pieces.push([x0 + dx, y0 + dy, x1 + dx, y1 + dy, x1 - dx, y1 - dy, x0 - dx, y0 - dy]);
    }
  return shapeOf(pieces, false);
}

export const inBox = ({ x, y, width, height }: Box, px: number, py: number): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;

/** By the winding rule of the shape (ISO 32000, 8.5.3.3): a ring within a ring may be a hole. */
export function isInside({ rings, evenOdd, box }: Shape, px: number, py: number): boolean {
  if (!inBox(box, px, py)) return false;
  let winding = 0;
  for (const ring of rings) {
    let [x0 = 0, y0 = 0] = ring.slice(-2);
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x1 = 0, y1 = 0] = [ring[at], ring[at + 1]];
      if (y0 <= py !== y1 <= py && px < x0 + ((py - y0) / (y1 - y0)) * (x1 - x0)) winding += y1 > y0 ? 1 : -1;
      x0 = x1;
      y0 = y1;
    }
  }
  return evenOdd ? winding % 2 !== 0 : winding !== 0;
}

const STEPS = 8;

/** Rings of a path as pdf.js lists it: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
export function ringsOf(path: unknown, by: Matrix): readonly (readonly number[])[] {
  const list = path && typeof path === 'object' ? Array.from(path as ArrayLike<unknown>, Number) : [];
  const rings: number[][] = [];
  let ring: number[] = [];
  let [x, y] = [0, 0];
  const to = (nx: number, ny: number): void => {
    ring.push(...placed(by, nx, ny));
    [x, y] = [nx, ny];
  };
  for (let at = 0; at < list.length; ) {
    const [kind, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = list.slice(at, at + 7);
    if (kind === 0) {
      ring = [];
      rings.push(ring);
      to(a, b);
      at += 3;
    } else if (kind === 1) {
      to(a, b);
      at += 3;
    } else if (kind === 2) {
      const [x0, y0] = [x, y];
      for (let step = 1; step <= STEPS; step++) to(...cubic(step / STEPS, [x0, y0, a, b, c, d, e, f]));
      at += 7;
    } else if (kind === 3) {
      const [x0, y0] = [x, y];
      const curve = [x0, y0, x0 + ((a - x0) * 2) / 3, y0 + ((b - y0) * 2) / 3];
      for (let step = 1; step <= STEPS; step++)
        to(...cubic(step / STEPS, [...curve, c + ((a - c) * 2) / 3, d + ((b - d) * 2) / 3, c, d]));
      at += 5;
    } else if (kind === 4) at += 1;
    else break;
  }
  return rings;
}

function cubic(t: number, [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[]) {
  const u = 1 - t;
  const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [p * x0 + q * x1 + r * x2 + s * x3, p * y0 + q * y1 + r * y2 + s * y3] as const;
}
