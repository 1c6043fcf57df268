import { describe, expect, it } from 'vitest';
import { flattened } from './flattened.ts';
import { type Corners, isOn, type Point, paperIn } from './paper.ts';
import type { Raster } from './screen.ts';

/** A picture drawn point by point. */
function drawn(width: number, height: number, ink: (x: number, y: number) => number): Raster {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgb.fill(ink(x + 0.5, y + 0.5), (y * width + x) * 3, (y * width + x) * 3 + 3);
  return { width, height, rgb };
}
const within = (corners: Corners, x: number, y: number): boolean => isOn(corners, { x, y });
const corners = (...all: readonly [number, number][]): Corners => all.map(([x, y]) => ({ x, y })) as unknown as Corners;
const sheet = (at: Corners, paper = 235, ground = 80): Raster =>
  drawn(900, 700, (x, y) => (within(at, x, y) ? paper : ground));
const off = (a: Corners, b: Corners): number =>
  Math.max(...a.map((one: Point, at) => Math.hypot(one.x - (b[at]?.x ?? 0), one.y - (b[at]?.y ?? 0))));

const LEANING = corners([180, 120], [700, 160], [760, 600], [130, 560]);

describe('a sheet of paper', () => {
  it('is found by its corners, leaning and in perspective', () => {
    const found = paperIn(sheet(LEANING));
    expect(found?.leans).toBe(true);
    expect(found && off(found.corners, LEANING)).toBeLessThan(10);
    const turned = corners([450, 60], [800, 330], [480, 650], [120, 380]);
    const other = paperIn(sheet(turned));
    expect(other && Math.min(...[0, 1, 2, 3].map((by) => off(other.corners, rolled(turned, by))))).toBeLessThan(10);
  });

  it('may lie straight, or fill the picture', () => {
    const straight = corners([200, 100], [700, 100], [700, 600], [200, 600]);
    const found = paperIn(sheet(straight));
    expect(found?.leans).toBe(false);
    expect(found && off(found.corners, straight)).toBeLessThan(10);
    const page = paperIn(drawn(900, 700, (x, y) => (x > 60 && x < 840 && y % 40 > 30 ? 60 : 235)));
    expect(page).toEqual({ corners: corners([0, 0], [900, 0], [900, 700], [0, 700]), leans: false });
  });

  it('is none that is round, or as dark as the ground', () => {
    expect(paperIn(drawn(900, 700, (x, y) => (Math.hypot(x - 450, y - 350) < 250 ? 235 : 80)))).toBeNull();
    expect(paperIn(sheet(LEANING, 100, 80))).toBeNull();
    expect(paperIn(drawn(1, 1, () => 0))).toBeNull();
  });

  it('is drawn flat, with the way back into the picture', () => {
    // A mark in the middle of the upper edge.
    const mark = { x: 440, y: 155 };
    const picture = drawn(900, 700, (x, y) =>
      Math.hypot(x - mark.x, y - mark.y) < 14 ? 0 : within(LEANING, x, y) ? 235 : 80,
    );
    const { raster, inPicture } = flattened(picture, LEANING);
    let [sum, sx, sy] = [0, 0, 0];
    for (let at = 0; at < raster.width * raster.height; at++)
      if ((raster.rgb[at * 3] ?? 255) < 60) {
        sum++;
        sx += at % raster.width;
        sy += Math.floor(at / raster.width);
      }
    expect([sx / sum / raster.width, sy / sum / raster.height].map((one) => one.toFixed(1))).toEqual(['0.5', '0.0']);
    const back = inPicture({ x: sx / sum, y: sy / sum, width: 0, height: 0 });
    expect(Math.hypot(back.x - mark.x, back.y - mark.y)).toBeLessThan(6);
  });

  it('is turned by quarters', () => {
    const { raster } = flattened(sheet(LEANING), LEANING, 1);
    const upright = flattened(sheet(LEANING), LEANING).raster;
    expect(raster.width / raster.height).toBeCloseTo(upright.height / upright.width, 2);
  });
});

const rolled = (all: Corners, by: number): Corners =>
  all.map((_, at) => all[(at + by) % 4] ?? all[0]) as unknown as Corners;
