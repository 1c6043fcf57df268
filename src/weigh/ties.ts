import type { Decision } from './decision.ts';

/** What people said of statements that do, or don't, say the same. */
export interface Ties {
  /** Statements that a person put together, the latest decision first. */
  readonly together: readonly (readonly string[])[];
  /** The sides of past splits that a statement is on: `n` for what went out of a claim, `-n` for what stayed in it. */
  readonly sides: (statement: string) => readonly number[];
  /** What tells apart the statements that were split off, so that not even one wording joins them again: '' for most. */
  readonly mark: (statement: string) => string;
}

/** Nobody has merged or split anything. */
export const UNTIED: Ties = { together: [], sides: () => [], mark: () => '' };

interface Split {
  readonly seq: number;
  readonly out: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
}

interface Merge {
  readonly seq: number;
  readonly statements: readonly string[];
}

/** Merges and splits as they hold: of two that say different things of the same statements, the later one. */
export function tiesOf(decisions: readonly Decision[]): Ties {
  const merges = decisions.flatMap((one) => (one.kind === 'merge' ? [one] : [])).sort((a, b) => b.seq - a.seq);
  const splits = decisions
    .flatMap((one) => (one.kind === 'split' ? [one] : []))
    .map(({ seq, statements, from }) => ({ seq, out: new Set(statements), from: new Set(from) }))
    .sort((a, b) => a.seq - b.seq);
  if (merges.length + splits.length === 0) return UNTIED;
  const standing = splits.map((split) => merges.reduce(rejoined, split)).filter(({ out }) => out.size > 0);
  const sides = new Map<string, number[]>();
  standing.forEach(({ out, from }, at) => {
    for (const id of out) sides.set(id, [...(sides.get(id) ?? []), at + 1]);
    for (const id of from) sides.set(id, [...(sides.get(id) ?? []), -(at + 1)]);
  });
  const marks = (id: string) =>
    (sides.get(id) ?? []).flatMap((side) => (side > 0 ? (standing[side - 1]?.seq ?? []) : []));
  return {
    together: merges.flatMap((merge) => parted(merge, standing)),
    sides: (id) => sides.get(id) ?? [],
    mark: (id) => marks(id).join(' '),
  };
}

/** A later merge across a split brings back what it names. */
function rejoined(split: Split, merge: Merge): Split {
  if (merge.seq < split.seq || !merge.statements.some((id) => split.from.has(id))) return split;
  const back = new Set(merge.statements);
  return { ...split, out: new Set([...split.out].filter((id) => !back.has(id))) };
}

/** A later split across a merge parts it: what went out from what did not. */
function parted(merge: Merge, splits: readonly Split[]): readonly (readonly string[])[] {
  const later = splits.filter(
    ({ seq, out, from }) =>
      seq > merge.seq && merge.statements.some((id) => out.has(id)) && merge.statements.some((id) => from.has(id)),
  );
  const groups = new Map<string, string[]>();
  for (const id of [...new Set(merge.statements)].sort()) {
    const place = later.map(({ out }) => (out.has(id) ? 'out' : '-')).join(' ');
    groups.set(place, [...(groups.get(place) ?? []), id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Whether two lists of sides stand against each other in any split. */
export const opposed = (one: Iterable<number>, others: ReadonlySet<number>): boolean => {
  for (const side of one) if (others.has(-side)) return true;
  return false;
};
