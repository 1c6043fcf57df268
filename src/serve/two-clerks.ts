import type { Job } from '../publish/workbench/shapes.ts';
import type { Hired } from './hire.ts';
import type { Jobs, Work } from './jobs.ts';
import { jsonIn } from './json-bytes.ts';

/** The clerks of a case, and how far they have weighed it. */
export interface TwoClerks {
  /** Shows what was weighed last. */
  readonly front: () => Hired<'clerk'>;
  /** Is free for what takes long, while it does not weigh. */
  readonly second: () => Hired<'clerk'>;
  /** Up to which event the case was weighed; −1 before that. */
  readonly weighed: () => number;
  /** The case has grown up to this event: it is weighed anew. */
  readonly grown: (head: number) => void;
  /** Somebody looks: what waits for a day or an hour is weighed anew after a while. */
  readonly looked: () => void;
  readonly weighing: () => Job | null;
  readonly close: () => Promise<void>;
}

/** Who hires a clerk, where work is told of, and who hears of what was weighed. */
export interface ClerksDesk {
  readonly jobs: Jobs;
  readonly hire: () => Hired<'clerk'>;
  readonly tell: (head: number) => void;
}

/** What waits for a day or an hour is weighed anew after that long, when somebody looks. */
const STALE_MS = 10 * 60_000;

/**
 * Two clerks take turns: one shows what was weighed last, the other weighs what came since, then they change places. So
 * nobody who looks waits for a weighing but for the first.
 */
export function twoClerks(name: string, { jobs, hire, tell }: ClerksDesk): TwoClerks {
  let front = hire();
  let back: Hired<'clerk'> | null = null;
  let [head, weighed, weighedAt] = [-1, -1, 0];
  let weighing: Job | null = null;
  let closed = false;
  const second = (): Hired<'clerk'> => {
    back ??= hire();
    return back;
  };
  const weighWith = async (clerk: Hired<'clerk'>, work: Work): Promise<unknown> => {
    const first = weighed < 0;
    const ask = { is: 'weigh', head: upTo(weighed, head), fresh: !first } as const;
    const told = jsonIn<{ readonly head: number; readonly made: number }>(await clerk.ask(ask, work));
    [weighed, weighedAt] = [told.head, told.made];
    if (!first) [front, back] = [clerk, front];
    else
      second()
        .ask({ is: 'ready' })
        .catch(() => undefined);
    tell(weighed);
    return told;
  };
  const weigh = (): void => {
    if (weighing || closed) return;
    const before = weighed;
    const clerk = weighed < 0 ? front : second();
    weighing = jobs.start({ case: name, kind: 'weigh' }, async (work: Work) => {
      try {
        return await weighWith(clerk, work);
      } finally {
        weighing = null;
        // What came meanwhile is weighed next, with no moment between in which nothing seems to be due; what failed, or
        // came no further, waits for the next event.
        if (weighed > before && weighed < head) weigh();
      }
    });
  };
  return {
    front: () => front,
    second,
    weighed: () => weighed,
    grown(to) {
      head = to;
      weigh();
    },
    looked() {
      if (weighed >= 0 && Date.now() - weighedAt > STALE_MS) weigh();
    },
    weighing: () => (weighing === null ? null : jobs.find(weighing.id)),
    async close() {
      closed = true;
      await Promise.all([front, back].map((one) => one?.dismiss()));
    },
  };
}

/** Where much came at once, some of it is weighed first, so that something is soon seen. */
const upTo = (weighed: number, head: number): number => (weighed < 0 ? head : Math.min(head, weighed * 4 + 40));
