import { amountsConflict, type Gist } from './gist.ts';
import type { Placed } from './ledger.ts';
import { likeness, SAME, type Weight } from './likeness.ts';
import type { Differ } from './near.ts';
import type { Node } from './node.ts';

/** Two statements about the same thing with amounts that exclude each other. */
export interface Rift {
  readonly a: Placed;
  readonly b: Placed;
}

/** Claims about one matter whose amounts exclude each other. */
export function riftsIn(
  clusters: readonly number[][],
  nodes: readonly Node[],
  pairs: readonly (readonly [number, number])[],
  weight: Weight,
  differ: Differ = () => false,
): readonly Rift[] {
  const home = new Map(clusters.flatMap((members, n) => members.map((at) => [at, n] as const)));
  const found = new Map<number, Rift>();
  for (const [a, b] of pairs) {
    const [one, other] = [nodes[a], nodes[b]];
    const [x, y] = [home.get(a), home.get(b)];
    if (!one || !other || x === undefined || y === undefined || x === y) continue;
    const key = x * clusters.length + y;
    if (found.has(key)) continue;
    if (!apart(one, other, weight, differ)) continue;
    const [left, right] = [one.entries[0]?.part.statement, other.entries[0]?.part.statement];
    if (left && right) found.set(key, { a: left, b: right });
  }
  return [...found.values()];
}

const apart = (one: Node, other: Node, weight: Weight, differ: Differ): boolean =>
  one.gists.some((a) =>
    other.gists.some(
      (b) =>
        amountsConflict(a, b) && !differ(a, b) && likeness(withoutAmounts(a), withoutAmounts(b), weight, SAME) >= 1,
    ),
  );

const withoutAmounts = (gist: Gist): Gist => ({
  ...gist,
  tokens: new Set([...gist.tokens].filter((token) => !token.startsWith('n:'))),
});
