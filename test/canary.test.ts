import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '../src/store/blobs.ts';
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
let identity = '';
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

/** Seals one item into the case, with facts of it. */
function seal(to: string, n: number, end: string, bytes: Uint8Array): void {
  const source = at(join('source', `${OF.file[n]}.${end}`));
  writeFileSync(source, bytes);
  secrets.push(createHash('sha256').update(bytes).digest('hex'));
  const facts = [
    ...['--url', `https://x.example/${OF.url[n]}`, '--publisher', `${OF.publisher[n]}`, '--author', `${OF.author[n]}`],
    ...['--published', '2031-06-03', '--captured', '2031-06-03T10:00:00Z', '--lang', 'en', '--note', `${OF.note[n]}`],
  ];
  expect(hearsay('add', at('case'), source, ...facts, '--seal-to', to)).toBe(0);
}

/** The blobs that `seal` events name, which hold the sealed items and what is known of them. */
function namedBySeals(): void {
  for (const line of readFileSync(at('case/journal'), 'utf8').split('\n').filter(Boolean)) {
    const body = JSON.parse(line.slice(line.indexOf('} ') + 2));
    if (line.includes('"kind":"seal"'))
      for (const name of [body.data.evidence, body.data.facts]) sealedBlobs.add(blobPath(name));
  }
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

const forms = new Map<string, readonly Buffer[]>();

/** A word as it could stand in a file: in three encodings of text, in hexadecimal, in base64 at each of its three phases. */
function formsOf(word: string): readonly Buffer[] {
  const known = forms.get(word);
  if (known) return known;
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
  forms.set(word, [...plain, ...packed]);
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
  for (const name of ['home', 'tmp', 'cache', 'desk', 'source', 'out', 'opened']) mkdirSync(at(name));
  expect(hearsay('new', at('case'), '--title', 'The gate')).toBe(0);
  writeFileSync(at('source/open.txt'), 'The River Board said on Monday that the weir gate had been shut all night.\n');
  expect(hearsay('add', at('case'), at('source/open.txt'))).toBe(0);
  identity = await generateIdentity();
  const to = await identityToRecipient(identity);
  for (let n = 0; n < 5; n++) seal(to, n, 'html', page(n));
  for (let n = 0; n < 5; n++) seal(to, n, 'png', await picture(n));
  namedBySeals();
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
    expect(hearsay('look', name)).toBe(2);
    expect(hearsay('log', name)).toBe(0);
    expect(hearsay('log', name, '--json')).toBe(0);
    expect(hearsay('next', name)).toBe(0);
    expect(hearsay('note', name, 'ask', '--of', 'River Board', '--question', 'Was the gate shut?')).toBe(0);
    expect(hearsay('rebuild', name)).toBe(0);
    expect(hearsay('verify', name)).toBe(0);
    for (const form of ['case', 'folder', 'wacz', 'dossier'])
      expect(hearsay('export', name, '--as', form, '--out', at(`out/export-${form}`)), form).toBe(0);
    expect(hearsay('add', name, at('source/open.txt'))).toBe(0);
    expect(hearsay('show', name)).toBe(0);
    noLeak();
  });

  it('leave none after one was opened: the reason is kept, and nothing of what was in it', () => {
    writeFileSync(at('opened/key.txt'), `# a key\n${identity}\n`);
    const before = printed;
    const words = ['--identity', at('opened/key.txt'), '--out', at('opened/item'), '--why', 'the court asked'];
    expect(hearsay('unseal', at('case'), '2', ...words)).toBe(0);
    printed = before; // whoever opens it is told its name
    expect(readFileSync(at('opened/item'))).toEqual(Buffer.from(page(0)));
    expect(hearsay('show', at('case'), '--json')).toBe(0);
    expect(hearsay('rebuild', at('case'))).toBe(0);
    expect(hearsay('log', at('case'))).toBe(0);
    expect(hearsay('verify', at('case'))).toBe(0);
    noLeak();
  });

  it('leave none when what is asked of them fails', () => {
    const [sealed = ''] = sealedBlobs;
    const kept = readFileSync(join(at('case'), sealed));
    writeFileSync(join(at('case'), sealed), kept.subarray(0, 100));
    const words = ['--identity', at('opened/key.txt'), '--out', at('opened/other'), '--why', 'the court asked'];
    expect(hearsay('unseal', at('case'), '2', ...words)).toBe(2);
    expect(hearsay('verify', at('case'))).toBe(1);
    writeFileSync(join(at('case'), sealed), kept);
    writeFileSync(at('opened/other.txt'), 'no key\n');
    expect(hearsay('unseal', at('case'), '3', '--identity', at('opened/other.txt'), ...words.slice(2))).toBe(2);
    noLeak();
    expect(printed).not.toContain(identity);
  });

  it('show nothing in the sealed blobs either', () => {
    for (const path of sealedBlobs) expect(foundIn(readFileSync(join(at('case'), path)), CANARIES)).toEqual([]);
    expect([sealedBlobs.size, CANARIES.length]).toEqual([20, 50]);
  });
});

/** Searches every file that the program could have written, packed ones unpacked, and all that it printed. */
function noLeak(): void {
  const files = ['case', 'home', 'tmp', 'cache', 'desk', 'out'].flatMap(filesBelow);
  expect(files.filter((path) => path.startsWith('case/blobs/')).length).toBeGreaterThanOrEqual(21);
  expect(files.filter((path) => path.startsWith('case/derived/')).length).toBeGreaterThan(0);
  const wanted = [...CANARIES, ...secrets];
  const leaks = files
    .filter((path) => !sealedBlobs.has(path.slice('case/'.length)))
    .flatMap((path) =>
      insideOf(readFileSync(at(path)))
        .flatMap((bytes) => foundIn(bytes, wanted))
        .map((word) => `${path}: ${word}`),
    );
  expect(leaks).toEqual([]);
  expect(foundIn(Buffer.from(printed), wanted)).toEqual([]);
  expect(files.flatMap((path) => foundIn(Buffer.from(path), CANARIES))).toEqual([]);
}

/** The bytes of a file and, where it is packed, of what is in it. */
function insideOf(bytes: Buffer): readonly Buffer[] {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    return [
      bytes,
      ...Object.entries(unzipSync(bytes)).flatMap(([name, one]) => [Buffer.from(name), ...insideOf(Buffer.from(one))]),
    ];
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? [bytes, gunzipSync(bytes)] : [bytes];
}
