import type { Decision } from './decision.ts';
import type { Group } from './group.ts';
import type { Noted, PlacedCommitment } from './ledger.ts';
import type { Story } from './story.ts';

/** For each claim the decisions that made it what it is: those that joined, parted or corrected statements of it. */
export function citedIn(
  groups: readonly Group[],
  decisions: readonly Decision[],
): (group: Group) => readonly Decision[] {
  if (decisions.length === 0) return () => [];
  const held = new Map(groups.map((group) => [group, new Set(group.parts.map((part) => part.statement.id))]));
  const counts = (ids: readonly string[]) =>
    groups.map((group) => ({ group, n: ids.filter((id) => held.get(group)?.has(id)).length }));
  const found = new Map<Group, Decision[]>();
  const cite = (group: Group, one: Decision) => found.set(group, [...(found.get(group) ?? []), one]);
  for (const one of decisions) {
    if (one.kind === 'merge') {
      // A statement of several parts may stand in other claims too, which nobody merged.
      const most = counts(one.statements).reduce((a, b) => (b.n > a.n ? b : a), { group: groups[0], n: 1 });
      if (most.group && most.n > 1) cite(most.group, one);
    }
    const named =
      one.kind === 'split' ? [...one.statements, ...one.from] : one.kind === 'correct' ? [one.statement] : [];
    for (const { group, n } of named.length ? counts(named) : []) if (n > 0) cite(group, one);
  }
  return (group) => found.get(group) ?? [];
}

/** The claim that a statement is named for: the one whose wording it is, else the first that holds it. */
export function claimWith<T extends Pick<Group, 'wording' | 'parts'>>(
  statement: string,
  groups: readonly T[],
): T | undefined {
  const holding = groups.filter(({ parts }) => parts.some((part) => part.statement.id === statement));
  const worded = ({ wording, parts }: T) =>
    parts.some((one) => one.statement.id === statement && one.words === wording);
  return holding.find(worded) ?? holding[0];
}

/** Every decision as the dossier tells of it, with what it names that is not there. */
export function notedIn(
  decisions: readonly Decision[],
  story: Pick<Story, 'statements'>,
  commitments: readonly PlacedCommitment[],
): readonly Noted[] {
  if (decisions.length === 0) return [];
  const noted = decisions.flatMap((one) => (one.kind === 'promise' ? [one.seq] : []));
  const told = new Set(commitments.map(({ decision }) => decision));
  // What became of a promise may have been noted under the id of another copy that tells of it.
  const met = decisions.flatMap((one) => ('promise' in one && told.has(one.seq) ? [one.promise] : []));
  const promises = new Set<string | number | undefined>([...noted, ...commitments.map(({ id }) => id), ...met]);
  const statements = new Set(story.statements.map(({ id }) => id));
  const asks = new Set(decisions.flatMap((one) => (one.kind === 'ask' ? [one.seq] : [])));
  const dropped = new Set(decisions.flatMap((one) => (one.kind === 'correct' && one.drop ? [one.statement] : [])));
  const unknown = (ids: readonly string[]) => ids.filter((id) => !statements.has(id) && !dropped.has(id));
  return decisions.map((one) => {
    const { seq, at, by, kind, why } = one;
    return { seq, at, by, kind, why, missing: missingOf(one, unknown, asks, promises) };
  });
}

function missingOf(
  one: Decision,
  unknown: (ids: readonly string[]) => readonly string[],
  asks: ReadonlySet<number>,
  promises: ReadonlySet<string | number | undefined>,
): readonly string[] {
  switch (one.kind) {
    case 'merge':
      return unknown(one.statements);
    case 'split':
      return unknown([...one.statements, ...one.from]);
    case 'correct':
    case 'retract':
      return unknown([one.statement]);
    case 'waive':
      return unknown([one.claim]);
    case 'ask':
    case 'tick':
      return one.claim === null ? [] : unknown([one.claim]);
    case 'reply':
      return one.to === null || asks.has(one.to) ? [] : [String(one.to)];
    case 'kept':
    case 'broken':
    case 'withdrawn':
      return promises.has(one.promise) ? [] : [String(one.promise)];
    default:
      return [];
  }
}
