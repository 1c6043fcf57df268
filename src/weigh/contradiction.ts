import type { Group, Rift } from './claim.ts';
import type { Contradiction, Placed } from './ledger.ts';

/** What can't stand side by side: a claim and its denial, and amounts that exclude each other. */
export function contradictionsIn(groups: readonly Group[], rifts: readonly Rift[]): readonly Contradiction[] {
  const sides = groups.flatMap((group) => {
    const [first] = group.for;
    const seen = new Set<string>();
    if (!first) return [];
    return group.against
      .filter((one) => one.id !== first.id && !seen.has(voice(one)) && !!seen.add(voice(one)))
      .map((one) => between(first, one, 'one says it, the other denies it'));
  });
  const amounts = rifts.map(({ a, b }) => between(a, b, 'the same matter with another amount'));
  return [...new Map([...sides, ...amounts].map((one) => [`${one.a.quote}\n${one.b.quote}`, one])).values()];
}

const voice = (one: Placed): string => one.source.name ?? one.quote;

const place = ({ item, start, end, quote }: Placed) => ({ item, start, end, quote });

const between = (a: Placed, b: Placed, why: string): Contradiction => ({ a: place(a), b: place(b), why });
