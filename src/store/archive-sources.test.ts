import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type Evidence, waczOf } from '../archive/evidence-wacz.ts';
import { responseRecord, writeWarc } from '../archive/warc-write.ts';
import { writeZip } from '../archive/zip-write.ts';
import { gather } from './folder.ts';

const folders: string[] = [];
const HEADER = 'file,url,publisher,author,published,captured,lang,note';
const SITE = 'https://harbour.example';
const DATE = '2031-06-17T07:00:00Z';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const PAGE = `<!doctype html><title>Notice</title><p>The harbour is closed until Friday, the harbour master said.</p>${' '.repeat(200)}`;

async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-archives-'));
  folders.push(folder);
  for (const [name, body] of Object.entries(files)) await writeFile(join(folder, name), body);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const page = (path: string): Evidence => ({
  ...{ name: path, bytes: bytesOf(PAGE), mediaType: 'text/html', url: `${SITE}${path}`, captured: DATE, title: null },
});
const wacz = (...evidence: Evidence[]): Uint8Array =>
  waczOf(evidence, {
    title: null,
    description: null,
    software: 'hearsay 0',
    created: '2031-06-18T07:00:00Z',
    key: null,
  });

describe('an archive among the evidence', () => {
  it('gives way to what it holds, with address and time of the record', async () => {
    const folder = await folderOf({ 'site.wacz': wacz(page('/a'), page('/b')), 'z.txt': 'A note.' });
    const { sources, warnings } = await gather([folder]);
    expect(sources.map(({ facts }) => [facts.file, facts.url, facts.captured])).toEqual([
      [`site.wacz/${SITE}/a`, `${SITE}/a`, DATE],
      [`site.wacz/${SITE}/b`, `${SITE}/b`, DATE],
      ['z.txt', null, null],
    ]);
    expect(await sources[0]?.read()).toEqual(bytesOf(PAGE));
    expect(warnings).toEqual([]);
    expect((await gather([join(folder, 'site.wacz')])).sources).toHaveLength(2);
  });

  it('carries over what the sheet says where the record says nothing', async () => {
    const row = `site.wacz,${SITE}/home,Gazette,A. Quay,2031-06-16,2031-06-20T00:00:00Z,en,from the desk`;
    const one = await folderOf({ 'index.csv': `${HEADER}\n${row}\n`, 'site.wacz': wacz(page('/a')) });
    expect((await gather([one])).sources[0]?.facts).toMatchObject({
      ...{ url: `${SITE}/a`, captured: DATE, publisher: 'Gazette', author: 'A. Quay', published: '2031-06-16' },
      ...{ lang: 'en', note: 'from the desk' },
    });
    const two = await folderOf({ 'index.csv': `${HEADER}\n${row}\n`, 'site.wacz': wacz(page('/a'), page('/b')) });
    expect((await gather([two])).sources[1]?.facts).toMatchObject({
      ...{
        url: `${SITE}/b`,
        captured: DATE,
        publisher: 'Gazette',
        author: null,
        published: null,
        note: 'from the desk',
      },
    });
  });

  it('takes a row of the sheet for a thing in the archive', async () => {
    const row = `mail.zip/letter.txt,,Harbour office,,2031-06-16,,,`;
    const zip = writeZip([{ name: 'letter.txt', bytes: bytesOf('The harbour is closed.') }]);
    const folder = await folderOf({ 'index.csv': `${HEADER}\n${row}\n`, 'mail.zip': zip });
    const { sources } = await gather([folder]);
    expect(sources.map(({ facts, refused }) => [facts.file, facts.publisher, refused])).toEqual([
      ['mail.zip/letter.txt', 'Harbour office', null],
    ]);
  });

  it('stands among the items where it is damaged, beside what can still be read', async () => {
    const { bytes } = writeWarc(
      ['/a', '/b'].map((path, at) =>
        responseRecord(
          { uuid: `00000000-0000-4000-8000-00000000000${at}`, date: DATE },
          `${SITE}${path}`,
          bytesOf(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`),
        ),
      ),
    );
    const folder = await folderOf({ 'site.warc.gz': bytes.slice(0, bytes.length - 20) });
    const { sources } = await gather([folder]);
    expect(sources.map(({ facts, refused }) => [facts.file, refused?.code])).toEqual([
      ['site.warc.gz', 'truncated'],
      [`site.warc.gz/${SITE}/a`, undefined],
    ]);
    expect(sources[0]?.refused?.message).toContain('1 item in it can still be read');
  });

  it('takes posts out of JSON and pages out of Brotli, and counts what stays', async () => {
    const record = (type: string, body: Uint8Array, more = ''): Uint8Array => {
      const head = bytesOf(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${more}\r\n`);
      return Uint8Array.from([...head, ...body]);
    };
    const posts = JSON.stringify([
      { id: 1, author: 'quay', created_at: DATE, text: 'The harbour is closed.' },
      { id: 2, author: 'pier', created_at: DATE, text: 'Until Friday, they say.' },
    ]);
    const packed = new Uint8Array(brotliCompressSync(bytesOf(PAGE)));
    const { bytes } = writeWarc(
      [
        ['/posts', record('application/json', bytesOf(posts))] as const,
        ['/state', record('application/json', bytesOf('{"open":false}'))] as const,
        ['/a', record('text/html', packed, 'Content-Encoding: br\r\n')] as const,
      ].map(([path, block], at) =>
        responseRecord({ uuid: `00000000-0000-4000-8000-00000000000${at}`, date: DATE }, `${SITE}${path}`, block),
      ),
    );
    const folder = await folderOf({ 'site.warc.gz': bytes });
    const { sources, warnings } = await gather([folder]);
    expect(sources.map(({ facts }) => facts.file)).toEqual([`site.warc.gz/${SITE}/posts`, `site.warc.gz/${SITE}/a`]);
    expect(await sources[1]?.read()).toEqual(bytesOf(PAGE));
    expect(warnings).toEqual(['site.warc.gz: 1 more thing stays in it: 1 × what programs say to each other']);
  });
});
