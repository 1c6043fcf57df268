import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../base/error.ts';
import { sniffBytes } from '../capture/sniff.ts';
import type { Account, Evidence } from '../hearsay.ts';
import type { Answer } from './pool-worker.ts';

/** Accounts for items, on several threads where there is much to do. */
export interface Pool {
  readonly account: (evidence: Evidence) => Promise<Account>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** How many items are not done yet: what is left decides whether threads pay. */
  readonly left: () => number;
  /** Milliseconds of work left for each thread that is started. */
  readonly worth?: number;
  /** Threads beside this one, at most. */
  readonly threads?: number;
  /** What each thread runs. */
  readonly program?: URL;
}

/**
 * A pool that works on this thread (`here`), and on others once what is left would take long. A picture always stays
 * here, where its readers are. An account depends on its item alone, so who makes it changes nothing.
 */
export function openPool(here: Pool['account'], options: PoolOptions): Pool {
  const crew = new Crew(here, options);
  return {
    account: (evidence) =>
      PICTURES.includes(sniffBytes(evidence.bytes) ?? '')
        ? here(evidence)
        : new Promise((done, failed) => crew.take({ evidence, done, failed })),
    close: () => crew.dismiss(),
  };
}

/** One thread fewer than may run at once, since this one works too; `HEARSAY_THREADS` says otherwise, 0 means none. */
export function threadsOf(env: NodeJS.ProcessEnv): number {
  const asked = env['HEARSAY_THREADS'];
  return Math.min(MOST_THREADS, /^\d{1,3}$/.test(asked ?? '') ? Number(asked) : availableParallelism() - 1);
}

const PICTURES: readonly string[] = ['png', 'jpeg', 'webp', 'gif'];
/** Each thread holds a heap of its own, and what follows the reading runs on one: more would cost memory for little. */
const MOST_THREADS = 6;
/** Loading and warming a thread takes two thirds of a second of a processor (docs/decisions/0005). */
const WORTH_MS = 2500;
/** Before this many items, or as long, the program itself is warming up, and its pace says nothing of what is left. */
const WARM_ITEMS = 32;
const WARM_MS = 1000;
/** One item under way in a thread and one in its hands, so that it never waits for this thread. */
const DEPTH = 2;

interface Task {
  readonly evidence: Evidence;
  readonly done: (account: Account) => void;
  readonly failed: (cause: unknown) => void;
}

interface Desk {
  readonly worker: Worker;
  readonly tasks: Task[];
  ready: boolean;
}

class Crew {
  readonly #here: Pool['account'];
  readonly #options: PoolOptions;
  readonly #program: URL;
  readonly #desks = new Set<Desk>();
  readonly #queue: Task[] = [];
  #threads: number;
  #busy = false;
  #own = 0;
  #spent = 0;
  #pace = 0;

  constructor(here: Pool['account'], options: PoolOptions) {
    this.#here = here;
    this.#options = options;
    // Run from source there is no compiled thread to start.
    this.#program = options.program ?? new URL('./pool-worker.js', import.meta.url);
    this.#threads = existsSync(fileURLToPath(this.#program)) ? (options.threads ?? threadsOf(process.env)) : 0;
  }

  take(task: Task): void {
    this.#queue.push(task);
    this.#deal();
  }

  async dismiss(): Promise<void> {
    const all = [...this.#desks];
    this.#desks.clear();
    await Promise.all(all.map((desk) => desk.worker.terminate()));
  }

  /** Threads first: this one has more to do than read. */
  #deal(): void {
    for (const desk of this.#desks) {
      while (desk.ready && desk.tasks.length < DEPTH && this.#queue[0]) {
        desk.worker.postMessage(this.#queue[0].evidence);
        desk.tasks.push(...this.#queue.splice(0, 1));
      }
    }
    if (!this.#busy) void this.#work();
  }

  /** Works off the queue here, and hears between two items what the threads have to say. */
  async #work(): Promise<void> {
    this.#busy = true;
    for (let task = this.#queue.shift(); task; task = this.#queue.shift()) {
      const began = performance.now();
      await this.#here(task.evidence).then(task.done, task.failed);
      this.#note(performance.now() - began);
      while (this.#desks.size < this.#wanted()) this.#hire();
      await turn();
      this.#deal();
    }
    this.#busy = false;
  }

  #note(took: number): void {
    this.#spent += took;
    this.#pace = this.#own++ === 0 ? took : this.#pace * 0.9 + took * 0.1;
  }

  #wanted(): number {
    if (this.#own < WARM_ITEMS && this.#spent < WARM_MS) return 0;
    const { left, worth = WORTH_MS } = this.#options;
    return Math.min(this.#threads, Math.floor((this.#pace * left()) / worth));
  }

  #hire(): void {
    const desk: Desk = { worker: new Worker(this.#program), tasks: [], ready: false };
    let why = 'its thread ended';
    desk.worker.on('message', (answer: Answer) => {
      desk.ready = true;
      if (answer.is === 'done') desk.tasks.shift()?.done(answer.account);
      if (answer.is === 'failed') desk.tasks.shift()?.failed(new Error(answer.why));
      this.#deal();
    });
    desk.worker.on('error', (cause) => {
      why = messageOf(cause);
    });
    desk.worker.on('exit', () => this.#lost(desk, why));
    this.#desks.add(desk);
  }

  /** A thread that dies (out of memory, most likely) takes its item with it; one that never came is done without. */
  #lost(desk: Desk, why: string): void {
    if (!this.#desks.delete(desk)) return;
    desk.tasks.shift()?.failed(new Error(why));
    this.#queue.unshift(...desk.tasks);
    if (desk.ready) this.#hire();
    else this.#threads = 0;
    this.#deal();
  }
}
