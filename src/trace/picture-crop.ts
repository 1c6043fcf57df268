import { agreement, likeness, type Plane, part, resized } from './plane.ts';

/** Width at which the place of a crop is looked for; the finding is then checked on the full planes. */
const COARSE = 48;
/** How much of the larger picture's width a crop may keep, in steps. */
const SCALES = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7, 0.66, 0.62, 0.58] as const;
const LIKELY = 0.75;

/**
 * How well the smaller of two pictures agrees with the best place for it in the other, 0 to 1; null where no place is
 * likely. Looked for coarsely over scales and places, then verified tile by tile.
 */
export function cropped(a: Plane, b: Plane): number | null {
  const found = [placeOf(a, b), placeOf(b, a)].filter((one) => one !== null).sort((x, y) => y.like - x.like)[0];
  if (!found || found.like < LIKELY) return null;
  return verified(found);
}

interface Place {
  readonly whole: Plane;
  readonly crop: Plane;
  /** Share of the whole's width that the crop shows. */
  readonly scale: number;
  /** Top left corner, as shares of the whole's width. */
  readonly x: number;
  readonly y: number;
  readonly like: number;
}

function placeOf(whole: Plane, crop: Plane): Place | null {
  const height = Math.round((COARSE * whole.height) / whole.width);
  const field = resized(whole, COARSE, height);
  let best: Place | null = null;
  for (const scale of SCALES) {
    const w = Math.round(COARSE * scale);
    const h = Math.round((w * crop.height) / crop.width);
    if (h > height || h < 6 || (scale === 1 && h > height * 0.97)) continue;
    const patch = resized(crop, w, h);
    for (let y = 0; y + h <= height; y++) {
      for (let x = 0; x + w <= COARSE; x++) {
        const like = likeness(part(field, x, y, w, h), patch);
        if (!best || like > best.like) best = { whole, crop, scale, x: x / COARSE, y: y / COARSE, like };
      }
    }
  }
  return best;
}

/** The best agreement near the coarse place, on the full planes. */
function verified({ whole, crop, scale, x, y }: Place): number {
  let most = 0;
  for (const fine of [0, -0.012, 0.012]) {
    const w = Math.min(whole.width, Math.round(whole.width * (scale + fine)));
    const h = Math.round((w * crop.height) / crop.width);
    if (h > whole.height) continue;
    const patch = resized(crop, w, h);
    const reach = Math.ceil(whole.width / COARSE);
    const places = [];
    for (let top = Math.round(y * whole.width) - reach; top <= Math.round(y * whole.width) + reach; top++) {
      for (
        let left = Math.round(x * whole.width) - (w === whole.width ? 0 : reach);
        left <= Math.round(x * whole.width) + (w === whole.width ? 0 : reach);
        left++
      ) {
        if (top >= 0 && left >= 0 && left + w <= whole.width && top + h <= whole.height) places.push({ left, top });
      }
    }
    const tried = places
      .map((place) => ({ ...place, like: likeness(part(whole, place.left, place.top, w, h), patch) }))
      .sort((p, q) => q.like - p.like);
    for (const { left, top } of tried.slice(0, 2)) {
      const { same, tiles } = agreement(part(whole, left, top, w, h), patch);
      if (tiles >= 12) most = Math.max(most, same);
    }
  }
  return most;
}
