// Ways in which a picture is passed on, each with what truly lies where. Photographs and screens alike.
import sharp from 'sharp';

const FRAME_WORDS = [
  'Fwd: look at this',
  'Posted 4 h ago',
  '12 replies  ·  31 shares',
  '转发微博',
  '3小时前  来自手机客户端',
  'Save   Share   Report',
];

const text = (words, x, y, size, fill = '#222') =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="DejaVu Sans, Noto Sans CJK SC" fill="${fill}">${words}</text>`;
const sized = (png) => sharp(png).metadata();
const plain = (bytes) => sharp(bytes).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb').removeAlpha();
const jpeg = (picture, quality = 85) => picture.jpeg({ quality }).toBuffer();

async function cut(bytes, share, lean = 0) {
  const { width, height } = await sized(bytes);
  const [x, y] = [Math.round(width * (share + lean * share)), Math.round(height * (share - lean * share))];
  return jpeg(
    sharp(bytes).extract({
      left: x,
      top: y,
      width: Math.round(width * (1 - 2 * share)),
      height: Math.round(height * (1 - 2 * share)),
    }),
  );
}

/** A picture within a screenshot of an app: status bar, name, words, the picture at some width, buttons. */
async function framed(bytes, random, { dark = false } = {}) {
  const { width, height } = await sized(bytes);
  const [W, H] = [1080, 1920];
  const ink = dark ? '#e8e8e8' : '#222';
  const by = Math.min((W * (0.62 + random() * 0.38)) / width, 1240 / height);
  const [w, h] = [Math.round(width * by), Math.round(height * by)];
  const [x, y] = [Math.round((W - w) * random()), 290 + Math.round((1240 - h) * random() * 0.5)];
  const pick = () => FRAME_WORDS[Math.floor(random() * FRAME_WORDS.length)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}"><rect width="${W}" height="${H}" fill="${dark ? '#15202b' : '#fff'}"/>${text('09:41', 40, 52, 34, ink)}${text('▲ 5G 82%', 880, 52, 30, ink)}<circle cx="90" cy="160" r="46" fill="hsl(${Math.floor(random() * 360)} 60% 50%)"/>${text(['Marlo Quent', '青石镇论坛', 'Tessa Brane'][Math.floor(random() * 3)], 160, 150, 40, ink)}${text(pick(), 160, 200, 28, '#888')}${text(pick(), 40, 262, 38, ink)}${text(pick(), 40, y + h + 80, 34, ink)}${text('♡  214      ↻  87      ✉', 40, y + h + 160, 38, '#777')}<rect y="1800" width="${W}" height="120" fill="${dark ? '#1d2b39' : '#f2f2f2'}"/>${text('⌂        ⌕        ✎        ☰', 140, 1878, 52, '#777')}</svg>`;
  const inner = await sharp(bytes).resize(w, h).png().toBuffer();
  return jpeg(
    sharp(Buffer.from(svg))
      .composite([{ input: inner, left: x, top: y }])
      .removeAlpha(),
    80,
  );
}

async function captioned(bytes) {
  const { width, height } = await sized(bytes);
  const bar = Math.round(height * 0.14);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${bar}"><rect width="${width}" height="${bar}" fill="#fff"/>${text('This is what they are not telling you', width * 0.04, bar * 0.62, bar * 0.32)}</svg>`;
  return jpeg(
    sharp(bytes)
      .extend({ top: bar, background: '#fff' })
      .composite([{ input: Buffer.from(svg), left: 0, top: 0 }]),
  );
}

/** Photographed from a screen: turned a little, sheared, darker, noisy, not quite sharp. */
async function photographed(bytes, random) {
  const { width } = await sized(bytes);
  const [tilt, shear] = [(random() - 0.5) * 0.1, (random() - 0.5) * 0.06];
  const base = await sharp(bytes)
    .resize({ width: Math.min(1400, Math.max(700, width)) })
    .png()
    .toBuffer();
  const turned = await sharp(base)
    .affine([Math.cos(tilt), -Math.sin(tilt) + shear, Math.sin(tilt), Math.cos(tilt)], { background: '#1b1b1d' })
    .extend({ top: 40, bottom: 60, left: 50, right: 30, background: '#1b1b1d' })
    .blur(0.9)
    .modulate({ brightness: 0.85 })
    .png()
    .toBuffer();
  const { width: w, height: h } = await sized(turned);
  const moire = Buffer.alloc(w * h * 3);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      moire.fill(
        128 + Math.round(10 * Math.sin(x * 0.9 + y * 0.21)) + Math.floor(random() * 14) - 7,
        (y * w + x) * 3,
        (y * w + x) * 3 + 3,
      );
  const veil = await sharp(moire, { raw: { width: w, height: h, channels: 3 } })
    .png()
    .toBuffer();
  return jpeg(
    sharp(turned)
      .composite([{ input: veil, blend: 'soft-light' }])
      .removeAlpha(),
    75,
  );
}

/** A sticker or a blur over a part; says where. */
async function covered(bytes, random) {
  const { width, height } = await sized(bytes);
  const [w, h] = [Math.round(width * (0.2 + random() * 0.15)), Math.round(height * (0.12 + random() * 0.1))];
  const [left, top] = [
    Math.round((width - w) * (0.15 + random() * 0.7)),
    Math.round((height - h) * (0.2 + random() * 0.6)),
  ];
  const box = { x: left, y: top, width: w, height: h };
  const over =
    random() < 0.5
      ? await sharp(bytes)
          .extract({ left, top, width: w, height: h })
          .blur(Math.max(6, width / 60))
          .png()
          .toBuffer()
      : Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><ellipse cx="${w / 2}" cy="${h / 2}" rx="${w / 2}" ry="${h / 2}" fill="#ffd23e"/><circle cx="${w * 0.35}" cy="${h * 0.4}" r="${h * 0.09}" fill="#3a2b00"/><circle cx="${w * 0.65}" cy="${h * 0.4}" r="${h * 0.09}" fill="#3a2b00"/><path d="M${w * 0.3} ${h * 0.62} Q${w / 2} ${h * 0.86} ${w * 0.7} ${h * 0.62}" stroke="#3a2b00" stroke-width="${h * 0.05}" fill="none"/></svg>`,
        );
  return {
    bytes: await jpeg(
      sharp(bytes)
        .composite([{ input: over, left, top }])
        .removeAlpha(),
    ),
    box,
  };
}

/** Name, and what makes it: (bytes, chance) → bytes or { bytes, box }. `asPng` first, so that every attack starts from the same pixels. */
export const ATTACKS = [
  ['jpeg q30', (png) => jpeg(sharp(png), 30)],
  ['half size', async (png) => jpeg(sharp(png).resize(Math.round((await sized(png)).width / 2)))],
  ['crop 5 % a side', (png) => cut(png, 0.05)],
  ['crop 15 % a side', (png) => cut(png, 0.15)],
  ['crop of a crop', async (png, random) => cut(await cut(png, 0.1, random() - 0.5), 0.12, random() - 0.5)],
  ['caption bar', captioned],
  ['mirror', (png) => jpeg(sharp(png).flop())],
  ['screenshot with frame', (png, random) => framed(png, random)],
  ['frame, dark', (png, random) => framed(png, random, { dark: true })],
  ['frame of a crop', async (png, random) => framed(await cut(png, 0.1), random)],
  ['photographed screen', photographed],
  ['sticker or blur', covered],
];

export const asPng = (bytes) => plain(bytes).png({ compressionLevel: 1 }).toBuffer();
export { cut, framed, jpeg };
