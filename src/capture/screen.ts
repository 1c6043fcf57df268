import type { Box } from './sighting.ts';

/** Decoded pixels: three bytes each, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** A filled shape that stands out from the background: a bubble, a date pill, an avatar, a bar. */
export interface Panel {
  readonly box: Box;
  readonly fill: number;
  /** How much of the box is of the fill's colour, 0 to 1. */
  readonly share: number;
}

/** What a chat screen is made of. */
export interface Screen {
  readonly background: number;
  readonly bubbles: readonly (Panel & { readonly side: 'left' | 'right' })[];
  readonly labels: readonly Panel[];
  readonly bars: readonly Panel[];
  readonly avatars: readonly Panel[];
}

/** Colours nearer than this in each channel are one colour: what JPEG does to a flat area. */
const NEAR = 14;
/** Panels are found on a picture about this wide: fine enough for a one-word bubble. */
const WORKING = 360;

/**
 * The bubbles, labels, bars and avatars of a chat screen, whatever the app: flat filled shapes on a flat ground.
 * Fewer than two bubbles, or most of them beside each other, as light divides a sheet of paper, and it is no chat screen
 * (`null`). Linear in pixels, but for a handful of bubbles that are compared with each other.
 */
export function screenOf(raster: Raster): Screen | null {
  const step = Math.max(1, Math.round(raster.width / WORKING));
  const small = thinned(raster, step);
  const background = ground(small);
  const panels = panelsOf(small, background).map((panel) => ({ ...panel, box: scaled(panel.box, step) }));
  const { width, height } = raster;
  const bars = panels.filter(({ box }) => box.width > width * 0.93);
  const free = panels.filter(
    (panel) =>
      !bars.includes(panel) &&
      !bars.some((bar) => bar.box.y > height * 0.8 && inside(panel.box, bar.box)) &&
      !bars.some((bar) => bar.box.y < height * 0.12 && inside(panel.box, bar.box)),
  );
  const avatars = free.filter((panel) => isAvatar(panel.box, free, width));
  const rest = free.filter((panel) => !avatars.includes(panel));
  const labels = rest.filter(({ box }) => isLabel(box, width));
  const bubbles = rest
    .filter((panel) => !labels.includes(panel) && isBubble(panel, raster))
    .map((panel) => ({ ...panel, side: sideOf(panel.box, width) }))
    .sort((a, b) => a.box.y - b.box.y);
  const beside = bubbles.filter((one) => bubbles.some((other) => other !== one && sharesRows(one.box, other.box)));
  return bubbles.length >= 2 && beside.length * 2 <= bubbles.length
    ? { background, bubbles, labels, bars, avatars }
    : null;
}

/**
 * The picture with every panel and the ground turned to white and words to black, so that one reading finds them all;
 * avatars are wiped. One byte a pixel.
 */
export function inked({ width, height, rgb }: Raster, screen: Screen): Uint8Array {
  const out = new Uint8Array(width * height);
  const fills = new Int32Array(width * height).fill(screen.background);
  for (const { box, fill } of [...screen.bars, ...screen.labels, ...screen.bubbles])
    paint(fills, width, height, box, fill);
  for (let at = 0; at < out.length; at++) {
    const fill = fills[at] ?? 0;
    const r = (rgb[at * 3] ?? 0) - (fill >> 16);
    const g = (rgb[at * 3 + 1] ?? 0) - ((fill >> 8) & 255);
    const b = (rgb[at * 3 + 2] ?? 0) - (fill & 255);
    const far = Math.max(Math.abs(r), Math.abs(g), Math.abs(b));
    out[at] = far < 20 ? 255 : Math.max(0, 255 - Math.round(far * 2.6));
  }
  for (const { box } of screen.avatars) wipe(out, width, height, grown(box, Math.round(width * 0.008)));
  for (const { box } of screen.bubbles) frame(out, width, height, box, Math.max(3, Math.round(width * 0.011)));
  return out;
}

const scaled = (box: Box, by: number): Box => ({
  x: box.x * by,
  y: box.y * by,
  width: box.width * by,
  height: box.height * by,
});
const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});
const inside = (a: Box, b: Box): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const colourAt = (rgb: Uint8Array, at: number): number =>
  ((rgb[at * 3] ?? 0) << 16) | ((rgb[at * 3 + 1] ?? 0) << 8) | (rgb[at * 3 + 2] ?? 0);

const isNear = (a: number, b: number): boolean => apart(a, b) <= NEAR;

/** Every step-th pixel of every step-th row. */
function thinned({ width, height, rgb }: Raster, step: number): Raster {
  const w = Math.floor(width / step);
  const h = Math.floor(height / step);
  const out = new Uint8Array(w * h * 3);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const from = (y * step * width + x * step) * 3;
      out.set(rgb.subarray(from, from + 3), (y * w + x) * 3);
    }
  }
  return { width: w, height: h, rgb: out };
}

/** The ground's colour: the most frequent one near the edges and in the gaps of the middle part. */
function ground({ width, height, rgb }: Raster): number {
  const counts = new Map<number, { n: number; colour: number }>();
  for (let y = Math.floor(height * 0.12); y < height * 0.88; y++) {
    for (const x of [1, 2, 3, 4, width - 5, width - 4, width - 3, width - 2]) {
      const colour = colourAt(rgb, y * width + x);
      const key = (colour >> 3) & 0x1f1f1f;
      const known = counts.get(key);
      if (known) known.n++;
      else counts.set(key, { n: 1, colour });
    }
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || a.colour - b.colour)[0]?.colour ?? 0xffffff;
}

/** Connected areas of one colour that is not the ground's, large enough to hold a word, by flood fill. */
function panelsOf({ width, height, rgb }: Raster, background: number): readonly Panel[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const panels: Panel[] = [];
  for (let seed = 0; seed < seen.length; seed++) {
    if (seen[seed]) continue;
    const fill = colourAt(rgb, seed);
    if (isNear(fill, background) || !isFlat(rgb, seed, width)) continue;
    let top = 0;
    let area = 0;
    let [left, right, up, down] = [width, 0, height, 0];
    stack[top++] = seed;
    seen[seed] = 1;
    while (top > 0) {
      const at = stack[--top] ?? 0;
      const x = at % width;
      const y = (at - x) / width;
      area++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      up = Math.min(up, y);
      down = Math.max(down, y);
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= seen.length || seen[next] || !isNear(colourAt(rgb, next), fill)) continue;
        seen[next] = 1;
        stack[top++] = next;
      }
    }
    const box = { x: left, y: up, width: right - left + 1, height: down - up + 1 };
    const share = area / (box.width * box.height);
    if (box.width >= width * 0.05 && box.height >= width * 0.024 && share > 0.4) panels.push({ box, fill, share });
  }
  return panels;
}

/** Not on an edge: a flood begun on an edge takes the wrong colour for the fill. */
const isFlat = (rgb: Uint8Array, at: number, width: number): boolean =>
  [at - 1, at + 1, at - width, at + width, at + 2, at + 2 * width].every(
    (next) => next >= 0 && next * 3 < rgb.length && apart(colourAt(rgb, next), colourAt(rgb, at)) <= 5,
  );

const apart = (a: number, b: number): number =>
  Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );

/** About square, small, at the margin, and beside a wider panel in the same rows. */
function isAvatar(box: Box, all: readonly Panel[], width: number): boolean {
  const square = box.width < width * 0.16 && box.width / box.height > 0.8 && box.width / box.height < 1.25;
  const edge = box.x < width * 0.08 || box.x + box.width > width * 0.92;
  return (
    square &&
    edge &&
    all.some(
      ({ box: other }) =>
        other !== box &&
        other.y < box.y + box.height &&
        box.y < other.y + other.height &&
        Math.abs(middle(other) - width / 2) < Math.abs(middle(box) - width / 2),
    )
  );
}

/** Whether two shapes stand beside each other for more than an eighth of the lower one: messages stand below each other. */
const sharesRows = (a: Box, b: Box): boolean =>
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > Math.min(a.height, b.height) / 8;

const middle = (box: Box): number => box.x + box.width / 2;

const isLabel = (box: Box, width: number): boolean =>
  Math.abs(middle(box) - width / 2) < width * 0.04 && box.width < width * 0.62 && box.height < width * 0.08;

const isBubble = ({ box, share }: Panel, { width, height }: Raster): boolean =>
  box.width > width * 0.08 && box.height > width * 0.04 && box.height < height * 0.8 && share > 0.45;

/** The side whose margin is the smaller. */
const sideOf = (box: Box, width: number): 'left' | 'right' => (box.x <= width - (box.x + box.width) ? 'left' : 'right');

function paint(fills: Int32Array, width: number, height: number, box: Box, fill: number): void {
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
    fills.fill(fill, y * width + Math.max(0, box.x), y * width + Math.min(width, box.x + box.width));
  }
}

function wipe(out: Uint8Array, width: number, height: number, box: Box): void {
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
    out.fill(255, y * width + Math.max(0, box.x), y * width + Math.min(width, box.x + box.width));
  }
}

/** Whitens a bubble's rim, where round corners and shadows would be read as strokes. */
function frame(out: Uint8Array, width: number, height: number, box: Box, rim: number): void {
  const far = Math.round(rim * 1.8);
  wipe(out, width, height, { x: box.x - far, y: box.y - far, width: box.width + 2 * far, height: rim + far });
  wipe(out, width, height, {
    x: box.x - far,
    y: box.y + box.height - rim,
    width: box.width + 2 * far,
    height: rim + far,
  });
  wipe(out, width, height, { x: box.x - far, y: box.y - far, width: rim + far, height: box.height + 2 * far });
  wipe(out, width, height, {
    x: box.x + box.width - rim,
    y: box.y - far,
    width: rim + far,
    height: box.height + 2 * far,
  });
}
