import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Capture, capture } from './capture.ts';
import { bareFacts } from './facts.ts';
import type { Eyes } from './sighting.ts';

const eyes: Eyes = {
  see: async () => ({ width: 1, height: 1, grayWidth: 1, grayHeight: 1, gray: '', lines: [], messages: [] }),
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const take = (file: string, bytes: Uint8Array): Promise<Capture> => capture(bytes, bareFacts(file), eyes);

/** What every capture keeps to, whatever the bytes were. */
function sound({ item, text }: Capture): void {
  if (item.unreadable) {
    expect(text).toBeNull();
    expect(item.unreadable.message).toContain(item.file);
    expect(item.unreadable.message).not.toContain('\n');
    return;
  }
  const length = text?.content.length ?? 0;
  const spans = [...(text?.zones ?? []), ...(text?.voices ?? []), ...(text?.links ?? []), ...(text?.credits ?? [])];
  expect(spans.filter(({ start, end }) => start < 0 || end < start || end > length)).toEqual([]);
  for (const { start, end, name } of text?.credits ?? []) expect(text?.content.slice(start, end)).toBe(name);
}

const SAID = 'Warden Ilo Marsh said on Tuesday that the weir gate had been left open overnight.';
const stream = `BT /F1 12 Tf 72 720 Td (${SAID}) Tj ET`;
const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  'page.html': utf8(
    `<!doctype html><html lang="en"><head><title>Gate | Post</title><script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Ida"},"articleBody":"${SAID}"}</script></head><body><nav>Home</nav><article><h1>Gate</h1><p class="byline">By Ida Holm, 3 June 2031</p><p>${SAID}</p></article><div class="comments"><div class="comment"><b>gull</b><time>10:22</time><p>Well.</p></div></div></body></html>`,
  ),
  'thread.html': utf8(
    `<html><body><div class="post"><b class="author">a</b><time>2031-06-03 10:00</time><blockquote>b wrote: x</blockquote><p>${SAID}</p></div><div class="post"><b class="author">b</b><time>2031-06-03 10:05</time><p>Yes.</p></div></body></html>`,
  ),
  'feed.xml': utf8(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Weir &amp; River</title><item><title>Gate &lt;b&gt;</title><link>https://x.example/1</link><pubDate>Tue, 03 Jun 2031 08:00:00 GMT</pubDate><description>&lt;p&gt;${SAID}&lt;/p&gt;</description></item></channel></rss>`,
  ),
  'mail.eml': utf8(
    `From: Ida <ida@x.example>\r\nDate: Tue, 03 Jun 2031 16:20:41 +0100\r\nSubject: =?utf-8?B?5rC0?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=gbk\r\n\r\n${SAID}\r\n\r\nOn Mon, 2 Jun 2031, Bo wrote:\r\n> x\r\n>> y\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n`,
  ),
  'posts.json': utf8(
    JSON.stringify([
      { id: 1, user: { screen_name: 'a' }, created_at: '2031-06-03T10:00:00Z', text: `mine//@b: ${SAID}` },
      {
        id: 2,
        user: 'c',
        created_at: '2031-06-03T11:00:00Z',
        text: 'RT @a: mine',
        retweeted_status: { text: 'mine', user: 'a' },
      },
      {
        id: 3,
        user: 'd',
        created_at: '2031-06-03T12:00:00Z',
        text: 'hm',
        in_reply_to_id: 1,
        media: [{ url: 'x.png' }],
      },
    ]),
  ),
  'posts.jsonl': utf8('{"user":"a","at":"2031-06-03","text":"x"}\n{"user":"b","at":"2031-06-03","text":"y"}\n'),
  'posts.csv': utf8('author,body,timestamp\na,"one ""two"", three",2031-06-03 10:00\nb,RT @a: one,2031-06-03 11:00\n'),
  'note.md': utf8(`---\ntitle: Gate\ndate: 2031-06-03\n---\n# Gate\n\n${SAID} [here](https://x.example)\n`),
  'chat.txt': utf8('[03/06/2031, 07:38:12] Ada: hi\nthere\n[03/06/2031, 07:39:00] Bo: yes\n'),
  'paper.pdf': utf8(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
  ),
  'note.docx': zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${SAID}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    'word/comments.xml': strToU8(
      '<w:comments><w:comment w:author="Bo" w:id="0"><w:p><w:r><w:t>No.</w:t></w:r></w:p></w:comment></w:comments>',
    ),
  }),
};

/** A sample harmed in one of the ways in which files are: cut, flipped bits, a stretch lost, doubled or overwritten. */
const harmed = fc
  .record({
    file: fc.constantFrom(...Object.keys(SAMPLES)),
    how: fc.constantFrom('cut', 'flip', 'lose', 'double', 'overwrite'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
    junk: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  })
  .map(({ file, how, at, length, junk }) => {
    const bytes = SAMPLES[file] ?? new Uint8Array();
    const from = Math.floor(at * bytes.length);
    const [before, after] = [bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + length))];
    if (how === 'cut') return { file, bytes: before };
    if (how === 'lose') return { file, bytes: new Uint8Array([...before, ...after]) };
    if (how === 'double')
      return { file, bytes: new Uint8Array([...bytes.subarray(0, from + length), ...bytes.subarray(from)]) };
    if (how === 'overwrite') return { file, bytes: new Uint8Array([...before, ...junk, ...after]) };
    return { file, bytes: bytes.map((byte, n) => (n >= from && n < from + length ? byte ^ (1 << (n % 8)) : byte)) };
  });

const times = (text: string, count: number): string => text.repeat(count);
const post = '{"user":"a","created_at":"2031-06-03","text":"x"';
const HOSTILE: Readonly<Record<string, () => string>> = {
  'elements 50,000 deep': () => `<html><body>${times('<div>', 50_000)}said${times('</div>', 50_000)}`,
  'elements 3,000 deep': () => `<html><body>${times('<div class="comment"><b>a</b><p>said</p>', 3000)}`,
  'tags that never close': () => `<html><body>${times('<', 50_000)}${times('<!--', 5000)}`,
  '100,000 attributes': () =>
    `<html><body><p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(' ')}>Said.</p>`,
  '100,000 class names': () => `<html><body><div class="${times('rail-x ', 100_000)}"><p>He said so.</p></div>`,
  '10,000 comments': () =>
    `<html><body><div class="comments">${times('<div class="comment"><b>a</b><i>10:22</i><p>no</p></div>', 10_000)}`,
  '10,000 teasers': () =>
    `<html><body><p>${SAID}</p><ul>${times('<li><a href="/x"><h3>A story</h3></a></li>', 10_000)}`,
  'linked data 100,000 deep': () =>
    `<html><head><script type="application/ld+json">${times('[', 100_000)}</script></head><body><p>${SAID}</p>`,
  'an author that is itself': () =>
    `<html><head><script type="application/ld+json">{"@type":"Article","@id":"a","author":{"@id":"a"}}</script></head><body><p>${SAID}</p>`,
  'entities that multiply': () =>
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbb">${Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n} "${times(`&b${n ? n - 1 : ''};`, 10)}">`).join('')}]><rss version="2.0"><channel><title>&b8;</title><item><title>&b8;</title></item></channel></rss>`,
  'a feed that only opens': () => `<rss version="2.0"><channel>${times('<item>', 20_000)}`,
  'JSON 200,000 deep': () => `${times('[', 200_000)}${times(']', 200_000)}`,
  'replies 3,000 deep': () => `${times(`${post},"replies":[`, 3000)}${times(']}', 3000)}`,
  '100,000 posts': () => `[${times(`${post}},`, 99_999)}${post}}]`,
  'a chain of 20,000 reposts': () => `[${post.replace('"x"', `"${times('//@x:y', 20_000)}"`)}}]`,
  'mail 100 parts deep, of no known charset': () =>
    `From: a@b.example\nDate: Tue, 03 Jun 2031 16:20:41 +0100\n${Array.from({ length: 100 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join('')}Content-Type: text/plain; charset=x-none\n\nHello.\n`,
  'a mail quoted 50,000 deep': () =>
    `From: a@b.example\nDate: x\n\n${times('>', 50_000)} deep\n${times('> On 3 June 2031 x\n', 5000)}`,
  'a table of quotes': () => `text,author\n${times('"', 200_000)}`,
  'a heading of blanks and brackets': () => `# ${times(' ', 100_000)}x\n${times('[', 50_000)}${times('](', 50_000)}`,
  'credits without end': () => `${times('来源：', 30_000)}\n${times('Source: A B ', 10_000)}\n${times('By ', 30_000)}`,
};

describe('capture of hostile input', () => {
  it('ends every harmed file as evidence or as unreadable with a word why', async () => {
    await fc.assert(
      fc.asyncProperty(harmed, async ({ file, bytes }) => sound(await take(file, bytes))),
      { numRuns: 250 },
    );
  }, 60_000);

  it.each(Object.entries(HOSTILE))(
    'ends soon and soundly: %s',
    async (_, make) => {
      sound(await take('odd.html', utf8(make())));
    },
    30_000,
  );

  it('reads the same bytes alike, whatever array they stand in', async () => {
    for (const [file, bytes] of Object.entries(SAMPLES)) {
      const one = await take(file, bytes);
      const room = new Uint8Array(bytes.length + 7);
      room.set(bytes, 7);
      expect(await take(file, room.subarray(7)), file).toEqual(one);
      expect(one.item.unreadable, file).toBeNull();
    }
  });
});
