import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasOpenssl, openLiveAuthority } from './live-authority.ts';

const program = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'cli', 'main.js');
let folder = '';
/** Not in the same turn: the authority answers in this process. */
const run = (...words: string[]): Promise<string> =>
  new Promise((done) => {
    const env = { ...process.env, HEARSAY_DESK: join(folder, 'desk') };
    execFile(process.execPath, [program, ...words], { env }, (_, out, err) => done(`${out}${err}`));
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-stamp-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasOpenssl())('a stamp of an authority of OpenSSL (skipped where there is none)', () => {
  it('is asked for, kept, and checked against its root; another root is told', async () => {
    const at = join(folder, 'case');
    const authority = await openLiveAuthority('ecdsa');
    const other = await openLiveAuthority('rsa');
    try {
      await run('new', at);
      expect(await run('stamp', at, '--tsa', authority.url)).toContain('stamped by');
      writeFileSync(join(folder, 'root.pem'), authority.anchors);
      writeFileSync(join(folder, 'other.pem'), other.anchors);
      expect(await run('verify', at)).toContain('--anchors');
      expect(await run('verify', at, '--anchors', join(folder, 'root.pem'))).toMatch(
        /passed +time: the first 1 events were there at/u,
      );
      expect(await run('verify', at, '--anchors', join(folder, 'other.pem'))).toMatch(/failed +time/u);
    } finally {
      authority.close();
      other.close();
    }
  });

  it('is waited for while nobody answers, and comes when asked for again', async () => {
    const at = join(folder, 'case');
    const authority = await openLiveAuthority('ecdsa');
    const { port } = new URL(authority.url);
    authority.close();
    await run('new', at);
    expect(await run('stamp', at, '--tsa', `http://127.0.0.1:${port}/`)).toContain('waits for');
    expect(await run('stamp', at)).toContain('waits for');
    expect(await run('verify', at)).toContain('1 asked for and not come yet');
  });
});
