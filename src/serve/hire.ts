import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, HearsayError, messageOf } from '../base/error.ts';
import type { Progress } from '../desk/progress.ts';
import { type Answering, type Asks, type Post, type Role, takeUp } from './roles.ts';

/** What a thread says to whoever hired it. */
export type Said =
  | { readonly is: 'step'; readonly id: number; readonly what: string; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly is: 'failed'; readonly id: number; readonly code: ErrorCode; readonly why: string };

/** Somebody who works on a thread of their own: whatever they do, requests are answered meanwhile. */
export interface Hired<R extends Role> {
  /** `moved` is handed over, not copied. */
  readonly ask: (ask: Asks[R], progress?: Progress, moved?: readonly ArrayBuffer[]) => Promise<Uint8Array>;
  readonly dismiss: () => Promise<void>;
}

const QUIET: Progress = { step: () => undefined, end: () => undefined };
const PROGRAM = new URL('./hired-thread.js', import.meta.url);

/** Hires somebody for a case. Run from source there is no compiled thread to start, and they work here. */
export const hire = <R extends Role>(post: Post<R>): Hired<R> =>
  existsSync(fileURLToPath(PROGRAM)) ? onThread(post) : here(post);

function here<R extends Role>(post: Post<R>): Hired<R> {
  let answering: Promise<Answering<R>> | null = null;
  return {
    async ask(ask, progress = QUIET) {
      answering ??= takeUp(post);
      return (await answering)(ask, progress);
    },
    dismiss: async () => undefined,
  };
}

interface Task {
  readonly progress: Progress;
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (cause: Error) => void;
}

function onThread<R extends Role>(post: Post<R>): Hired<R> {
  let worker: Worker | null = null;
  let last = 0;
  const tasks = new Map<number, Task>();
  const lost = (why: string, code: ErrorCode = 'internal'): void => {
    worker = null;
    for (const { failed } of tasks.values())
      failed(new HearsayError(code, `the work was broken off (${why}); try again`));
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
    const fresh = new Worker(PROGRAM, { workerData: post, env: { ...process.env, HEARSAY_THREADS: readers() } });
    let why = 'its thread ended';
    fresh.on('message', heard);
    fresh.on('error', (cause) => {
      why = messageOf(cause);
    });
    fresh.on('exit', () => {
      if (worker === fresh) lost(why);
    });
    return fresh;
  };
  worker = start();
  return {
    ask: (ask, progress = QUIET, moved = []) =>
      new Promise((done, failed) => {
        worker ??= start();
        tasks.set(++last, { progress, done, failed });
        worker.postMessage({ id: last, ask }, [...moved]);
      }),
    async dismiss() {
      const leaving = worker;
      lost('it was stopped', 'not-permitted');
      await leaving?.terminate();
    },
  };
}

/** Readers beside a clerk: one processor is left to answer requests, one is the clerk's own. */
const readers = (): string => {
  const asked = process.env['HEARSAY_THREADS'] ?? '';
  return /^\d{1,3}$/u.test(asked) ? asked : String(Math.max(0, availableParallelism() - 2));
};

/** What is none of ours keeps where it came from, for whoever started the server. */
const causeOf = (code: ErrorCode, why: string): Error =>
  code === 'internal' ? new Error(why) : new HearsayError(code, why);
