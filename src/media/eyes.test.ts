import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openEyes } from './eyes.ts';

const eyes = openEyes({ workers: 1 });
afterAll(() => eyes.close());

const solid = (channels: 3 | 4 = 3) => sharp({ create: { width: 60, height: 40, channels, background: '#336699' } });
const seen = (bytes: Uint8Array) => eyes.see(bytes, ['eng']);

describe('the eyes', () => {
  it.each([
    ['PNG', () => solid().png().toBuffer()],
    ['palette PNG', () => solid().png({ palette: true }).toBuffer()],
    ['16-bit PNG', () => solid().toColourspace('rgb16').png().toBuffer()],
    ['grey PNG with transparency', () => solid(4).greyscale().png().toBuffer()],
    ['CMYK JPEG', () => solid().toColourspace('cmyk').jpeg().toBuffer()],
    ['WebP', () => solid().webp().toBuffer()],
    ['GIF', () => solid().gif().toBuffer()],
  ])('decode a %s', async (_name, make) => {
    expect(await seen(await make())).toMatchObject({ width: 60, height: 40 });
  });

  it('turn a picture upright as its metadata asks', async () => {
    expect(await seen(await solid().jpeg().withMetadata({ orientation: 6 }).toBuffer())).toMatchObject({
      width: 40,
      height: 60,
    });
  });

  it('refuse what is cut short, empty or no picture, in one line', async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251)), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .png()
      .toBuffer();
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      new Uint8Array(),
      new TextEncoder().encode('no picture'),
    ]) {
      await expect(seen(bytes)).rejects.toMatchObject({
        name: 'HearsayError',
        message: expect.stringMatching(/^[^\n]{20,}$/u),
      });
    }
  });

  it.each([
    ['tall', 3, 30_000],
    ['tall and wide enough to read', 1100, 33_000],
    ['wide', 30_000, 3],
    ['a single pixel', 1, 1],
  ])('see a picture that is %s, and stay', async (_how, width, height) => {
    const png = await sharp({ create: { width, height, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    expect(await seen(png)).toMatchObject({ width, height });
  });

  it('read the messages of a chat screen (where the machine has a font to draw one)', async (context) => {
    const row = (x: number, y: number, fill: string, words: string) =>
      `<rect x="${x}" y="${y}" width="640" height="110" rx="16" fill="${fill}"/><text x="${x + 28}" y="${y + 68}" font-size="40" font-family="DejaVu Sans">${words}</text>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="900"><rect width="1080" height="900" fill="#e6ddd3"/>${row(40, 120, '#fff', 'The gate was open')}${row(400, 300, '#d9f7c5', 'Who had the keys')}${row(40, 480, '#fff', 'Ask the warden')}</svg>`;
    const png = await sharp(Buffer.from(svg)).png().toBuffer();
    const { messages, lines } = await seen(png);
    if (lines.length === 0) return context.skip('no font drew the words');
    expect(messages.map(({ side, text }) => `${side}: ${text}`)).toEqual([
      'left: The gate was open',
      'right: Who had the keys',
      'left: Ask the warden',
    ]);
  });

  it('read a slip of paper that lies aslant, on its side or on its head', async (context) => {
    const said = ['NOTICE TO RESIDENTS', 'The north gate of the pump house', 'will stay shut until Friday 12 March.'];
    const words = said.map((one, at) => `<text x="50" y="${110 + at * 100}" font-size="46">${one}</text>`).join('');
    const slip = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="420" font-family="DejaVu Sans"><rect width="1000" height="420" fill="#f4f1ea"/>${words}</svg>`;
    const upright = await sharp(Buffer.from(slip)).png().toBuffer();
    if ((await seen(upright)).lines.length === 0) return context.skip('no font drew the words');
    for (const angle of [17, 101, 187]) {
      const photo = await sharp(upright)
        .rotate(angle, { background: '#5c4633' })
        .extend({ top: 90, bottom: 90, left: 90, right: 90, background: '#5c4633' })
        .jpeg({ quality: 80 })
        .toBuffer();
      const { lines, width, height } = await seen(photo);
      expect([angle, lines.map(({ text }) => text)]).toEqual([angle, said]);
      for (const { box } of lines)
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    }
  }, 60_000);
});
