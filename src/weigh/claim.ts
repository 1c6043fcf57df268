import { compareInstants } from '../base/time.ts';
import { answeredIn } from './answered.ts';
import { bondsOf } from './bond.ts';
import { cluster } from './cluster.ts';
import { type Entry, entriesOf } from './entry.ts';
import { type Group, groupOf } from './group.ts';
import { rarity } from './likeness.ts';
import { candidates, compare } from './near.ts';
import { type Node, nodesOf } from './node.ts';
import { promisesFor } from './promised.ts';
import { type Rift, riftsIn } from './rift.ts';
import type { Scene } from './scene.ts';
import { takenBackIn, takesBack } from './taken-back.ts';
import { opposed, type Ties, UNTIED } from './ties.ts';

/** How alike what makes no claim must be to the claim that it joins. */
const JOINS = 1.2;
/** How alike a denial must be to a claim beside the one that it belongs to. */
const REACHES = 1.1;

/** Groups statements into claims, by way of rare words (never all pairs): first what makes a claim, then what joins one. */
export function groupClaims(
  scene: Scene,
  ties: Ties = UNTIED,
): { readonly groups: readonly Group[]; readonly rifts: readonly Rift[] } {
  const entries = entriesOf(scene);
  const takings = entries.filter(({ part }) => takesBack(part.statement, scene));
  const sayings = entries.filter(({ part }) => !takesBack(part.statement, scene));
  const nodes = nodesOf(
    sayings.filter(({ gist }) => gist.tokens.size >= 2 || gist.acts.size > 0),
    scene,
    ties,
  );
  const weight = rarity(entries.map((entry) => entry.gist));
  const alike = compare(nodes, weight, scene.differ);
  const pairs = candidates(nodes, weight);
  const founders = pairs.filter(([a, b]) => nodes[a]?.founds && nodes[b]?.founds);
  const bonds = bondsOf(nodes, ties, alike);
  const clusters = cluster(nodes.length, founders, alike, bonds).filter((members) =>
    members.some((at) => nodes[at]?.founds),
  );
  const parted = (node: number, members: readonly number[]) =>
    bonds.sides(node).length > 0 && opposed(bonds.sides(node), new Set(members.flatMap((at) => bonds.sides(at))));
  joinOthers(clusters, nodes, pairs, alike, parted);
  const drafts = clusters.map((members) => members.flatMap((at) => nodes[at]?.entries ?? []));
  for (const { denial, claim } of furtherDenials(clusters, nodes, pairs, alike))
    if (!parted(denial, clusters[claim] ?? [])) drafts[claim]?.push(...(nodes[denial]?.entries ?? []));
  for (const { from, to } of answeredIn(drafts, scene, weight)) {
    drafts[to]?.push(...(drafts[from] ?? []));
    drafts[from] = [];
  }
  for (const [promise, draft] of promisesFor(drafts, scene, ties)) draft.push(promise);
  for (const taking of takings) takenBackIn(taking, drafts, scene, ties)?.push(taking);
  return {
    groups: drafts
      .filter((draft) => draft.length > 0)
      .map((draft) => groupOf(inOrder(draft), scene, ties))
      .sort(byStart),
    rifts: riftsIn(clusters, nodes, pairs, weight, scene.differ),
  };
}

/** What makes no claim of its own joins the claim that it is most like. */
function joinOthers(
  clusters: readonly number[][],
  nodes: readonly Node[],
  pairs: readonly (readonly [number, number])[],
  alike: (a: number, b: number) => number,
  parted: (node: number, members: readonly number[]) => boolean,
): void {
  const home = new Map(clusters.flatMap((members) => members.map((at) => [at, members] as const)));
  const best = new Map<number, { readonly to: number[]; readonly value: number }>();
  for (const pair of pairs) {
    const [own, other] = nodes[pair[0]]?.founds ? [pair[1], pair[0]] : pair;
    const to = home.get(other);
    if (nodes[own]?.founds || !to || home.has(own) || parted(own, to)) continue;
    const value = alike(own, other);
    if (value < JOINS || value <= (best.get(own)?.value ?? 0)) continue;
    if (!to.some((at) => alike(own, at) < 0)) best.set(own, { to, value });
  }
  for (const [own, { to }] of best) to.push(own);
}

/** One denial may deny several claims about one act, however they are put: it stands against each that it is like enough. */
function furtherDenials(
  clusters: readonly number[][],
  nodes: readonly Node[],
  pairs: readonly (readonly [number, number])[],
  alike: (a: number, b: number) => number,
): readonly { readonly denial: number; readonly claim: number }[] {
  const home = new Map(clusters.flatMap((members, n) => members.map((at) => [at, n] as const)));
  const found = new Map<string, { readonly denial: number; readonly claim: number }>();
  for (const [a, b] of pairs) {
    for (const [denial, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const claim = home.get(other);
      if (claim === undefined || claim === home.get(denial) || nodes[other]?.denies || !nodes[denial]?.denies) continue;
      if (alike(a, b) < REACHES || !sameAct(nodes[a], nodes[b])) continue;
      found.set(`${denial} ${claim}`, { denial, claim });
    }
  }
  return [...found.values()];
}

const sameAct = (one: Node | undefined, other: Node | undefined): boolean =>
  (one?.gists ?? []).some((a) => (other?.gists ?? []).some((b) => [...a.acts].some((act) => b.acts.has(act))));

const inOrder = (draft: readonly Entry[]): readonly Entry[] =>
  [...draft].sort((a, b) => compareInstants(a.part.statement.at, b.part.statement.at));

const byStart = (a: Group, b: Group): number =>
  compareInstants(a.parts[0]?.statement.at ?? null, b.parts[0]?.statement.at ?? null) || (a.id < b.id ? -1 : 1);
