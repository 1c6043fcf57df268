import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'cli', 'main.js');

/** Runs the built program without its memo; what it printed, and how it ended. */
export function run(
  words: readonly string[],
  input: string | Uint8Array = '',
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, HEARSAY_CACHE: '', NO_COLOR: '1' },
  });
  return { status, out: stdout, err: stderr };
}
