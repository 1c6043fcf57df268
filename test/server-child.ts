import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './run.ts';

/** The built program as it serves the cases of a scratch folder, in a process of its own that can be killed. */
export interface ServerChild {
  readonly child: ChildProcess;
  /** What it says to open, with the token. */
  readonly address: string;
  readonly origin: string;
  readonly port: number;
  readonly token: string;
}

/** Serves `cases` of the scratch folder with the desk in it; any free port, unless one is named. */
export async function serverIn(scratch: string, by = 'Iris Quell', port = 0): Promise<ServerChild> {
  const program = join(root, 'dist', 'cli', 'main.js');
  const words = [program, 'serve', join(scratch, 'cases'), '--no-open', '--port', String(port)];
  const env = { ...process.env, HEARSAY_DESK: join(scratch, 'desk'), HEARSAY_CACHE: '', HEARSAY_BY: by, NO_COLOR: '1' };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  while (!said.includes('\n') && child.exitCode === null) await pause(25);
  const address = /http:\S+/u.exec(said)?.[0];
  if (!address) throw new Error(`the server did not start: it said "${said}"`);
  const { origin, port: own } = new URL(address);
  return { child, address, origin, port: Number(own), token: address.split('#token=')[1] ?? '' };
}
