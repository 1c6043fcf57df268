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

  it('is the same bytes each time', async () => {
    const png = new Uint8Array(await picture(60, 40).png().toBuffer());
    expect((await reveal(png, [])).bytes).toEqual((await reveal(png, [])).bytes);
  });

  it('refuses what is no picture', async () => {
    await expect(reveal(new TextEncoder().encode('no picture'), [])).rejects.toBeInstanceOf(HearsayError);
  });
});
