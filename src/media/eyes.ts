import { metadataOf } from '../capture/picture-metadata.ts';
import { inked, screenOf } from '../capture/screen.ts';
import { messagesOf } from '../capture/screen-messages.ts';
import { tidied } from '../capture/seen-words.ts';
import type { Eyes, SeenLine, Sighting } from '../capture/sighting.ts';
import { library } from './decode.ts';
import { type Decoder, openDecoder } from './decoder.ts';
import { lookOf } from './look-of.ts';
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
  const sharp = await library();
  const { glance: gray, decoded } = await decoder.see(bytes);
  const { raster, scale } = decoded;
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
  const messages = (screen ? messagesOf(screen, lines, raster.width) : []).map((one) => ({
    ...one,
    ...(one.side === 'centre' ? {} : { look: lookOf(raster, one.box) }),
  }));
  const back = <T extends { readonly box: SeenLine['box'] }>(one: T): T => ({
    ...one,
    box: rescaled(one.box, 1 / scale),
  });
  const metadata = metadataOf(bytes);
  return { ...gray, messages: messages.map(back), lines: lines.map(back), ...(metadata ? { metadata } : {}) };
}

const rescaled = (box: SeenLine['box'], by: number): SeenLine['box'] => ({
  x: Math.round(box.x * by),
  y: Math.round(box.y * by),
  width: Math.round(box.width * by),
  height: Math.round(box.height * by),
});
