import type { Plane } from './plane.ts';
import { TILE, tileCorrelation, tileSpread } from './tile.ts';

/** How much of two planes of one size agrees where there is something to see, by tiles. */
export interface Agreement {
  /** Share of the tiles with detail, in either plane, that look the same, 0 to 1. */
  readonly same: number;
  /** How many tiles have detail. */
  readonly tiles: number;
}

/** Below this spread a tile is flat, and its agreement says nothing. */
const DETAIL = 7;
/** Correlation from which a tile with detail counts as the same: JPEG and resizing stay above, other words below. */
const ALIKE = 0.72;

/** Compares tile by tile: normalised correlation, allowing a shift of one pixel, which resizing brings. */
export function agreement(a: Plane, b: Plane): Agreement {
  let tiles = 0;
  let same = 0;
  for (let y = 1; y + TILE < a.height; y += TILE) {
    for (let x = 1; x + TILE < a.width; x += TILE) {
      const spread = Math.max(tileSpread(a, x, y), tileSpread(b, x, y));
      if (spread < DETAIL) continue;
      tiles++;
      if (best(a, b, x, y) >= ALIKE) same++;
    }
  }
  return { same: tiles === 0 ? 0 : same / tiles, tiles };
}

function best(a: Plane, b: Plane, x: number, y: number): number {
  let most = -1;
  for (const [dx, dy] of [
    [0, 0],
    [0, 1],
    [0, -1],
    [1, 0],
    [-1, 0],
  ] as const) {
    most = Math.max(most, tileCorrelation(a, b, x, y, dx, dy));
    if (most >= ALIKE) return most;
  }
  return most;
}
