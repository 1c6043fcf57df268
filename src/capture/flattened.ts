import type { Corners, Point } from './paper.ts';
import type { Raster } from './screen.ts';
import type { Box } from './sighting.ts';

/** A sheet as if it were seen from above, and the way back. */
export interface Flattened {
  readonly raster: Raster;
  /** The box in the picture that takes in a box of the sheet. */
  readonly inPicture: (box: Box) => Box;
}

/** Pixels of the sheet's longer side, at most: enough for the small print of a page. */
const LONGEST = 2400;
/** A sheet that is small in the picture is enlarged so far, for readers of words. */
const SHORTEST = 1400;

/**
 * Draws the sheet between four corners flat: each pixel is taken from where the projection puts it, between the four
 * nearest. `turned` quarters clockwise come first, where it does not lie upright. Linear in the pixels drawn.
 */
export function flattened(raster: Raster, corners: Corners, turned: 0 | 1 | 2 | 3 = 0): Flattened {
  const [a, b, c, d] = [0, 1, 2, 3].map((at) => corners[(at + turned) % 4]) as unknown as Corners;
  const across = Math.max(distance(a, b), distance(d, c));
  const down = Math.max(distance(a, d), distance(b, c));
  const by = Math.min(LONGEST / Math.max(across, down), Math.max(1, SHORTEST / Math.max(across, down)));
  const [width, height] = [Math.max(2, Math.round(across * by)), Math.max(2, Math.round(down * by))];
  const to = projection([a, b, c, d]);
  const place = (x: number, y: number): Point => to(x / width, y / height);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) sample(raster, place(x + 0.5, y + 0.5), rgb, (y * width + x) * 3);
  return {
    raster: { width, height, rgb },
    inPicture: ({ x, y, width: wide, height: tall }) =>
      around([place(x, y), place(x + wide, y), place(x + wide, y + tall), place(x, y + tall)]),
  };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function around(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** From the unit square to four corners (Heckbert, Fundamentals of Texture Mapping, 1989, section 2.2.3). */
function projection([a, b, c, d]: Corners): (u: number, v: number) => Point {
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const below = dx1 * dy2 - dx2 * dy1 || 1;
  const g = (dx3 * dy2 - dx2 * dy3) / below;
  const h = (dx1 * dy3 - dx3 * dy1) / below;
  return (u, v) => {
    const w = g * u + h * v + 1 || 1;
    return {
      x: ((b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x) / w,
      y: ((b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y) / w,
    };
  };
}

/** The colour between the four pixels around a point; white beyond the edge. */
function sample({ width, height, rgb }: Raster, { x, y }: Point, out: Uint8Array, at: number): void {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
    out.fill(255, at, at + 3);
    return;
  }
  const [p, q] = [x - 0.5 - left, y - 0.5 - top];
  const i = (top * width + left) * 3;
  const j = i + width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const above = (rgb[i + channel] ?? 0) * (1 - p) + (rgb[i + 3 + channel] ?? 0) * p;
    const below = (rgb[j + channel] ?? 0) * (1 - p) + (rgb[j + 3 + channel] ?? 0) * p;
    out[at + channel] = above * (1 - q) + below * q + 0.5;
  }
}
