import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { sniffBytes } from '../capture/sniff.ts';
import type { Account, Evidence } from '../hearsay.ts';
import type { Answer } from './pool-worker.ts';

/** Accounts for items, on several threads where there is enough to do. */
export interface Pool {
  readonly account: (evidence: Evidence) => Promise<Account>;
  readonly close: () => Promise<void>;
}

/** How many threads at most, and the program that each of them runs. */
export interface PoolOptions {
  readonly threads?: number;
  readonly program?: URL;
}

/** Fewer items, or fewer bytes, are done before a thread has loaded. */
const FEW_ITEMS = 12;
const FEW_BYTES = 256 * 1024;
/** Each thread holds a heap of its own, and what follows the reading runs on one: more would cost memory for little. */
const MOST_THREADS = 8;
const PICTURES: readonly string[] = ['png', 'jpeg', 'webp', 'gif'];

interface Task {
  readonly evidence: Evidence;
  readonly done: (account: Account) => void;
  readonly failed: (cause: Error) => void;
}

interface Desk {
  readonly worker: Worker;
  ready: boolean;
  task: Task | null;
}

/**
 * A pool that works on this thread (`here`) until enough has come that threads pay, and they have loaded; a picture
 * always stays here, where its readers are. An account depends on its item alone, so who makes it changes nothing.
 */
export function openPool(here: Pool['account'], options: PoolOptions = {}): Pool {
  const program = options.program ?? new URL('./pool-worker.js', import.meta.url);
  const desks = new Set<Desk>();
  const waiting: Task[] = [];
  let wanted = existsSync(fileURLToPath(program)) ? (options.threads ?? threadsOf(process.env)) : 0;
  let items = 0;
  let bytes = 0;

  const assign = (): void => {
    for (const desk of desks) {
      if (!desk.ready || desk.task) continue;
      const task = waiting.shift();
      if (!task) return;
      desk.task = task;
      desk.worker.postMessage(task.evidence, movable(task.evidence));
    }
  };
  /** A thread that dies (out of memory, most likely) takes its item with it; one that never came is done without. */
  const lost = (desk: Desk, why: string): void => {
    if (!desks.delete(desk)) return;
    desk.task?.failed(new Error(why));
    if (desk.ready) return void desks.add(hire());
    wanted = 0;
    if (desks.size === 0) for (const task of waiting.splice(0)) here(task.evidence).then(task.done, task.failed);
  };
  const hire = (): Desk => {
    const desk = deskOf(program);
    let why = 'its thread ended';
    desk.worker.on('message', (answer: Answer) => {
      settle(desk, answer);
      assign();
    });
    desk.worker.on('error', (cause) => {
      why = cause instanceof Error ? cause.message : String(cause);
    });
    desk.worker.on('exit', () => lost(desk, why));
    return desk;
  };

  return {
    account(evidence) {
      if (wanted === 0 || PICTURES.includes(sniffBytes(evidence.bytes) ?? '')) return here(evidence);
      items++;
      bytes += evidence.bytes.length;
      if (items > FEW_ITEMS || (items > 1 && bytes > FEW_BYTES)) while (desks.size < wanted) desks.add(hire());
      if (![...desks].some((desk) => desk.ready)) return here(evidence);
      return new Promise((done, failed) => {
        waiting.push({ evidence, done, failed });
        assign();
      });
    },
    async close() {
      const all = [...desks];
      desks.clear();
      await Promise.all(all.map((desk) => desk.worker.terminate()));
    },
  };
}

/** As many threads as may run at once; `HEARSAY_THREADS` says otherwise, and 0 means none. */
export function threadsOf(env: NodeJS.ProcessEnv): number {
  const asked = env['HEARSAY_THREADS'];
  return Math.min(MOST_THREADS, /^\d{1,3}$/.test(asked ?? '') ? Number(asked) : availableParallelism());
}

const deskOf = (program: URL): Desk => ({ worker: new Worker(program), ready: false, task: null });

function settle(desk: Desk, answer: Answer): void {
  const { task } = desk;
  desk.ready = true;
  desk.task = null;
  if (answer.is === 'done') task?.done(answer.account);
  if (answer.is === 'failed') task?.failed(new Error(answer.why));
}

/** Bytes that are the whole of their buffer move; nobody here reads them again. */
const movable = ({ bytes }: Evidence): ArrayBuffer[] =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
