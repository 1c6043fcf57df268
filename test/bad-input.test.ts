import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../src/publish/dossier.ts';
import { run } from './run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bad-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const GOOD = 'Warden Ilo Marsh said on Tuesday that the weir gate had been left open overnight.';

/** A folder of one good text and what is given; the item made of each file. */
function looked(
  name: string,
  files: Record<string, string | Uint8Array>,
): ReadonlyMap<string, Dossier['items'][number]> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (const [file, body] of Object.entries({ 'good.txt': GOOD, ...files })) writeFileSync(join(folder, file), body);
  return itemsOf(folder);
}

function itemsOf(folder: string): ReadonlyMap<string, Dossier['items'][number]> {
  const { status, out, err } = run(['look', folder, '--json']);
  expect(`${status} ${err.split('\n')[0]}`).toMatch(/^0 /u);
  const dossier: Dossier = JSON.parse(out);
  expect(dossier.statements.some((one) => one.quote.includes('weir gate'))).toBe(true);
  return new Map(dossier.items.map((item) => [item.file, item]));
}

/** A folder that holds one table of posts. */
function folderWith(name: string, csv: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'posts.csv'), csv);
  return folder;
}

const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

/** The head of a PNG that says it is 30,000 × 30,000. */
const hugePng = (): Uint8Array =>
  bytes(
    137,
    80,
    78,
    71,
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    13,
    73,
    72,
    68,
    82,
    0,
    0,
    117,
    48,
    0,
    0,
    117,
    48,
    8,
    2,
    0,
    0,
    0,
    1,
    2,
    3,
    4,
  );

describe('a folder with something bad in it', () => {
  it('names what can’t be read, and reads the rest', () => {
    const items = looked('mixed', {
      'empty.txt': '',
      'blank.txt': ' \n\t\n',
      'machine.bin': bytes(0, 255, 3, 0, 9, 0, 128, 200, 0, 1, 0, 77),
      'cut.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog',
      'cut.png': bytes(137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72),
      'huge.png': hugePng(),
      'broken.json': '{"posts": [{"text": ',
      'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    });
    const bad = [...items.values()].filter((item) => item.file !== 'good.txt');
    expect(items.get('good.txt')?.unreadable).toBeNull();
    for (const item of bad) {
      expect(item.unreadable, item.file).not.toBeNull();
      expect(item.unreadable?.message.length, item.file).toBeGreaterThan(20);
      expect(item.unreadable?.message, item.file).not.toContain('\n');
    }
    expect(items.get('empty.txt')?.unreadable?.code).toBe('empty');
    expect(items.get('huge.png')?.unreadable?.code).toBe('too-large');
    expect(items.get('machine.bin')?.unreadable?.code).toBe('encoding');
  });

  it('goes by content where the extension says otherwise', () => {
    const items = looked('extensions', {
      'page.png': `<!doctype html><html lang="en"><title>Weir</title><p>${GOOD}</p></html>`,
      'picture.txt': hugePng(),
    });
    expect(items.get('page.png')).toMatchObject({ unreadable: null, mediaType: 'text/html' });
    expect(items.get('picture.txt')?.mediaType).toBe('image/png');
  });

  it('reads broken HTML as a browser would', () => {
    const items = looked('html', {
      'broken.html': `<html><body><div><p>${GOOD}<p><b>Unclosed <i>everything<table><td>`,
    });
    expect(items.get('broken.html')?.unreadable).toBeNull();
  });

  it('reads GBK, UTF-16 and slightly damaged UTF-8', () => {
    const gbk = bytes(
      0xcb,
      0xae,
      0xce,
      0xf1,
      0xbe,
      0xd6,
      0xb1,
      0xed,
      0xca,
      0xbe,
      0xa3,
      0xac,
      0xd5,
      0xa2,
      0xc3,
      0xc5,
      0xd2,
      0xd1,
      0xb9,
      0xd8,
      0xb1,
      0xd5,
      0xa1,
      0xa3,
    );
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...GOOD].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
    ]);
    const items = looked('encodings', {
      'gbk.txt': gbk,
      'utf16.txt': utf16,
      'damaged.txt': new Uint8Array([...latin(GOOD), 0xc3, 0x28, ...latin(` ${GOOD}`)]),
    });
    for (const file of ['gbk.txt', 'utf16.txt', 'damaged.txt']) expect(items.get(file)?.unreadable, file).toBeNull();
    expect(items.get('gbk.txt')?.language).toBe('zh');
    expect(items.get('utf16.txt')?.language).toBe('en');
  });

  it('does not unpack a zip bomb', () => {
    const bomb = zipSync(
      { '[Content_Types].xml': latin('<Types/>'), 'word/document.xml': new Uint8Array(250_000_000) },
      { level: 9 },
    );
    expect(looked('bomb', { 'bomb.docx': bomb }).get('bomb.docx')?.unreadable?.code).toBe('too-large');
  });

  it('names what is built to exhaust its reader, and reads on', () => {
    const items = looked('exhausting', {
      'deep.html': `<html><body>${'<div>'.repeat(50_000)}said`,
      'deep.json': '['.repeat(500_000) + ']'.repeat(500_000),
      'deep.eml': `From: a@b.example\nDate: x\n${Array.from({ length: 1000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join('')}`,
      'numbers.csv': 'name,amount\nAda,3\n',
      'cut.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n%%EOF',
    });
    const codes = new Map([...items].map(([file, item]) => [file, item.unreadable?.code ?? null]));
    expect(Object.fromEntries(codes)).toEqual({
      'good.txt': null,
      'deep.html': 'malformed',
      'deep.json': 'unknown-type',
      'deep.eml': 'malformed',
      'numbers.csv': 'unknown-type',
      'cut.pdf': 'malformed',
    });
  }, 60_000);

  it('says what to do with a PDF that holds only pictures', () => {
    const drawn = '0 0 m 9 9 l S';
    const scan = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj
4 0 obj<</Length ${drawn.length}>>stream
${drawn}
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`;
    const found = looked('scanned', { 'scan.pdf': scan }).get('scan.pdf')?.unreadable;
    expect(found?.code).toBe('no-text');
    expect(found?.message).toMatch(/PNG/u);
  });

  it('reads posts from a table, and a repost as the words of whom it is from', () => {
    const { status, out } = run([
      'look',
      folderWith('reposts', 'author,timestamp,body\nada,2031-06-03T10:00:00Z,RT @weirwatch: The weir gate is open\n'),
      '--json',
    ]);
    expect(status).toBe(0);
    const dossier: Dossier = JSON.parse(out);
    const names = dossier.statements.map((one) => one.source.name);
    expect(names).toContain('weirwatch');
    expect(names).not.toContain('ada');
  });

  it('does not follow a loop of links', () => {
    const folder = join(scratch, 'loop');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    writeFileSync(join(folder, 'good.txt'), GOOD);
    symlinkSync(folder, join(folder, 'inner', 'again'));
    expect(itemsOf(folder).has('good.txt')).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0)('names a file that it may not read', () => {
    const folder = join(scratch, 'locked');
    mkdirSync(folder);
    writeFileSync(join(folder, 'good.txt'), GOOD);
    writeFileSync(join(folder, 'locked.txt'), GOOD);
    chmodSync(join(folder, 'locked.txt'), 0);
    expect(itemsOf(folder).get('locked.txt')?.unreadable?.code).toBe('not-permitted');
  });

  it('names a text that is too large', () => {
    const items = looked('large', { 'large.txt': `${GOOD}\n`.repeat((200 * 1024 * 1024) / (GOOD.length + 1)) });
    expect(items.get('large.txt')?.unreadable?.code).toBe('too-large');
  }, 120_000);
});

describe('the newsroom’s sheet', () => {
  const HEAD = 'file,url,publisher,author,published,captured,lang,note';
  const sheet = (name: string, csv: string): string => {
    const folder = join(scratch, name);
    mkdirSync(join(folder, 'items'), { recursive: true });
    writeFileSync(join(folder, 'items', 'good.txt'), GOOD);
    writeFileSync(join(folder, 'index.csv'), csv);
    return folder;
  };

  it('is refused with its columns named where they are wrong', () => {
    const { status, err } = run(['look', sheet('columns', 'name,when\ngood.txt,today\n')]);
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/file/u);
  });

  it('keeps a row whose file is not there as an unreadable item', () => {
    const items = itemsOf(sheet('missing', `${HEAD}\ngood.txt,,,,,,en,\ngone.txt,,,,,,en,\n`));
    expect(items.get('items/gone.txt')?.unreadable?.code).toBe('not-found');
  });

  it('takes a date that is none as not known, and says so', () => {
    const folder = sheet('dates', `${HEAD}\ngood.txt,,Weir Post,,last Tuesday-ish,2031-13-45T99:00Z,en,\n`);
    const { status, out, err } = run(['look', folder, '--json']);
    expect(status).toBe(0);
    expect(err).toMatch(/last Tuesday-ish/u);
    expect(JSON.parse(out).items[0].published).toBeNull();
  });
});

describe('a call that can’t be served', () => {
  it.each([
    [['look', 'no/such/place']],
    [['look']],
    [['look', '--as-of', 'yesterday', 'README.md']],
    [['look', '--no-such-option', 'README.md']],
    [['read']],
    [['read', 'no-such-file.txt']],
    [['read', 'docs']],
    [['read', 'README.md', '--published', 'soon']],
    [['dance']],
    [['look', 'README.md', '--policy', 'README.md']],
    [['policy', 'package.json']],
  ])('%j ends with 2 and one line that says what to do', (words) => {
    const { status, out, err } = run(words);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^hearsay: .{20,}/u);
  });

  it('refuses an empty folder', () => {
    const folder = join(scratch, 'nothing');
    mkdirSync(folder);
    expect(run(['look', folder]).status).toBe(2);
  });
});

describe('standard input', () => {
  it('is read where the path is -', () => {
    const { status, out } = run(['read', '-', '--json', '--published', '2031-06-04'], GOOD);
    expect(status).toBe(0);
    const found = JSON.parse(out);
    expect(found.text.content).toContain(GOOD);
    expect(found.statements[0]).toMatchObject({
      quote: 'the weir gate had been left open overnight',
      source: { name: 'Ilo Marsh' },
    });
    expect(found.times[0]).toMatchObject({ value: '2031-06-03' });
  });

  it('is refused where it is empty', () => {
    expect(run(['read', '-'], '').status).toBe(2);
  });
});
