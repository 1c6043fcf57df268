import type { Plane } from '../plane.ts';

/** A place where brightness changes in two directions, so that it can be found again. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly strength: number;
}

/** Side of a cell, in pixels; each cell gives its strongest corners, so that a busy part does not take all. */
const CELL = 24;
/** Below this smaller eigenvalue (mean of squared gradients) there is only noise. */
const FAINT = 12;

/**
 * At most `most` corners (Shi and Tomasi, 1994), spread over the picture, none nearer to the rim than `rim`.
 * Strongest first. Linear in pixels.
 */
export function cornersOf(plane: Plane, most: number, rim: number): readonly Corner[] {
  const strength = strengths(plane);
  const { width, height } = plane;
  const across = Math.max(1, Math.ceil(width / CELL));
  const cells = new Map<number, Corner[]>();
  for (let y = rim; y < height - rim; y++) {
    for (let x = rim; x < width - rim; x++) {
      const at = y * width + x;
      const here = strength[at] ?? 0;
      if (here < FAINT || !isPeak(strength, at, width, here)) continue;
      const cell = Math.floor(y / CELL) * across + Math.floor(x / CELL);
      const known = cells.get(cell);
      if (known) known.push({ x, y, strength: here });
      else cells.set(cell, [{ x, y, strength: here }]);
    }
  }
  return spread([...cells.values()], most);
}

/** Takes the strongest of each cell, then the second of each, and so on. */
function spread(cells: readonly Corner[][], most: number): readonly Corner[] {
  for (const cell of cells) cell.sort((a, b) => b.strength - a.strength || a.y - b.y || a.x - b.x);
  const taken: Corner[] = [];
  for (let round = 0; taken.length < most; round++) {
    const next = cells.flatMap((cell) => cell[round] ?? []).sort((a, b) => b.strength - a.strength || a.y - b.y);
    if (next.length === 0) break;
    taken.push(...next.slice(0, most - taken.length));
  }
  return taken;
}

function isPeak(strength: Float32Array, at: number, width: number, here: number): boolean {
  for (const next of [at - width - 1, at - width, at - width + 1, at - 1])
    if ((strength[next] ?? 0) >= here) return false;
  for (const next of [at + 1, at + width - 1, at + width, at + width + 1])
    if ((strength[next] ?? 0) > here) return false;
  return true;
}

/** The smaller eigenvalue of the gradients' second moments in a window of 5 × 5, at each pixel. */
function strengths({ width, height, at }: Plane): Float32Array {
  const n = width * height;
  const [xx, yy, xy] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const gx = (at[i + 1] ?? 0) - (at[i - 1] ?? 0);
      const gy = (at[i + width] ?? 0) - (at[i - width] ?? 0);
      xx[i] = gx * gx;
      yy[i] = gy * gy;
      xy[i] = gx * gy;
    }
  }
  for (const plane of [xx, yy, xy]) summed(plane, width, height);
  const out = new Float32Array(n);
  for (let y = 3; y < height - 3; y++) {
    for (let x = 3; x < width - 3; x++) {
      const i = y * width + x;
      const [a, b, c] = [xx[i] ?? 0, yy[i] ?? 0, xy[i] ?? 0];
      out[i] = (a + b - Math.sqrt((a - b) * (a - b) + 4 * c * c)) / 50;
    }
  }
  return out;
}

/** Replaces each value by the sum over the 5 × 5 around it. */
function summed(plane: Int32Array, width: number, height: number): void {
  const line = new Int32Array(Math.max(width, height));
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 2; x < width - 2; x++) {
      const i = row + x;
      line[x] = (plane[i - 2] ?? 0) + (plane[i - 1] ?? 0) + (plane[i] ?? 0) + (plane[i + 1] ?? 0) + (plane[i + 2] ?? 0);
    }
    for (let x = 2; x < width - 2; x++) plane[row + x] = line[x] ?? 0;
  }
  for (let x = 0; x < width; x++) {
    for (let y = 2; y < height - 2; y++) {
      const i = y * width + x;
      line[y] =
        (plane[i - 2 * width] ?? 0) +
        (plane[i - width] ?? 0) +
        (plane[i] ?? 0) +
        (plane[i + width] ?? 0) +
        (plane[i + 2 * width] ?? 0);
    }
    for (let y = 2; y < height - 2; y++) plane[y * width + x] = line[y] ?? 0;
  }
}
