import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, HearsayError } from '../base/error.ts';
import type { Progress } from '../desk/progress.ts';
import { type Ask, type Clerk, openClerk } from './clerk.ts';

/** What a thread says to the desk. */
export type Said =
  | { readonly is: 'step'; readonly id: number; readonly what: string; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly is: 'failed'; readonly id: number; readonly code: ErrorCode; readonly why: string };

/** A clerk on a thread of its own: whatever it does, requests are answered meanwhile. */
export interface HiredClerk extends Clerk {
  readonly dismiss: () => Promise<void>;
}

interface Task {
  readonly progress: Progress;
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (cause: Error) => void;
}

const PROGRAM = new URL('./clerk-thread.js', import.meta.url);

/** Hires a clerk for a case. Run from source there is no compiled thread to start, and it works here. */
export function hireClerk(folder: string): HiredClerk {
  if (!existsSync(fileURLToPath(PROGRAM))) return { ...openClerk(folder), dismiss: async () => undefined };
  let worker: Worker | null = null;
  let last = 0;
  const tasks = new Map<number, Task>();
  const lost = (why: string): void => {
    worker = null;
    for (const one of tasks.values())
      one.failed(new HearsayError('internal', `the work was broken off (${why}); try again`));
    tasks.clear();
  };
  const heard = (said: Said): void => {
    const task = tasks.get(said.id);
    if (said.is === 'step') task?.progress.step(said.what, said.done, said.total);
    else tasks.delete(said.id);
    if (said.is === 'done') task?.done(said.bytes);
    if (said.is === 'failed') task?.failed(causeOf(said.code, said.why));
  };
  const start = (): Worker => {
    const fresh = new Worker(PROGRAM, {
      workerData: folder,
      env: { ...process.env, HEARSAY_THREADS: String(threads()) },
    });
    let why = 'its thread ended';
    fresh.on('message', heard);
    fresh.on('error', (cause) => {
      why = cause instanceof Error ? cause.message : String(cause);
    });
    fresh.on('exit', () => {
      if (worker === fresh || worker === null) lost(why);
    });
    return fresh;
  };
  worker = start();
  return {
    answer: (ask, progress) =>
      new Promise((done, failed) => {
        worker ??= start();
        tasks.set(++last, { progress, done, failed });
        worker.postMessage({ id: last, ask } satisfies { id: number; ask: Ask });
      }),
    async dismiss() {
      const leaving = worker;
      lost('it was stopped');
      await leaving?.terminate();
    },
  };
}

/** Readers beside a clerk: one processor is left to answer requests, one is the clerk's own. */
const threads = (): number => {
  const asked = process.env['HEARSAY_THREADS'];
  return asked !== undefined && /^\d{1,3}$/u.test(asked) ? Number(asked) : Math.max(0, availableParallelism() - 2);
};

/** What is none of ours keeps where it came from for whoever started the server. */
const causeOf = (code: ErrorCode, why: string): Error =>
  code === 'internal' ? new Error(why) : new HearsayError(code, why);
