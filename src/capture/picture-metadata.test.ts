import fc from 'fast-check';
import { expect, it } from 'vitest';
import { metadataOf } from './picture-metadata.ts';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 65535)];

/** A TIFF of big-endian fields: software in words, and a pointer to a place. */
function exif(software: string, placed: boolean): number[] {
  const tags = placed ? 2 : 1;
  const data = 8 + 2 + tags * 12 + 4;
  const entry = (tag: number, type: number, count: number, value: number): number[] => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...u32(value),
  ];
  const place = data + software.length + 1;
  return [
    ...ascii('MM'),
    ...u16(42),
    ...u32(8),
    ...u16(tags),
    ...entry(0x0131, 2, software.length + 1, data),
    ...(placed ? entry(0x8825, 4, 1, place) : []),
    ...u32(0),
    ...ascii(`${software}\0`),
    ...(placed ? [...u16(1), ...entry(0x0002, 5, 3, 0), ...u32(0)] : []),
  ];
}

const segment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  ...u16(content.length + 2),
  ...content,
];
const jpeg = (...segments: readonly number[][]): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...segments.flat(), 0xff, 0xda, 0, 2]);

it('is what a JPEG holds: the program that wrote it, whether a place is given, credentials', () => {
  const credentials = [...ascii('JP'), 0, 1, 0, 0, 0, 1, ...u32(20), ...ascii('jumbjumdc2pa')];
  const bytes = jpeg(segment(0xe1, [...ascii('Exif\0\0'), ...exif('Invented 1.2', true)]), segment(0xeb, credentials));
  expect(metadataOf(bytes)).toEqual({
    holds: ['c2pa', 'exif'],
    taken: null,
    device: null,
    software: 'Invented 1.2',
    placed: true,
  });
});

it('is what a PNG and a WebP hold', () => {
  const chunk = (name: string, content: readonly number[]): number[] => [
    ...u32(content.length),
    ...ascii(name),
    ...content,
    ...u32(0),
  ];
  const png = [0x89, ...ascii('PNG\r\n\u001a\n'), ...chunk('eXIf', exif('Drawn', false)), ...chunk('caBX', [1])];
  expect(metadataOf(Uint8Array.from(png))).toMatchObject({ holds: ['c2pa', 'exif'], software: 'Drawn', placed: false });
  const body = exif('Reduced', false);
  const webp = [...ascii('RIFF\0\0\0\0WEBPEXIF'), body.length, 0, 0, 0, ...body, ...ascii('XMP '), 2, 0, 0, 0, 1, 1];
  expect(metadataOf(Uint8Array.from(webp))).toMatchObject({ holds: ['exif', 'xmp'], software: 'Reduced' });
});

it('is empty where a picture holds none, and null of what is no such picture', () => {
  expect(metadataOf(jpeg())?.holds).toEqual([]);
  expect(metadataOf(Uint8Array.from(ascii('words')))).toBeNull();
  expect(metadataOf(new Uint8Array())).toBeNull();
});

it('comes of any bytes without an error, wherever they are cut or changed', () => {
  const whole = jpeg(segment(0xe1, [...ascii('Exif\0\0'), ...exif('Invented 1.2', true)]));
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (cut, at, byte) => {
      const harmed = whole.slice(0, cut);
      if (at < harmed.length) harmed[at] = byte;
      expect(() => metadataOf(harmed)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
