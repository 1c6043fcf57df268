import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the workbench, ready to send. */
export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly type: string;
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

/** The file at a path of the workbench, or null: plain names only, in its folder or the one of its parts. */
export async function staticFile(path: string, folder: URL = FOLDER): Promise<StaticFile | null> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  if (!/^(?:parts\/)?[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/u.test(name)) return null;
  const type = TYPES[extname(name)];
  const bytes = type === undefined ? null : await readFile(fileURLToPath(new URL(name, folder))).catch(() => null);
  if (type === undefined || bytes === null) return path === '/' ? BARE : null;
  return { bytes: new Uint8Array(bytes), type, lasting: name.startsWith('parts/') };
}

/** What is shown where the pages were not built. */
const BARE: StaticFile = {
  bytes: new TextEncoder().encode(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hearsay</title><p>The pages of the workbench were not built; run <code>npm run build</code>. The API answers at /api/v1.',
  ),
  type: TYPES['.html'] ?? '',
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
