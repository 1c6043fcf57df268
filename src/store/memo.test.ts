import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, openMemo } from './memo.ts';

describe('the memo', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-memo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const entries = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.length > 60);

  it('computes once, and recalls what it computed', async () => {
    const memo = openMemo(folder, 'build-1');
    expect(await memo.recall({ a: 1, b: 2 }, async () => ['first'])).toEqual(['first']);
    expect(await memo.recall({ b: 2, a: 1 }, async () => ['second'])).toEqual(['first']);
  });

  it('forgets what another build computed', async () => {
    await openMemo(folder, 'build-1').recall('key', async () => 'old');
    expect(await openMemo(folder, 'build-2').recall('key', async () => 'new')).toBe('new');
  });

  it('computes anew where an entry was cut short or changed, and mends it', async () => {
    const memo = openMemo(folder, 'build-1');
    await memo.recall('key', async () => 'whole');
    const [entry = ''] = entries();
    const whole = readFileSync(join(folder, entry), 'utf8');
    for (const damaged of [whole.slice(0, -4), whole.replace('whole', 'whale'), '']) {
      writeFileSync(join(folder, entry), damaged);
      expect(await memo.recall('key', async () => 'again')).toBe('again');
      expect(await memo.recall('key', async () => 'never')).toBe('again');
    }
  });

  it('believes only what bears its own mark', async () => {
    const [own, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    await openMemo(folder, 'build-1', other).recall('key', async () => 'put there');
    await openMemo(folder, 'build-1', other).recallLast('last', 'key', async () => 'put there');
    const memo = openMemo(folder, 'build-1', own);
    expect(await memo.recall('key', async () => 'own')).toBe('own');
    expect(await memo.recallLast('last', 'key', async () => 'own')).toBe('own');
    expect(await memo.recall('key', async () => 'never')).toBe('own');
    expect(await memo.recallLast('last', 'other', async () => 'anew')).toBe('anew');
  });

  it('leaves nothing behind where the computing fails', async () => {
    await expect(openMemo(folder, 'build-1').recall('key', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(entries()).toEqual([]);
  });

  it('costs time only, where its folder can’t be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await openMemo(join(folder, 'file'), 'build-1').recall('key', async () => 7)).toBe(7);
  });

  it('is off where HEARSAY_CACHE is empty, and where XDG says otherwise', () => {
    expect(cacheFolder({ HEARSAY_CACHE: '' })).toBeNull();
    expect(cacheFolder({ HEARSAY_CACHE: '/elsewhere' })).toBe('/elsewhere');
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/hearsay');
  });
});
