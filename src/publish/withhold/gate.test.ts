import { gzipSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../base/base64.ts';
import type { Eyes } from '../../capture/sighting.ts';
import { gate } from './gate.ts';
import { domainToUnicode } from './punycode.ts';
import { withholding } from './withhold.ts';

const { within } = withholding({
  people: ['Marta Quill', 'Zoë Ångström', '岑静', 'Story Page'].map((name) => ({
    name,
    role: null,
    withheld: true,
    why: '',
  })),
  claims: [],
  statements: [],
  texts: [],
  items: [],
  origins: [],
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const found = async (path: string, bytes: Uint8Array | string, own: readonly string[] = []) =>
  gate(
    [{ path, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes }],
    { within, own: (words) => own.includes(words) },
    null,
  );

function png(kind: string, data: Uint8Array): Uint8Array {
  const chunk = (name: string, body: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(12 + body.length);
    new DataView(bytes.buffer).setUint32(0, body.length);
    bytes.set(utf8(name), 4);
    bytes.set(body, 8);
    return bytes;
  };
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk(kind, data),
    chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(parts.flatMap((one) => [...one]));
}
const jpeg = (marker: number, data: Uint8Array): Uint8Array =>
  Uint8Array.of(0xff, 0xd8, 0xff, marker, 0, data.length + 2, ...data, 0xff, 0xda, 0, 2, 1, 2, 0xff, 0, 3, 0xff, 0xd9);
function webp(kind: string, data: Uint8Array): Uint8Array {
  const bytes = Uint8Array.of(
    ...utf8('RIFF\0\0\0\0WEBP'),
    ...utf8(`${kind}\0\0\0\0`),
    ...data,
    ...(data.length % 2 ? [0] : []),
  );
  new DataView(bytes.buffer).setUint32(4, bytes.length - 8, true);
  new DataView(bytes.buffer).setUint32(16, data.length, true);
  return bytes;
}
const utf16 = (text: string): Uint8Array =>
  new Uint8Array([0xff, 0xfe, ...[...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8])]);
const percent = encodeURIComponent('岑静');

describe('the gate', () => {
  it.each<[string, Uint8Array | string]>([
    ['plain words', 'seen with Marta Quill'],
    ['an attribute', '<img alt="Marta Quill">'],
    ['a comment', '<!-- Marta Quill -->'],
    ['split by tags', '<b>Mar</b><i>ta</i> <u>Qui</u>ll'],
    ['entities', '&#77;arta &#x51;uill'],
    ['escapes of a program', '{"a":"Marta \\u0051uill"}'],
    ['an address', `<a href="https://paper.example/${percent}">x</a>`],
    ['an address, encoded twice', `https://paper.example/${percent.replaceAll('%', '%25')}`],
    ['a slug', 'https://paper.example/marta-quill-seen'],
    ['punycode', 'https://xn--zongstrm-73ax8l.example/'.replace('xn--zongstrm-73ax8l', 'xn--marta-quill-')],
    ['base64', `data:text/plain;base64,${toBase64(utf8('It was Marta Quill who did it'))}`],
    ['hexadecimal digits', Buffer.from('It was Marta Quill').toString('hex')],
    ['gzip', gzipSync(utf8('Marta Quill'))],
    ['a zip in a zip', zipSync({ 'a.zip': zipSync({ 'b.txt': utf8('Marta Quill') }) })],
    ['a name in a zip', zipSync({ 'marta-quill.txt': utf8('x') })],
    ['UTF-16', utf16('Marta Quill')],
    ['a chunk of a picture', png('tEXt', utf8('Author\0Marta Quill'))],
    [
      'a packed chunk of a picture',
      png('zTXt', new Uint8Array([...utf8('Author\0\0'), ...zlibSync(utf8('Marta Quill'))])),
    ],
    ['XMP in a picture', png('iTXt', utf8('XML:com.adobe.xmp\0\0\0\0\0<dc:creator>岑静</dc:creator>'))],
    ['EXIF of a photo', jpeg(0xe1, utf8('Exif\0\0Marta Quill'))],
    ['EXIF of a photo, two bytes a letter', jpeg(0xe1, utf16('岑静').subarray(2))],
    ['a comment of a photo', jpeg(0xfe, utf8('Marta Quill'))],
    ['XMP of a WebP', webp('XMP ', utf8('<dc:creator>Marta Quill</dc:creator>'))],
    [
      'a picture in an address',
      `<img src="data:image/png;base64,${toBase64(png('tEXt', utf8('Author\0Marta Quill')))}">`,
    ],
    ['base64 of two bytes a letter', toBase64(utf16('It was Marta Quill').subarray(2))],
    ['EXIF in a picture', png('eXIf', utf8('MM\0*Marta Quill'))],
  ])('finds a name in %s', async (_, bytes) => {
    const all = await found('claims/a.html', bytes);
    expect(all.map(({ path }) => path)).toContain('claims/a.html');
    expect(all.every(({ words }) => words !== '')).toBe(true);
  });

  it('finds a name in a path', async () => {
    expect(await found('pictures/marta-quill.png', png('tIME', new Uint8Array(7)))).toMatchObject([
      { view: 'its path' },
    ]);
  });

  it('tells how far it is, and finds in the order of the files, whichever picture takes long to read', async () => {
    const lines = (text: string) => ({ lines: [{ text, words: [], box: { x: 0, y: 0, width: 1, height: 1 } }] });
    const see = async () => {
      await new Promise((go) => setTimeout(go, 20));
      return lines('Marta Quill');
    };
    const files = ['a.png', 'b.txt', 'c.txt'].map((path) => ({ path, bytes: utf8('Marta Quill') }));
    const heard: number[] = [];
    const all = await gate(files, { within, own: () => false }, { see } as unknown as Eyes, (done) => heard.push(done));
    expect(heard).toEqual([1, 2, 3]);
    expect([...new Set(all.map(({ path }) => path))]).toEqual(['a.png', 'b.txt', 'c.txt']);
  });

  it('fails closed on what it can’t look into', async () => {
    expect(await found('a.bin', Uint8Array.of(0xff, 0x00, 0xc3, 0x28))).toMatchObject([{ words: '' }]);
    expect(await found('a.gz', Uint8Array.of(0x1f, 0x8b, 8, 2, 3))).toMatchObject([{ words: '' }]);
    expect(await found('a.jpg', Uint8Array.of(...jpeg(0xfe, utf8('x')), 7))).toMatchObject([{ words: '' }]);
    expect(await found('a.txt', utf16('no mark').subarray(2))).toMatchObject([{ words: '' }]);
    expect(
      await found('a.html', '<a href="data:application/x;base64,AAECAwQFBgcICQoLDA0ODxAREhMUFRYX">'),
    ).toMatchObject([{ words: '' }]);
    expect(await found('a.pdf', utf8('%PDF-1.7\n\0'))).toMatchObject([{ words: '' }]);
    expect(await found('a.png', new Uint8Array([...png('tIME', new Uint8Array(7)), 1, 2]))).toMatchObject([
      { words: '' },
    ]);
  });

  it('lets the page’s own words stand, and what is no name', async () => {
    expect(await found('index.html', '<a>The story</a> of the <h1>Page</h1>', ['story', 'Page'])).toEqual([]);
    expect(await found('index.html', 'A quilt, a martagon, [withheld], 安静')).toEqual([]);
  });

  it('reads host names', () => {
    expect(domainToUnicode('xn--bcher-kva.example')).toBe('bücher.example');
    expect(domainToUnicode('xn--fiqs8s.xn--.example')).toBe('中国.xn--.example');
    expect(domainToUnicode('xn--99999999999.example')).toBe('xn--99999999999.example');
  });
});
