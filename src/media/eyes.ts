import type { Sharp } from 'sharp';
import { toBase64 } from '../base/base64.ts';
import { HearsayError } from '../base/error.ts';
import { inked, type Raster, screenOf } from '../capture/screen.ts';
import { messagesOf } from '../capture/screen-messages.ts';
import { tidied } from '../capture/seen-words.ts';
import type { Eyes, SeenLine, Sighting } from '../capture/sighting.ts';
import { openReaders, type Readers } from './readers.ts';

/** 100 megapixels: more than any screen or scan, less than what fills memory. */
const MOST_PIXELS = 100_000_000;
/** Pixels of an enlarged picture, at most. */
const MOST_ENLARGED = 8_000_000;
/** A picture narrower than this is enlarged before its words are read. */
const READABLE = 1080;
const LARGEST = 2400;
/** The plane that is kept: at least so wide, and of about so many pixels, whatever the shape. */
const GRAY_WIDTH = 270;
const GRAY_PIXELS = 130_000;

/** Opens the picture readers: decoding by libvips, words by Tesseract, all on this machine. `close` ends their workers. */
export function openEyes(options: { readonly workers?: number } = {}): Eyes & { readonly close: () => Promise<void> } {
  const readers = openReaders(options.workers);
  return {
    see: (bytes, languages) => see(bytes, languages, readers),
    close: () => readers.close(),
  };
}

/** Loaded when the first picture comes: a pile of texts does without. */
const library = async () => (await import('sharp')).default;

async function see(bytes: Uint8Array, languages: readonly string[], readers: Readers): Promise<Omit<Sighting, 'item'>> {
  const sharp = await library();
  const { raster, scale, width, height } = await decoded(bytes);
  const gray = await grayOf(raster);
  const screen = screenOf(raster);
  const plane = screen ? inked(raster, screen) : null;
  const png = await sharp(plane ?? raster.rgb, {
    raw: { width: raster.width, height: raster.height, channels: plane ? 1 : 3 },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const found = await readers.read(png, languages);
  const lines = found
    .map((line) => ({ ...line, text: tidied(line.text) }))
    .filter((line) => line.text !== '' && line.confidence > 0.25);
  const messages = screen ? messagesOf(screen, lines, raster.width) : [];
  const back = <T extends { readonly box: SeenLine['box'] }>(one: T): T => ({
    ...one,
    box: rescaled(one.box, 1 / scale),
  });
  return { width, height, ...gray, messages: messages.map(back), lines: lines.map(back) };
}

const rescaled = (box: SeenLine['box'], by: number): SeenLine['box'] => ({
  x: Math.round(box.x * by),
  y: Math.round(box.y * by),
  width: Math.round(box.width * by),
  height: Math.round(box.height * by),
});

/** Small pictures are enlarged until their words can be read, but not so far that a thin, tall one fills the memory. */
function widthWanted({ width, height }: { readonly width: number; readonly height: number }): number {
  if (width >= READABLE) return Math.min(width, LARGEST);
  const affordable = Math.floor(width * Math.sqrt(MOST_ENLARGED / (width * height)));
  return Math.max(width, Math.min(READABLE, width * 3, affordable));
}

/** Pixels at a size whose words can be read; the first frame, turned upright, on white, in sRGB. */
async function decoded(bytes: Uint8Array): Promise<{ raster: Raster; scale: number; width: number; height: number }> {
  const sharp = await library();
  try {
    const open = (): Sharp =>
      sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false }).autoOrient();
    const { data: _first, info: size } = await open().raw().toBuffer({ resolveWithObject: true });
    const wanted = widthWanted(size);
    const picture = open().flatten({ background: '#ffffff' }).toColourspace('srgb').removeAlpha();
    const { data, info } = await picture
      .resize({ width: wanted, kernel: 'lanczos3' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const rgb = info.channels === 3 ? data : tripled(data, info.channels);
    return {
      raster: { width: info.width, height: info.height, rgb },
      scale: info.width / size.width,
      width: size.width,
      height: size.height,
    };
  } catch (cause) {
    throw refusal(cause);
  }
}

/** Gray pictures come with one channel (or two with alpha). */
function tripled(data: Uint8Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let at = 0; at < data.length / channels; at++) rgb.fill(data[at * channels] ?? 0, at * 3, at * 3 + 3);
  return rgb;
}

async function grayOf({ width, height, rgb }: Raster): Promise<Pick<Sighting, 'gray' | 'grayWidth' | 'grayHeight'>> {
  const sharp = await library();
  const fit = Math.max(GRAY_WIDTH, Math.round(Math.sqrt((GRAY_PIXELS * width) / height)));
  const small = sharp(rgb, { raw: { width, height, channels: 3 } })
    .greyscale()
    .resize({ width: Math.min(fit, width) });
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  const plane = info.channels === 1 ? data : data.filter((_value, at) => at % info.channels === 0);
  return { gray: toBase64(plane), grayWidth: info.width, grayHeight: info.height };
}

function refusal(cause: unknown): HearsayError {
  const why = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
  if (/pixel limit/iu.test(why))
    return new HearsayError('too-large', 'the picture has more than 100 megapixels; make a smaller copy of it', {
      cause,
    });
  if (/premature|truncat|end of|corrupt|too short|not enough/iu.test(why))
    return new HearsayError('truncated', 'the picture is cut short; save it again from where it came', { cause });
  return new HearsayError('malformed', `the picture can't be decoded (${why}); save it again as PNG`, { cause });
}
