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

/** Half a side of the window, and its side. */
const HALF = 2;
const SIDE = 2 * HALF + 1;

/** The smaller eigenvalue of the gradients' second moments in a window of 5 × 5, at each pixel. */
function strengths(plane: Plane): Float32Array {
  const { width, height } = plane;
  const out = new Float32Array(width * height);
  // Sums over the window's columns, and the rows that they hold: a row comes in below, one goes out above.
  const columns = new Int32Array(3 * width);
  const rows = Array.from({ length: SIDE }, () => new Int32Array(3 * width));
  for (let y = 1; y < height - 1; y++) {
    const row = rows[y % SIDE];
    if (!row) break;
    for (let at = 0; at < columns.length; at++) columns[at] = (columns[at] ?? 0) - (row[at] ?? 0);
    moments(plane, y, row);
    for (let at = 0; at < columns.length; at++) columns[at] = (columns[at] ?? 0) + (row[at] ?? 0);
    if (y >= SIDE) eigenvalues(columns, width, (y - HALF) * width, out);
  }
  return out;
}

/** Squares and product of the gradients of one row, side by side. */
function moments({ width, at }: Plane, y: number, row: Int32Array): void {
  for (let x = 1; x < width - 1; x++) {
    const i = y * width + x;
    const gx = (at[i + 1] ?? 0) - (at[i - 1] ?? 0);
    const gy = (at[i + width] ?? 0) - (at[i - width] ?? 0);
    row[x] = gx * gx;
    row[width + x] = gy * gy;
    row[2 * width + x] = gx * gy;
  }
}

/** Of one row of windows, summed by columns; written from its first pixel on. */
function eigenvalues(columns: Int32Array, width: number, first: number, out: Float32Array): void {
  let [a, b, c] = [0, 0, 0];
  for (let x = 0; x < SIDE; x++) {
    a += columns[x] ?? 0;
    b += columns[width + x] ?? 0;
    c += columns[2 * width + x] ?? 0;
  }
  for (let x = HALF + 1; x < width - HALF - 1; x++) {
    const [enter, leave] = [x + HALF, x - HALF - 1];
    a += (columns[enter] ?? 0) - (columns[leave] ?? 0);
    b += (columns[width + enter] ?? 0) - (columns[width + leave] ?? 0);
    c += (columns[2 * width + enter] ?? 0) - (columns[2 * width + leave] ?? 0);
    out[first + x] = (a + b - Math.sqrt((a - b) * (a - b) + 4 * c * c)) / 50;
  }
}
