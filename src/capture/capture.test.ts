import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { type Capture, capture } from './capture.ts';
import { bareFacts, type Facts } from './facts.ts';
import type { Eyes } from './sighting.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const box = { x: 0, y: 0, width: 10, height: 10 };
const eyes: Eyes = {
  see: async () => ({
    ...{ width: 10, height: 40, grayWidth: 1, grayHeight: 1, gray: '', lines: [] },
    messages: [
      { side: 'centre', sender: null, text: '5月29日', time: null, box },
      { side: 'left', sender: 'Ada', text: 'It is done', time: '18:02', box: { ...box, y: 20 } },
    ],
  }),
};
const blind: Eyes = {
  see: async () => {
    throw new HearsayError('truncated', 'the picture breaks off; send it again');
  },
};
const take = (file: string, bytes: Uint8Array | string, more: Partial<Facts> = {}): Promise<Capture> =>
  capture(typeof bytes === 'string' ? utf8(bytes) : bytes, bareFacts(file, more), eyes);
const codeOf = async (file: string, bytes: Uint8Array | string): Promise<string | undefined> => {
  const { item, text } = await take(file, bytes);
  expect(text).toBeNull();
  expect(item.unreadable?.message).toContain(file);
  return item.unreadable?.code;
};

/** The first bytes of a PNG that says it is `side` × `side` pixels. */
const png = (side: number): Uint8Array => {
  const head = new Uint8Array(33);
  head.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(head.buffer).setUint32(16, side);
  new DataView(head.buffer).setUint32(20, side);
  return head;
};

const WORD = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const docx = (body: string, more: Zippable = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(WORD(body)),
    ...more,
  });

/** Packed as it is: a zip bomb is another matter. */
const deep: [Uint8Array, { level: 0 }] = [strToU8('<w:style>'.repeat(20_000)), { level: 0 }];

/** A Word document with no files in its directory but another directory beside it (ZIP64), with as many as can be said. */
const endless = (files: number): Uint8Array => {
  const whole = docx('<w:p/>');
  const wide = new DataView(new ArrayBuffer(56 + 20 + 22));
  for (const [at, value] of [
    ...[
      [0, 0x06064b50],
      [32, 0xffffffff],
      [56, 0x07064b50],
      [64, whole.length],
      [76, 0x06054b50],
      [84, files],
      [92, 0xffffffff],
    ],
  ] as const)
    wide.setUint32(at, value, true);
  return new Uint8Array([...whole, ...new Uint8Array(wide.buffer)]);
};

/** A one-page PDF that shows one line. */
const pdf = (line: string): string => {
  const stream = line ? `BT /F1 12 Tf 72 720 Td (${line}) Tj ET` : '0 0 m 9 9 l S';
  return `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
};

describe('capture', () => {
  it('names an item by its file and bytes, always alike', async () => {
    const [one, same, other] = await Promise.all([
      take('a.txt', 'Words.'),
      take('a.txt', 'Words.'),
      take('b.txt', 'Words.'),
    ]);
    expect(one).toEqual(same);
    expect(one.item.id).not.toBe(other.item.id);
    expect(one.item.id).toMatch(/^item-[0-9a-f]{12}$/);
  });

  it('lets content decide where the extension is wrong', async () => {
    const page = await take(
      'notes.txt',
      '<!doctype html><html><body><p>The clerk said that the gate was open.</p></body></html>',
    );
    expect(page.item.mediaType).toBe('text/html');
    expect(page.text?.content).toBe('The clerk said that the gate was open.');
    expect((await take('picture.pdf', png(10))).item.mediaType).toBe('image/png');
  });

  it('puts what the sheet says before what the file says', async () => {
    const mail =
      'From: Ida Holm <ida@office.example>\r\nDate: Tue, 03 Jun 2031 16:20:41 +0100\r\nSubject: Gate\r\n\r\nIt was open.\r\n\r\n> Was it?\r\n';
    const { item, text } = await take('m.eml', mail, { author: 'I. Holm', lang: 'en-GB' });
    expect(item).toMatchObject({
      author: 'I. Holm',
      published: '2031-06-03T16:20:41+01:00',
      title: 'Gate',
      language: 'en',
    });
    expect(text?.content).toContain('Date: Tue, 03 Jun 2031 16:20:41 +0100');
    expect(text?.zones.map((zone) => zone.kind)).toContain('quoted-mail');
    expect(text?.voices[0]).toMatchObject({ kind: 'mail', author: 'I. Holm' });
  });

  it('tells languages apart by script and words', async () => {
    expect((await take('a.txt', '北桥今天封闭，原因正在核实。')).item.language).toBe('zh');
    expect((await take('a.txt', 'The bridge was closed today, and nobody would say why it was.')).item.language).toBe(
      'en',
    );
  });

  it('reads a Word document and a PDF', async () => {
    const word = await take('a.docx', docx('<w:p><w:r><w:t>The bridge is shut.</w:t></w:r></w:p>'));
    expect(word.text?.content).toBe('The bridge is shut.');
    expect((await take('a.pdf', pdf('The bridge is shut.'))).text?.content).toBe('The bridge is shut.');
  });

  it('reads the entries of a feed as voices', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxley</title><link>https://o.example</link><description>d</description>
      <item><title>Pond empty</title><description>&lt;p&gt;The pond is empty, a clerk said.&lt;/p&gt;</description><pubDate>Tue, 03 Jun 2031 16:20:41 +0100</pubDate></item></channel></rss>`;
    const { text } = await take('f.xml', feed);
    expect(text?.voices).toHaveLength(1);
    expect(text?.voices[0]).toMatchObject({ kind: 'post', published: '2031-06-03T16:20:41+01:00' });
    expect(text?.content).toContain('The pond is empty, a clerk said.');
  });

  it('writes a chat screen message by message', async () => {
    const { text, sighting, item } = await take('s.png', png(10), { lang: 'zh' });
    expect(text?.content).toBe('5月29日\nIt is done');
    expect(text?.voices).toMatchObject([{ kind: 'screen', author: 'Ada', start: 6 }]);
    expect(sighting?.item).toBe(item.id);
  });
});

describe('capture of bad input', () => {
  it.each<[string, string, Uint8Array | string, string]>([
    ['an empty file', 'a.txt', '', 'empty'],
    ['white space only', 'a.txt', ' \n\n ', 'empty'],
    ['JSON of no known shape', 'a.json', '{"temperature": 3}', 'unknown-type'],
    [
      'a drawing that could hold programs',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'unknown-type',
    ],
    ['an archive', 'a.zip', zipSync({ 'a.txt': strToU8('a') }), 'unknown-type'],
    ['a HEIC picture', 'a.heic', '\0\0\0\x18ftypheic\0\0\0\0', 'unknown-type'],
    ['binary rubbish', 'a.bin', Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256), 'encoding'],
    ['a page without words', 'a.html', '<html><body><script>1</script></body></html>', 'no-text'],
    ['a picture of 900 megapixels', 'a.png', png(30_000), 'too-large'],
    ['a picture of 64 megapixels in 33 bytes', 'a.png', png(8000), 'too-large'],
    ['a page 20,000 elements deep', 'a.html', `<html><body>${'<div>'.repeat(20_000)}Said.`, 'malformed'],
    ['a DOCX 2,000 elements deep', 'a.docx', docx('<w:p>'.repeat(2000)), 'too-large'],
    [
      'a DOCX 20,000 elements deep in a part beside',
      'a.docx',
      docx('<w:p/>', { 'word/styles.xml': deep }),
      'too-large',
    ],
    ['a PDF that breaks off', 'a.pdf', pdf('Some words').slice(0, 200), 'truncated'],
    ['a PDF without a text layer', 'a.pdf', pdf(''), 'no-text'],
    ['a DOCX whose directory promises four billion files', 'a.docx', endless(0x10001), 'malformed'],
    ['a DOCX that promises one file here and none in all', 'a.docx', endless(1), 'malformed'],
    ['a DOCX that promises 65,535 here and none in all', 'a.docx', endless(0xffff), 'malformed'],
    ['a DOCX that breaks off', 'a.docx', docx('<w:p/>').subarray(0, 600), 'truncated'],
    ['a zip bomb in a DOCX', 'a.docx', docx('<w:p/>', { 'word/big.xml': new Uint8Array(8_000_000) }), 'too-large'],
  ])('makes an unreadable item of %s', async (_what, file, bytes, code) => {
    expect(await codeOf(file, bytes)).toBe(code);
  });

  it('takes what the eyes say of a broken picture', async () => {
    const { item } = await capture(png(10), bareFacts('a.png'), blind);
    expect(item.unreadable).toEqual({ code: 'truncated', message: 'a.png: the picture breaks off; send it again' });
  });

  it('never throws, whatever the bytes, and keeps every span inside the content', async () => {
    const starts = [
      '',
      '<html><body>',
      '%PDF-1.4\n',
      'From: a\nDate: b\n\n',
      '{"a":',
      '[',
      '<rss>',
      'PK\x03\x04word/document.xml',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.string({ unit: 'binary', maxLength: 300 }),
        async (start, rest) => {
          const { item, text } = await take('x.dat', start + rest);
          expect(item.unreadable === null).toBe(text !== null);
          for (const { end } of [...(text?.zones ?? []), ...(text?.voices ?? [])]) {
            expect(end).toBeLessThanOrEqual(text?.content.length ?? 0);
          }
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });
});
