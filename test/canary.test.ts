import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath, putBlobs } from '../src/store/blobs.ts';
import { openWriter } from '../src/store/case.ts';
import { openDesk } from '../src/store/desk.ts';
import { sealTo } from '../src/store/sealing.ts';
import { root } from './run.ts';

/** Words that occur nowhere else: five for each thing that a sealed item is known by. */
const canary = (of: string, n: number): string =>
  `zq${createHash('sha256')
    .update(`${of} ${n}`)
    .digest('hex')
    .slice(0, 12)
    .replaceAll(/\d/gu, (digit) => 'ghjkmnpqrs'.charAt(Number(digit)))}x`;
const five = (of: string): readonly string[] => Array.from({ length: 5 }, (_, n) => canary(of, n));
const OF = {
  file: five('file'),
  url: five('url'),
  publisher: five('publisher'),
  author: five('author'),
  note: five('note'),
  title: five('title'),
  text: five('text'),
  quoted: five('quoted'),
  comment: five('comment'),
  picture: five('picture'),
};
const CANARIES = Object.values(OF).flat();

let folder = '';
let printed = '';
const secrets: string[] = [];
const sealedBlobs = new Set<string>();
const at = (name: string): string => join(folder, name);

/** The built program, with every place that it could write to below one folder. */
function hearsay(...words: readonly string[]): number | null {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...{ PATH: process.env['PATH'], HOME: at('home'), TMPDIR: at('tmp'), NO_COLOR: '1', HEARSAY_BY: 'r.ames' },
      ...{ HEARSAY_CACHE: at('cache'), HEARSAY_DESK: at('desk') },
    },
  });
  printed += stdout + stderr;
  return status;
}

/** Seals one item into the case, as bytes and facts of it. */
async function sealInto(to: readonly string[], n: number, bytes: Uint8Array): Promise<void> {
  const facts = {
    file: `${OF.file[n]}.html`,
    url: `https://x.example/${OF.url[n]}`,
    publisher: OF.publisher[n],
    author: OF.author[n],
    ...{ published: '2031-06-03', captured: '2031-06-03T10:00:00Z', lang: 'en' },
    note: OF.note[n],
  };
  const written = new TextEncoder().encode(JSON.stringify(facts));
  for (const secret of [bytes, written]) secrets.push(createHash('sha256').update(secret).digest('hex'));
  const writer = await openWriter(at('case'), { desk: await openDesk(at('desk')), by: 'r.ames', now: Date.now });
  const [evidence, about] = await putBlobs(writer.root, [await sealTo(to, bytes), await sealTo(to, written)]);
  if (!evidence || !about) throw new Error('nothing was kept');
  for (const name of [evidence, about]) sealedBlobs.add(blobPath(name));
  await writer.append([{ kind: 'seal', data: { evidence, facts: about, size: bytes.length, recipients: [...to] } }]);
  await writer.close();
}

const page = (n: number): Uint8Array =>
  new TextEncoder().encode(
    `<html><head><title>${OF.title[n]}</title></head><body><article><h1>${OF.title[n]}</h1><p>Warden ${OF.text[n]} said on Tuesday that the weir gate had been left open, and “${OF.quoted[n]} knew of it,” he said.</p></article><div class="comments"><div class="comment"><b>${OF.comment[n]}</b><p>Well.</p></div></div></body></html>`,
  );

const picture = (n: number): Promise<Uint8Array> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="120"><rect width="900" height="120" fill="#fff"/><text x="20" y="70" font-size="40" font-family="DejaVu Sans">${OF.picture[n]}</text></svg>`,
    ),
  )
    .withExif({ IFD0: { Artist: OF.picture[n] ?? '' } })
    .png()
    .toBuffer();

/** A word as it could stand in a file: in three encodings of text, in hexadecimal, in base64 at each of its three phases. */
function formsOf(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le');
  const plain = [Buffer.from(word, 'utf8'), wide, Buffer.from(wide).swap16()];
  const packed = plain.flatMap((bytes) => [
    Buffer.from(bytes.toString('hex')),
    ...[0, 1, 2].map((phase) => {
      const text = Buffer.concat([Buffer.alloc(phase), bytes])
        .toString('base64')
        .replaceAll('=', '');
      // The first and last characters also hold bits of what stands beside.
      return Buffer.from(text.slice(phase === 0 ? 0 : phase + 1, -1));
    }),
  ]);
  return [...plain, ...packed];
}

/** The words of which any form stands in the bytes; capitals count as small letters where letters are searched. */
function foundIn(bytes: Buffer, words: readonly string[]): readonly string[] {
  const small = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
  const spelled = Buffer.from(bytes.toString('latin1').replaceAll('-', '+').replaceAll('_', '/'), 'latin1');
  return words.filter((word) =>
    formsOf(word).some((form) => [bytes, small, spelled].some((hay) => hay.includes(form))),
  );
}

const filesBelow = (name: string): readonly string[] =>
  readdirSync(at(name), { recursive: true, encoding: 'utf8' })
    .map((path) => join(name, path))
    .filter((path) => statSync(at(path)).isFile());

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-canary-'));
  for (const name of ['home', 'tmp', 'cache', 'desk', 'open', 'out']) mkdirSync(at(name));
  expect(hearsay('new', at('case'), '--title', 'The gate')).toBe(0);
  writeFileSync(at('open/open.txt'), 'The River Board said on Monday that the weir gate had been shut all night.\n');
  expect(hearsay('add', at('case'), at('open/open.txt'))).toBe(0);
  const to = [await identityToRecipient(await generateIdentity())];
  for (let n = 0; n < 5; n++) await sealInto(to, n, page(n));
  for (let n = 0; n < 5; n++) await sealInto(to, n, await picture(n));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sealed items', () => {
  it('can be searched for: each form of a word is found where it does stand', () => {
    for (const word of CANARIES) {
      for (const text of [word, word.toUpperCase()]) {
        for (const form of ['utf8', 'utf16le'] as const)
          expect(foundIn(Buffer.from(`ab${text}cd`, form), CANARIES)).toEqual([word]);
      }
      for (const lead of ['', 'a', 'ab', 'abc'])
        for (const how of ['base64', 'base64url', 'hex'] as const)
          expect(foundIn(Buffer.from(Buffer.from(`${lead}${word} and more`).toString(how)), CANARIES), how).toEqual([
            word,
          ]);
    }
  });

  it('leave no word in clear, whatever is done with the case', () => {
    const name = at('case');
    expect(hearsay('show', name, '--json', '--html', at('out/report.html'))).toBe(0);
    expect(hearsay('show', name)).toBe(0);
    expect(hearsay('look', name)).toBe(0);
    expect(hearsay('log', name)).toBe(0);
    expect(hearsay('log', name, '--json')).toBe(0);
    expect(hearsay('next', name)).toBe(0);
    expect(hearsay('note', name, 'ask', '--of', 'River Board', '--question', 'Was the gate shut?')).toBe(0);
    expect(hearsay('rebuild', name)).toBe(0);
    expect(hearsay('verify', name)).toBe(0);
    expect(hearsay('show', name)).toBe(0);

    const files = ['case', 'home', 'tmp', 'cache', 'desk', 'out'].flatMap(filesBelow);
    expect(files.filter((path) => path.startsWith('case/blobs/')).length).toBeGreaterThanOrEqual(21);
    expect(files.filter((path) => path.startsWith('case/derived/')).length).toBeGreaterThan(0);
    const leaks = files
      .filter((path) => !sealedBlobs.has(path.slice('case/'.length)))
      .flatMap((path) => foundIn(readFileSync(at(path)), [...CANARIES, ...secrets]).map((word) => `${path}: ${word}`));
    expect(leaks).toEqual([]);
    expect(foundIn(Buffer.from(printed), [...CANARIES, ...secrets])).toEqual([]);
    expect(files.flatMap((path) => foundIn(Buffer.from(path), CANARIES))).toEqual([]);
  });

  it('show nothing in the sealed blobs either, which are as long as what they hold and no more', () => {
    for (const path of sealedBlobs) expect(foundIn(readFileSync(join(at('case'), path)), CANARIES)).toEqual([]);
    expect(sealedBlobs.size).toBe(20);
    expect(CANARIES.length).toBe(50);
  });
});
