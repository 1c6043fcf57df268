import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { root } from './run.ts';

export const browserPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Chromium as it is installed, with what a test needs besides. */
export const browse = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });

/** Presses a key once the page has come to rest: what a view listens to is set up after it is painted. */
export async function press(page: Page, key: string): Promise<void> {
  await page.evaluate(
    'new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go, 120))))',
  );
  await page.keyboard.press(key);
}

/** A desk of its own in a scratch folder: runs the built program there, and says what it printed. */
export function deskIn(scratch: string): (...words: string[]) => string {
  mkdirSync(scratch, { recursive: true });
  const env = {
    ...process.env,
    HEARSAY_DESK: join(scratch, 'desk'),
    HEARSAY_CACHE: '',
    HEARSAY_BY: 'q.fenwick',
    NO_COLOR: '1',
  };
  return (...words) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...words], {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`hearsay ${words.join(' ')} ended with ${status}: ${stderr}${stdout}`);
    return stdout;
  };
}

/** Paths of all files of a folder that end so, from the folder, with slashes. */
export const filesIn = (folder: string, ending = ''): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.png': 'image/png',
  '.json': 'application/json',
  '.xml': 'application/atom+xml',
};

/** A folder as a plain web server gives it; what else is asked for is 404. */
export async function served(folder: string, extra: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname);
    asked.push(path);
    const made = extra[path];
    const file = join(folder, normalize(path));
    const sound = file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (made === undefined && !sound) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' });
    return response.end(made ?? readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}
