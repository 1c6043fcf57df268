import { HearsayError } from '../base/error.ts';
import type { Box } from '../capture/sighting.ts';

/** A picture as it may be published. */
export interface Redacted {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 100_000_000;
const LONGEST_SIDE = 1600;
const COVER = { r: 0x3a, g: 0x3a, b: 0x42 };
/** Pixels around a box that are shown with it, so that letters keep their edges. */
const MARGIN = 2;

const library = async () => (await import('sharp')).default;

/**
 * The picture with everything covered but some boxes (pixels of the picture as captured, turned upright). Covered, never
 * blurred or pixelated: what is blurred can be told again from what it was (Hill et al., “On the (In)effectiveness of
 * Mosaicing and Blurring as Tools for Document Redaction”, PETS 2016). Decoded and encoded anew: no metadata, no
 * thumbnail, one frame, 8 bits, no side longer than 1600 pixels. Throws HearsayError where it can't be decoded.
 */
export async function reveal(bytes: Uint8Array, boxes: readonly Box[]): Promise<Redacted> {
  const sharp = await library();
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' })
      .rotate()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const canvas = covered(info.width, info.height);
    for (const box of boxes) copyBox(data, canvas, info.width, info.height, box);
    const image = sharp(canvas, { raw: { width: info.width, height: info.height, channels: 3 } })
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
        kernel: 'mitchell',
      })
      .png({ compressionLevel: 9, palette: false });
    const out = await image.toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(out.data), width: out.info.width, height: out.info.height };
  } catch (cause) {
    throw new HearsayError('malformed', `the picture can’t be decoded (${whyOf(cause)}); it is left out`, { cause });
  }
}

const whyOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';

function covered(width: number, height: number): Buffer {
  const canvas = Buffer.alloc(width * height * 3);
  for (let at = 0; at < canvas.length; at += 3) {
    canvas[at] = COVER.r;
    canvas[at + 1] = COVER.g;
    canvas[at + 2] = COVER.b;
  }
  return canvas;
}

function copyBox(from: Buffer, to: Buffer, width: number, height: number, box: Box): void {
  const left = Math.max(0, Math.floor(box.x) - MARGIN);
  const right = Math.min(width, Math.ceil(box.x + box.width) + MARGIN);
  const bottom = Math.min(height, Math.ceil(box.y + box.height) + MARGIN);
  for (let y = Math.max(0, Math.floor(box.y) - MARGIN); y < bottom; y++)
    from.copy(to, (y * width + left) * 3, (y * width + left) * 3, (y * width + Math.max(left, right)) * 3);
}
