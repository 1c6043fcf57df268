import { HearsayError, messageOf } from '../base/error.ts';
import type { Box } from '../capture/sighting.ts';

/** A picture as it may be published. */
export interface Redacted {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 100_000_000;
const LONGEST_SIDE = 1600;
const COVER: readonly number[] = [0x3a, 0x3a, 0x42];
/** Pixels around a box that are shown with it, so that letters keep their edges. */
const MARGIN = 2;
/** How far a burnt box reaches beyond what is to be hidden: edges of letters and of faces tell too. */
const BEYOND = 0.12;

const library = async () => (await import('sharp')).default;

/**
 * The picture with everything covered but some boxes (pixels of the picture as captured, turned upright). Covered, never
 * blurred or pixelated: what is blurred can be told again from what it was (Hill et al., “On the (In)effectiveness of
 * Mosaicing and Blurring as Tools for Document Redaction”, PETS 2016). Decoded and encoded anew: no metadata, no
 * thumbnail, one frame, 8 bits, no side longer than 1600 pixels. Throws HearsayError where it can't be decoded.
 */
export const reveal = (bytes: Uint8Array, boxes: readonly Box[], options: RevealOptions = {}): Promise<Redacted> =>
  redrawn(bytes, options.longest ?? LONGEST_SIDE, (picture) => {
    const canvas = { ...picture, rgb: covered(picture.rgb.length) };
    for (const box of boxes)
      each(picture, grown(box, MARGIN), (from, to) => canvas.rgb.set(picture.rgb.subarray(from, to), from));
    for (const box of options.covered ?? []) cover(canvas, box);
    return canvas;
  });

/** What else is said of a picture that is revealed. */
export interface RevealOptions {
  /** Boxes that stay covered, a little beyond their edges, within whatever is shown. */
  readonly covered?: readonly Box[];
  /** Pixels of the longer side, at most; 1600 where nothing is said. */
  readonly longest?: number;
}

function cover(picture: Pixels, box: Box): void {
  const beyond = Math.max(2 * MARGIN, Math.round(BEYOND * Math.min(box.width, box.height)));
  each(picture, grown(box, beyond), (from, to) => picture.rgb.set(covered(to - from), from));
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes each, row by row. */
  readonly rgb: Uint8Array;
}

async function redrawn(bytes: Uint8Array, longest: number, draw: (picture: Pixels) => Pixels): Promise<Redacted> {
  const sharp = await library();
  try {
    const { width, height, rgb } = draw(await decoded(bytes));
    const out = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .resize({
        width: longest,
        height: longest,
        fit: 'inside',
        withoutEnlargement: true,
        kernel: 'mitchell',
      })
      .png({ compressionLevel: 9, palette: false })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(out.data), width: out.info.width, height: out.info.height };
  } catch (cause) {
    throw new HearsayError('malformed', `the picture can’t be decoded (${whyOf(cause)}); it is left out`, { cause });
  }
}

async function decoded(bytes: Uint8Array): Promise<Pixels> {
  const sharp = await library();
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 3) return { width, height, rgb: data };
  // Gray pictures come with one byte a pixel: read as three, other pixels than those of a box would be seen.
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) rgb.fill(data[at * channels] ?? 0, at * 3, at * 3 + 3);
  return { width, height, rgb };
}

const whyOf = (cause: unknown): string => messageOf(cause).split('\n')[0] ?? '';

function covered(length: number): Uint8Array {
  const canvas = new Uint8Array(length);
  for (let at = 0; at < canvas.length; at += 3) canvas.set(COVER, at);
  return canvas;
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  ...{ x: Math.floor(x) - by, y: Math.floor(y) - by },
  ...{ width: Math.ceil(x + width) - Math.floor(x) + 2 * by, height: Math.ceil(y + height) - Math.floor(y) + 2 * by },
});

/** Where in the bytes each row of a box begins and ends, as far as it lies in the picture. */
function each({ width, height }: Pixels, box: Box, row: (from: number, to: number) => void): void {
  const left = Math.min(width, Math.max(0, box.x));
  const right = Math.min(width, Math.max(left, box.x + box.width));
  const bottom = Math.min(height, box.y + box.height);
  if (right > left)
    for (let y = Math.max(0, box.y); y < bottom; y++) row((y * width + left) * 3, (y * width + right) * 3);
}
