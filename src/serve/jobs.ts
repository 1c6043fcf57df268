import { HearsayError } from '../base/error.ts';
import type { Progress } from '../desk/progress.ts';
import type { Job } from '../publish/workbench/shapes.ts';
import type { NewsDesk } from './news.ts';
import { refusedWith } from './refusal.ts';

/** What a job tells of itself while it is done. */
export interface Work extends Progress {
  /** Something that could not be taken. */
  readonly fault: (words: string) => void;
  /** Says when somebody wants it stopped. */
  readonly signal: AbortSignal;
}

/** What is under way on the desk, and what was. */
export interface Jobs {
  readonly start: (about: Pick<Job, 'case' | 'kind'>, run: (work: Work) => Promise<unknown>) => Job;
  /** As `start`, for whoever waits for its end; that it failed stands in the job. */
  readonly begin: (
    about: Pick<Job, 'case' | 'kind'>,
    run: (work: Work) => Promise<unknown>,
  ) => { readonly id: string; readonly done: Promise<void> };
  readonly all: () => readonly Job[];
  readonly find: (id: string) => Job;
  /** Asks a job to stop; it does so before the next step. */
  readonly cancel: (id: string) => Job;
}

interface Kept {
  job: Job;
  readonly stop: AbortController;
  since: number;
  told: number;
}

const MOST_KEPT = 100;
const MOST_FAULTS = 500;
/** Between two words on how far a job is. */
const PAUSE_MS = 100;

/** Jobs, whose every step is told. `now` gives milliseconds; the shell's clock. */
export function openJobs(news: NewsDesk, now: () => number): Jobs {
  const jobs = new Map<string, Kept>();
  let last = 0;
  const change = (kept: Kept, to: Partial<Job>): void => {
    kept.job = { ...kept.job, ...to };
    if (kept.job.state === 'working' && now() - kept.told < PAUSE_MS) return;
    kept.told = now();
    news.tell({ kind: 'job', job: kept.job });
  };
  const find = (id: string): Kept => {
    const kept = jobs.get(id);
    if (kept) return kept;
    throw new HearsayError('not-found', `there is no job ${id}; it may have been before the server was started`);
  };
  const begin = (about: Pick<Job, 'case' | 'kind'>, run: (work: Work) => Promise<unknown>) => {
    const blank = { step: '', done: 0, total: 0, left: null, faults: [], result: null };
    const job: Job = { id: `job-${++last}`, ...about, state: 'working', ...blank };
    const kept: Kept = { job, stop: new AbortController(), since: now(), told: Number.NEGATIVE_INFINITY };
    jobs.set(job.id, kept);
    for (const [id, one] of jobs)
      if (one !== kept && one.job.state !== 'working' && (jobs.size > MOST_KEPT || replaces(job, one.job)))
        jobs.delete(id);
    change(kept, {});
    const done = run(workOf(kept, change, now)).then(
      (result) => change(kept, { ...(kept.stop.signal.aborted ? STOPPED : { state: 'done', left: 0 }), result }),
      (cause: unknown) => change(kept, endOf(kept, cause)),
    );
    return { job, done };
  };
  return {
    all: () => [...jobs.values()].map(({ job }) => job).reverse(),
    find: (id) => find(id).job,
    start: (about, run) => begin(about, run).job,
    begin: (about, run) => {
      const { job, done } = begin(about, run);
      return { id: job.id, done };
    },
    cancel(id) {
      const kept = find(id);
      if (kept.job.state !== 'working') return kept.job;
      if (kept.job.kind === 'weigh' || kept.job.kind === 'publish')
        throw new HearsayError('not-permitted', 'what is being weighed or written is finished; wait for it');
      kept.stop.abort();
      return kept.job;
    },
  };
}

/** Every decision is followed by a weighing: the one before is of no use, and would push out what is. */
const replaces = (fresh: Job, old: Job): boolean =>
  fresh.kind === 'weigh' && old.kind === 'weigh' && fresh.case === old.case;

const STOPPED = { state: 'cancelled', left: null } as const;

/** What a job is that did not come to its end: stopped, or failed with the reason. */
function endOf({ job, stop }: Kept, cause: unknown): Partial<Job> {
  if (stop.signal.aborted) return STOPPED;
  const { message, code } = refusedWith(cause);
  if (code === 'internal')
    process.stderr.write(`hearsay serve: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
  return { state: 'failed', left: null, faults: [...job.faults, message] };
}

function workOf(kept: Kept, change: (kept: Kept, to: Partial<Job>) => void, now: () => number): Work {
  return {
    signal: kept.stop.signal,
    step(step, done, total) {
      if (step !== kept.job.step) kept.since = now();
      const left = done > 0 && total > done ? Math.round(((now() - kept.since) / done) * (total - done)) : null;
      change(kept, { step, done, total, left });
    },
    fault(words) {
      if (kept.job.faults.length < MOST_FAULTS) change(kept, { faults: [...kept.job.faults, words] });
    },
    end: () => undefined,
  };
}
