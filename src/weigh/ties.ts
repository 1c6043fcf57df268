import type { Decision } from './decision.ts';

/** What people said of statements that do, or don't, say the same. */
export interface Ties {
  /** Statements that a person put together, the latest decision first; only a split after `at` keeps them apart. */
  readonly together: readonly Together[];
  /** The sides of past splits that a statement is on, by when they were made: `n` for what went out of a claim, `-n` for what stayed in it. */
  readonly sides: (statement: string) => readonly number[];
  /** What tells apart the statements that were split off, so that not even one wording joins them again: '' for most. */
  readonly mark: (statement: string) => string;
}

export interface Together {
  readonly at: number;
  readonly statements: readonly string[];
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
  for (const { seq, out, from } of standing) {
    for (const id of out) sides.set(id, [...(sides.get(id) ?? []), seq + 1]);
    for (const id of from) sides.set(id, [...(sides.get(id) ?? []), -(seq + 1)]);
  }
  return {
    together: merges.flatMap((merge) =>
      parted(merge, standing).map((statements) => ({ at: merge.seq + 1, statements })),
    ),
    sides: (id) => sides.get(id) ?? [],
    mark: (id) => (sides.get(id) ?? []).filter((side) => side > 0).join(' '),
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

/** Whether two lists of sides stand against each other in any split made after an instant, by its place among the decisions. */
export const opposed = (one: Iterable<number>, others: ReadonlySet<number>, after = 0): boolean => {
  for (const side of one) if (Math.abs(side) > after && others.has(-side)) return true;
  return false;
};
