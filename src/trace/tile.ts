import type { Plane } from './plane.ts';

/** Pixels to a side of the tiles by which pictures are compared. */
export const TILE = 9;

/** How much the brightness varies within the tile whose corner is there: a standard deviation, 0 to 127. */
export function tileSpread({ at, width }: Plane, x: number, y: number): number {
  let [sum, squares] = [0, 0];
  for (let row = 0; row < TILE; row++) {
    for (let i = (y + row) * width + x, end = i + TILE; i < end; i++) {
      const value = at[i] ?? 0;
      sum += value;
      squares += value * value;
    }
  }
  const n = TILE * TILE;
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
}

/**
 * Normalised correlation of a tile with the one that lies `dx`, `dy` beside it in the other plane: −1 to 1; 0 where either
 * is flat or beyond the edge.
 */
export function tileCorrelation(a: Plane, b: Plane, x: number, y: number, dx: number, dy: number): number {
  if (y + dy < 0 || x + dx < 0 || y + dy + TILE > b.height || x + dx + TILE > b.width) return 0;
  return tilesMeet(a, b, x, y, dx, dy, TILE).like;
}

/** How alike two tiles are, −1 to 1, and the contrast of the stronger. */
export interface Meeting {
  readonly like: number;
  readonly contrast: number;
}

/** Compares a tile of so many pixels a side with the one that lies `dx`, `dy` beside it; both must lie within. */
export function tilesMeet(a: Plane, b: Plane, x: number, y: number, dx: number, dy: number, side: number): Meeting {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let row = 0; row < side; row++) {
    let i = (y + row) * a.width + x;
    let j = (y + row + dy) * b.width + x + dx;
    for (let column = 0; column < side; column++, i++, j++) {
      const p = a.at[i] ?? 0;
      const q = b.at[j] ?? 0;
      sa += p;
      sb += q;
      saa += p * p;
      sbb += q * q;
      sab += p * q;
    }
  }
  const n = side * side;
  const [va, vb] = [Math.max(0, saa - (sa * sa) / n), Math.max(0, sbb - (sb * sb) / n)];
  const wide = Math.sqrt(va * vb);
  return { like: wide < 1 ? 0 : (sab - (sa * sb) / n) / wide, contrast: Math.sqrt(Math.max(va, vb) / n) };
}
