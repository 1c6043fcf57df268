import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isSound } from './check.ts';
import { waczOf } from './evidence-wacz.ts';
import { readWacz } from './wacz.ts';
import { readZip } from './zip.ts';
import { writeZip } from './zip-write.ts';

/**
 * Other programs read the WACZ that is written here. Set HEARSAY_ORACLES to a folder that `pip install --target=<folder>
 * wacz` filled and, for the engine of ReplayWeb.page, `npm install --prefix <folder> @webrecorder/wabac@2.24
 * fake-indexeddb@5`.
 */
const peers = process.env['HEARSAY_ORACLES'] ?? '';
const hasPyWacz = peers !== '' && existsSync(join(peers, 'wacz', 'validate.py'));
const hasWabac = peers !== '' && existsSync(join(peers, 'node_modules', '@webrecorder', 'wabac'));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = '<!doctype html><title>Notice</title><p>The harbour is closed.</p>';
const WACZ = waczOf(
  [
    {
      ...{ name: 'notice.html', bytes: bytesOf(page), mediaType: 'text/html', title: 'Notice' },
      ...{ url: 'https://www.harbour.example/notice?b=2&a=1#top', captured: '2031-06-17T07:00:00Z' },
    },
    {
      ...{ name: 'items/lettre é.txt', bytes: bytesOf('Closed until Friday.'), mediaType: 'text/plain', title: null },
      ...{ url: null, captured: null },
    },
  ],
  {
    ...{ title: 'The closed harbour', description: null, software: 'hearsay 0', created: '2031-06-18T07:00:00Z' },
    key: { curve: 'P-384', secret: new Uint8Array(48).fill(5) },
  },
);
const altered = (): Uint8Array => {
  const zip = readZip(WACZ);
  return writeZip(
    zip.entries.map((entry) => ({
      ...{ name: entry.name, stored: true },
      bytes: entry.name === 'pages/pages.jsonl' ? bytesOf('{"format":"json-pages-1.0"}\n') : zip.content(entry),
    })),
  );
};

const folder = mkdtempSync(join(tmpdir(), 'hearsay-wacz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const saved = (bytes: Uint8Array): string => {
  writeFileSync(join(folder, 'own.wacz'), bytes);
  return join(folder, 'own.wacz');
};

describe.skipIf(!hasPyWacz)('py-wacz (skipped unless HEARSAY_ORACLES names a folder with it)', () => {
  const VALIDATE = `import sys; from wacz.main import main; sys.exit(main(['validate', '-f', sys.argv[1]]))`;

  it.each([
    ['as it is', WACZ, 0],
    ['altered', altered(), 1],
  ])(
    'agrees on our archive %s',
    (_, bytes, status) => {
      const env = { ...process.env, PYTHONPATH: peers };
      const ran = spawnSync('python3', ['-c', VALIDATE, saved(bytes)], { env, encoding: 'utf8' });
      expect(ran.status, ran.stdout + ran.stderr).toBe(status);
      expect(isSound(readWacz(bytes).checks)).toBe(status === 0);
    },
    60_000,
  );
});

/** Serves the file by ranges, as a web server would, and asks the engine for every page of it. */
const REPLAY = `
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
globalThis.self = globalThis;
const log = console.log;
console.log = () => {};
const bytes = new Uint8Array(readFileSync(process.env.ARCHIVE));
globalThis.fetch = async (_, options) => {
  const range = /bytes=(\\d*)-(\\d*)/.exec(new Headers(options?.headers).get('range') ?? 'bytes=0-');
  const start = range[1] === '' ? Math.max(0, bytes.length - Number(range[2])) : Number(range[1]);
  const end = range[1] !== '' && range[2] ? Math.min(Number(range[2]) + 1, bytes.length) : bytes.length;
  const headers = { 'content-range': \`bytes \${start}-\${end - 1}/\${bytes.length}\`, 'content-length': String(end - start) };
  return new Response(bytes.slice(start, end), { status: 206, headers });
};
const { WorkerLoader } = await import('@webrecorder/wabac/swlib');
const loader = new WorkerLoader({ addEventListener() {}, registration: {} });
const file = { sourceUrl: 'https://archive.example/own.wacz', name: 'own.wacz', size: bytes.length };
const { store } = await loader.addCollection({ name: 'own', file }, () => {});
const found = [];
for (const { url, ts } of await store.getAllPages()) {
  const timestamp = new Date(ts).toISOString().replace(/\\D/g, '').slice(0, 14);
  const asked = new Request('https://archive.example/');
  const request = { url, timestamp, mode: 'cors', headers: new Headers(), method: 'GET', request: asked };
  const answer = await store.getResource(request, '', { request: asked }, { noRedirect: true });
  const body = answer.payload ?? (await answer.reader.readFully());
  found.push([url, answer.status, new TextDecoder().decode(body)]);
}
const verified = await store.getVerifyInfo();
log(JSON.stringify({ found, signed: (await store.db.get('verification', 'signature')).matched, by: verified.software }));
process.exit(0);
`;

describe.skipIf(!hasWabac)(
  'the engine of ReplayWeb.page (skipped unless HEARSAY_ORACLES names a folder with it)',
  () => {
    it('replays every page and finds the signature right', () => {
      const env = { ...process.env, ARCHIVE: saved(WACZ) };
      const how = { cwd: peers, env, encoding: 'utf8' as const };
      const ran = spawnSync(process.execPath, ['--input-type=module', '-e', REPLAY], how);
      expect(ran.status, ran.stderr.slice(-500)).toBe(0);
      expect(JSON.parse(ran.stdout)).toEqual({
        found: [
          ['https://www.harbour.example/notice?b=2&a=1', 200, page],
          ['urn:hearsay:items/lettre%20%C3%A9.txt', 200, 'Closed until Friday.'],
        ],
        ...{ signed: true, by: 'hearsay 0' },
      });
    }, 60_000);
  },
);
