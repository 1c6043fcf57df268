import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isArchiveStart } from './archive-start.ts';
import { contentsOf } from './contents.ts';
import { waczOf } from './evidence-wacz.ts';
import type { Contents, Reading } from './found.ts';
import { type NewRecord, requestRecord, resourceRecord, responseRecord, writeWarc } from './warc-write.ts';
import { writeZip } from './zip-write.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const DATE = '2031-06-17T07:00:00Z';
const LATER = '2031-06-18T07:00:00Z';
const SITE = 'https://harbour.example';
const page = (words: string): string => `<!doctype html><title>Notice</title><p>${words}</p>${' '.repeat(300)}`;

let count = 0;
const facts = (date = DATE): { uuid: string; date: string } => ({
  uuid: `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  date,
});
const answer = (path: string, type: string, body: string, more = ''): NewRecord =>
  responseRecord(facts(), `${SITE}${path}`, bytesOf(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${more}\r\n${body}`));

function held(records: readonly NewRecord[], reading?: Reading): Contents {
  const contents = contentsOf(writeWarc(records).bytes, 'site.warc.gz', reading);
  if (!contents) throw new Error('no archive');
  return contents;
}
const names = ({ found }: Contents): readonly string[] => found.map((one) => one.name);
const whys = ({ left }: Contents): readonly string[] => left.map(({ url, why }) => `${url.replace(SITE, '')}: ${why}`);

describe('what a WARC holds', () => {
  it('gives the page with its address and time, and leaves what makes it look so', () => {
    const contents = held([
      answer('/notice', 'text/html; charset=utf-8', page('The harbour is closed.')),
      answer('/app.js', 'application/javascript', 'let closed = true;'),
      answer('/look.css', 'text/css', 'p { color: navy }'),
      answer('/icon.svg', 'image/svg+xml', '<svg/>'),
      answer('/pixel.gif', 'image/gif', 'GIF89a'),
      answer('/pier.jpg', 'image/jpeg', 'x'.repeat(9000)),
      answer('/state', 'application/json', '{"open":false}'),
      answer('/robots.txt', 'text/plain', `User-agent: *${' '.repeat(90)}`),
    ]);
    expect(contents.found.map(({ name, url, captured, mediaType }) => [name, url, captured, mediaType])).toEqual([
      [`site.warc.gz/${SITE}/notice`, `${SITE}/notice`, DATE, 'text/html'],
      [`site.warc.gz/${SITE}/pier.jpg`, `${SITE}/pier.jpg`, DATE, 'image/jpeg'],
    ]);
    expect(whys(contents)).toEqual([
      '/app.js: the looks or programs of a page',
      '/look.css: the looks or programs of a page',
      '/icon.svg: a drawing or an icon',
      '/pixel.gif: a picture too small to show something',
      '/state: what programs say to each other',
      '/robots.txt: what programs say to each other',
    ]);
    expect(contents.damage).toBeNull();
  });

  it('places each record in the file', () => {
    const { bytes, places } = writeWarc([
      answer('/a', 'text/html', page('One.')),
      answer('/b', 'text/html', page('Two.')),
    ]);
    const found = contentsOf(bytes, 'x')?.found ?? [];
    expect(found.map(({ start, end }) => [start, end - start])).toEqual(
      places.map(({ start, length }) => [start, length]),
    );
  });

  it('takes JSON only where somebody says that it holds posts', () => {
    const records = [answer('/posts', 'application/json', '[{"text":"Closed"}]')];
    expect(names(held(records))).toEqual([]);
    expect(names(held(records, { isPosts: () => true, decode: () => null }))).toEqual([`site.warc.gz/${SITE}/posts`]);
  });

  it('undoes codings, also with a decoder that the shell lends', () => {
    const records = [answer('/notice', 'text/html', 'packed', 'Content-Encoding: br\r\n')];
    const reading = { isPosts: () => false, decode: (coding: string) => bytesOf(page(`by ${coding}`)) };
    expect(textOf(held(records, reading).found[0]?.bytes ?? new Uint8Array())).toContain('by br');
    expect(whys(held(records))).toEqual(['/notice: too little to say something']);
  });

  it('notes redirects and answers that are none', () => {
    const contents = held([
      responseRecord(facts(), `${SITE}/old`, bytesOf('HTTP/1.1 301 Moved\r\nLocation: /notice\r\n\r\n')),
      responseRecord(facts(), `${SITE}/gone`, bytesOf('HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nGone')),
    ]);
    expect(contents.left.map(({ why, to }) => [why, to])).toEqual([
      ['sends on to another address', `${SITE}/notice`],
      ['the server answered 404', null],
    ]);
  });

  it('resolves a revisit by the payload that it names', () => {
    const first = answer('/notice', 'text/html', page('The harbour is closed.'));
    const digest = /WARC-Payload-Digest: (\S+)/u.exec(textOf(writeWarc([first], { gzip: false }).bytes))?.[1] ?? '';
    const again = (payload: string): NewRecord => ({
      headers: [
        ...([
          ['WARC-Type', 'revisit'],
          ['WARC-Record-ID', `<urn:uuid:${facts().uuid}>`],
          ['WARC-Date', LATER],
        ] as const),
        ...([
          ['WARC-Target-URI', `${SITE}/notice`],
          ['Content-Type', 'application/http; msgtype=response'],
        ] as const),
        ['WARC-Profile', 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'],
        ['WARC-Payload-Digest', payload],
      ],
      block: bytesOf('HTTP/1.1 200 OK\r\n\r\n'),
      payload: null,
    });
    const { found, left } = held([first, again(digest)]);
    expect(found.map(({ name, captured }) => [name, captured])).toEqual([
      [`site.warc.gz/${SITE}/notice`, DATE],
      [`site.warc.gz/${SITE}/notice@${LATER}`, LATER],
    ]);
    expect(found[1]?.bytes).toEqual(found[0]?.bytes);
    expect(left).toEqual([]);
    expect(whys(held([again(digest)]))).toEqual(['/notice: the same as before, and what was before is not here']);
  });

  it('keeps the same body at the same address and moment once', () => {
    const twice = [answer('/notice', 'text/html', page('Closed.')), answer('/notice', 'text/html', page('Closed.'))];
    const contents = held(twice);
    expect(names(contents)).toEqual([`site.warc.gz/${SITE}/notice`]);
    expect(whys(contents)).toEqual(['/notice: captured twice at the same moment']);
  });

  it('leaves frames of other pages, told by the request, and what a crawler made', () => {
    const uuid = facts().uuid;
    const ad = responseRecord(
      { uuid, date: DATE },
      `${SITE}/ad`,
      bytesOf(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page('Buy nets.')}`),
    );
    const ask = requestRecord(facts(), `${SITE}/ad`, bytesOf('GET /ad HTTP/1.1\r\nSec-Fetch-Dest: iframe\r\n\r\n'), [
      ['WARC-Concurrent-To', `<urn:uuid:${uuid}>`],
    ]);
    const text = resourceRecord(facts(), `urn:text:${SITE}/notice`, 'text/plain', bytesOf('The harbour is closed.'));
    expect(whys(held([ad, ask, text]))).toEqual([
      '/ad: a part of another page',
      'urn:text:/notice: what a crawler made of a page',
    ]);
  });

  it('gives no record that was altered', () => {
    const { bytes } = writeWarc(
      [answer('/a', 'text/html', page('Closed.')), answer('/b', 'text/html', page('Open.'))],
      {
        gzip: false,
      },
    );
    const text = new TextDecoder('latin1').decode(bytes).replace('Closed.', 'Opened.');
    const contents = contentsOf(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      'site.warc',
    );
    expect(contents?.damage?.code).toBe('damaged');
    expect(contents && names(contents)).toEqual([`site.warc/${SITE}/b`]);
    expect(contents && whys(contents)).toEqual(['/a: altered or cut off']);
  });

  it('tells what is wrong with a damaged one and gives the rest', () => {
    const { bytes, places } = writeWarc([
      answer('/a', 'text/html', page('One.')),
      answer('/b', 'text/html', page('Two.')),
    ]);
    const broken = bytes.slice();
    broken[(places[0]?.start ?? 0) + 40] = (broken[(places[0]?.start ?? 0) + 40] ?? 0) ^ 255;
    const contents = contentsOf(broken, 'site.warc.gz');
    expect(contents?.damage?.message).toMatch(/byte/u);
    expect(contents && names(contents)).toEqual([`site.warc.gz/${SITE}/b`]);
  });
});

describe('what a zip holds', () => {
  const letter = { name: 'post/letter.txt', bytes: bytesOf('The harbour is closed.') };

  it('gives its documents by their path, and no leavings of systems', () => {
    const contents = contentsOf(
      writeZip([
        letter,
        { name: '__MACOSX/post/._letter.txt', bytes: bytesOf('x') },
        { name: 'a.css', bytes: bytesOf('x') },
      ]),
      'mail.zip',
    );
    expect(contents && names(contents)).toEqual(['mail.zip/post/letter.txt']);
    expect(contents && whys(contents)).toEqual([
      '__MACOSX/post/._letter.txt: left by a system',
      'a.css: the looks or programs of a page',
    ]);
  });

  it('gives scripts only where they hold posts, as account archives do', () => {
    const zip = writeZip([{ name: 'data/tweets.js', bytes: bytesOf('window.YTD.tweets.part0 = []') }]);
    const reading = { isPosts: () => true, decode: () => null };
    expect(contentsOf(zip, 'x.zip', reading)?.found.map(({ name }) => name)).toEqual(['x.zip/data/tweets.js']);
    expect(contentsOf(zip, 'x.zip')?.found).toEqual([]);
  });

  it('is none where the zip is a document', () => {
    expect(
      contentsOf(writeZip([{ name: '[Content_Types].xml', bytes: bytesOf('<Types/>') }, letter]), 'a.docx'),
    ).toBeNull();
    expect(contentsOf(bytesOf('The harbour is closed.'), 'a.txt')).toBeNull();
  });

  it('opens an archive in it, and no archive in that', () => {
    const inner = writeZip([letter]);
    const middle = writeZip([{ name: 'inner.zip', bytes: inner }, letter]);
    const outer = contentsOf(writeZip([{ name: 'middle.zip', bytes: middle }]), 'outer.zip');
    expect(outer && names(outer)).toEqual(['outer.zip/middle.zip/inner.zip', 'outer.zip/middle.zip/post/letter.txt']);
    const site = writeWarc([answer('/notice', 'text/html', page('Closed.'))]).bytes;
    const holding = contentsOf(writeZip([{ name: 'site.warc.gz', bytes: site }]), 'outer.zip');
    expect(holding && names(holding)).toEqual([`outer.zip/site.warc.gz/${SITE}/notice`]);
  });

  it('unfolds no more than it should, however many archives lie in it', () => {
    const bomb = writeZip([{ name: 'zeros', bytes: new Uint8Array(15 * 2 ** 20) }]);
    const many = writeZip(Array.from({ length: 12 }, (_, at) => ({ name: `${at}.zip`, bytes: bomb, stored: true })));
    const contents = contentsOf(many, 'many.zip');
    const total = contents?.found.reduce((sum, { bytes }) => sum + bytes.length, 0) ?? 0;
    expect(total).toBeLessThan(128 * 2 ** 20);
  });

  it('gives what can still be read of a damaged one, and nothing that was altered', () => {
    const note = { name: 'note.txt', bytes: bytesOf('The harbour is closed, closed, closed.') };
    const sound = writeZip([letter, note]);
    const broken = sound.slice();
    broken[40] = (broken[40] ?? 0) ^ 1;
    broken[50] = (broken[50] ?? 0) ^ 1;
    const altered = contentsOf(broken, 'mail.zip');
    expect(altered?.damage).not.toBeNull();
    expect(altered && names(altered)).toEqual(['mail.zip/note.txt']);
    expect(altered?.left.map(({ why }) => why)).toEqual(['altered or cut off']);
    const contents = contentsOf(sound.slice(0, sound.length - 30), 'mail.zip');
    expect(contents?.damage?.code).toBe('truncated');
    expect(contents && names(contents)).toContain('mail.zip/post/letter.txt');
  });
});

describe('what a WACZ holds', () => {
  const cover = { title: 'Harbour', description: null, software: 'hearsay 0', created: LATER, key: null };
  const wacz = waczOf(
    [
      {
        name: 'n.html',
        bytes: bytesOf(page('Closed.')),
        mediaType: 'text/html',
        url: `${SITE}/notice`,
        captured: DATE,
        title: null,
      },
      {
        name: 'items/lettre é.txt',
        bytes: bytesOf('Closed.'),
        mediaType: 'text/plain',
        url: null,
        captured: null,
        title: null,
      },
    ],
    cover,
  );

  it('gives back the evidence that was put in', () => {
    const contents = contentsOf(wacz, 'site.wacz');
    expect(contents?.damage).toBeNull();
    expect(
      contents?.found.map(({ name, url, captured, bytes }) => [name, url, captured, textOf(bytes).trim()]),
    ).toEqual([
      [`site.wacz/${SITE}/notice`, `${SITE}/notice`, DATE, page('Closed.').trim()],
      ['site.wacz/items/lettre é.txt', null, LATER, 'Closed.'],
    ]);
  });

  it('gives the records of a damaged one that are whole', () => {
    const contents = contentsOf(wacz.slice(0, wacz.length - 100), 'site.wacz');
    expect(contents?.damage?.code).toBe('truncated');
    expect(contents && names(contents)).toContain(`site.wacz/${SITE}/notice`);
  });

  it('survives any damage', () => {
    fc.assert(
      fc.property(fc.nat(wacz.length - 1), fc.nat(255), fc.nat(wacz.length), (at, byte, length) => {
        const broken = wacz.slice(0, length);
        broken[at] = byte;
        const contents = contentsOf(broken, 'site.wacz');
        expect(contents === null || contents.found.length >= 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('isArchiveStart', () => {
  it('knows archives by their first bytes', () => {
    const zip = writeZip([{ name: 'a.txt', bytes: bytesOf('a') }]);
    const warc = writeWarc([answer('/a', 'text/html', page('One.'))]);
    expect([zip, warc.bytes].map((bytes) => isArchiveStart(bytes.subarray(0, 512), 'x'))).toEqual([true, true]);
    expect(isArchiveStart(bytesOf('WARC is a word, too'), 'x')).toBe(false);
  });
});
