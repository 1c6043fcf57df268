import type { Part } from './clause.ts';
import type { Entry } from './entry.ts';
import type { Gist } from './gist.ts';
import { likeness, SAME, type Weight } from './likeness.ts';
import type { Differ } from './near.ts';
import type { Node } from './node.ts';
import { type Quantity, quantitiesConflict } from './quantity.ts';
import { slipBetween } from './slip.ts';

/** Two parts about one matter with amounts that exclude each other. */
export interface Rift {
  readonly a: Part;
  readonly b: Part;
}

/** Two wordings with the amounts in which they part, and how alike they are but for them. */
interface Found extends Rift {
  readonly values: string;
  readonly alike: number;
}

/** What is claimed of one matter with amounts that exclude each other: for each two amounts the two wordings that are most alike. */
export function riftsIn(
  clusters: readonly number[][],
  nodes: readonly Node[],
  pairs: readonly (readonly [number, number])[],
  weight: Weight,
  differ: Differ = () => false,
): readonly Rift[] {
  const home = new Map(clusters.flatMap((members, n) => members.map((at) => [at, n] as const)));
  const best = new Map<string, Found>();
  for (const [a, b] of pairs) {
    const [one, other] = [nodes[a], nodes[b]];
    const [x, y] = [home.get(a), home.get(b)];
    if (!one || !other || x === undefined || y === undefined || x === y) continue;
    for (const found of apart(one, other, weight, differ)) {
      const before = best.get(found.values);
      if (!before || found.alike > before.alike) best.set(found.values, found);
    }
  }
  return [...best.values()];
}

function apart(one: Node, other: Node, weight: Weight, differ: Differ): readonly Found[] {
  const [mine, yours] = [counted(one), counted(other)];
  if (mine.length === 0 || yours.length === 0) return [];
  return mine.flatMap((x) =>
    yours.flatMap((y) => {
      const [a, b] = [x.gist, y.gist];
      const slip = slipBetween(a.quantities, b.quantities) !== null;
      if (!slip && !quantitiesConflict(a.quantities, b.quantities)) return [];
      const alike = likeness(withoutAmounts(a), withoutAmounts(b), weight, SAME);
      if (alike < (slip ? SLIPPED : 1) || differ(a, b)) return [];
      return [{ a: x.part, b: y.part, values: valuesApart(a.quantities, b.quantities), alike }];
    }),
  );
}

/** What of a node names amounts; who denies one names none himself. */
function counted(node: Node): readonly Entry[] {
  const before = known.get(node);
  if (before) return before;
  const made = node.entries
    .slice(0, MOST)
    .filter(({ part, gist }) => gist.quantities.length > 0 && part.kind !== 'deny');
  known.set(node, made);
  return made;
}

/** A node is one of many pairs. */
const known = new WeakMap<Node, readonly Entry[]>();

/** How many wordings of a node are compared. */
const MOST = 3;
/** How alike the rest must be where one sum is the other with its point in another place. */
const SLIPPED = 0.35;

const LARGE = 1000;

/** The amounts in which two wordings part; large ones by their first digit, as one is told in many roundings. */
function valuesApart(a: readonly Quantity[], b: readonly Quantity[]): string {
  const pairs = a.flatMap((x) => b.filter((y) => quantitiesConflict([x], [y])).map((y) => [x, y]));
  return (pairs[0] ?? [...a, ...b])
    .map(({ value, unit }) => `${Number(value.toPrecision(value < LARGE ? 3 : 1))} ${unit}`)
    .sort()
    .join(' against ');
}

function withoutAmounts(gist: Gist): Gist {
  const before = bare.get(gist);
  if (before) return before;
  const made = { ...gist, tokens: new Set([...gist.tokens].filter((token) => !token.startsWith('n:'))) };
  bare.set(gist, made);
  return made;
}

const bare = new WeakMap<Gist, Gist>();
