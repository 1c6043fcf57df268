import { HearsayError } from '../base/error.ts';
import { compareInstants } from '../base/time.ts';
import { memoOfCase, weighedCase } from '../desk/case-dossier.ts';
import type { Progress } from '../desk/progress.ts';
import { type Dossier, latestInstant } from '../hearsay.ts';
import { historyOf } from '../record/history.ts';
import type { Line } from '../record/line.ts';
import { readCase } from '../store/case.ts';

/** When a case is looked at: now, or an instant by one of the two clocks (what was out by then, what was known by then). */
export interface Instant {
  readonly asOf: string | null;
  readonly clock: 'out' | 'known';
}

/** A dossier with the number of the last event that went into it. */
export interface Kept {
  readonly dossier: Dossier;
  readonly title: string;
  readonly head: number;
  /** When it was weighed, in milliseconds: what waits for a day may have come since. */
  readonly made: number;
}

/** The dossiers of one case that are at hand. */
export interface Dossiers {
  readonly folder: string;
  /**
   * Weighs what the journal holds up to an event; from then on that is what `at` gives for now. Unless it is to be fresh,
   * what was weighed of the same events before, and kept, will do.
   */
  readonly weigh: (head: number, fresh: boolean, progress: Progress) => Promise<Kept>;
  readonly at: (when: Instant, progress: Progress) => Promise<Kept>;
  /** What was known at an instant, to be compared with what is: evidence that is dated later counts as known. */
  readonly before: (when: Instant, progress: Progress) => Promise<Kept>;
}

/** A slider goes back and forth between few places. */
const MOST_KEPT = 6;
const ALL = Number.POSITIVE_INFINITY;

export const NOW: Instant = { asOf: null, clock: 'out' };

export function openDossiers(folder: string): Dossiers {
  let now: Promise<Kept> | null = null;
  const past = new Map<string, Promise<Kept>>();
  const linesTo = async (head: number): Promise<readonly Line[]> =>
    (await readCase(folder)).journal.lines.filter((one) => one.head.seq <= head);
  const made = async ({ asOf, clock }: Instant, lines: readonly Line[], progress: Progress): Promise<Kept> => {
    const history = historyOf(lines, clock === 'known' ? asOf : null);
    if (!history) throw new HearsayError('damaged', `${folder}: the first event can't be read; restore it from a copy`);
    const { dossier } = await weighedCase(folder, history, asOf, progress);
    return { dossier, title: history.case.data.title, head: lines.length - 1, made: Date.now() };
  };
  const madeNow = async (head: number, fresh: boolean, progress: Progress): Promise<Kept> => {
    const [lines, memo] = await Promise.all([linesTo(head), memoOfCase(folder)]);
    // The last line names all before it.
    const key = lines.at(-1)?.name ?? null;
    const compute = (): Promise<Kept> => made(NOW, lines, progress);
    return fresh ? memo.renewLast('workbench', key, compute) : memo.recallLast('workbench', key, compute);
  };
  const keptAt = (key: string, make: () => Promise<Kept>): Promise<Kept> => {
    const known = past.get(key);
    if (known) return known;
    const fresh = make();
    fresh.catch(() => past.delete(key));
    past.set(key, fresh);
    for (const old of past.keys()) if (past.size > MOST_KEPT) past.delete(old);
    return fresh;
  };
  const dossiers: Dossiers = {
    folder,
    weigh(head, fresh, progress) {
      // What was known does not change with what comes; what was out may have been found since.
      for (const key of past.keys()) if (key.endsWith(' out')) past.delete(key);
      const next = madeNow(head, fresh, progress);
      now = next;
      next.catch(() => {
        if (now === next) now = null;
      });
      return next;
    },
    at(when, progress) {
      if (when.asOf === null) return now ?? dossiers.weigh(ALL, false, progress);
      return keptAt(`${when.asOf} ${when.clock}`, async () => made(when, await linesTo(ALL), progress));
    },
    before(when, progress) {
      if (when.asOf === null || when.clock === 'out') return dossiers.at(when, progress);
      return keptAt(`${when.asOf} before`, async () => {
        const kept = await dossiers.at(when, progress);
        const latest = latestInstant(kept.dossier.items);
        if (latest === null || compareInstants(latest, kept.dossier.asOf) <= 0) return kept;
        const lines = (await linesTo(ALL)).filter(({ head }) => compareInstants(head.at, when.asOf ?? '') <= 0);
        return made({ asOf: latest, clock: 'out' }, lines, progress);
      });
    },
  };
  return dossiers;
}
