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
  const alike = bareLikeness(weight);
  for (const [a, b] of pairs) {
    const [one, other] = [nodes[a], nodes[b]];
    const [x, y] = [home.get(a), home.get(b)];
    if (one && other && x !== undefined && y !== undefined && x !== y) apart(one, other, alike, differ, best);
  }
  return [...best.values()];
}

/** Notes in what two nodes part, where no two wordings more alike part in the same amounts. What is dear to ask is asked last. */
function apart(one: Node, other: Node, bare: Alike, differ: Differ, best: Map<string, Found>): void {
  for (const x of counted(one)) {
    for (const y of counted(other)) {
      const [a, b] = [x.gist, y.gist];
      const slip = slipBetween(a.quantities, b.quantities) !== null;
      if (!slip && !quantitiesConflict(a.quantities, b.quantities)) continue;
      const alike = bare(a, b);
      if (alike < (slip ? SLIPPED : 1)) continue;
      const values = valuesApart(a.quantities, b.quantities);
      if (alike <= (best.get(values)?.alike ?? 0) || differ(a, b)) continue;
      best.set(values, { a: x.part, b: y.part, values, alike });
    }
  }
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

/** The first amounts in which two wordings part; large ones by their first digit, as one is told in many roundings. */
function valuesApart(a: readonly Quantity[], b: readonly Quantity[]): string {
  for (const x of a) {
    for (const y of b) {
      if (!quantitiesConflict([x], [y])) continue;
      const [one, other] = [roughly(x), roughly(y)];
      return one < other ? `${one} against ${other}` : `${other} against ${one}`;
    }
  }
  return [...a, ...b].map(roughly).sort().join(' against ');
}

function roughly(quantity: Quantity): string {
  const before = rough.get(quantity);
  if (before !== undefined) return before;
  const { value, unit } = quantity;
  const made = `${Number(value.toPrecision(value < LARGE ? 3 : 1))} ${unit}`;
  rough.set(quantity, made);
  return made;
}

/** An amount is one of many pairs. */
const rough = new WeakMap<Quantity, string>();

/** How alike two gists are but for their amounts. */
type Alike = (a: Gist, b: Gist) => number;

/** Wordings that differ in nothing but their amounts are compared with others once for all of them. */
function bareLikeness(weight: Weight): Alike {
  const kinds = new Map<string, number>();
  const bare = new Map<Gist, { readonly gist: Gist; readonly kind: number }>();
  const values = new Map<number, number>();
  const bareOf = (gist: Gist) => {
    const before = bare.get(gist);
    if (before) return before;
    const tokens = new Set([...gist.tokens].filter((token) => !token.startsWith('n:')));
    const mark = [tokens, gist.names, gist.aside].map((words) => [...words].join(' ')).join('|');
    const name = `${mark}|${gist.planned}|${/\p{Script=Han}/u.test(gist.key)}`;
    const kind = kinds.get(name) ?? kinds.size;
    kinds.set(name, kind);
    const made = { gist: { ...gist, tokens }, kind };
    bare.set(gist, made);
    return made;
  };
  return (a, b) => {
    const [x, y] = [bareOf(a), bareOf(b)];
    const pair = x.kind * MOST_KINDS + y.kind;
    const before = values.get(pair);
    if (before !== undefined) return before;
    const value = likeness(x.gist, y.gist, weight, SAME);
    values.set(pair, value);
    return value;
  };
}

/** More kinds of wordings than a case has statements. */
const MOST_KINDS = 2 ** 26;
