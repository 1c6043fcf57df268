import type { Plane } from '../plane.ts';

/** A picture at one of its sizes; `by` leads from its pixels to those of the first. */
export interface Level {
  readonly plane: Plane;
  readonly by: number;
}

/** Each level is smaller than the one before by this. */
export const STEP = 1.25;
/** A side shorter than this holds no patch. */
const LEAST = 34;
const MOST_LEVELS = 9;

/** A picture at ever smaller sizes, so that what was shown larger elsewhere meets its like. Linear in pixels. */
export function pyramidOf(plane: Plane): readonly Level[] {
  const levels: Level[] = [];
  for (let at = 0; at < MOST_LEVELS; at++) {
    const by = STEP ** at;
    const [width, height] = [Math.round(plane.width / by), Math.round(plane.height / by)];
    if (at > 0 && Math.min(width, height) < LEAST) break;
    levels.push({ plane: at === 0 ? plane : shrunk(levels.at(-1)?.plane ?? plane, width, height), by });
  }
  return levels;
}

/** A plane somewhat smaller: each pixel between the four it falls on, after a blur that fits the step. */
export function shrunk(plane: Plane, width: number, height: number): Plane {
  const out = new Uint8Array(width * height);
  const [stepX, stepY] = [plane.width / width, plane.height / height];
  for (let y = 0; y < height; y++) {
    const fromY = (y + 0.5) * stepY - 0.5;
    const top = Math.max(0, Math.min(plane.height - 2, Math.floor(fromY)));
    const v = Math.max(0, Math.min(1, fromY - top));
    for (let x = 0; x < width; x++) {
      const fromX = (x + 0.5) * stepX - 0.5;
      const left = Math.max(0, Math.min(plane.width - 2, Math.floor(fromX)));
      const u = Math.max(0, Math.min(1, fromX - left));
      const at = top * plane.width + left;
      const above = (plane.at[at] ?? 0) * (1 - u) + (plane.at[at + 1] ?? 0) * u;
      const below = (plane.at[at + plane.width] ?? 0) * (1 - u) + (plane.at[at + plane.width + 1] ?? 0) * u;
      out[y * width + x] = above * (1 - v) + below * v + 0.5;
    }
  }
  return { width, height, at: out };
}

/** Each pixel the mean of the square around it, `reach` pixels to each side. */
export function blurred({ width, height, at }: Plane, reach: number): Plane {
  const rows = new Uint16Array(width * height);
  const out = new Uint8Array(width * height);
  const n = 2 * reach + 1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let x = -reach; x <= reach; x++) sum += at[row + Math.min(width - 1, Math.max(0, x))] ?? 0;
    for (let x = 0; x < width; x++) {
      rows[row + x] = sum;
      sum += (at[row + Math.min(width - 1, x + reach + 1)] ?? 0) - (at[row + Math.max(0, x - reach)] ?? 0);
    }
  }
  const sums = new Int32Array(width);
  for (let y = -reach; y <= reach; y++) {
    const row = Math.min(height - 1, Math.max(0, y)) * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (rows[row + x] ?? 0);
  }
  const scale = 1 / (n * n);
  for (let y = 0; y < height; y++) {
    const enter = Math.min(height - 1, y + reach + 1) * width;
    const leave = Math.max(0, y - reach) * width;
    for (let x = 0; x < width; x++) {
      const sum = sums[x] ?? 0;
      out[y * width + x] = sum * scale + 0.5;
      sums[x] = sum + (rows[enter + x] ?? 0) - (rows[leave + x] ?? 0);
    }
  }
  return { width, height, at: out };
}
