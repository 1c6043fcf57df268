import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { reveal } from './redact.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).withExif({
    IFD0: { Artist: 'Marta Quill' },
  });
const pixel = async (bytes: Uint8Array, x: number, y: number): Promise<readonly number[]> => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
};

describe('a picture made publishable', () => {
  it('is covered but for the boxes, and keeps no metadata', async () => {
    const jpeg = new Uint8Array(await picture(200, 100).jpeg({ quality: 100 }).toBuffer());
    const { bytes, width, height } = await reveal(jpeg, [{ x: 50, y: 20, width: 30, height: 10 }]);
    expect([width, height]).toEqual([200, 100]);
    expect(await pixel(bytes, 60, 25)).toEqual([254, 0, 0]);
    expect(await pixel(bytes, 10, 10)).toEqual([0x3a, 0x3a, 0x42]);
    expect(Buffer.from(bytes).includes('Quill')).toBe(false);
    const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is wholly covered without boxes, however they lie, and no larger than it may be', async () => {
    const png = new Uint8Array(await picture(3000, 200).png().toBuffer());
    const { bytes, width } = await reveal(png, [
      { x: -50, y: -50, width: 10, height: 10 },
      { x: 9000, y: 0, width: 5, height: 5 },
    ]);
    expect(width).toBe(1600);
    expect(await pixel(bytes, 800, 50)).toEqual([0x3a, 0x3a, 0x42]);
  });

  it('keeps covered what must be, within what is shown', async () => {
    const png = new Uint8Array(await picture(100, 60).png().toBuffer());
    const all = { x: 0, y: 0, width: 100, height: 60 };
    const { bytes } = await reveal(png, [all], { covered: [{ x: 40, y: 20, width: 10, height: 10 }] });
    expect(await pixel(bytes, 45, 25)).toEqual([0x3a, 0x3a, 0x42]);
    expect(await pixel(bytes, 5, 5)).toEqual([255, 0, 0]);
  });

  it('is the same bytes each time', async () => {
    const png = new Uint8Array(await picture(60, 40).png().toBuffer());
    expect((await reveal(png, [])).bytes).toEqual((await reveal(png, [])).bytes);
  });

  it('refuses what is no picture', async () => {
    await expect(reveal(new TextEncoder().encode('no picture'), [])).rejects.toBeInstanceOf(HearsayError);
  });

  it('shows the pixels of the boxes and no others, be it gray, 16 bits deep, see-through or turned', async () => {
    const half = { create: { width: 100, height: 100, channels: 3 as const, background: '#000000' } };
    const white = await sharp({ create: { ...half.create, width: 50, background: '#ffffff' } })
      .png()
      .toBuffer();
    const made = () => sharp(half).composite([{ input: white, left: 50, top: 0 }]);
    const kinds = [
      await made().toColourspace('b-w').png().toBuffer(),
      await made().toColourspace('rgb16').png().toBuffer(),
      await made().ensureAlpha(0.99).webp({ lossless: true }).toBuffer(),
      await made().png({ palette: true }).toBuffer(),
    ];
    for (const bytes of kinds) {
      const out = (await reveal(new Uint8Array(bytes), [{ x: 10, y: 40, width: 10, height: 10 }])).bytes;
      expect((await pixel(out, 15, 45)).every((one) => one < 5)).toBe(true);
      for (const [x, y] of [
        [75, 45],
        [15, 80],
        [30, 45],
      ] as const)
        expect(await pixel(out, x, y)).toEqual([0x3a, 0x3a, 0x42]);
    }
    const turned = await made().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const out = (await reveal(new Uint8Array(turned), [{ x: 10, y: 60, width: 80, height: 30 }])).bytes;
    expect((await pixel(out, 50, 75)).every((one) => one > 250)).toBe(true);
  });

  it('is covered only where it is named when all of it is shown, beyond the edges, and keeps no metadata', async () => {
    const jpeg = new Uint8Array(await picture(200, 100).jpeg({ quality: 100 }).toBuffer());
    const whole = { x: 0, y: 0, width: 200, height: 100 };
    const burnt = () => reveal(jpeg, [whole], { covered: [{ x: 50, y: 20, width: 40, height: 40 }] });
    const { bytes } = await burnt();
    for (const [x, y] of [
      [46, 16],
      [70, 40],
      [93, 63],
    ] as const)
      expect(await pixel(bytes, x, y)).toEqual([0x3a, 0x3a, 0x42]);
    expect(await pixel(bytes, 20, 20)).toEqual([254, 0, 0]);
    expect(Buffer.from(bytes).includes('Quill')).toBe(false);
    expect((await burnt()).bytes).toEqual(bytes);
  });
});
