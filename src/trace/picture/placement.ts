import type { Features } from './features.ts';
import { growth, type MetPatch } from './met-features.ts';
import type { Turn } from './patch.ts';

/**
 * Where one picture's pixels lie in the other: x' = a·x + b·y + c, y' = d·x + e·y + f. Of a mirrored picture, x' counts
 * from its right edge.
 */
export interface Placement {
  readonly turn: Turn;
  readonly at: readonly [number, number, number, number, number, number];
  /** How many places, apart from each other, meet under it. */
  readonly agreeing: number;
}

/** Hypotheses come from pairs of the likest of them. */
const LIKEST = 70;
/** Pixels that a place may lie beside where it is expected: of a hypothesis, and once fitted. */
const LOOSE = 8;
const CLOSE = 3;
/** A photograph of a screen is turned by some degrees, not more. */
const MOST_TILT = 0.2;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly u: number;
  readonly v: number;
  readonly growth: number;
}

/** The placement that most of what met agrees with, or null. Chance plays no part: hypotheses are tried in order. */
export function placed(a: Features, b: Features, met: readonly MetPatch[], turn: Turn): Placement | null {
  const places = met.map((one) => placeOf(a, b, one, turn));
  const likest = places.slice(0, LIKEST);
  const columns = columnsOf(places);
  let [best, most] = [null as Placement['at'] | null, 3];
  for (let i = 0; i < likest.length; i++) {
    for (let j = i + 1; j < likest.length; j++) {
      const [p, q] = [likest[i], likest[j]];
      const guess = p && q ? through(p, q) : null;
      if (!guess) continue;
      const count = agreeingMore(columns, guess, LOOSE, most);
      if (count > most) [best, most] = [guess, count];
    }
  }
  if (!best) return null;
  for (const slack of [LOOSE, (LOOSE + CLOSE) / 2, CLOSE, CLOSE]) best = fitted(agreeing(places, best, slack)) ?? best;
  return { turn, at: best, agreeing: distinct(agreeing(places, best, CLOSE)) };
}

/** The way back, from the second picture to the first; null where there is none. */
export function inverse([a, b, c, d, e, f]: Placement['at']): Placement['at'] | null {
  const det = a * e - b * d;
  if (Math.abs(det) < 1e-6) return null;
  const [p, q, r, s] = [e / det, -b / det, -d / det, a / det];
  return [p, q, -(p * c + q * f), r, s, -(r * c + s * f)];
}

function placeOf(a: Features, b: Features, one: MetPatch, turn: Turn): Place {
  const u = b.x[one.b] ?? 0;
  return {
    x: a.x[one.a] ?? 0,
    y: a.y[one.a] ?? 0,
    u: turn.mirrored ? b.width - 1 - u : u,
    v: b.y[one.b] ?? 0,
    growth: growth(a, b, one),
  };
}

/** The placement by size, tilt and shift that two places give; null where they don't go together. */
function through(p: Place, q: Place): Placement['at'] | null {
  const [dx, dy, du, dv] = [q.x - p.x, q.y - p.y, q.u - p.u, q.v - p.v];
  const far = dx * dx + dy * dy;
  if (far < 400) return null;
  // As complex numbers: (du + i dv) / (dx + i dy) is size and tilt.
  const grow = (du * dx + dv * dy) / far;
  const tilt = (dv * dx - du * dy) / far;
  if (grow < 0.15 || grow > 7 || Math.abs(tilt) > grow * MOST_TILT) return null;
  if (p.growth / grow > 1.6 || grow / p.growth > 1.6) return null;
  return [grow, -tilt, p.u - grow * p.x + tilt * p.y, tilt, grow, p.v - tilt * p.x - grow * p.y];
}

/** Places in one table: x, y, u, v, growth of each. A flat one is gone through thousands of times. */
const COLUMNS = 5;
const columnsOf = (places: readonly Place[]): Float64Array =>
  Float64Array.from(places.flatMap(({ x, y, u, v, growth }) => [x, y, u, v, growth]));

/** How many places agree; some smaller number once no more than `enough` can. */
function agreeingMore(table: Float64Array, [a, b, c, d, e, f]: Placement['at'], slack: number, enough: number): number {
  const far = farthest(a, slack);
  const end = table.length;
  let count = 0;
  for (let i = 0; i < end && count + (end - i) / COLUMNS > enough; i += COLUMNS) {
    const [x, y] = [table[i] ?? 0, table[i + 1] ?? 0];
    const off = a * x + b * y + c - (table[i + 2] ?? 0);
    const down = d * x + e * y + f - (table[i + 3] ?? 0);
    if (off * off + down * down <= far && alikeIn(table[i + 4] ?? 0, a)) count++;
  }
  return count;
}

function agreeing(places: readonly Place[], [a, b, c, d, e, f]: Placement['at'], slack: number): readonly Place[] {
  const far = farthest(a, slack);
  return places.filter((one) => {
    const off = a * one.x + b * one.y + c - one.u;
    const down = d * one.x + e * one.y + f - one.v;
    return off * off + down * down <= far && alikeIn(one.growth, a);
  });
}

/** Slack is in pixels of whichever picture shows it smaller; given squared. */
const farthest = (grow: number, slack: number): number => (slack * Math.max(1, Math.abs(grow))) ** 2;

const alikeIn = (growth: number, grow: number): boolean => growth < 1.7 * grow && grow < 1.7 * growth;

/** Least squares over what agrees; null where it lies on a line. Few places fit size and shift only. */
function fitted(places: readonly Place[]): Placement['at'] | null {
  const n = places.length;
  if (n < 3) return null;
  const mean = (of: (one: Place) => number): number => places.reduce((sum, one) => sum + of(one), 0) / n;
  const [mx, my, mu, mv] = [mean((p) => p.x), mean((p) => p.y), mean((p) => p.u), mean((p) => p.v)];
  let [xx, xy, yy, ux, uy, vx, vy] = [0, 0, 0, 0, 0, 0, 0];
  for (const { x, y, u, v } of places) {
    const [dx, dy, du, dv] = [x - mx, y - my, u - mu, v - mv];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
    ux += du * dx;
    uy += du * dy;
    vx += dv * dx;
    vy += dv * dy;
  }
  const det = xx * yy - xy * xy;
  const wide = n >= 10 && det > 0.02 * (xx + yy) ** 2;
  const grow = (ux + vy) / (xx + yy);
  const tilt = (vx - uy) / (xx + yy);
  const [a, b, d, e] = wide
    ? [(ux * yy - uy * xy) / det, (uy * xx - ux * xy) / det, (vx * yy - vy * xy) / det, (vy * xx - vx * xy) / det]
    : [grow, -tilt, tilt, grow];
  if (!(a > 0.1 && e > 0.1 && a / e < 1.5 && e / a < 1.5)) return null;
  return [a, b, mu - a * mx - b * my, d, e, mv - d * mx - e * my];
}

/** Places counted once where they crowd: one spot seen at several sizes is one. */
function distinct(places: readonly Place[]): number {
  const seen = new Set(places.map(({ x, y }) => `${Math.floor(x / 7)},${Math.floor(y / 7)}`));
  const there = new Set(places.map(({ u, v }) => `${Math.floor(u / 7)},${Math.floor(v / 7)}`));
  return Math.min(seen.size, there.size);
}
