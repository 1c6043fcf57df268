import { describe, expect, it } from 'vitest';
import { inked, type Raster, screenOf } from './screen.ts';
import { messagesOf } from './screen-messages.ts';
import type { Box } from './sighting.ts';

const WIDTH = 360;
const HEIGHT = 640;

/** A picture of filled boxes on a ground, later ones on top. */
function drawn(ground: number, boxes: readonly (Box & { readonly fill: number })[]): Raster {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  const fill = (box: Box, colour: number): void => {
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++)
        rgb.set([colour >> 16, (colour >> 8) & 255, colour & 255], (y * WIDTH + x) * 3);
    }
  };
  fill({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, ground);
  for (const box of boxes) fill(box, box.fill);
  return { width: WIDTH, height: HEIGHT, rgb };
}

const bubble = (x: number, y: number, width: number, fill: number, height = 40) => ({ x, y, width, height, fill });

describe('a chat screen', () => {
  it.each([
    ['light', 0xe6ddd3, 0xffffff, 0xd9f7c5],
    ['dark', 0x0b141a, 0x1f2c33, 0x005c4b],
  ])('has its bubbles found with their sides: %s', (_name, ground, left, right) => {
    const screen = screenOf(
      drawn(ground, [bubble(12, 100, 200, left), bubble(140, 160, 208, right), bubble(12, 220, 90, left)]),
    );
    expect(screen?.bubbles.map((one) => one.side)).toEqual(['left', 'right', 'left']);
  });

  it('tells avatars and centred labels from bubbles', () => {
    const screen = screenOf(
      drawn(0xededed, [
        bubble(10, 100, 38, 0x5b7fa8, 38),
        bubble(58, 100, 180, 0xffffff),
        bubble(312, 160, 38, 0xb07850, 38),
        bubble(140, 160, 160, 0x95ec69),
        bubble(140, 230, 80, 0xd0d8e0, 18),
      ]),
    );
    expect(screen?.bubbles).toHaveLength(2);
    expect(screen?.avatars).toHaveLength(2);
    expect(screen?.labels).toHaveLength(1);
  });

  it('is none where light divides a sheet of paper into shapes beside each other', () => {
    const sheet = [bubble(40, 100, 140, 0xf4f1ea, 300), bubble(184, 104, 130, 0xd8d4c8, 290)];
    expect(screenOf(drawn(0x604834, sheet))).toBeNull();
    const below = [bubble(12, 420, 200, 0xffffff), bubble(140, 480, 208, 0xd9f7c5), bubble(12, 540, 200, 0xffffff)];
    expect(screenOf(drawn(0xa8bccc, [...sheet, ...below]))?.bubbles).toHaveLength(5);
  });

  it('is none where there are no bubbles', () => {
    expect(screenOf(drawn(0xffffff, []))).toBeNull();
    const noise: Raster = {
      width: WIDTH,
      height: HEIGHT,
      rgb: Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) => (at * 2654435761) >>> 24),
    };
    expect(screenOf(noise)).toBeNull();
  });

  it('is inked white but for what stands in its bubbles', () => {
    const raster = drawn(0xe6ddd3, [
      bubble(12, 100, 200, 0xffffff),
      bubble(140, 160, 208, 0xd9f7c5),
      bubble(40, 116, 60, 0x111111, 5),
    ]);
    const screen = screenOf(raster);
    const plane = screen ? inked(raster, screen) : new Uint8Array();
    expect(plane[118 * WIDTH + 60]).toBe(0);
    expect(plane[180 * WIDTH + 200]).toBe(255);
    expect(plane[500 * WIDTH + 200]).toBe(255);
  });
});

describe('its messages', () => {
  const line = (text: string, x: number, y: number, width: number) => ({
    text,
    confidence: 0.9,
    box: { x, y, width, height: 12 },
  });
  const screen = screenOf(drawn(0xe6ddd3, [bubble(12, 100, 200, 0xffffff, 56), bubble(140, 180, 208, 0xd9f7c5)]));

  it('are the lines of a bubble, its stamp apart', () => {
    const lines = [
      line('the gate was open', 20, 106, 150),
      line('all night', 20, 122, 80),
      line('09:26', 170, 138, 30),
      line('since when 18:05', 150, 190, 190),
    ];
    expect(screen && messagesOf(screen, lines, WIDTH)).toMatchObject([
      { side: 'left', text: 'the gate was open all night', time: '09:26' },
      { side: 'right', text: 'since when', time: '18:05' },
    ]);
  });

  it('take the time of the label above where bubbles have none', () => {
    const lines = [
      line('5月29日 上午9:06', 130, 80, 100),
      line('闸门', 20, 106, 40),
      line('开了一夜', 20, 122, 60),
      line('知道了', 150, 190, 60),
    ];
    expect(screen && messagesOf(screen, lines, WIDTH)).toMatchObject([
      { side: 'centre' },
      { side: 'left', text: '闸门开了一夜', time: '5月29日 上午9:06' },
      { side: 'right', text: '知道了', time: null },
    ]);
  });
});
