import { paperIn } from '../capture/paper.ts';
import { inked, type Raster, screenOf } from '../capture/screen.ts';
import { messagesOf } from '../capture/screen-messages.ts';
import { tidied } from '../capture/seen-words.ts';
import type { Eyes, SeenLine, Sighting } from '../capture/sighting.ts';
import { library } from './decode.ts';
import { type Decoder, openDecoder } from './decoder.ts';
import { lookOf } from './look-of.ts';
import { readPaper } from './read-paper.ts';
import { openReaders, type Readers } from './readers.ts';

/** Opens the picture readers: decoding by libvips, words by Tesseract, all on this machine. `close` ends their workers. */
export function openEyes(options: { readonly workers?: number } = {}): Eyes & { readonly close: () => Promise<void> } {
  const readers = openReaders(options.workers);
  const decoder = openDecoder();
  return {
    see: (bytes, languages) => see(bytes, languages, readers, decoder),
    close: async () => {
      decoder.close();
      await readers.close();
    },
  };
}

async function see(
  bytes: Uint8Array,
  languages: readonly string[],
  readers: Readers,
  decoder: Decoder,
): Promise<Omit<Sighting, 'item'>> {
  const { glance: gray, decoded } = await decoder.see(bytes);
  const { raster, scale } = decoded;
  const read = async (one: Raster, ink: Uint8Array | null = null): Promise<readonly SeenLine[]> =>
    readers.read(await pngOf(one, ink), languages);
  const shape = screenOf(raster);
  const plain = await read(raster, shape ? inked(raster, shape) : null);
  const paper = paperIn(raster);
  // A chat lies straight, and its ground may well be as bright as paper.
  const sheet = paper && (paper.leans || !shape) ? await readPaper(paper, raster, plain, read) : null;
  // A sheet that lies aslant is no chat, whatever shapes its lines make.
  const screen = sheet ? null : shape;
  const lines = (sheet ?? plain)
    .map((line) => ({ ...line, text: tidied(line.text) }))
    .filter((line) => line.text !== '' && line.confidence > 0.25);
  const messages = (screen ? messagesOf(screen, lines, raster.width) : []).map((one) => ({
    ...one,
    ...(one.side === 'centre' ? {} : { look: lookOf(raster, one.box) }),
  }));
  const back = <T extends { readonly box: SeenLine['box'] }>(one: T): T => ({
    ...one,
    box: rescaled(one.box, 1 / scale),
  });
  const metadata = await decoder.metadata(bytes).catch(() => null);
  return { ...gray, messages: messages.map(back), lines: lines.map(back), ...(metadata ? { metadata } : {}) };
}

/** Pixels as readers of words take them: in colour, or with ink alone. */
async function pngOf({ width, height, rgb }: Raster, ink: Uint8Array | null): Promise<Uint8Array> {
  const sharp = await library();
  const raw = { width, height, channels: ink ? 1 : 3 } as const;
  return sharp(ink ?? rgb, { raw })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

const rescaled = (box: SeenLine['box'], by: number): SeenLine['box'] => ({
  x: Math.round(box.x * by),
  y: Math.round(box.y * by),
  width: Math.round(box.width * by),
  height: Math.round(box.height * by),
});
