import { opposed } from './ties.ts';

/** How alike two nodes are: 1 and more is the same, below 0 never the same. */
export type Alike = (a: number, b: number) => number;

/** What people said of nodes: pairs that are one whatever their words, and sides of past splits (`n` against `-n`). */
export interface Bonds {
  /** Nodes that confirm: they fall together only with clusters most of which say what they say, not with one that some go-between leads to. */
  readonly confirms?: (node: number) => boolean;
  /** The third number says after which place among the decisions a split still holds against the pair. */
  readonly together: readonly (readonly [number, number, number])[];
  readonly sides: (node: number) => readonly number[];
}

const FREE: Bonds = { together: [], sides: () => [] };

/** How many members of each side are compared before two clusters fall together. */
const SAMPLE = 5;
/** How alike the members of two clusters must be on average. */
const COHESION = 0.4;
/** How alike each member of the smaller must be to its nearest in the larger, on average. */
const NEAREST = 1;

/**
 * Clusters of nodes 0…n-1: pairs are taken from the most alike down, and two clusters fall together where their
 * members are alike on average and none excludes another (average linkage over a sample; Sokal & Michener 1958).
 * The order of nodes changes nothing but ties.
 */
export function cluster(
  n: number,
  pairs: readonly (readonly [number, number])[],
  alike: Alike,
  bonds: Bonds = FREE,
): readonly number[][] {
  const home = Array.from({ length: n }, (_, node) => [node]);
  const sides = new Map<readonly number[], Set<number>>(
    home.flatMap((members, node) => (bonds.sides(node).length ? [[members, new Set(bonds.sides(node))]] : [])),
  );
  const held = (one: readonly number[], other: readonly number[], after = 0) =>
    sides.size > 0 && opposed(sides.get(one) ?? [], sides.get(other) ?? new Set(), after);
  const join = (one: number[], other: readonly number[]) => {
    for (const node of other) {
      one.push(node);
      home[node] = one;
    }
    if (sides.has(other)) sides.set(one, new Set([...(sides.get(one) ?? []), ...(sides.get(other) ?? [])]));
  };
  for (const [a, b, after] of bonds.together) {
    const [one, other] = [home[a], home[b]];
    if (one && other && one !== other && !held(one, other, after)) join(one, other);
  }
  const confirmed = (one: readonly number[], other: readonly number[]) =>
    one
      .filter((node) => bonds.confirms?.(node))
      .slice(0, SAMPLE)
      .every((node) => {
        const compared = other.slice(0, SAMPLE);
        return 2 * compared.filter((at) => alike(node, at) >= 1).length >= compared.length;
      });
  const ranked = pairs
    .map(([a, b]) => ({ a, b, value: alike(a, b) }))
    .filter((pair) => pair.value >= 1)
    .sort((x, y) => y.value - x.value || x.a - y.a || x.b - y.b);
  for (const { a, b } of ranked) {
    const [one, other] = [home[a], home[b]];
    if (!one || !other || one === other || held(one, other) || !cohere(one, other, alike)) continue;
    if (!confirmed(one, other) || !confirmed(other, one)) continue;
    join(one, other);
  }
  return [...new Set(home)].map((members) => [...members].sort((a, b) => a - b));
}

function cohere(one: readonly number[], other: readonly number[], alike: Alike): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const sample = few.slice(0, SAMPLE).map((a) => many.slice(0, SAMPLE).map((b) => alike(a, b)));
  if (sample.some((values) => values.some((value) => value < 0))) return false;
  const all = sample.flat();
  const nearest = sample.map((values) => Math.max(...values));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + Math.min(value, 1.5), 0) / values.length;
  return mean(nearest) >= NEAREST && mean(all) >= COHESION;
}
