import { weighedCase } from '../desk/case-dossier.ts';
import type { Progress } from '../desk/progress.ts';
import type { Dossier } from '../hearsay.ts';
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
  /** Weighs what the journal holds now; from then on that is what `at` gives for now. */
  readonly weigh: (progress: Progress) => Promise<Kept>;
  readonly at: (when: Instant, progress: Progress) => Promise<Kept>;
}

/** A slider goes back and forth between few places. */
const MOST_KEPT = 6;

export const NOW: Instant = { asOf: null, clock: 'out' };

export function openDossiers(folder: string): Dossiers {
  let now: Promise<Kept> | null = null;
  const past = new Map<string, Promise<Kept>>();
  const made = async ({ asOf, clock }: Instant, progress: Progress): Promise<Kept> => {
    const { root, history } = await readCase(folder, clock === 'known' ? asOf : null);
    const { dossier } = await weighedCase(root, history, asOf, progress);
    return { dossier, title: history.case.data.title, head: history.names.length - 1 };
  };
  return {
    folder,
    weigh(progress) {
      past.clear();
      const fresh = made(NOW, progress);
      now = fresh;
      fresh.catch(() => {
        if (now === fresh) now = null;
      });
      return fresh;
    },
    at(when, progress) {
      if (when.asOf === null) return now ?? this.weigh(progress);
      const key = `${when.asOf} ${when.clock}`;
      const known = past.get(key);
      if (known) return known;
      const fresh = made(when, progress);
      fresh.catch(() => past.delete(key));
      past.set(key, fresh);
      for (const old of past.keys()) if (past.size > MOST_KEPT) past.delete(old);
      return fresh;
    },
  };
}
