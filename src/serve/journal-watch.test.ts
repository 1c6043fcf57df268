import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchJournal } from './journal-watch.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-watch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the watch over a journal', () => {
  it('counts each event once, however many ask at the same time', async () => {
    writeFileSync(join(folder, 'journal'), 'one\ntwo\nthree\n');
    const watch = watchJournal(folder);
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => watch.head()))).toEqual([2, 2, 2, 2, 2]);
    appendFileSync(join(folder, 'journal'), 'four\nfive\n');
    expect(await Promise.all([watch.head(), watch.head()])).toEqual([4, 4]);
  });

  it('counts anew where the journal is another, shorter one', async () => {
    writeFileSync(join(folder, 'journal'), 'one\ntwo\nthree\n');
    const watch = watchJournal(folder);
    expect(await watch.head()).toBe(2);
    writeFileSync(join(folder, 'journal'), 'one\n');
    expect(await watch.head()).toBe(0);
  });

  it('says what is wrong where there is none, and counts once there is', async () => {
    const watch = watchJournal(folder);
    await expect(watch.head()).rejects.toThrow(/ENOENT/u);
    writeFileSync(join(folder, 'journal'), 'one\n');
    expect(await watch.head()).toBe(0);
  });
});
