import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Evidence, waczOf } from '../src/archive/evidence-wacz.ts';
import { responseRecord, writeWarc } from '../src/archive/warc-write.ts';
import { writeZip } from '../src/archive/zip-write.ts';
import type { Dossier } from '../src/publish/dossier.ts';
import { run } from './run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-archives-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SITE = 'https://weir.example';
const DATE = '2031-06-17T07:00:00Z';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (title: string, words: string): Uint8Array =>
  bytesOf(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p><p>The town council meets again on Thursday to hear what became of the lower meadows.</p></article></body></html>`,
  );
const STORY = page(
  'Weir gate left open',
  'Warden Ilo Marsh said on Tuesday that the weir gate had been left open overnight. The meadows below it stood under water by dawn.',
);
const COPY = page(
  'Meadows flooded',
  'Warden Ilo Marsh said on Tuesday that the weir gate had been left open overnight, the Weir Courier reports.',
);

function looked(name: string, bytes: Uint8Array): { dossier: Dossier; err: string } {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  const { status, out, err } = run(['look', path, '--json']);
  expect(`${status} ${err}`).toMatch(/^0 /u);
  return { dossier: JSON.parse(out), err };
}

const evidence = (path: string, bytes: Uint8Array): Evidence => ({
  ...{ name: path, bytes, mediaType: 'text/html', url: `${SITE}${path}`, captured: DATE, title: null },
});
const cover = {
  ...{ title: 'The weir', description: null, software: 'hearsay 0', created: '2031-06-18T07:00:00Z' },
  key: { curve: 'P-384', secret: new Uint8Array(48).fill(9) } as const,
};

describe('hearsay look', { timeout: 60_000 }, () => {
  it('reads a WACZ page by page, and says who signed it', () => {
    const { dossier, err } = looked('page.wacz', waczOf([evidence('/story', STORY), evidence('/copy', COPY)], cover));
    expect(
      dossier.items.map(({ file, url, captured, title, unreadable }) => [file, url, captured, title, unreadable]),
    ).toEqual([
      [`page.wacz/${SITE}/copy`, `${SITE}/copy`, DATE, 'Meadows flooded', null],
      [`page.wacz/${SITE}/story`, `${SITE}/story`, DATE, 'Weir gate left open', null],
    ]);
    expect(dossier.statements.some(({ quote }) => quote.includes('weir gate'))).toBe(true);
    expect(err).toContain('page.wacz: signed by whoever holds the key sha256:');
  });

  it('reads a packed WARC, and a zip that holds one', () => {
    const answer = bytesOf(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${new TextDecoder().decode(STORY)}`);
    const { bytes } = writeWarc([
      responseRecord({ uuid: '00000000-0000-4000-8000-000000000001', date: DATE }, `${SITE}/story`, answer),
    ]);
    const files = ({ dossier }: { dossier: Dossier }): readonly string[] => dossier.items.map(({ file }) => file);
    expect(files(looked('x.warc.gz', bytes))).toEqual([`x.warc.gz/${SITE}/story`]);
    const zip = writeZip([{ name: 'saved/x.warc.gz', bytes }]);
    expect(files(looked('mail.zip', zip))).toEqual([`mail.zip/saved/x.warc.gz/${SITE}/story`]);
  });

  it('names an altered WACZ among the items, with the place', () => {
    const bytes = waczOf([evidence('/story', STORY)], cover);
    bytes[900] = (bytes[900] ?? 0) ^ 1;
    const { dossier } = looked('altered.wacz', bytes);
    const [item] = dossier.items;
    expect(item).toMatchObject({ file: 'altered.wacz', unreadable: { code: 'damaged' } });
    expect(item?.unreadable?.message).toMatch(/bytes? \d+/u);
  });
});
