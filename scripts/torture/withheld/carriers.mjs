// Files that carry names where no reader looks: a PDF, a PNG and a JPEG, written by hand as far as need be.
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';

const sharp = createRequire(import.meta.url)('sharp');

const latin1 = (words) => Buffer.from(words, 'latin1');
const inText = (words) => words.replaceAll(/[()\\]/gu, '\\$&').replaceAll(/[^ -~]/gu, '');

/** A PDF of one page, its text packed, with somebody as its author. */
export function docPdf(lines, author) {
  const text = `BT /F1 11 Tf 14 TL 40 780 Td ${lines
    .flatMap(broken)
    .map((line) => `(${inText(line)}) Tj T*`)
    .join(' ')} ET`;
  const packed = deflateSync(latin1(text));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed.toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Title(Gate log)/Author(${inText(author)})>>`,
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const at = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return latin1(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

/** A text in lines that fit a page. */
const broken = (line) => [...(line.match(/.{1,90}(?:\s|$)/gu) ?? [line]), ''];

const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function drawn(lines) {
  const rows = lines.map(
    (line, n) => `<text x="40" y="${90 + n * 70}" font-size="38" font-family="DejaVu Sans">${escaped(line)}</text>`,
  );
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="${120 + lines.length * 70}"><rect width="100%" height="100%" fill="white"/>${rows.join('')}</svg>`,
  );
}

/** A PNG with words drawn in it, and a name in its chunks: plain, packed, and in XMP. */
export async function picture(lines, name) {
  const png = await sharp(drawn(lines)).png().toBuffer();
  const packed = Buffer.concat([latin1('Comment\0\0'), deflateSync(Buffer.from(name))]);
  const chunks = [
    chunkOf('tEXt', Buffer.concat([latin1('Author\0'), Buffer.from(name)])),
    chunkOf('zTXt', packed),
    chunkOf('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><dc:creator>${name}</dc:creator></x:xmpmeta>`)),
  ];
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

function chunkOf(kind, data) {
  const body = Buffer.concat([latin1(kind), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const one of bytes) {
    sum ^= one;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A JPEG with a name in its EXIF, another in its XMP, and the first in a comment. */
export async function photo(lines, artist, creator) {
  const jpeg = await sharp(drawn(lines))
    .withExif({ IFD0: { Artist: artist, ImageDescription: artist } })
    .jpeg()
    .toBuffer();
  const xmp = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator>${creator}</dc:creator></x:xmpmeta>`);
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, xmp), segment(0xfe, Buffer.from(artist)), jpeg.subarray(2)]);
}

function segment(kind, data) {
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
