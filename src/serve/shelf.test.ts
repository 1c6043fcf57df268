import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShelf } from './case-folder.ts';
import { deskToken, doorTo } from './token.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-shelf-'));
beforeAll(() => {
  process.env['HEARSAY_DESK'] = join(scratch, 'desk');
  for (const name of ['gate', 'weir', 'plain', '.hidden']) mkdirSync(join(scratch, 'cases', name), { recursive: true });
  for (const name of ['gate', 'weir', '.hidden']) writeFileSync(join(scratch, 'cases', name, 'journal'), '');
  symlinkSync(join(scratch, 'cases', 'gate'), join(scratch, 'cases', 'linked'));
  mkdirSync(join(scratch, 'cases', 'odd', 'journal'), { recursive: true });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the cases below a folder', () => {
  it('are its children that hold a journal; links and hidden folders are none', async () => {
    const shelf = openShelf(join(scratch, 'cases'));
    expect(await shelf.names()).toEqual(['gate', 'weir']);
    expect(await shelf.find('gate')).toBe(join(scratch, 'cases', 'gate'));
    for (const name of ['plain', 'odd', 'linked', '.hidden', '..', '.', '', 'gate/..', '../cases/gate', 'a\0'])
      await expect(shelf.find(name)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are the folder itself where it is one, and then no more are made', async () => {
    const folder = join(scratch, 'cases', 'gate');
    const shelf = openShelf(folder);
    expect(await shelf.names()).toEqual(['gate']);
    expect(await shelf.find(basename(folder))).toBe(folder);
    await expect(shelf.find('weir')).rejects.toMatchObject({ code: 'not-found' });
    await expect(shelf.place('more')).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('get names that are folders on every system', async () => {
    const shelf = openShelf(join(scratch, 'cases'));
    for (const name of ['gate-2', 'The Weir', '水闸', 'a.b_c']) expect(basename(await shelf.place(name))).toBe(name);
    for (const name of [
      '',
      ' x',
      '-x',
      '.x',
      'x.',
      'x ',
      'a/b',
      'a\\b',
      'a:b',
      'a\nb',
      'nul',
      'COM1.txt',
      'x'.repeat(81),
    ])
      await expect(shelf.place(name)).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('the token of the desk', () => {
  it('stays until another is asked for, and is its owner’s alone', async () => {
    const token = await deskToken(false);
    expect(token).toMatch(/^[\w-]{43}$/u);
    expect(await deskToken(false)).toBe(token);
    const fresh = await deskToken(true);
    expect(fresh).not.toBe(token);
    expect(await deskToken(false)).toBe(fresh);
    const door = await doorTo(`http://127.0.0.1:1/#token=${fresh}`);
    for (const file of [door, join(scratch, 'desk', 'serve-token')])
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
