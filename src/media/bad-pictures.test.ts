import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { capture } from '../capture/capture.ts';
import { bareFacts } from '../capture/facts.ts';
import { openEyes } from './eyes.ts';

const eyes = openEyes({ workers: 1 });
afterAll(() => eyes.close());

const take = (bytes: Uint8Array, file: string) => capture(new Uint8Array(bytes), bareFacts(file), eyes);
const solid = (background = '#336699') => sharp({ create: { width: 60, height: 40, channels: 3, background } });
const ascii = (words: string): Uint8Array => new TextEncoder().encode(words);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A HEIC picture as a telephone writes it, as far as its header goes. */
const heic = joined(Uint8Array.of(0, 0, 0, 24), ascii('ftypheic\0\0\0\0mif1heic'), new Uint8Array(400));

describe('pictures of every kind, taken in', () => {
  it.each([
    ['AVIF', 'a.avif', () => solid().avif().toBuffer()],
    ['TIFF', 'a.tiff', () => solid().tiff().toBuffer()],
    ['TIFF of 16 bits', 'a.tiff', () => solid().toColourspace('rgb16').tiff().toBuffer()],
    ['JPEG under another name', 'a.png', () => solid().jpeg().toBuffer()],
  ])('sees a %s', async (_what, file, make) => {
    const { item, sighting } = await take(await make(), file);
    expect(item.unreadable).toBeNull();
    expect(sighting).toMatchObject({ width: 60, height: 40 });
  });

  it.each(['gif', 'webp'] as const)('sees the first picture of a moving one: %s', async (form) => {
    const frames = await Promise.all(['#fff', '#000', '#f00'].map((colour) => solid(colour).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .toFormat(form)
      .toBuffer();
    const { sighting } = await take(moving, `a.${form}`);
    expect(sighting).toMatchObject({ width: 60, height: 40 });
    expect(atob(sighting?.gray ?? '').charCodeAt(0)).toBeGreaterThan(240);
  });

  it('names what it can’t decode, with what to do next', async () => {
    const { item } = await take(heic, 'a.heic');
    expect(item).toMatchObject({ mediaType: 'image/heic', unreadable: { code: 'unknown-type' } });
    expect(item.unreadable?.message).toMatch(/a\.heic.*save it as JPEG or PNG/u);
  });

  it.each([
    ['a drawing that runs programs', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['the same behind a declaration', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a drawing under the name of a picture', '<svg><image href="http://127.0.0.1/x.png"/></svg>'],
  ])('never opens %s', async (_what, drawing) => {
    const { item, sighting } = await take(ascii(drawing), 'a.png');
    expect(sighting).toBeNull();
    expect(item).toMatchObject({ mediaType: 'image/svg+xml', unreadable: { code: 'unknown-type' } });
  });

  it.each([
    ['a page', ascii('<html><script>alert(1)</script><p>Nobody said this.</p></html>')],
    ['an archive', joined(ascii('PK\x03\x04'), new Uint8Array(60), ascii('PK\x05\x06'), new Uint8Array(18))],
    ['a PDF', ascii('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>')],
  ])('takes a picture with %s behind it for the picture alone', async (_what, behind) => {
    const { item, text, sighting } = await take(joined(await solid().png().toBuffer(), behind), 'a.html');
    expect(item.mediaType).toBe('image/png');
    expect(sighting).toMatchObject({ width: 60, height: 40 });
    expect(text?.content ?? '').not.toContain('Nobody');
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('names a %s that is cut short', async (form) => {
    const noise = Uint8Array.from({ length: 200 * 200 * 3 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 251);
    const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
      .toFormat(form)
      .toBuffer();
    const { item } = await take(whole.subarray(0, Math.floor(whole.length * 0.4)), `a.${form}`);
    expect(['truncated', 'malformed']).toContain(item.unreadable?.code);
    expect(item.unreadable?.message).toContain(`a.${form}`);
  });

  it('refuses a TIFF of more pixels than fit, by its header alone', async () => {
    const entry = (tag: number, value: number): number[] => [tag & 255, tag >> 8, 4, 0, 1, 0, 0, 0, ...bytesOf(value)];
    const fields = [entry(256, 60_000), entry(257, 60_000), entry(262, 1), entry(273, 8), entry(279, 10)];
    const tiff = Uint8Array.from([...ascii('II*\0'), 8, 0, 0, 0, fields.length, 0, ...fields.flat(), 0, 0, 0, 0]);
    expect((await take(tiff, 'a.tiff')).item.unreadable?.code).toMatch(/too-large|malformed/u);
  });
});

const bytesOf = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
