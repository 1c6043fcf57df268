// Slips of paper drawn here and photographed aslant by a projection, on a dark ground with noise and falling light: read
// as they lie, and as the program reads them.
import sharp from 'sharp';
import { openEyes } from '../../dist/media/eyes.js';
import { openReaders } from '../../dist/media/readers.js';
import { randomFrom } from '../chance.mjs';
import { sentence } from './image-screens.mjs';
import { edits, folded } from './reading-errors.mjs';

const [WIDE, TALL] = [1200, 800];
const PHOTO = { width: 1600, height: 1200 };
/**
 * How far a corner strays from where it would lie straight, in pixels of the photograph, quarters it is turned by, and
 * whether it fills the photograph.
 */
const WAYS = [
  ['a little aslant', 60, 0],
  ['in strong perspective', 240, 0],
  ['on its side', 90, 1],
  ['upside down', 90, 2],
  ['straight, on its side', 0, 3],
  ['to the edges, upside down', 0, 2, true],
];

async function slip(random, lang) {
  const said = [];
  // What is wider than the slip would be cut off.
  while (said.length < 6) {
    const text = sentence(random, lang);
    if (text.length <= (lang === 'zh' ? 24 : 44)) said.push(text);
  }
  const font = 'DejaVu Sans, Noto Sans CJK SC';
  const rows = said.map((text, at) => `<text x="60" y="${120 + at * 115}" font-size="44">${text}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${TALL}" font-family="${font}" fill="#222"><rect width="${WIDE}" height="${TALL}" fill="#f4f1ea"/>${rows}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { said, raster: { width: info.width, height: info.height, rgb: data } };
}

/** The photograph: each corner strays, and the slip is turned by quarters. */
async function photographed({ raster }, random, astray, turned, fills) {
  const off = () => (random() - 0.5) * astray;
  // A slip on its side stands as tall as it is wide elsewhere.
  const [wide, tall] = fills ? [PHOTO.width, PHOTO.height] : turned % 2 === 1 ? [720, 1080] : [1160, 780];
  const [left, top] = [(PHOTO.width - wide) / 2, (PHOTO.height - tall) / 2];
  const straight = [
    [left, top],
    [left + wide, top],
    [left + wide, top + tall],
    [left, top + tall],
  ];
  const corners = straight.map(([x, y]) => [x + off(), y + off()]);
  const rolled = corners.map((_, at) => corners[(at + turned) % 4]);
  const raw = { ...PHOTO, channels: 3 };
  return sharp(drawnInto(raster, rolled, random), { raw })
    .jpeg({ quality: 78 })
    .toBuffer();
}

function drawnInto(raster, corners, random) {
  const back = inverse(corners);
  const data = Buffer.alloc(PHOTO.width * PHOTO.height * 3);
  for (let y = 0; y < PHOTO.height; y++)
    for (let x = 0; x < PHOTO.width; x++) {
      const [u, v] = back(x, y);
      const noise = (random() - 0.5) * 18;
      const at = (y * PHOTO.width + x) * 3;
      const isOn = u >= 0 && v >= 0 && u < 1 && v < 1;
      for (let channel = 0; channel < 3; channel++) {
        const value = isOn ? between(raster, u, v, channel) - 26 * u : [96, 72, 52][channel];
        data[at + channel] = Math.max(0, Math.min(255, value + noise));
      }
    }
  return data;
}

function between({ width, height, rgb }, u, v, channel) {
  const [x, y] = [Math.min(width - 1.01, u * width), Math.min(height - 1.01, v * height)];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const of = (dx, dy) => rgb[((top + dy) * width + left + dx) * 3 + channel];
  const [p, q] = [x - left, y - top];
  return (of(0, 0) * (1 - p) + of(1, 0) * p) * (1 - q) + (of(0, 1) * (1 - p) + of(1, 1) * p) * q;
}

/** From a point of the photograph to the slip's unit square: the projection's matrix, inverted by its adjugate. */
function inverse([a, b, c, d]) {
  const [dx1, dx2, dx3] = [b[0] - c[0], d[0] - c[0], a[0] - b[0] + c[0] - d[0]];
  const [dy1, dy2, dy3] = [b[1] - c[1], d[1] - c[1], a[1] - b[1] + c[1] - d[1]];
  const below = dx1 * dy2 - dx2 * dy1;
  const [g, h] = [(dx3 * dy2 - dx2 * dy3) / below, (dx1 * dy3 - dx3 * dy1) / below];
  const [p, q, r] = [b[0] - a[0] + g * b[0], d[0] - a[0] + h * d[0], a[0]];
  const [s, t, w] = [b[1] - a[1] + g * b[1], d[1] - a[1] + h * d[1], a[1]];
  return (x, y) => {
    const scale = (s * h - t * g) * x + (q * g - p * h) * y + (p * t - q * s);
    return [
      ((t - w * h) * x + (r * h - q) * y + (q * w - r * t)) / scale,
      ((w * g - s) * x + (p - r * g) * y + (r * s - p * w)) / scale,
    ];
  };
}

/** Errors of letters by way of lying: the picture read as it is, and as the program reads it. */
export async function bySlips(seeds) {
  const [eyes, readers] = [openEyes({ workers: 1 }), openReaders(1)];
  const rows = new Map();
  for (const seed of seeds)
    for (const lang of ['en', 'zh']) {
      const random = randomFrom(seed * 7 + (lang === 'zh' ? 1 : 0));
      const made = await slip(random, lang);
      const languages = lang === 'zh' ? ['chi_sim', 'eng'] : ['eng', 'chi_sim'];
      const wanted = folded(made.said.join(''));
      const wrong = (lines) => Math.min(wanted.length, edits(wanted, folded(lines.map(({ text }) => text).join(''))));
      for (const [name, astray, turned, fills = false] of WAYS) {
        const jpeg = await photographed(made, random, astray, turned, fills);
        const key = `${lang === 'zh' ? 'Chinese' : 'English'}, ${name}`;
        const row = rows.get(key) ?? { slips: 0, letters: 0, plain: 0, ours: 0, ms: [] };
        rows.set(key, row);
        row.slips++;
        row.letters += wanted.length;
        row.plain += wrong(await readers.read(await sharp(jpeg).png().toBuffer(), languages));
        const began = process.cpuUsage();
        const { lines } = await eyes.see(jpeg, languages);
        row.ours += wrong(lines);
        if (process.env.SEE && wrong(lines) > 3)
          console.log(key, made.said.join('|'), lines.map(({ text }) => text).join('|'));
        const { user, system } = process.cpuUsage(began);
        row.ms.push((user + system) / 1000);
      }
    }
  await eyes.close();
  await readers.close();
  return rows;
}
