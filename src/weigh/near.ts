import { conflict, type Gist } from './gist.ts';
import type { Placed } from './ledger.ts';
import { type Bar, CONFIRMS, DENIES, likeness, SAME, type Weight } from './likeness.ts';
import type { Node } from './node.ts';

const POSTED_TOKENS = 10;
const LONGEST_LIST = 200;
/** How many earlier ones a node is compared with; in a large case fewer, so that all pairs stay below some hundred thousand. */
const MOST_CANDIDATES = 40;
const LEAST_CANDIDATES = 12;
const MOST_PAIRS = 100_000;

/** Whether two gists name others, so that they can't say the same. */
export type Differ = (a: Gist, b: Gist) => boolean;

/** For each node the earlier ones that share most of its rarest words with it: never all pairs. */
export function candidates(nodes: readonly Node[], weight: Weight): readonly (readonly [number, number])[] {
  const postings = new Map<string, number[]>();
  const shared = new Float64Array(nodes.length);
  const limit = Math.min(MOST_CANDIDATES, Math.max(LEAST_CANDIDATES, Math.floor(MOST_PAIRS / nodes.length)));
  return nodes.flatMap(({ gists }, at) => {
    const ranked = [...new Set(gists.flatMap((gist) => [...gist.tokens]))]
      .map((token) => ({ token, tells: weight(token) }))
      .sort((a, b) => b.tells - a.tells || (a.token < b.token ? -1 : 1));
    // What is comparable across scripts is posted however common it is.
    const tokens = ranked.filter(({ token }, nth) => nth < POSTED_TOKENS * gists.length || token[1] === ':');
    const touched: number[] = [];
    for (const { token, tells } of tokens) {
      const list = postings.get(token) ?? [];
      for (const other of list) {
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] ?? 0) + tells;
      }
      if (list.length === 0) postings.set(token, [at]);
      else if (list.length < LONGEST_LIST) list.push(at);
    }
    const nearest = most(touched, shared, limit);
    for (const other of touched) shared[other] = 0;
    return nearest.map((other) => [other, at] as const);
  });
}

/** Those that share most, the earlier first among equals. Only what can be among them is put in order. */
function most(touched: readonly number[], shared: Float64Array, limit: number): readonly number[] {
  const ahead = (a: number, b: number) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b;
  let best: number[] = [];
  let least = 0;
  for (const one of touched) {
    if ((shared[one] ?? 0) < least) continue;
    best.push(one);
    if (best.length < 4 * limit) continue;
    best = best.sort(ahead).slice(0, limit);
    least = shared[best.at(-1) ?? 0] ?? 0;
  }
  return best.sort(ahead).slice(0, limit);
}

/** The nearest wordings of two nodes; below 0 where they name other amounts or days. */
export function compare(
  nodes: readonly Node[],
  weight: Weight,
  differ: Differ = () => false,
): (a: number, b: number) => number {
  const known = nodes.map(() => new Map<number, number>());
  return (a, b) => {
    const there = known[Math.min(a, b)];
    const before = there?.get(Math.max(a, b));
    if (before !== undefined) return before;
    const [one, other] = [nodes[a], nodes[b]];
    const value = one && other ? nearest(one, other, weight, differ) : 0;
    there?.set(Math.max(a, b), value);
    return value;
  };
}

/** Two parts of one statement say two things. */
function neighbours(one: Node, other: Node): boolean {
  const [few, many] = one.entries.length < other.entries.length ? [one, other] : [other, one];
  const there = statementsOf(many);
  return few.entries.some((entry) => there.has(entry.part.statement));
}

/** What somebody denies he does not say in the same breath. */
const unsaid = (one: Node, other: Node): boolean =>
  one.denies !== other.denies && [...one.sayers].some((sayer) => other.sayers.has(sayer));

const said = new WeakMap<Node, ReadonlySet<Placed>>();

function statementsOf(node: Node): ReadonlySet<Placed> {
  const before = said.get(node);
  if (before) return before;
  const made = new Set(node.entries.map((entry) => entry.part.statement));
  said.set(node, made);
  return made;
}

function nearest(one: Node, other: Node, weight: Weight, differ: Differ): number {
  const bar = barBetween(one, other);
  if (neighbours(one, other) || unsaid(one, other)) return -1;
  let best = 0;
  for (const a of one.gists) {
    for (const b of other.gists) {
      if (conflict(a, b) && !a.about) return -1;
      if ((a.about ?? null) !== (b.about ?? null)) return -1;
      const value = likeness(a, b, weight, bar);
      if (value > best && !differ(a, b)) best = value;
    }
  }
  return best;
}

/** A body that says one thing twice confirms no neighbour by it. */
function barBetween(one: Node, other: Node): Bar {
  const bars = [one.bar, other.bar];
  if (bars.includes(DENIES)) return DENIES;
  if (!bars.includes(CONFIRMS)) return SAME;
  return one.bar === other.bar && [...one.bodies].some((body) => other.bodies.has(body)) ? SAME : CONFIRMS;
}
