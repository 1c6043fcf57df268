import { describe, expect, it } from 'vitest';
import { toBase64 } from '../base/base64.ts';
import type { ScreenMessage, Sighting } from '../capture/sighting.ts';
import { compareSightings } from './image.ts';

/** Detail that differs with every seed: blocks of pseudo-random brightness. */
function plane(seed: number, width: number, height: number, shift = 0): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [Math.floor((at % width) / 3), Math.floor((Math.floor(at / width) + shift) / 3)];
    return (Math.imul((x * 73856093) ^ (y * 19349663) ^ (seed * 83492791), 2654435761) >>> 24) & 255;
  });
}

const sighting = (
  item: string,
  gray: Uint8Array,
  width: number,
  height: number,
  messages: readonly ScreenMessage[] = [],
  by = 4,
): Sighting => ({
  ...{
    item,
    width: width * by,
    height: height * by,
    grayWidth: width,
    grayHeight: height,
    gray: toBase64(gray),
    messages,
    lines: [],
  },
});

const said = (side: 'left' | 'right', text: string, y: number): ScreenMessage => ({
  side,
  sender: null,
  text,
  time: null,
  box: { x: 40, y, width: 400, height: 80 },
});
const compared = (...all: Sighting[]) => compareSightings(all, new Map(all.map((one) => [one.item, one.item])));

const W = 135;
const H = 240;

describe('two pictures', () => {
  it('are identical, recompressed or resized where they show the same, whole', () => {
    const gray = plane(1, W, H);
    const noisy = gray.map((value, at) => Math.min(255, value + (at % 3)));
    expect(compared(sighting('a', gray, W, H), sighting('b', gray, W, H)).images).toMatchObject([
      { relation: 'identical' },
    ]);
    expect(compared(sighting('a', gray, W, H), sighting('b', noisy, W, H)).images).toMatchObject([
      { relation: 'recompressed' },
    ]);
    expect(compared(sighting('a', gray, W, H), sighting('b', gray, W, H, [], 2)).images).toMatchObject([
      { relation: 'resized' },
    ]);
  });

  it('are a whole and its crop', () => {
    expect(
      compared(sighting('a', plane(1, W, H), W, H), sighting('b', plane(1, W, 120, 60), W, 120)).images,
    ).toMatchObject([{ relation: 'cropped' }]);
  });

  it('are no pair where they show different things', () => {
    expect(compared(sighting('a', plane(1, W, H), W, H), sighting('b', plane(2, W, H), W, H)).images).toEqual([]);
  });

  it('are judged alike in whichever order they come', () => {
    const [a, b] = [sighting('a', plane(1, W, H), W, H), sighting('b', plane(1, W, 120, 60), W, 120)];
    expect(compared(b, a)).toEqual(compared(a, b));
  });
});

describe('two chat screens', () => {
  const first = [
    said('left', 'the gate was open all night', 100),
    said('right', 'who had the keys', 200),
    said('left', 'ask the warden, 3.86 each', 300),
  ];
  const second = [
    ...first.slice(1).map((one, at) => ({ ...one, box: { ...one.box, y: 100 * (at + 1) } })),
    said('right', 'I will not sign that', 300),
  ];

  it('overlap where they share messages, and make one transcript in order', () => {
    const { images, transcripts } = compared(
      sighting('b', plane(5, W, H), W, H, second),
      sighting('a', plane(4, W, H), W, H, first),
    );
    expect(images).toMatchObject([{ left: 'a', right: 'b', relation: 'overlaps', altered: [] }]);
    expect(transcripts).toHaveLength(1);
    expect(transcripts[0]?.messages.map((one) => one.text)).toEqual([
      ...first.map((one) => one.text),
      'I will not sign that',
    ]);
  });

  it('show which message was altered, with both wordings', () => {
    const edited = first.map((one) =>
      one.text.includes('3.86') ? { ...one, text: 'ask the warden, 38.6 each' } : one,
    );
    const { images } = compared(
      sighting('a', plane(4, W, H), W, H, first),
      sighting('b', plane(4, W, H), W, H, edited),
    );
    expect(images).toMatchObject([
      {
        relation: 'edited',
        altered: [{ leftText: 'ask the warden, 3.86 each', rightText: 'ask the warden, 38.6 each' }],
      },
    ]);
  });

  it('show no alteration where a bar lies on a message, whatever is left of what stands beside it', () => {
    const long = {
      ...said('right', 'I will not sign that, nor will the office', 300),
      box: { x: 40, y: 300, width: 400, height: 120 },
    };
    const cut = { ...said('right', 'I will not sign that', 400), box: { x: 40, y: 400, width: 409, height: 60 } };
    const avatar = { ...said('right', '®', 402), box: { x: 460, y: 402, width: 40, height: 58 } };
    const whole = [...first.slice(1).map((one, at) => ({ ...one, box: { ...one.box, y: 100 * (at + 1) } })), long];
    const { images } = compared(
      sighting('a', plane(4, W, H), W, H, [...first, cut, avatar]),
      sighting('b', plane(5, W, H), W, H, whole),
    );
    expect(images).toMatchObject([{ relation: 'overlaps', altered: [] }]);
  });

  it('of one app with other words are no pair', () => {
    const other = [
      said('left', 'bring the ladder', 100),
      said('right', 'which one', 200),
      said('left', 'the long one', 300),
    ];
    expect(
      compared(sighting('a', plane(4, W, H), W, H, first), sighting('b', plane(6, W, H), W, H, other)).images,
    ).toEqual([]);
  });
});
