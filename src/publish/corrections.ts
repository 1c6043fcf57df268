import { type Change, changesBetween } from './changes.ts';
import type { Dossier } from './dossier.ts';
import type { Edition } from './edition.ts';

/** What one edition changed in the one before it. */
export interface Revision {
  readonly edition: number;
  /** When it was published: an instant. */
  readonly published: string;
  readonly changes: readonly Change[];
  readonly before: Dossier;
  readonly after: Dossier;
}

/** A claim that an earlier edition held and this one does not. */
export interface GoneClaim {
  readonly id: string;
  /** As it was worded last, with the stand-ins of today. */
  readonly statement: string;
  /** The edition that no longer held it, and when it was published. */
  readonly edition: number;
  readonly published: string;
  /** The claim that its statements are part of now. */
  readonly into: string | null;
}

/** Edition by edition what moved, the latest first. The first edition changed nothing. */
export function revisionsOf({ earlier, number, published, dossier }: Edition): readonly Revision[] {
  const all = [...earlier, { number, published, dossier }];
  return all
    .flatMap((one, at): readonly Revision[] => {
      const before = all[at - 1];
      if (!before) return [];
      const changes = changesBetween(before.dossier, one.dossier);
      return [{ edition: one.number, published: one.published, changes, before: before.dossier, after: one.dossier }];
    })
    .reverse();
}

/** Every claim that was published once and is not now: its address goes on telling what became of it. */
export function goneClaims(edition: Edition): readonly GoneClaim[] {
  const { dossier, earlier, number, published } = edition;
  const here = new Set(dossier.claims.map(({ id }) => id));
  const editions = [...earlier, { number, published, dossier }];
  const gone = new Map<string, GoneClaim>();
  for (const [at, one] of editions.entries())
    for (const { id, statement, statements } of one.dossier.claims) {
      const next = editions[at + 1];
      if (here.has(id) || !next) continue;
      const into = dossier.claims.find((claim) => claim.statements.some((other) => statements.includes(other)));
      gone.set(id, { id, statement, edition: next.number, published: next.published, into: into?.id ?? null });
    }
  return [...gone.values()];
}

/** What a reader of an earlier edition must know of: standings that moved, claims that went, words that changed. */
export const isCorrection = ({ kind }: Change): boolean =>
  kind !== 'claim-new' && kind !== 'support' && kind !== 'name';
