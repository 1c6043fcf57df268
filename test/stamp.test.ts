import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  decideAddCheckpoint,
  formatLine,
  formatVerifierKey,
  keyPairOf,
  lineOf,
  parseVerifierKey,
  type SignerKey,
  type VerifierKey,
} from '../src/log/index.ts';
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

describe('a witness', () => {
  const { signer, verifier } = keyPairOf(new Uint8Array(32).fill(9), 'witness.example/w', 'cosignature');

  it('signs what follows on what it signed before, and nothing else', async () => {
    const at = join(folder, 'case');
    await run('new', at);
    const desk = parseVerifierKey((await run('key')).trim());
    const witness = await openWitness(signer, desk);
    const ask = ['checkpoint', at, '--ask', witness.url, '--witness', formatVerifierKey(verifier)];
    try {
      cpSync(at, join(folder, 'fork'), { recursive: true });
      expect(await run(...ask)).toContain('— witness.example/w ');
      await run('note', at, 'withhold', 'Ada Pike');
      expect(await run(...ask)).toContain('— witness.example/w ');
      expect(await run('verify', at, '--witness', formatVerifierKey(verifier))).toMatch(
        /passed +history: .*witness\.example\/w/su,
      );
      rmSync(join(folder, 'desk', 'heads'), { recursive: true });
      for (const name of ['Bo Lund', 'Cy Marsh', 'Di Noor', 'Ed Oake'])
        await run('note', join(folder, 'fork'), 'withhold', name);
      expect(await run('checkpoint', join(folder, 'fork'), ...ask.slice(2))).toContain('refuses (422');
    } finally {
      witness.close();
    }
  }, 120_000);
});

/** A witness behind HTTP that keeps what it signed last. */
async function openWitness(signer: SignerKey, desk: VerifierKey): Promise<{ url: string; close: () => void }> {
  let latest: { size: number; root: Uint8Array } | undefined;
  const server = createServer(async (request, response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of request) pieces.push(piece);
    const decision = decideAddCheckpoint(Buffer.concat(pieces), () => ({
      keys: [desk],
      ...(latest ? { latest } : {}),
    }));
    if (decision.status === 200) latest = decision.checkpoint;
    const body = decision.status === 200 ? formatLine(lineOf(decision.text, signer, 1_940_000_000)) : decision.body;
    response.writeHead(decision.status).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
