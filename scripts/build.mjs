// Compiles src/ to dist/. With --if-stale it does so only when a source is newer than the last build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyPage } from './verify-page.mjs';
import { workbench } from './workbench.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

/** Names the build by its content: what was memoised by another build is never met. */
function digestOf(folder) {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    /\.js(on)?$/.test(entry.name),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(path));
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function fresh() {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return built > Math.max(newest(join(root, 'src')), statSync(join(root, 'package.json')).mtimeMs);
}

if (!process.argv.includes('--if-stale') || !fresh()) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: ['ignore', 2, 2] });
  cpSync(join(root, 'src'), join(root, 'dist'), {
    recursive: true,
    filter: (path) => (statSync(path).isDirectory() ? path !== join(root, 'src', 'web') : path.endsWith('.json')),
  });
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.web.json'), '--noEmit'], { stdio: ['ignore', 2, 2] });
  mkdirSync(join(root, 'dist', 'web'), { recursive: true });
  writeFileSync(join(root, 'dist', 'web', 'verify.html'), await verifyPage(root));
  await workbench(root);
  writeFileSync(stamp, digestOf(join(root, 'dist')));
}
