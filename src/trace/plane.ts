import { fromBase64 } from '../base/base64.ts';
import type { Sighting } from '../capture/sighting.ts';

/** The brightness of a picture, one byte a pixel. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly at: Uint8Array;
}

export const planeOf = ({ grayWidth, grayHeight, gray }: Sighting): Plane => ({
  width: grayWidth,
  height: grayHeight,
  at: fromBase64(gray),
});

/** The plane at another size: each pixel the mean of the ones it covers, or the nearest where it covers none. */
export function resized(plane: Plane, width: number, height: number): Plane {
  if (plane.width === width && plane.height === height) return plane;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * plane.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * plane.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * plane.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * plane.width) / width));
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) sum += plane.at[row * plane.width + column] ?? 0;
      }
      out[y * width + x] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  }
  return { width, height, at: out };
}

/** The part of a plane; the box must lie within it. */
export function part(plane: Plane, x: number, y: number, width: number, height: number): Plane {
  const out = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * plane.width + x;
    out.set(plane.at.subarray(from, from + width), row * width);
  }
  return { width, height, at: out };
}

/** How much of two planes of one size agrees where there is something to see, by tiles. */
export interface Agreement {
  /** Share of the tiles with detail, in either plane, that look the same, 0 to 1. */
  readonly same: number;
  /** How many tiles have detail. */
  readonly tiles: number;
}

const TILE = 9;
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
      const spread = Math.max(spreadOf(a, x, y), spreadOf(b, x, y));
      if (spread < DETAIL) continue;
      tiles++;
      if (best(a, b, x, y) >= ALIKE) same++;
    }
  }
  return { same: tiles === 0 ? 0 : same / tiles, tiles };
}

function spreadOf(plane: Plane, x: number, y: number): number {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < TILE; row++) {
    for (let column = 0; column < TILE; column++) {
      const value = plane.at[(y + row) * plane.width + x + column] ?? 0;
      sum += value;
      squares += value * value;
    }
  }
  const n = TILE * TILE;
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
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
    if (y + dy < 0 || x + dx < 0 || y + dy + TILE > b.height || x + dx + TILE > b.width) continue;
    most = Math.max(most, correlation(a, b, x, y, dx, dy));
    if (most >= ALIKE) return most;
  }
  return most;
}

function correlation(a: Plane, b: Plane, x: number, y: number, dx: number, dy: number): number {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let row = 0; row < TILE; row++) {
    const atA = (y + row) * a.width + x;
    const atB = (y + row + dy) * b.width + x + dx;
    for (let column = 0; column < TILE; column++) {
      const p = a.at[atA + column] ?? 0;
      const q = b.at[atB + column] ?? 0;
      sa += p;
      sb += q;
      saa += p * p;
      sbb += q * q;
      sab += p * q;
    }
  }
  const n = TILE * TILE;
  const spread = Math.sqrt(Math.max(0, saa - (sa * sa) / n) * Math.max(0, sbb - (sb * sb) / n));
  return spread < 1 ? 0 : (sab - (sa * sb) / n) / spread;
}

/** Correlation of two planes of one size as wholes: −1 to 1. */
export function likeness(a: Plane, b: Plane): number {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  const n = a.at.length;
  for (let at = 0; at < n; at++) {
    const p = a.at[at] ?? 0;
    const q = b.at[at] ?? 0;
    sa += p;
    sb += q;
    saa += p * p;
    sbb += q * q;
    sab += p * q;
  }
  const spread = Math.sqrt(Math.max(0, saa - (sa * sa) / n) * Math.max(0, sbb - (sb * sb) / n));
  return spread < 1 ? 0 : (sab - (sa * sb) / n) / spread;
}
