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
