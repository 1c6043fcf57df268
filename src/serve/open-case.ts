import { HearsayError } from '../base/error.ts';
import type { Note } from '../desk/noting.ts';
import type { Job } from '../publish/workbench/shapes.ts';
import type { Ask } from './clerk.ts';
import type { Instant } from './dossiers.ts';
import { type Hired, hire } from './hire.ts';
import type { Jobs, Work } from './jobs.ts';
import { watchJournal } from './journal-watch.ts';
import { jsonIn } from './json-bytes.ts';
import type { NewsDesk } from './news.ts';
import type { ScribeAsk } from './scribe.ts';
import type { ViewAsk } from './views.ts';

/** A case that somebody looks at. */
export interface OpenCase {
  readonly name: string;
  readonly folder: string;
  /** An earlier instant is weighed for whoever still waits: a slider passes over many. */
  readonly view: (when: Instant, view: ViewAsk, gone?: AbortSignal) => Promise<Uint8Array>;
  /** What moved from an instant to another, by the clock of the first. */
  readonly moved: (from: Instant, to: Instant) => Promise<Uint8Array>;
  /** Asks the clerk that knows the case as it is now. */
  readonly now: (ask: Ask) => Promise<Uint8Array>;
  /** Reads the journal, or writes it: what it gives is on the disk. */
  readonly scribe: (ask: ScribeAsk, moved?: readonly ArrayBuffer[]) => Promise<Uint8Array>;
  /** Writes a decision down, after the checks that `hearsay note` makes. */
  readonly decide: (note: Note) => Promise<Uint8Array>;
  /** Looks whether the journal has grown; it does so by itself every second. */
  readonly look: () => Promise<void>;
  readonly weighing: () => Job | null;
  readonly close: () => Promise<void>;
}

/** What is on every desk. */
export interface Desk {
  readonly jobs: Jobs;
  readonly news: NewsDesk;
  readonly by: string | null;
}

const LOOK_MS = 1000;
/** What waits for a day or an hour is weighed anew after that long, when somebody looks. */
const STALE_MS = 10 * 60_000;

/**
 * Two clerks take turns: one shows what was weighed last, the other weighs what came since, then they change places. So
 * nobody who looks waits for a weighing but for the first.
 */
export function openCase(name: string, folder: string, { jobs, news, by }: Desk): OpenCase {
  const newClerk = (): Hired<'clerk'> => hire({ role: 'clerk', folder, by });
  const scribe = hire({ role: 'scribe', folder, by });
  let front = newClerk();
  let back: Hired<'clerk'> | null = null;
  let head = -1;
  let weighed = -1;
  let weighedAt = 0;
  let weighing: Job | null = null;
  let closed = false;
  /** What was compared with last: while a case grows the same is asked for again and again. */
  let before: { readonly key: string; readonly dossier: Promise<Uint8Array> } | null = null;
  const second = (): Hired<'clerk'> => {
    back ??= newClerk();
    return back;
  };
  const weigh = (): void => {
    if (weighing || closed) return;
    const first = weighed < 0;
    let done = false;
    const clerk = first ? front : second();
    weighing = jobs.start({ case: name, kind: 'weigh' }, async (work: Work) => {
      try {
        const ask = { is: 'weigh', head: upTo(weighed, head), fresh: !first } as const;
        const told = jsonIn<{ readonly head: number; readonly made: number }>(await clerk.ask(ask, work));
        done = true;
        weighed = told.head;
        weighedAt = told.made;
        if (!first) [front, back] = [clerk, front];
        else
          second()
            .ask({ is: 'ready' })
            .catch(() => undefined);
        news.tell({ kind: 'weighed', case: name, head: weighed });
        return told;
      } finally {
        weighing = null;
        // What came meanwhile is weighed next, with no moment between in which nothing seems to be due; what failed waits
        // for the next event.
        if (done && weighed < head) weigh();
      }
    });
  };
  let past: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = past.then(work);
    past = turn.catch(() => undefined);
    return turn;
  };
  const journal = watchJournal(folder);
  const look = async (): Promise<void> => {
    const to = await journal.head();
    if (to <= head || closed) return;
    head = to;
    news.tell({ kind: 'case', case: name, head });
    weigh();
  };
  const looking = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  looking.unref();
  const opened = look();
  opened.catch(() => undefined);
  const asked = async (ask: ScribeAsk, moved: readonly ArrayBuffer[] = []): Promise<Uint8Array> => {
    if (closed) throw new HearsayError('not-permitted', 'the server is being stopped; start it again');
    const made = await scribe.ask(ask, undefined, moved);
    await look().catch(() => undefined);
    return made;
  };
  return {
    name,
    folder,
    scribe: asked,
    look: () => look().catch(() => undefined),
    async decide(note) {
      const data = jsonIn<Readonly<Record<string, unknown>>>(await front.ask({ is: 'decision', note }));
      return asked({ is: 'write', kind: note.kind, data });
    },
    weighing: () => (weighing === null ? null : jobs.find(weighing.id)),
    now: (ask) => front.ask(ask),
    async view(when, view, gone) {
      await opened;
      if (weighed >= 0 && Date.now() - weighedAt > STALE_MS) weigh();
      if (when.asOf === null) return front.ask({ is: 'view', when, view });
      return inTurn(() => {
        if (gone?.aborted) throw new HearsayError('timeout', 'nobody waited for it');
        return second().ask({ is: 'view', when, view });
      });
    },
    async moved(from, to) {
      await opened;
      const key = `${from.asOf} ${from.clock} ${from.clock === 'out' ? weighed : ''}`;
      if (before?.key !== key) before = { key, dossier: second().ask({ is: 'before', when: from }) };
      before.dossier.catch(() => {
        before = null;
      });
      const dossier = (await before.dossier).slice();
      const clerk = to.asOf === null ? front : second();
      return clerk.ask({ is: 'moved', before: dossier, when: to }, undefined, [dossier.buffer as ArrayBuffer]);
    },
    async close() {
      closed = true;
      clearInterval(looking);
      await scribe.ask({ is: 'rest' }).catch(() => undefined);
      await Promise.all([front, back, scribe].map((one) => one?.dismiss()));
    },
  };
}

/** Where much came at once, some of it is weighed first, so that something is soon seen. */
const upTo = (weighed: number, head: number): number => (weighed < 0 ? head : Math.min(head, weighed * 4 + 40));
