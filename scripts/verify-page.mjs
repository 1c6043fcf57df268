// Makes verify.html, the page that checks a published record: one file, its script and style within, each named by its hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** The page as text; the same sources give the same bytes. */
export async function verifyPage(root) {
  const folder = join(root, 'src', 'web', 'verify');
  const style = readFileSync(join(folder, 'page.css'), 'utf8').trim();
  const script = await bundled(root, join(folder, 'main.ts'));
  const csp = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const parts = { csp, style, script };
  return readFileSync(join(folder, 'page.html'), 'utf8').replaceAll(/\{\{(\w+)\}\}/gu, (_, name) => parts[name]);
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function bundled(root, entry) {
  const made = await build({
    root,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  });
  const [{ output }] = [made].flat();
  const chunks = output.filter(({ type }) => type === 'chunk');
  if (output.length !== 1 || chunks.length !== 1) throw new Error('the page must be bundled into one script');
  const code = chunks[0].code.trim();
  // Within <script> these would end it, or begin what ends elsewhere.
  if (/<\/script|<!--/iu.test(code)) throw new Error('the script of the page holds what ends a script');
  return code;
}
