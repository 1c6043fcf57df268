import { HearsayError } from '../base/error.ts';
import { weighedCase } from '../desk/case-dossier.ts';
import type { Progress } from '../desk/progress.ts';
import type { Dossier } from '../hearsay.ts';
import { historyOf } from '../record/history.ts';
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
}

/** The dossiers of one case that are at hand. */
export interface Dossiers {
  readonly folder: string;
  /** Weighs what the journal holds up to an event; from then on that is what `at` gives for now. */
  readonly weigh: (head: number, progress: Progress) => Promise<Kept>;
  readonly at: (when: Instant, progress: Progress) => Promise<Kept>;
}

/** A slider goes back and forth between few places. */
const MOST_KEPT = 6;
const ALL = Number.POSITIVE_INFINITY;

export const NOW: Instant = { asOf: null, clock: 'out' };

export function openDossiers(folder: string): Dossiers {
  let now: Promise<Kept> | null = null;
  const past = new Map<string, Promise<Kept>>();
  const made = async ({ asOf, clock }: Instant, head: number, progress: Progress): Promise<Kept> => {
    const { root, journal } = await readCase(folder);
    const lines = journal.lines.filter((one) => one.head.seq <= head);
    const history = historyOf(lines, clock === 'known' ? asOf : null);
    if (!history) throw new HearsayError('damaged', `${folder}: the first event can't be read; restore it from a copy`);
    const { dossier } = await weighedCase(root, history, asOf, progress);
    return { dossier, title: history.case.data.title, head: lines.length - 1 };
  };
  return {
    folder,
    weigh(head, progress) {
      past.clear();
      const fresh = made(NOW, head, progress);
      now = fresh;
      fresh.catch(() => {
        if (now === fresh) now = null;
      });
      return fresh;
    },
    at(when, progress) {
      if (when.asOf === null) return now ?? this.weigh(ALL, progress);
      const key = `${when.asOf} ${when.clock}`;
      const known = past.get(key);
      if (known) return known;
      const fresh = made(when, ALL, progress);
      fresh.catch(() => past.delete(key));
      past.set(key, fresh);
      for (const old of past.keys()) if (past.size > MOST_KEPT) past.delete(old);
      return fresh;
    },
  };
}
