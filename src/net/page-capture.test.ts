import { describe, expect, it } from 'vitest';
import { type Handler, isSham, openShamWeb, page, redirect } from '../../test/sham-web.ts';
import { contentsOf } from '../archive/contents.ts';
import { httpContent } from '../archive/http-content.ts';
import { readHttp } from '../archive/http-message.ts';
import { readWarc } from '../archive/warc.ts';
import { installedBrowser } from './browser.ts';
import { type CaptureOptions, capturePage, type WebCapture } from './page-capture.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

interface Told {
  readonly capture: WebCapture;
  readonly requests: readonly string[];
  readonly slept: readonly number[];
  readonly elsewhere: readonly string[];
}

async function captured(
  sites: Readonly<Record<string, Handler>>,
  options: Partial<CaptureOptions> = {},
  url = 'http://news.example/',
): Promise<Told> {
  const web = await openShamWeb(sites);
  try {
    const capture = await capturePage(url, { world: web.world, ...options });
    const elsewhere = web.attempts.filter((one) => !isSham(one));
    return { capture, requests: web.requests, slept: web.slept, elsewhere };
  } finally {
    await web.close();
  }
}

/** A picture, told apart by its path. */
const picture: Handler = (request, response) =>
  void response.writeHead(200, { 'content-type': 'image/png' }).end(`png ${request.url}`);

const withPictures =
  (html: string): Handler =>
  (request, response) =>
    request.url === '/' ? page(html)(request, response) : picture(request, response);

const named = ({ capture }: Told): readonly string[] => capture.pictures.map(({ named: one }) => one);

describe('a captured page', () => {
  it('brings its bytes, status, media type, redirects, and when', async () => {
    const { capture } = await captured(
      {
        'old.example': redirect('http://news.example/ferry', 301),
        'news.example': page('<title>Ferry</title><p>The ferry stops.</p>'),
      },
      {},
      'http://old.example/1#top',
    );
    expect(capture).toMatchObject({
      ...{ asked: 'http://old.example/1#top', at: '2031-06-17T09:00:00Z', redirects: ['http://old.example/1'] },
      page: { url: 'http://news.example/ferry', status: 200, mediaType: 'text/html' },
      ...{ canonical: null, pictures: [], robots: 'no robots.txt', faults: [] },
      rendered: { state: 'not-run', why: 'it was not asked for' },
    });
    expect(text(capture.page.bytes)).toBe('<title>Ferry</title><p>The ferry stops.</p>');
  });

  it('is a WARC that holds every request and answer, as they were', async () => {
    const { capture } = await captured(
      {
        'old.example': redirect('http://news.example/', 301),
        'news.example': withPictures('<p>The ferry stops.</p><img src="/a.png">'),
      },
      { software: 'Hearsay 9' },
      'http://old.example/',
    );
    const { records, faults } = readWarc(capture.warc.bytes);
    expect(faults).toEqual([]);
    const about = records.map(({ type, uri }) => [type, uri]);
    expect(about).toEqual([
      ['warcinfo', null],
      ['response', 'http://old.example/'],
      ['request', 'http://old.example/'],
      ['response', 'http://news.example/'],
      ['request', 'http://news.example/'],
      ['response', 'http://news.example/a.png'],
      ['request', 'http://news.example/a.png'],
      ['metadata', 'http://news.example/'],
    ]);
  });

  it('is the same, byte for byte, when the world is', async () => {
    const fixed: Handler = (_, { socket }) => {
      socket?.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<p>hi');
    };
    const [a, b] = [await captured({ 'news.example': fixed }), await captured({ 'news.example': fixed })];
    expect(a.capture.warc).toEqual(b.capture.warc);
  });

  it('with an error status is evidence too, and the status is told', async () => {
    const { capture } = await captured({ 'news.example': page('<p>gone for good', 410) });
    expect([capture.page.status, capture.faults]).toEqual([410, ['http://news.example/ answers with 410']]);
  });

  it('that can not be had is one error', async () => {
    await expect(captured({})).rejects.toMatchObject({ code: 'network' });
    const film: Handler = (_, response) => void response.writeHead(200, { 'content-type': 'video/mp4' }).end('x');
    await expect(captured({ 'news.example': film })).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('a captured page in a case', () => {
  const photo: Handler = (request, response) =>
    void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(`${request.url}`.padEnd(9000, 'x'));
  const words = '<p>The night ferry stops on Monday, the harbour office said. '.repeat(9);
  const site: Handler = (request, response) =>
    request.url === '/' ? page(`<img src=/a.jpg><h1>Ferry</h1>${words}`)(request, response) : photo(request, response);
  const itemsIn = ({ capture }: Told) =>
    contentsOf(capture.warc.bytes, 'a.warc.gz')?.found.map(({ url, mediaType }) => [url, mediaType]);

  it('is one item, and each of its pictures one', async () => {
    expect(itemsIn(await captured({ 'news.example': site }))).toEqual([
      ['http://news.example/', 'text/html'],
      ['http://news.example/a.jpg', 'image/jpeg'],
    ]);
  });

  it.skipIf(installedBrowser() === null)('is one item with a screenshot beside it (no Chromium: skipped)', async () => {
    const told = await captured({ 'news.example': site }, { rendering: {} });
    expect(told.capture.rendered.state).toBe('done');
    expect(told.requests.filter((one) => one.endsWith('/a.jpg'))).toHaveLength(1);
    expect(itemsIn(told)?.filter(([, type]) => type !== 'image/jpeg')).toEqual([['http://news.example/', 'text/html']]);
  });

  it.skipIf(installedBrowser() === null)(
    'brings the words that only its scripts write (no Chromium: skipped)',
    async () => {
      const empty = page(`<div id=app></div><script>app.innerHTML = ${JSON.stringify(words)}</script>`);
      const told = await captured({ 'news.example': empty }, { rendering: {} });
      expect(readWarc(told.capture.warc.bytes).records.map(({ type, uri }) => [type, uri])).toContainEqual([
        ...['conversion', 'http://news.example/'],
      ]);
    },
  );

  it('that sends its readers on says where to', async () => {
    const { capture } = await captured({
      'news.example': page('<meta http-equiv=Refresh content="0; URL=\'/next\'"><p>x'),
    });
    expect(capture.faults).toEqual([
      'http://news.example/ sends its readers on to http://news.example/next; add that address, too',
    ]);
  });
});

describe('pictures', () => {
  it('are those of the page, what stands for it first, the largest of each, once', async () => {
    const told = await captured({
      'cdn.example': picture,
      'news.example': withPictures(`
        <meta property="og:image" content="http://cdn.example/share.jpg"><base href="/in/">
        <img src="logo.png"><img src="count.gif" width=1 height=1><img src="data:image/png;base64,xx">
        <article><p>The ferry stops.</p>
          <img src="small.jpg" srcset="small.jpg 320w, mid,dle.jpg 800w,large.jpg 1600w, huge.jpg 9000w" alt=" The pier ">
          <picture><source srcset="b2.webp 2x, b1.webp"><img src="b0.jpg"></picture>
          <img class="lazy" src="data:image/gif;base64,x" data-src="late.jpg"><img src="logo.png">
          <video poster="still.jpg"></video>
        </article>`),
    });
    expect(named(told)).toEqual([
      'http://cdn.example/share.jpg',
      'http://news.example/in/large.jpg',
      'http://news.example/in/b2.webp',
      'http://news.example/in/late.jpg',
      'http://news.example/in/logo.png',
      'http://news.example/in/still.jpg',
    ]);
    expect(told.capture.pictures[1]).toMatchObject({ alt: 'The pier', mediaType: 'image/png', status: 200 });
    expect(text(told.capture.pictures[1]?.bytes ?? new Uint8Array())).toBe('png /in/large.jpg');
  });

  it('are limited in number and size, and the rest is told', async () => {
    const many = Array.from({ length: 9 }, (_, n) => `<img src=/${n}.png>`).join('');
    const told = await captured({ 'news.example': withPictures(many) }, { mostPictures: 4 });
    expect(named(told)).toHaveLength(4);
    expect(told.capture.faults).toEqual(['5 more pictures are not captured: the limit is 4']);
    const small = await captured({ 'news.example': withPictures(many) }, { mostPictureBytes: 3 });
    expect(named(small)).toHaveLength(0);
    expect(small.capture.faults).toHaveLength(9);
    const few = await captured({ 'news.example': withPictures(many) }, { mostPicturesBytes: 22 });
    expect(named(few).length).toBeLessThan(4);
  });

  it('that point inside a network, or are none, are faults and nothing else', async () => {
    const told = await captured({
      'news.example': withPictures(
        '<img src="http://127.0.0.1:8000/a.png"><img src="http://[::1]/b"><img src="file:///etc/passwd"><img src="http://other.example/no">',
      ),
      'other.example': page('no picture'),
    });
    expect(named(told)).toEqual([]);
    expect(told.capture.faults.map((fault) => fault.split(' ')[0])).toEqual([
      ...['http://127.0.0.1:8000/a.png', 'http://[::1]/b', 'http://other.example/no'],
    ]);
    expect(told.elsewhere).toEqual([]);
  });

  it('of a page of deep nesting are not looked for, and the page is kept', async () => {
    const { capture } = await captured({ 'news.example': page('<div>'.repeat(20_000)) });
    expect(capture.faults).toHaveLength(1);
    expect(capture.page.bytes.length).toBe(100_000);
  });
});

describe("the page's own version of itself", () => {
  const amp = '<link rel=canonical href="http://www.news.example/story#x"><p>The ferry';
  it('is captured where it stands on the same site', async () => {
    const told = await captured(
      { 'amp.news.example': page(amp), 'www.news.example': page('<p>whole') },
      {},
      'http://amp.news.example/',
    );
    expect(told.capture.canonical).toMatchObject({ url: 'http://www.news.example/story', status: 200 });
  });

  it('is not followed to another site, nor inside', async () => {
    for (const to of ['http://other.example/', 'http://127.0.0.1/', 'http://localhost/']) {
      const told = await captured({
        'news.example': page(`<link rel=canonical href="${to}">`),
        'other.example': page('x'),
      });
      expect([told.capture.canonical, told.capture.faults.length, told.elsewhere]).toEqual([null, 1, []]);
      expect(told.requests).not.toContain('other.example/');
    }
  });

  it('is not asked for again where it is the page', async () => {
    const told = await captured({ 'news.example': page('<link rel=canonical href="/">') });
    expect(told.requests).toEqual(['news.example/robots.txt', 'news.example/']);
  });
});

describe('a hostile page', () => {
  it.each([
    ['a body that says gzip and is not', { 'content-encoding': 'gzip', 'content-type': 'text/html' }],
    ['a header with odd bytes', { 'x-odd': 'caf\u00e9 \u00ff', 'content-type': 'text/html' }],
  ])('with %s gives an error or a sound WARC', async (_, headers) => {
    const outcome = await captured({
      'news.example': (_request, response) => void response.writeHead(200, headers).end('<p>x'),
    }).catch((cause: unknown) => cause);
    if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'HearsayError', code: 'network' });
    else expect(readWarc((outcome as Told).capture.warc.bytes).faults).toEqual([]);
  });

  it('packed is kept packed, and can be unpacked from the WARC', async () => {
    const { gzipSync } = await import('node:zlib');
    const { capture } = await captured({
      'news.example': (_, response) =>
        void response
          .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' })
          .end(gzipSync('<p>hello')),
    });
    const record = readWarc(capture.warc.bytes).records.find(({ type }) => type === 'response');
    expect(text(httpContent(readHttp(record?.block ?? new Uint8Array())).bytes)).toBe('<p>hello');
    expect(text(capture.page.bytes)).toBe('<p>hello');
  });
});
