import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const pack = promisify(brotliCompress);

/** A file of the workbench, ready to send. */
export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** The same, packed with Brotli (RFC 7932); null where that is not worth it. */
  readonly packed: Uint8Array | null;
  /** Whether its name holds its digest, so that it never changes. */
  readonly lasting: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const FOLDER = new URL('../web/workbench/', import.meta.url);

const read = new Map<string, Promise<StaticFile | null>>();

/** The file at a path of the workbench, or null: plain names only, in its folder or the one of its parts. */
export function staticFile(path: string): Promise<StaticFile | null> {
  // Built once, and the same as long as the program runs.
  const known = read.get(path) ?? fileAt(path);
  if (read.size < MOST_KEPT) read.set(path, known);
  return known;
}

const MOST_KEPT = 200;

async function fileAt(path: string): Promise<StaticFile | null> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  if (!/^(?:parts\/)?[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/u.test(name)) return null;
  const type = TYPES[extname(name)];
  const bytes = type === undefined ? null : await readFile(fileURLToPath(new URL(name, FOLDER))).catch(() => null);
  if (type === undefined || bytes === null) return path === '/' ? BARE : null;
  const packed = /text|svg|json/u.test(type) ? new Uint8Array(await pack(bytes)) : null;
  return { bytes: new Uint8Array(bytes), packed, type, lasting: name.startsWith('parts/') };
}

/** What is shown where the pages were not built. */
const BARE: StaticFile = {
  bytes: new TextEncoder().encode(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hearsay</title><p>The pages of the workbench were not built; run <code>npm run build</code>. The API answers at /api/v1.',
  ),
  type: TYPES['.html'] ?? '',
  packed: null,
  lasting: false,
};

/** Nothing but the page's own files, no inline script, no other site; captured pages in frames of the isolated port. */
export const policyOf = (frames: number): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    `frame-src http://127.0.0.1:${frames}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
