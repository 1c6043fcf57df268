import type { Metadata, Sharp } from 'sharp';
import { toBase64 } from '../base/base64.ts';
import { HearsayError, messageOf } from '../base/error.ts';
import type { Raster } from '../capture/screen.ts';
import type { Sighting } from '../capture/sighting.ts';

/** 100 megapixels: more than any screen or scan, less than what fills memory. */
const MOST_PIXELS = 100_000_000;
/** Seconds after which libvips gives a picture up. */
const PATIENCE = 30;
/** Pixels of an enlarged picture, at most. */
const MOST_ENLARGED = 8_000_000;
/** A picture narrower than this is enlarged before its words are read. */
const READABLE = 1080;
const LARGEST = 2400;
/** Tesseract and Leptonica count places of a picture in 16 bits with a sign. */
const TALLEST = 32_000;
/** The plane that is kept: at least so wide, and of about so many pixels, whatever the shape. */
const GRAY_WIDTH = 270;
const GRAY_PIXELS = 130_000;

/** Loaded when the first picture comes: a pile of texts does without. */
export const library = async () => (await import('sharp')).default;

/** A picture's pixels at a size whose words can be read; `scale` leads from its own pixels to these. */
export interface Decoded {
  readonly raster: Raster;
  readonly scale: number;
}

/** The first frame, turned upright, on white, in sRGB. Throws a HearsayError where it can't be decoded. */
export async function decoded(bytes: Uint8Array): Promise<Decoded> {
  const sharp = await library();
  try {
    const open = (): Sharp => opened(sharp, bytes);
    const size = upright(await open().metadata());
    const picture = open().autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb').removeAlpha();
    const { data, info } = await picture
      .resize({ width: widthWanted(size), kernel: 'lanczos3' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const rgb = info.channels === 3 ? data : tripled(data, info.channels);
    return { raster: { width: info.width, height: info.height, rgb }, scale: info.width / size.width };
  } catch (cause) {
    throw refusal(cause);
  }
}

/** Orientations from 5 on lie on their side (EXIF 2.3, tag 274). */
const upright = ({ width, height, orientation = 1 }: Metadata): { width: number; height: number } =>
  orientation >= 5 ? { width: height, height: width } : { width, height };

/** Gray pictures come with one channel (or two with alpha). */
function tripled(data: Uint8Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let at = 0; at < data.length / channels; at++) rgb.fill(data[at * channels] ?? 0, at * 3, at * 3 + 3);
  return rgb;
}

/**
 * The plane that is kept of a picture, and the picture's own size. Small pictures are not enlarged for it, large ones
 * are shrunk while they are decoded. Throws as `decoded` does.
 */
export async function glance(bytes: Uint8Array): Promise<Glance> {
  const sharp = await library();
  try {
    const open = (): Sharp => opened(sharp, bytes);
    const { width, height } = upright(await open().metadata());
    const fit = Math.max(GRAY_WIDTH, Math.round(Math.sqrt((GRAY_PIXELS * width) / height)));
    const { data, info } = await open()
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .greyscale()
      .resize({ width: Math.min(fit, width) })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const plane = info.channels === 1 ? data : data.filter((_value, at) => at % info.channels === 0);
    return { width, height, gray: toBase64(plane), grayWidth: info.width, grayHeight: info.height };
  } catch (cause) {
    throw refusal(cause);
  }
}

export type Glance = Pick<Sighting, 'width' | 'height' | 'gray' | 'grayWidth' | 'grayHeight'>;

const opened = (sharp: Awaited<ReturnType<typeof library>>, bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false }).timeout({ seconds: PATIENCE });

function refusal(cause: unknown): HearsayError {
  const why = messageOf(cause).split('\n')[0] ?? '';
  if (/pixel limit/iu.test(why))
    return new HearsayError('too-large', 'the picture has more than 100 megapixels; make a smaller copy of it', {
      cause,
    });
  if (/timeout/iu.test(why))
    return new HearsayError('timeout', 'the picture took longer than half a minute to decode; save it again as PNG', {
      cause,
    });
  if (/premature|truncat|end of|corrupt|too short|not enough/iu.test(why))
    return new HearsayError('truncated', 'the picture is cut short; save it again from where it came', { cause });
  return new HearsayError('malformed', `the picture can't be decoded (${why}); save it again as PNG`, { cause });
}

/**
 * Small pictures are enlarged until their words can be read, but not so far that a thin, tall one fills the memory or
 * grows taller than readers of words take.
 */
function widthWanted({ width, height }: { readonly width: number; readonly height: number }): number {
  const takeable = Math.max(1, Math.floor((width * TALLEST) / height));
  if (width >= READABLE) return Math.min(width, LARGEST, takeable);
  const affordable = Math.floor(width * Math.sqrt(MOST_ENLARGED / (width * height)));
  return Math.min(takeable, Math.max(width, Math.min(READABLE, width * 3, affordable)));
}
