import { HearsayError } from '../base/error.ts';
import { inTurn } from '../base/in-turn.ts';
import type { Note } from '../desk/noting.ts';
import type { Job } from '../publish/workbench/shapes.ts';
import type { Ask } from './clerk.ts';
import type { Instant } from './dossiers.ts';
import { hire } from './hire.ts';
import type { Jobs } from './jobs.ts';
import { watchJournal } from './journal-watch.ts';
import { jsonIn } from './json-bytes.ts';
import type { NewsDesk } from './news.ts';
import type { ScribeAsk } from './scribe.ts';
import { type TwoClerks, twoClerks } from './two-clerks.ts';
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

/** Opens a case: its journal is watched, what comes is weighed, and whoever asks is led to who knows. */
export function openCase(name: string, folder: string, { jobs, news, by }: Desk): OpenCase {
  const scribe = hire({ role: 'scribe', folder, by });
  const clerks = twoClerks(name, {
    jobs,
    hire: () => hire({ role: 'clerk', folder, by }),
    tell: (weighed) => news.tell({ kind: 'weighed', case: name, head: weighed }),
  });
  const journal = watchJournal(folder);
  let head = -1;
  let closed = false;
  const look = async (): Promise<void> => {
    const to = await journal.head();
    if (to <= head || closed) return;
    head = to;
    news.tell({ kind: 'case', case: name, head });
    clerks.grown(head);
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
    ...{ name, folder, scribe: asked, weighing: clerks.weighing, ...looksAt(clerks, opened) },
    look: () => look().catch(() => undefined),
    async decide(note) {
      const data = jsonIn<Readonly<Record<string, unknown>>>(await clerks.front().ask({ is: 'decision', note }));
      return asked({ is: 'write', kind: note.kind, data });
    },
    now: (ask) => clerks.front().ask(ask),
    async close() {
      closed = true;
      clearInterval(looking);
      const rested = scribe.ask({ is: 'rest' }).catch(() => undefined);
      await Promise.all([clerks.close(), rested.then(() => scribe.dismiss())]);
    },
  };
}

/** The views of a case, as it is and as it was: earlier instants one after the other. */
function looksAt(clerks: TwoClerks, opened: Promise<void>): Pick<OpenCase, 'view' | 'moved'> {
  /** What was compared with last: while a case grows the same is asked for again and again. */
  let before: { readonly key: string; readonly dossier: Promise<Uint8Array> } | null = null;
  const past = inTurn();
  return {
    async view(when, view, gone) {
      await opened;
      clerks.looked();
      if (when.asOf === null) return clerks.front().ask({ is: 'view', when, view });
      return past(() => {
        if (gone?.aborted) throw new HearsayError('timeout', 'nobody waited for it');
        return clerks.second().ask({ is: 'view', when, view });
      });
    },
    async moved(from, to) {
      await opened;
      const key = `${from.asOf} ${from.clock} ${from.clock === 'out' ? clerks.weighed() : ''}`;
      if (before?.key !== key) before = { key, dossier: clerks.second().ask({ is: 'before', when: from }) };
      before.dossier.catch(() => {
        before = null;
      });
      const dossier = (await before.dossier).slice();
      const clerk = to.asOf === null ? clerks.front() : clerks.second();
      return clerk.ask({ is: 'moved', before: dossier, when: to }, undefined, [dossier.buffer as ArrayBuffer]);
    },
  };
}
