import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { gather } from './folder.ts';

const folders: string[] = [];
const HEADER = 'file,url,publisher,author,published,captured,lang,note';

async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-folder-'));
  folders.push(folder);
  for (const [name, body] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), body);
  }
  return folder;
}
const namesIn = async (...paths: string[]): Promise<string[]> =>
  (await gather(paths)).sources.map((source) => source.facts.file);

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('gather', () => {
  it('lists a plain folder in code-unit order, without hidden files', async () => {
    const folder = await folderOf({ 'b.txt': 'b', 'B.txt': 'B', 'a/c.txt': 'c', '.hidden/x': 'x', '.DS_Store': 'x' });
    expect(await namesIn(folder)).toEqual(['B.txt', 'a/c.txt', 'b.txt']);
  });

  it('takes only what is below items/ where a sheet and items/ stand together', async () => {
    const row = 'a.txt,https://x.example/a,Gazette,,2031-04-02T09:00:00+01:00,,en,"seen, kept"';
    const folder = await folderOf({
      'index.csv': `\ufeff${HEADER}\r\n${row}\r\n`,
      'gold.json': '{}',
      'items/a.txt': 'a',
      'items/b.txt': 'b',
    });
    const { sources, warnings } = await gather([folder]);
    expect(warnings).toEqual([]);
    expect(sources.map((one) => one.facts.file)).toEqual(['items/a.txt', 'items/b.txt']);
    expect(sources[0]?.facts).toMatchObject({ publisher: 'Gazette', author: null, note: 'seen, kept', lang: 'en' });
    expect(new TextDecoder().decode(await sources[1]?.read())).toBe('b');
  });

  it('names a listed file that is not there, as an item', async () => {
    const folder = await folderOf({ 'index.csv': `${HEADER}\ngone.html,,,,,,,\n`, 'a.txt': 'a' });
    const { sources } = await gather([folder]);
    expect(sources.map((one) => [one.facts.file, one.refused?.code])).toEqual([
      ['a.txt', undefined],
      ['gone.html', 'not-found'],
    ]);
  });

  it('names the columns that a sheet should have', async () => {
    const folder = await folderOf({ 'index.csv': 'name,url,writer\na,b,c\n', 'a.txt': 'a' });
    await expect(gather([folder])).rejects.toMatchObject({
      code: 'bad-index',
      message: expect.stringContaining('"file"'),
    });
    const other = await folderOf({ 'index.csv': 'file,writer\na.txt,c\n', 'a.txt': 'a' });
    await expect(gather([other])).rejects.toMatchObject({
      code: 'bad-index',
      message: expect.stringContaining('"writer"'),
    });
  });

  it('takes a date that is none as not known, and says so', async () => {
    const folder = await folderOf({ 'index.csv': `${HEADER}\na.txt,,,,2031-02-31,yesterday,,\n`, 'a.txt': 'a' });
    const { sources, warnings } = await gather([folder]);
    expect(sources[0]?.facts).toMatchObject({ published: null, captured: null });
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('2031-02-31');
  });

  it('never leaves the folder by a path or a link, nor runs in circles', async () => {
    const outside = await folderOf({ 'secret.txt': 's' });
    const folder = await folderOf({ 'index.csv': `${HEADER}\n../secret.txt,,,,,,,\n`, 'a/b.txt': 'b' });
    await symlink(join(outside, 'secret.txt'), join(folder, 'out.txt'));
    await symlink('..', join(folder, 'a', 'up'));
    await symlink('self', join(folder, 'self'));
    const { sources, warnings } = await gather([folder]);
    expect(sources.map((one) => [one.facts.file, one.refused?.code])).toEqual([
      ['a/b.txt', undefined],
      ['self', 'not-permitted'],
    ]);
    expect(warnings).toHaveLength(1);
  });

  it('refuses what is too large before reading it', async () => {
    const folder = await folderOf({ 'a.txt': 'x'.repeat(300), 'a.png': 'x'.repeat(300), 'b.png': 'x'.repeat(600) });
    const { sources } = await gather([folder], { bytes: 512 });
    expect(sources.map((one) => [one.facts.file, one.refused?.code])).toEqual([
      ['a.png', undefined],
      ['a.txt', 'too-large'],
      ['b.png', 'too-large'],
    ]);
  });

  it('gives two files of one name two names', async () => {
    const [one, two] = [await folderOf({ 'a.txt': '1' }), await folderOf({ 'a.txt': '2' })];
    expect(await namesIn(join(one, 'a.txt'), join(two, 'a.txt'))).toEqual(['a.txt', 'a.txt#2']);
  });

  it('takes no case for a folder of evidence', async () => {
    const folder = await folderOf({ journal: '{}', 'hearsay.json': '{}' });
    await expect(gather([folder])).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('hearsay show'),
    });
  });

  it('refuses a path that is not there and a folder without files', async () => {
    const folder = await folderOf({});
    await expect(gather([join(folder, 'none')])).rejects.toMatchObject({ code: 'not-found' });
    await expect(gather([folder])).rejects.toMatchObject({ code: 'empty' });
  });

  it.skipIf(process.getuid?.() === 0)('names a folder that may not be listed', async () => {
    const folder = await folderOf({ 'a.txt': 'a', 'shut/b.txt': 'b' });
    await chmod(join(folder, 'shut'), 0o000);
    const { sources } = await gather([folder]);
    await chmod(join(folder, 'shut'), 0o700);
    expect(sources.map((one) => one.refused?.code)).toEqual([undefined, 'not-permitted']);
  });
});
