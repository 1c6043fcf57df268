import { fromBase64 } from '../../base/base64.ts';
import type { Look } from '../../capture/sighting.ts';
import type { Plane } from '../plane.ts';
import { type Meeting, tilesMeet } from '../tile.ts';
import { shrunk } from './pyramid.ts';

/** Side of a tile: about a letter. */
const TILE = 12;
/** Tiles with less contrast than this share of the strongest are of the rim of letters, or of small print. */
const STRONG = 0.65;
/** Two bubbles may lie this much beside each other: their boxes are found to some pixels. Less than the rim, by one and more. */
const REACH = 6;
/** How much their sizes may differ, in pixels and as a share. */
const [PIXELS, SHARE] = [6, 0.06];
/** Round corners and rims say nothing. */
const [RIM_X, RIM_Y] = [11, 9];
/**
 * Correlation of the tile that is least alike. Measured on drawn screens, one of each pair as JPEG of quality 35 at 60 %
 * of its size: unchanged bubbles 0.92 and more, a single changed figure 0.70 and less.
 */
const SAME = 0.76;
const OTHER = 0.73;

/**
 * Whether two bubbles show the same letters: the tile that is least alike decides. `grow` is how much larger the second
 * picture shows everything. Null where it can't be told.
 */
export function sameLook(a: Look | undefined, b: Look | undefined, grow: number): boolean | null {
  if (!a || !b) return null;
  const [p, q] = [planeOf(a), planeOf(b)];
  // Sizes of bubbles are found to some pixels: where they are nearly one size, they may well be.
  const sizes = Math.abs(grow - 1) < 0.04 ? [1, grow] : [grow];
  const least = sizes.flatMap((by) => leastAt(...atOneSize(p, q, by)) ?? []).sort((x, y) => y - x)[0];
  if (least === undefined) return null;
  return least >= SAME ? true : least <= OTHER ? false : null;
}

/** How alike the tile is that is least alike; null where the bubbles are too small, or too different in size. */
function leastAt(p: Plane, q: Plane): number | null {
  const [width, height] = [Math.min(p.width, q.width), Math.min(p.height, q.height)];
  if (width < 2 * RIM_X + TILE || height < 2 * RIM_Y + TILE) return null;
  if (Math.abs(p.width - q.width) > PIXELS + SHARE * width) return null;
  if (Math.abs(p.height - q.height) > PIXELS + SHARE * height) return null;
  return leastAlike(p, q, width, height, bestShift(p, q, width, height));
}

const planeOf = ({ width, height, gray }: Look): Plane => ({ width, height, at: fromBase64(gray) });

function atOneSize(a: Plane, b: Plane, grow: number): readonly [Plane, Plane] {
  if (Math.abs(grow - 1) < 0.002) return [a, b];
  const by = grow > 1 ? grow : 1 / grow;
  const small = (one: Plane): Plane =>
    shrunk(one, Math.max(2, Math.round(one.width / by)), Math.max(2, Math.round(one.height / by)));
  return grow > 1 ? [a, small(b)] : [small(a), b];
}

interface Shift {
  readonly dx: number;
  readonly dy: number;
}

function bestShift(a: Plane, b: Plane, width: number, height: number): Shift {
  let [most, best] = [-2, { dx: 0, dy: 0 }];
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      let [sum, count] = [0, 0];
      for (let y = RIM_Y; y + TILE <= height - RIM_Y; y += TILE) {
        for (let x = RIM_X; x + TILE <= width - RIM_X; x += TILE) {
          const { like, contrast } = tilesMeet(a, b, x, y, dx, dy, TILE);
          if (contrast < 12) continue;
          sum += like;
          count++;
        }
      }
      if (count > 0 && sum / count > most) [most, best] = [sum / count, { dx, dy }];
    }
  }
  return best;
}

function leastAlike(a: Plane, b: Plane, width: number, height: number, { dx, dy }: Shift): number | null {
  const tiles: Meeting[] = [];
  for (let y = RIM_Y; y + TILE <= height - RIM_Y; y += TILE / 2) {
    for (let x = RIM_X; x + TILE <= width - RIM_X; x += TILE / 2) {
      let [like, contrast] = [-1, 0];
      for (let v = -1; v <= 1; v++) {
        for (let u = -1; u <= 1; u++) {
          const one = tilesMeet(a, b, x, y, dx + u, dy + v, TILE);
          like = Math.max(like, one.like);
          contrast = Math.max(contrast, one.contrast);
        }
      }
      tiles.push({ like, contrast });
    }
  }
  const strongest = tiles.reduce((most, one) => Math.max(most, one.contrast), 0);
  if (strongest < 18) return null;
  return tiles.reduce((least, one) => (one.contrast >= STRONG * strongest ? Math.min(least, one.like) : least), 1);
}
