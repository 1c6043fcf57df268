import type { Raster } from './screen.ts';

/** A point of a picture, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** The corners of a sheet, from its upper left one clockwise as it lies in the picture. */
export type Corners = readonly [Point, Point, Point, Point];

/** A sheet in a picture. */
export interface Paper {
  readonly corners: Corners;
  /** Whether it lies aslant or in perspective; otherwise its sides are the picture's, if perhaps not its upper one. */
  readonly leans: boolean;
}

/** The sheet is looked for in a picture about this wide. */
const WORKING = 240;
/** A sheet takes in at least so much of the picture; from the second part on, it fills it. */
const [LEAST, MOST] = [0.1, 0.97];
/** Of its outline's area, what is as bright as paper: the rest is ink. */
const BRIGHT = 0.7;
/** Of its outline's area, what four corners take in: less, and it is no sheet. */
const FOUR_CORNERED = 0.9;
/** How much brighter it is than what it lies on. */
const CONTRAST = 35;
/** Sides that lean less lie straight: a panel of a screen, a scan. In degrees. */
const LEAN = 1.2;

/**
 * A sheet of paper that was photographed from a hand's breadth: one bright shape of four corners on a darker ground, or a
 * page that fills the picture. Null where there is none. Linear in pixels.
 */
export function paperIn(raster: Raster): Paper | null {
  const step = Math.max(1, Math.round(raster.width / WORKING));
  const small = brightness(raster, step);
  const level = parted(small.at);
  const shape = largest(small, level);
  const whole = small.width * small.height;
  if (shape.length < LEAST * BRIGHT * whole) return null;
  const hull = hullOf(shape.map((at) => ({ x: at % small.width, y: Math.floor(at / small.width) })));
  const area = areaOf(hull);
  if (area < LEAST * whole || shape.length < BRIGHT * area) return null;
  if (area > MOST * whole) return { corners: cornersOf(raster), leans: false };
  const corners = widest(hull);
  if (!corners || areaOf(corners) < FOUR_CORNERED * area || contrast(small, new Set(shape)) < CONTRAST) return null;
  const [a, b, c, d] = clockwise(corners).map(({ x, y }) => ({ x: (x + 0.5) * step, y: (y + 0.5) * step }));
  return a && b && c && d ? { corners: [a, b, c, d], leans: leans(corners) } : null;
}

const cornersOf = ({ width, height }: Raster): Corners => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
];

/** Whether a point lies within four corners. */
export const isOn = (corners: Corners, { x, y }: Point): boolean =>
  corners.every((a, at) => {
    const b = corners[(at + 1) % 4] ?? a;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });

interface Gray {
  readonly width: number;
  readonly height: number;
  readonly at: Uint8Array;
}

/** The mean brightness of each square of `step` pixels. */
function brightness({ width, height, rgb }: Raster, step: number): Gray {
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)];
  const at = new Uint8Array(across * down);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let row = y * step; row < (y + 1) * step; row++)
        for (let i = (row * width + x * step) * 3, end = i + step * 3; i < end; i += 3)
          sum += 0.3 * (rgb[i] ?? 0) + 0.59 * (rgb[i + 1] ?? 0) + 0.11 * (rgb[i + 2] ?? 0);
      at[y * across + x] = sum / (step * step);
    }
  return { width: across, height: down, at };
}

/** The brightness that parts light from dark best (Otsu, 1979). */
function parted(at: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const value of at) counts[value] = (counts[value] ?? 0) + 1;
  const all = counts.reduce((sum, count, value) => sum + count * value, 0);
  let [below, sum, best, level] = [0, 0, -1, 127];
  for (let value = 0; value < 255; value++) {
    below += counts[value] ?? 0;
    sum += value * (counts[value] ?? 0);
    const above = at.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sum / below - (all - sum) / above) ** 2;
    if (between > best) [best, level] = [between, value];
  }
  return level;
}

/** The places of the largest bright shape. */
function largest({ width, height, at }: Gray, level: number): readonly number[] {
  const seen = new Uint8Array(at.length);
  let found: number[] = [];
  for (let from = 0; from < at.length; from++) {
    if (seen[from] || (at[from] ?? 0) <= level) continue;
    const shape = [from];
    seen[from] = 1;
    for (let next = 0; next < shape.length; next++) {
      const place = shape[next] ?? 0;
      const x = place % width;
      for (const to of [x > 0 ? place - 1 : -1, x < width - 1 ? place + 1 : -1, place - width, place + width]) {
        if (to < 0 || to >= width * height || seen[to] || (at[to] ?? 0) <= level) continue;
        seen[to] = 1;
        shape.push(to);
      }
    }
    if (shape.length > found.length) found = shape;
  }
  return found;
}

const turn = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The convex outline (Andrew's monotone chain, 1979). */
function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (all: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of all) {
      for (;;) {
        const [a, b] = [chain.at(-2), chain.at(-1)];
        if (!a || !b || turn(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function areaOf(outline: readonly Point[]): number {
  let sum = 0;
  for (const [at, a] of outline.entries()) {
    const b = outline[(at + 1) % outline.length] ?? a;
    sum += a.x * b.y - b.x * a.y;
  }
  return Math.abs(sum) / 2;
}

/** Corners of an outline that are looked at, at most. */
const MANY = 48;

/** The four points of the outline that take in most: on each side of a diagonal the farthest. O(n³) for few points. */
function widest(hull: readonly Point[]): Corners | null {
  const every = Math.max(1, Math.ceil(hull.length / MANY));
  const points = hull.filter((_, at) => at % every === 0);
  let best: { readonly area: number; readonly corners: Corners } | null = null;
  for (const [i, a] of points.entries())
    for (const [j, c] of points.entries()) {
      if (j < i + 2) continue;
      const b = farthest(points.slice(i + 1, j), a, c);
      const d = farthest([...points.slice(j + 1), ...points.slice(0, i)], a, c);
      if (!b || !d) continue;
      const area = (Math.abs(turn(a, c, b)) + Math.abs(turn(a, c, d))) / 2;
      if (area > (best?.area ?? 0)) best = { area, corners: [a, b, c, d] };
    }
  return best?.corners ?? null;
}

function farthest(points: readonly Point[], a: Point, c: Point): Point | null {
  let best: Point | null = null;
  for (const point of points) if (!best || Math.abs(turn(a, c, point)) > Math.abs(turn(a, c, best))) best = point;
  return best;
}

/** How much brighter the shape is than the rest of the picture. */
function contrast({ at }: Gray, shape: ReadonlySet<number>): number {
  let [inside, outside] = [0, 0];
  for (const [place, value] of at.entries()) {
    if (shape.has(place)) inside += value;
    else outside += value;
  }
  return inside / shape.size - outside / Math.max(1, at.length - shape.size);
}

/** Whether a side leans: the angle that it has with the nearer of the two straight ways. */
const leans = (corners: Corners): boolean =>
  corners.some((a, at) => {
    const b = corners[(at + 1) % 4] ?? a;
    const angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
    return Math.abs(angle - Math.round(angle / 90) * 90) > LEAN;
  });

/** From the upper left corner on, clockwise as pictures are drawn (y grows downwards). */
function clockwise(corners: Corners): readonly Point[] {
  const [cx, cy] = [mean(corners.map(({ x }) => x)), mean(corners.map(({ y }) => y))];
  const round = corners.toSorted((a, b) => Math.atan2(a.y - cy, a.x - cx) - Math.atan2(b.y - cy, b.x - cx));
  const first = round.reduce((best, one, at) => {
    const now = round[best] ?? one;
    return one.x + one.y < now.x + now.y ? at : best;
  }, 0);
  return [...round.slice(first), ...round.slice(0, first)];
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
