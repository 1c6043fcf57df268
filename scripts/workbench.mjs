// Makes dist/web/workbench: the pages that `hearsay serve` sends. Views that are not looked at first come in parts.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';

/** Builds the pages, where there are any. */
export async function workbench(root, out = join(root, 'dist', 'web', 'workbench')) {
  const entry = join(root, 'src', 'web', 'workbench', 'main.tsx');
  rmSync(out, { recursive: true, force: true });
  if (!existsSync(entry)) return;
  const made = await build({
    root,
    base: '/',
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      assetsDir: 'parts',
      rolldownOptions: { input: entry },
    },
  });
  const [{ output }] = [made].flat();
  for (const one of output) {
    mkdirSync(dirname(join(out, one.fileName)), { recursive: true });
    writeFileSync(join(out, one.fileName), one.type === 'chunk' ? one.code : one.source);
  }
  writeFileSync(join(out, 'index.html'), page(output));
}

/** The page: no word of script or style in it, since its policy lets none run. */
function page(output) {
  const first = output.find((one) => one.type === 'chunk' && one.isEntry);
  const styles = [...(first.viteMetadata?.importedCss ?? [])];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<title>Hearsay</title>',
    '<link rel="icon" href="data:,">',
    ...styles.map((name) => `<link rel="stylesheet" href="/${name}">`),
    ...first.imports.map((name) => `<link rel="modulepreload" href="/${name}">`),
    `<script type="module" src="/${first.fileName}"></script>`,
    '</head>',
    '<body><div id="app"></div></body>',
    '</html>',
    '',
  ].join('\n');
}
