import { toBase64 } from '../base/base64.ts';
import type { Raster } from '../capture/screen.ts';
import type { Box, Look } from '../capture/sighting.ts';

/** How a part of a picture looks at half its size: each pixel the mean of four, in luma (ITU-R BT.601). */
export function lookOf({ width, height, rgb }: Raster, box: Box): Look {
  const [left, top] = [Math.max(0, Math.round(box.x)), Math.max(0, Math.round(box.y))];
  const w = Math.max(0, Math.floor((Math.min(width, box.x + box.width) - left) / 2));
  const h = Math.max(0, Math.floor((Math.min(height, box.y + box.height) - top) / 2));
  const luma = (x: number, y: number): number => {
    const at = (y * width + x) * 3;
    return 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
  };
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [u, v] = [left + 2 * x, top + 2 * y];
      out[y * w + x] = (luma(u, v) + luma(u + 1, v) + luma(u, v + 1) + luma(u + 1, v + 1)) / 4 + 0.5;
    }
  }
  return { width: w, height: h, gray: toBase64(out) };
}
