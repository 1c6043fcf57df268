import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, smallRecords } from '../../test/small-record.ts';
import { isPublished, verifyPublished } from './verify-published.ts';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };
let root = '';
let folders: readonly Folder[] = [];

const faults = async (known = NOTHING) =>
  (await verifyPublished(root, known)).flatMap((one) =>
    one.faults.map(({ file, what }) => `${one.check}: ${file}: ${what}`),
  );

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'hearsay-record-'));
  folders = await smallRecords(2);
  for (const [path, bytes] of folders[1] ?? []) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a published folder on the disk', () => {
  it('is whole as it was written', async () => {
    expect(isPublished(root)).toBe(true);
    expect(await faults()).toEqual([]);
  });

  it('continues the edition before it', async () => {
    const since = [new TextDecoder().decode(folders[0]?.get('seal/checkpoint'))];
    const checks = await verifyPublished(root, { ...NOTHING, since });
    expect(checks.find(({ check }) => check === 'history')).toMatchObject({ result: 'passed' });
  });

  it('holds no file, link or empty folder that the manifest does not name', async () => {
    mkdirSync(join(root, 'claims/empty'));
    writeFileSync(join(root, 'claims/.DS_Store'), '');
    symlinkSync('index.html', join(root, 'same.html'));
    symlinkSync('/', join(root, 'all'));
    expect(await faults()).toEqual(
      ['all', 'claims/.DS_Store', 'same.html', 'claims/empty/'].map(
        (file) => `files: ${file}: it is no part of the record`,
      ),
    );
  });

  it('takes no link for a file, not even to the same bytes', async () => {
    const bytes = folders[1]?.get('index.html') ?? new Uint8Array();
    writeFileSync(join(tmpdir(), 'hearsay-linked.html'), bytes);
    rmSync(join(root, 'index.html'));
    symlinkSync(join(tmpdir(), 'hearsay-linked.html'), join(root, 'index.html'));
    expect(await faults()).toEqual(['files: index.html: it is missing, or no plain file']);
  });

  it('is still known for what it was where its manifest is gone', async () => {
    rmSync(join(root, 'seal/manifest'));
    expect(isPublished(root)).toBe(true);
    expect(await faults()).toEqual(['manifest: seal/manifest: it is missing, or no plain file']);
  });
});
