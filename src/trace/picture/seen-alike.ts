import type { Plane } from '../plane.ts';
import { TILE, tileCorrelation, tileSpread } from '../tile.ts';
import { inverse, type Placement } from './placement.ts';
import { type Level, shrunk } from './pyramid.ts';

/** A picture's tiles, each compared with what lies there in another picture. Row by row. */
export interface Alike {
  readonly across: number;
  readonly down: number;
  /** Of each tile: 0 outside the other picture, 1 nothing to see in either, 2 alike, 3 different. */
  readonly tiles: Uint8Array;
  /** Whether the tiles are the second picture's: the one that shows less is divided. */
  readonly swapped: boolean;
  /** Pixels of its plane to a tile. */
  readonly tile: number;
}

export const OUTSIDE = 0;
export const FLAT = 1;
export const SAME = 2;
export const OTHER = 3;

/** Below this spread a tile is flat, and its agreement says nothing. */
const DETAIL = 6;
/** Correlation from which a tile with detail counts as the same. */
const LIKE = 0.72;
/** A tile may lie this much beside where the placement has it. */
const SHIFTS = [
  [0, 0],
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
] as const;

/** Compares tile by tile what two pictures show at the same place, at the size of the one that shows it smaller. */
export function seenAlike(a: readonly Level[], b: readonly Level[], placement: Placement): Alike | null {
  const [x, , , , y] = placement.at;
  const grow = (x + y) / 2;
  const swapped = grow < 1;
  const at = swapped ? inverse(placement.at) : placement.at;
  const base = (swapped ? b : a)[0]?.plane;
  const other = swapped ? a : b;
  if (!base || !at || !other[0]) return null;
  const source = sourceFor(other, swapped ? 1 / grow : grow);
  const warp = warped(base, source, other[0].plane, at, placement.turn.mirrored, swapped);
  return { ...tilesOf(base, warp, placement.turn.negative), swapped, tile: TILE };
}

/** The other picture at about the size it has here. */
function sourceFor(levels: readonly Level[], grow: number): Plane {
  const [first] = levels;
  const fit = levels.filter(({ by }) => by <= grow * 1.02).at(-1) ?? first;
  if (!fit) return { width: 0, height: 0, at: new Uint8Array() };
  const left = grow / fit.by;
  if (left < 1.12) return fit.plane;
  return shrunk(
    fit.plane,
    Math.max(2, Math.round(fit.plane.width / left)),
    Math.max(2, Math.round(fit.plane.height / left)),
  );
}

interface Warp {
  readonly plane: Plane;
  readonly there: Uint8Array;
}

/** The other picture's pixels where the base's are; `there` says where it has any. */
function warped(
  base: Plane,
  source: Plane,
  whole: Plane,
  [a, b, c, d, e, f]: Placement['at'],
  mirrored: boolean,
  swapped: boolean,
): Warp {
  const n = base.width * base.height;
  const { width, height } = base;
  const warp = { plane: { width, height, at: new Uint8Array(n) }, there: new Uint8Array(n) };
  const [sx, sy] = [source.width / whole.width, source.height / whole.height];
  for (let y = 0; y < base.height; y++) {
    for (let x = 0; x < base.width; x++) {
      // The mirrored one is always the second picture: seen from there, it is the base that is flipped.
      const from = mirrored && swapped ? base.width - 1 - x : x;
      let u = a * from + b * y + c;
      if (mirrored && !swapped) u = whole.width - 1 - u;
      u = (u + 0.5) * sx - 0.5;
      const v = (d * from + e * y + f + 0.5) * sy - 0.5;
      if (u < -0.5 || v < -0.5 || u > source.width - 0.5 || v > source.height - 0.5) continue;
      const left = Math.max(0, Math.min(source.width - 2, Math.floor(u)));
      const top = Math.max(0, Math.min(source.height - 2, Math.floor(v)));
      const [p, q] = [Math.max(0, Math.min(1, u - left)), Math.max(0, Math.min(1, v - top))];
      const i = top * source.width + left;
      const above = (source.at[i] ?? 0) * (1 - p) + (source.at[i + 1] ?? 0) * p;
      const below = (source.at[i + source.width] ?? 0) * (1 - p) + (source.at[i + source.width + 1] ?? 0) * p;
      warp.plane.at[y * base.width + x] = above * (1 - q) + below * q + 0.5;
      warp.there[y * base.width + x] = 1;
    }
  }
  return warp;
}

function tilesOf(base: Plane, warp: Warp, negative: boolean): Pick<Alike, 'across' | 'down' | 'tiles'> {
  const across = Math.floor((base.width - 2) / TILE);
  const down = Math.floor((base.height - 2) / TILE);
  const tiles = new Uint8Array(Math.max(0, across * down));
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const [x, y] = [1 + column * TILE, 1 + row * TILE];
      if (!within(warp.there, base.width, x, y)) continue;
      const seen = Math.max(tileSpread(base, x, y), tileSpread(warp.plane, x, y));
      tiles[row * across + column] = seen < DETAIL ? FLAT : likeTile(base, warp, x, y, negative) ? SAME : OTHER;
    }
  }
  return { across, down, tiles };
}

const within = (there: Uint8Array, width: number, x: number, y: number): boolean =>
  [0, TILE - 1].every((dx) => [0, TILE - 1].every((dy) => there[(y + dy) * width + x + dx] === 1));

function likeTile(base: Plane, warp: Warp, x: number, y: number, negative: boolean): boolean {
  for (const [dx, dy] of SHIFTS) {
    const like = tileCorrelation(base, warp.plane, x, y, dx, dy);
    if ((negative ? -like : like) >= LIKE) return true;
  }
  return false;
}
