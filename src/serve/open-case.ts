import type { Progress } from '../desk/progress.ts';
import type { Job } from '../publish/workbench/shapes.ts';
import type { Ask } from './clerk.ts';
import { type HiredClerk, hireClerk } from './clerk-desk.ts';
import type { Instant } from './dossiers.ts';
import type { Jobs, Work } from './jobs.ts';
import { watchJournal } from './journal-watch.ts';
import type { NewsDesk } from './news.ts';
import { openPen, type Pen } from './pen.ts';
import type { ViewAsk } from './views.ts';

/** A case that somebody looks at. */
export interface OpenCase {
  readonly name: string;
  readonly folder: string;
  readonly pen: Pen;
  /** The number of the last event, as far as was seen. */
  readonly head: () => Promise<number>;
  readonly view: (when: Instant, view: ViewAsk) => Promise<Uint8Array>;
  /** Asks the clerk that knows the case as it is now. */
  readonly ask: (ask: Ask) => Promise<Uint8Array>;
  readonly weighing: () => Job | null;
  readonly close: () => Promise<void>;
}

export interface Desk {
  readonly jobs: Jobs;
  readonly news: NewsDesk;
  readonly by: string | null;
}

const QUIET: Progress = { step: () => undefined, end: () => undefined };
const LOOK_MS = 1000;
/** What waits for a day or an hour is weighed anew after that long, when somebody looks. */
const STALE_MS = 10 * 60_000;

/**
 * Two clerks take turns: one shows what was weighed last, the other weighs what came since, then they change places. So
 * nobody who looks waits for a weighing but for the first.
 */
export function openCase(name: string, folder: string, { jobs, news, by }: Desk): OpenCase {
  let front: HiredClerk = hireClerk(folder);
  let back: HiredClerk | null = null;
  let head = -1;
  let weighed = -1;
  let weighedAt = 0;
  let weighing: Job | null = null;
  let closed = false;
  const journal = watchJournal(folder);
  const second = (): HiredClerk => {
    back ??= hireClerk(folder);
    return back;
  };
  const grown = (to: number): void => {
    if (to <= head || closed) return;
    head = to;
    news.tell({ kind: 'case', case: name, head });
    weigh();
  };
  const pen = openPen(folder, by, grown);
  const weigh = (): void => {
    if (weighing || closed) return;
    const first = weighed < 0;
    const clerk = first ? front : second();
    const job = jobs.start({ case: name, kind: 'weigh' }, async (work: Work) => {
      try {
        const made: unknown = JSON.parse(new TextDecoder().decode(await clerk.answer({ is: 'weigh' }, work)));
        weighed = headIn(made);
        weighedAt = performance.now();
        if (!first) [front, back] = [clerk, front];
        news.tell({ kind: 'weighed', case: name, head: weighed });
        return made;
      } finally {
        weighing = null;
        // What came meanwhile is weighed next; what failed waits for the next event.
        if (weighed >= 0 && weighed < head) setImmediate(weigh);
      }
    });
    weighing = job;
  };
  const look = setInterval(() => void journal.head().then(grown, () => undefined), LOOK_MS);
  look.unref();
  void journal.head().then(grown, () => undefined);
  return {
    name,
    folder,
    pen,
    head: async () => {
      grown(await journal.head());
      return head;
    },
    weighing: () => (weighing === null ? null : jobs.find(weighing.id)),
    ask: (ask) => front.answer(ask, QUIET),
    view(when, view) {
      if (weighed >= 0 && performance.now() - weighedAt > STALE_MS) weigh();
      const earlier = when.asOf !== null || view.view === 'moved';
      const clerk = earlier ? second() : front;
      return clerk.answer({ is: 'view', when, view }, QUIET);
    },
    async close() {
      closed = true;
      clearInterval(look);
      await pen.close();
      await Promise.all([front.dismiss(), back?.dismiss()]);
    },
  };
}

function headIn(made: unknown): number {
  const head = made !== null && typeof made === 'object' && 'head' in made ? made.head : null;
  return typeof head === 'number' ? head : -1;
}
