import { covers } from '../base/span.ts';
import type { Placed } from './ledger.ts';

/** Share of a statement that another's must make up for it to be passed on in it. */
const MOST_OF_A_CARRIER = 0.35;
const MOST_OF_A_STATEMENT = 0.5;

/** For each statement, somebody else's that makes up most of it: "he said that a colleague had told him …". */
export function passedOn(statements: readonly Placed[]): ReadonlyMap<string, Placed> {
  const byItem = new Map<string, Placed[]>();
  for (const one of statements) if (!one.carrier) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one]);
  const found = new Map<string, Placed>();
  for (const one of statements) {
    const least = (one.carrier ? MOST_OF_A_CARRIER : MOST_OF_A_STATEMENT) * one.quote.length;
    const [longest] = (byItem.get(one.item) ?? [])
      .filter((other) => other !== one && other.quote.length < one.quote.length && covers(one, other))
      .sort((a, b) => b.quote.length - a.quote.length);
    if (longest && longest.quote.length >= least && longest.source.name !== one.source.name) found.set(one.id, longest);
  }
  return found;
}

/** For each statement that a person passes on, the statement in which he does: hearsay, whoever he had it from. */
export function toldOn(statements: readonly Placed[], inner: ReadonlyMap<string, Placed>): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const one of statements) {
    const said = inner.get(one.id);
    if (said && !one.carrier && PEOPLE.has(one.source.kind) && PEOPLE.has(said.source.kind)) found.set(said.id, one);
  }
  return found;
}

const PEOPLE: ReadonlySet<string> = new Set(['named-person', 'unnamed-person', 'unnamed-official', 'party']);
