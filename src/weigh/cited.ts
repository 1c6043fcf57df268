import type { Decision } from './decision.ts';
import type { Group } from './group.ts';
import type { Noted, PlacedCommitment } from './ledger.ts';
import type { Story } from './story.ts';

/** The decisions that made a claim what it is: those that joined, parted or corrected statements of it. */
export function citedBy(group: Group, decisions: readonly Decision[]): readonly Decision[] {
  if (decisions.length === 0) return [];
  const here = new Set(group.parts.map((part) => part.statement.id));
  const some = (ids: readonly string[], least: number) => ids.filter((id) => here.has(id)).length >= least;
  return decisions.filter((one) => {
    if (one.kind === 'merge') return some(one.statements, 2);
    if (one.kind === 'split') return some(one.statements, 1) || some(one.from, 1);
    return one.kind === 'correct' && here.has(one.statement);
  });
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
