import { covers } from '../base/span.ts';
import { compareInstants } from '../base/time.ts';
import type { Placed } from '../weigh/ledger.ts';

/** One wording, where it stands first, and everywhere else that carries the same words. */
export interface Wording {
  readonly first: Placed;
  readonly also: readonly Placed[];
}

/** The different wordings among some statements, the most carried first; what differs only in case, marks or space is one. */
export function wordings(statements: readonly Placed[]): readonly Wording[] {
  const groups = new Map<string, Placed[]>();
  const inTime = [...innermost(statements)].sort((a, b) => compareInstants(a.at, b.at));
  for (const one of inTime) {
    const key = squeezed(one.quote);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) => (first ? [{ first, also: elsewhere(first, others) }] : []))
    .sort((a, b) => b.also.length - a.also.length);
}

/** Where one span stands within another of the same item, the inner one says it more exactly; its sentence is shown with it. */
function innermost(statements: readonly Placed[]): readonly Placed[] {
  const byItem = new Map<string, Placed[]>();
  for (const one of statements) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one]);
  const size = ({ start, end }: Placed): number => end - start;
  const within = (outer: Placed) => (inner: Placed) => size(inner) < size(outer) && covers(outer, inner);
  return statements.filter((one) => !byItem.get(one.item)?.some(within(one)));
}

/** The letters and digits of some words, whatever their case, width and marks. */
export const squeezed = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

function elsewhere(first: Placed, others: readonly Placed[]): readonly Placed[] {
  const seen = new Set([first.item]);
  return others.filter(({ item }) => !seen.has(item) && seen.add(item));
}
