// Sound files to begin with: invented ones, made here, and, where they are at hand, those of the shared folder.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const utf8 = (text) => new TextEncoder().encode(text);
const SAID = 'Warden Ilo Marsh said on Tuesday that the weir gate had been left open overnight.';
const times = (count, make) => Array.from({ length: count }, (_, n) => make(n));

export const PAGES = [
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gate | Post</title><meta property="article:published_time" content="2031-06-03T10:00:00Z"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","author":[{"@type":"Person","name":"Ida Holm"}],"datePublished":"2031-06-03","articleBody":"${SAID}"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Gate left open</h1><p class="byline">By Ida Holm, 3 June 2031</p><figure><img src="a.png" alt="x"><figcaption>The weir. Photo: Bo Lind</figcaption></figure>${times(6, () => `<p>${SAID} <a href="https://x.example/a?b=c&amp;d">Read</a></p>`).join('')}<table><tr><td>1</td><td>2</td></tr></table></article><div class="comments"><div class="comment"><b>gull</b><time datetime="2031-06-03T11:00Z">10:22</time><p>Well&hellip; &#x4e2d;</p></div></div><footer>© Post</footer></body></html>`,
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>thread</title></head><body>${times(5, (n) => `<div class="post" id="p${n}"><b class="author">user${n}</b><time>2031-06-03 10:0${n}</time><blockquote>user1 wrote: x</blockquote><p>${SAID}</p></div>`).join('')}</body></html>`,
].map(utf8);

const drawn = `BT /F1 12 Tf 72 720 Td (${SAID}) Tj 0 -14 Td [(Second) -250 (line)] TJ ET`;
/** Three pages, a cross-reference table, a ToUnicode map: what the reader of PDF files walks through. */
const map =
  '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange endcmap end';
export function paper() {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>',
    '<</Type/Page/Parent 2 0 R/Rotate 90/MediaBox[0 0 612 792]/Contents[4 0 R 4 0 R]/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${map.length}>>stream\n${map}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj${body}endobj\n`;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return utf8(
    `${text}xref\n0 8\n0000000000 65535 f \n${rows}trailer<</Root 1 0 R/Size 8>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

export const MAILS = [
  `From: Ida Holm <ida@x.example>\r\nTo: bo@x.example\r\nDate: Tue, 03 Jun 2031 16:20:41 +0100\r\nSubject: =?utf-8?B?5rC0?= =?iso-8859-1?Q?gr=FCn?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${SAID}=20=C4=E3\r\n\r\nOn Mon, 2 Jun 2031 at 09:00, Bo wrote:\r\n> x\r\n>> y\r\n--b2\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<p>${SAID}</p><blockquote>older</blockquote>`).toString('base64')}\r\n--b2--\r\n--b1\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@x.example\r\nSubject: inner\r\n\r\nInner words.\r\n--b1\r\nContent-Type: application/pdf; name*=utf-8''a%20b.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b1--\r\n`,
  `From: a@b.example\nDate: Tue, 03 Jun 2031 16:20:41 +0100\nSubject: Fwd: gate\n\n---------- Forwarded message ---------\nFrom: C <c@d.example>\nDate: Mon, 2 Jun 2031\n\n${SAID}\n`,
].map(utf8);

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const letter = () =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${rels}/hyperlink" Target="https://x.example/" TargetMode="External"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${w} xmlns:r="${rels}"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Gate</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">${SAID} </w:t></w:r><w:hyperlink r:id="r9"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
    ),
    'word/comments.xml': strToU8(
      `<w:comments ${w}><w:comment w:author="Bo" w:id="0" w:date="2031-06-03T10:00:00Z"><w:p><w:r><w:t>No.</w:t></w:r></w:p></w:comment></w:comments>`,
    ),
  });

export const FEEDS = [
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Weir &amp; River</title>${times(3, (n) => `<item><title>Gate ${n} &lt;b&gt;</title><link>https://x.example/${n}</link><pubDate>Tue, 03 Jun 2031 08:00:00 GMT</pubDate><description><![CDATA[<p>${SAID}</p>]]></description></item>`).join('')}</channel></rss>`,
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Weir</title><entry><title>Gate</title><author><name>Ida</name></author><updated>2031-06-03T08:00:00Z</updated><link href="https://x.example/1"/><content type="html">&lt;p&gt;${SAID}&lt;/p&gt;</content></entry></feed>`,
].map(utf8);

export const POSTS = [
  JSON.stringify([
    { id: 1, user: { screen_name: 'a' }, created_at: '2031-06-03T10:00:00Z', text: `mine//@b: ${SAID}` },
    { id: 2, user: 'c', created_at: 1938420000, text: 'RT @a: mine', retweeted_status: { text: 'mine', user: 'a' } },
    { id: 3, user: 'd', created_at: '2031-06-03 12:00', text: 'hm', in_reply_to_id: 1, media: [{ url: 'x.png' }] },
    {
      id: 4,
      user: 'e',
      created_at: '3 Jun 2031',
      text: 'x',
      replies: [{ user: 'f', text: 'y', created_at: '2031-06-04' }],
    },
  ]),
  '{"user":"a","created_at":"2031-06-03","text":"x \\ud83d\\ude00"}\n{"user":"b","created_at":"2031-06-03","text":"y"}\n',
].map(utf8);

export const CHATS = [
  '[03/06/2031, 07:38:12] Ada: hi\nthere\n[03/06/2031, 07:39:00] Bo: yes <attached: IMG-1.jpg>\n[13/06/2031, 07:39:00] Ada: 中文\n',
  '3/6/31, 7:38 PM - Messages are end-to-end encrypted.\n3/6/31, 7:38 PM - Ada: hi\n3/6/31, 7:40 PM - Bo: @Ada yes\n',
  'Ada Holm, [03.06.2031 07:38]\nhi there\n\nBo, [03.06.2031 07:39]\n[Reply to Ada Holm]\nyes\n',
  '张三 2031/6/3 07:38\n水厂停水了\n\n李四 2031/6/3 07:39\n谁说的？\n',
].map(utf8);

export const TABLES = [
  'author,body,timestamp\na,"one ""two"", three",2031-06-03 10:00\nb,RT @a: one,2031-06-03 11:00\n"c\nd",x,\n',
  'user;text;date\na;x;03.06.2031\nb;"y;z";04.06.2031\n',
].map(utf8);

export const SHEETS = [
  'file,url,publisher,author,published,captured,lang,note\na.html,https://x.example/a,Post,"Holm, Ida",2031-06-03,2031-06-03T10:00:00Z,en,\nb.pdf,,Board,,2031-06-02,,,"said ""no"""\n',
].map(utf8);

export const NOTES = [
  utf8(
    `---\ntitle: Gate\ndate: 2031-06-03\n---\n# Gate\n\n${SAID} [here](https://x.example)\n\n> quoted\n\n* a\n* b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`,
  ),
];

/** Small pictures of each kind; libvips writes them alike every time. */
export async function pictures() {
  const { default: sharp } = await import('sharp');
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="60"><rect width="40" height="60" fill="#e6ddd3"/><circle cx="20" cy="20" r="12" fill="#0c6156"/></svg>`;
  const picture = () => sharp(Buffer.from(drawing));
  const all = {
    png: [picture().png(), picture().png({ palette: true }), picture().greyscale().png({ progressive: true })],
    jpeg: [
      picture().jpeg(),
      picture()
        .jpeg({ progressive: true })
        .withExif({ IFD0: { Artist: 'Ida' } }),
    ],
    webp: [
      picture().webp(),
      picture().webp({ lossless: true }),
      picture()
        .flatten()
        .webp()
        .withExif({ IFD0: { Artist: 'Ida' } }),
    ],
    gif: [picture().gif()],
  };
  const made = {};
  for (const [kind, list] of Object.entries(all))
    made[kind] = await Promise.all(list.map(async (one) => new Uint8Array(await one.toBuffer())));
  return made;
}

/** A sealed file and the key that opens it: invented for this, and made once, since sealing never gives the same twice. */
export const SEALED = {
  identity: 'AGE-SECRET-KEY-1PY2267WZHDS4VH5XAKV40QDSPWYST483HACW07NQ9DZTRLCCLFQSKJZUGQ',
  bytes: new Uint8Array(
    Buffer.from(
      'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBRdHVoU2xQR3Q2OGhYemVuREFQdkVOZEVuYVdiZmtiOXkyeVB4WUJVT0NBCmdXcG1BY0VRU1VKdG9HWHJBTU13d1k3NkIxWHBoSnY0WVpLT0ppQWsrVEUKLS0tIFI5RlNPeEhqZFpyTERsbVlhcDJKY1BZbXN6WkZEamZVeDI3eno2SzZvRjAKg5gxIFgstdZ8u2u+pREUOqd+35i6u9stokPgvhV2uyg4AzuwN99qaysRc4SvPce9bTSg75ltpsWjsbOQjSX4Bag=',
      'base64',
    ),
  ),
};

/** A proof of OpenTimestamps: the magic, version 1, SHA-256, two steps and an attestation that waits for its calendar. */
export function otsProof() {
  const uri = utf8('https://calendar.x.example');
  const wait = Buffer.concat([Buffer.from('83dfe30d2ef90c8e', 'hex'), Buffer.from([uri.length + 1, uri.length]), uri]);
  const magic = Buffer.from('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294', 'hex');
  const steps = Buffer.concat([
    Buffer.from([0xf0, 4]),
    Buffer.from('gate'),
    Buffer.from([0x08, 0xf1, 2, 1, 2, 0x08, 0x00]),
  ]);
  return new Uint8Array(Buffer.concat([magic, Buffer.from([1, 0x08]), Buffer.alloc(32, 7), steps, wait]));
}

const MOST_SHARED = 12;
const LARGEST_SHARED = 60_000;

/** Some of the shared files whose path is so, spread over all of them; none where there is no shared folder. */
export function sharedSeeds(shared, folder, path, largest = LARGEST_SHARED) {
  if (!shared) return [];
  const root = join(shared, folder);
  let all;
  try {
    all = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
  const fit = all.filter((one) => path.test(one) && isFile(join(root, one), largest));
  const step = Math.max(1, fit.length / MOST_SHARED);
  return times(
    Math.min(MOST_SHARED, fit.length),
    (n) => new Uint8Array(readFileSync(join(root, fit[Math.floor(n * step)]))),
  );
}

function isFile(path, largest) {
  const about = statSync(path);
  return about.isFile() && about.size > 0 && about.size <= largest;
}
