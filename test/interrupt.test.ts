import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { root, run } from './run.ts';

it('leaves nothing half-written when it is stopped, and runs again', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'hearsay-stop-'));
  const pile = join(scratch, 'pile');
  const out = join(scratch, 'out');
  const cache = join(scratch, 'cache');
  mkdirSync(pile);
  mkdirSync(out);
  for (let at = 0; at < 400; at++)
    writeFileSync(join(pile, `${at}.txt`), `Warden ${at} said the gate ${at} was open.\n\n`.repeat(200));
  const words = [join(root, 'dist', 'cli', 'main.js'), 'look', pile, '--html', join(out, 'report.html')];
  const child = spawn(process.execPath, words, { env: { ...process.env, HEARSAY_CACHE: cache }, stdio: 'ignore' });
  while (!existsSync(cache)) await pause(20);
  child.kill('SIGINT');
  const [status] = await once(child, 'exit');
  expect(status).toBe(130);
  expect(readdirSync(out)).toEqual([]);
  for (let at = 3; at < 400; at++) rmSync(join(pile, `${at}.txt`));
  expect(run(['look', pile, '--html', join(out, 'report.html')]).status).toBe(0);
  expect(readdirSync(out)).toEqual(['report.html']);
  rmSync(scratch, { recursive: true, force: true });
});
