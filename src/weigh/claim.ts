import { nameOf } from '../base/digest.ts';
import { compareInstants } from '../base/time.ts';
import { pointedAt } from './anaphor.ts';
import { type Part, partsOf } from './clause.ts';
import { cluster } from './cluster.ts';
import { founds, speaksToClaims } from './founding.ts';
import { amountsConflict, conflict, type Gist, gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';
import { type Bar, CONFIRMS, DENIES, likeness, rarity, SAME, type Weight } from './likeness.ts';
import { ownVoice } from './rank.ts';
import { type Scene, takesBack } from './scene.ts';
import { Union } from './union.ts';

/** Statements that say the same, before they are weighed. */
export interface Group {
  readonly id: string;
  readonly wording: string;
  readonly parts: readonly Part[];
  readonly for: readonly Placed[];
  readonly against: readonly Placed[];
}

/** Two statements about the same thing with amounts that exclude each other. */
export interface Rift {
  readonly a: Placed;
  readonly b: Placed;
}

interface Entry {
  readonly part: Part;
  readonly gist: Gist;
}

/** Entries that are one beyond doubt: one wording, or one statement that copies carry on. */
interface Node {
  readonly entries: Entry[];
  readonly gists: Gist[];
  readonly bar: Bar;
  readonly founds: boolean;
  readonly denies: boolean;
}

const POSTED_TOKENS = 10;
const LONGEST_LIST = 200;
const MOST_CANDIDATES = 40;
const MOST_GISTS = 4;
/** How alike what makes no claim must be to the claim that it joins. */
const JOINS = 1.2;
/** How alike a denial must be to a claim beside the one that it belongs to. */
const REACHES = 1.1;

/** Groups statements into claims, by way of rare words (never all pairs): first what makes a claim, then what joins one. */
export function groupClaims(scene: Scene): { readonly groups: readonly Group[]; readonly rifts: readonly Rift[] } {
  const entries = entriesOf(scene);
  const takings = entries.filter(({ part }) => takesBack(part.statement, scene));
  const nodes = nodesOf(
    entries.filter((one) => (!takings.includes(one) && one.gist.tokens.size >= 2) || one.gist.acts.size > 0),
    scene,
  );
  const weight = rarity(entries.map((entry) => entry.gist));
  const alike = compare(nodes, weight);
  const pairs = candidates(nodes, weight);
  const founders = pairs.filter(([a, b]) => nodes[a]?.founds && nodes[b]?.founds);
  const clusters = cluster(nodes.length, founders, alike).filter((members) => members.some((at) => nodes[at]?.founds));
  joinOthers(clusters, nodes, pairs, alike);
  const drafts = clusters.map((members) => members.flatMap((at) => nodes[at]?.entries ?? []));
  for (const { denial, claim } of furtherDenials(clusters, nodes, pairs, alike))
    drafts[claim]?.push(...(nodes[denial]?.entries ?? []));
  for (const taking of takings) takenBackIn(taking, drafts, scene)?.push(taking);
  return {
    groups: drafts.map((draft) => groupOf(inOrder(draft), scene)).sort(byStart),
    rifts: riftsIn(clusters, nodes, pairs, weight),
  };
}

/** Each part of each statement; a carrier that passes on what somebody said stands for that, in its own voice. */
function entriesOf(scene: Scene): readonly Entry[] {
  const speaking = scene.story.statements.filter((one) => speaksToClaims(one, scene));
  const pointing = pointedAt(speaking);
  return speaking
    .flatMap((one) => {
      const denied = pointing.get(one.id);
      if (denied)
        return [{ part: { statement: one, words: denied.quote, kind: one.class }, gist: gistOf(denied.quote) }];
      const said = one.carrier ? scene.passesOn(one) : null;
      if (said && speaksToClaims(said, scene))
        return [{ part: { statement: one, words: said.quote, kind: one.class }, gist: gistOf(said.quote) }];
      return partsOf(one).map((part) => ({ part, gist: gistOf(part.words) }));
    })
    .filter(({ gist }) => !gist.acts.has(UNKNOWN));
}

/** "She could not tell" states nothing of what she was asked. */
const UNKNOWN = 'a:unknown';

function nodesOf(entries: readonly Entry[], scene: Scene): readonly Node[] {
  const union = new Union();
  const known = new Map<string, string>();
  const parts = new Map<string, number>();
  const seen = new Map<string, number>();
  const name = (at: number) => String(at).padStart(8, '0');
  for (const { part } of entries) parts.set(part.statement.id, (parts.get(part.statement.id) ?? 0) + 1);
  entries.forEach(({ part: { statement }, gist }, at) => {
    const nth = seen.get(statement.id) ?? 0;
    seen.set(statement.id, nth + 1);
    const echo = `echo ${scene.echo(statement.id)} ${nth} of ${parts.get(statement.id)}`;
    const places = [`wording ${gist.key}`, echo];
    for (const place of places) {
      const other = known.get(place);
      if (other === undefined) known.set(place, name(at));
      else union.join(other, name(at));
    }
  });
  const groups = new Map<string, Entry[]>();
  entries.forEach((entry, at) => {
    const root = union.find(name(at));
    groups.set(root, [...(groups.get(root) ?? []), entry]);
  });
  return [...groups.values()].map((group) => ({
    entries: group,
    gists: [...new Map(group.map((one) => [one.gist.key, one.gist])).values()].slice(0, MOST_GISTS),
    bar: barFor(group, scene),
    denies: group.every(({ part, gist }) => part.kind === 'deny' || gist.negative),
    founds: group.some(({ part, gist }) => founds(part.statement, part.words, gist, scene)),
  }));
}

function barFor(group: readonly Entry[], scene: Scene): Bar {
  const kinds = new Set(group.map(({ part }) => part.kind));
  const says = ({ statement }: Part) =>
    !statement.carrier || (ownVoice(statement, scene) && !scene.isDocument(statement.item));
  if (kinds.has('deny') || group.some(({ part, gist }) => gist.negative && says(part))) return DENIES;
  const strict = ({ part: { statement } }: Entry) =>
    scene.isDocument(statement.item) || (statement.carrier && ownVoice(statement, scene));
  return kinds.has('confirm') || kinds.has('investigate') || group.some(strict) ? CONFIRMS : SAME;
}

/** For each node the earlier ones that share most of its rarest words with it: never all pairs. */
function candidates(nodes: readonly Node[], weight: Weight): readonly (readonly [number, number])[] {
  const postings = new Map<string, number[]>();
  const shared = new Float64Array(nodes.length);
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
    const nearest = most(touched, shared);
    for (const other of touched) shared[other] = 0;
    return nearest.map((other) => [other, at] as const);
  });
}

/** Those that share most, the earlier first among equals. Only what can be among them is put in order. */
function most(touched: readonly number[], shared: Float64Array): readonly number[] {
  const ahead = (a: number, b: number) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b;
  let best: number[] = [];
  let least = 0;
  for (const one of touched) {
    if ((shared[one] ?? 0) < least) continue;
    best.push(one);
    if (best.length < 4 * MOST_CANDIDATES) continue;
    best = best.sort(ahead).slice(0, MOST_CANDIDATES);
    least = shared[best.at(-1) ?? 0] ?? 0;
  }
  return best.sort(ahead).slice(0, MOST_CANDIDATES);
}

/** The nearest wordings of two nodes; below 0 where they name other amounts or days. */
function compare(nodes: readonly Node[], weight: Weight): (a: number, b: number) => number {
  const known = nodes.map(() => new Map<number, number>());
  return (a, b) => {
    const there = known[Math.min(a, b)];
    const before = there?.get(Math.max(a, b));
    if (before !== undefined) return before;
    const [one, other] = [nodes[a], nodes[b]];
    const value = one && other ? nearest(one, other, weight) : 0;
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

const said = new WeakMap<Node, ReadonlySet<Placed>>();

function statementsOf(node: Node): ReadonlySet<Placed> {
  const before = said.get(node);
  if (before) return before;
  const made = new Set(node.entries.map((entry) => entry.part.statement));
  said.set(node, made);
  return made;
}

function nearest(one: Node, other: Node, weight: Weight): number {
  const bar = barBetween(one.bar, other.bar);
  if (neighbours(one, other)) return -1;
  let best = 0;
  for (const a of one.gists) {
    for (const b of other.gists) {
      if (conflict(a, b)) return -1;
      best = Math.max(best, likeness(a, b, weight, bar));
    }
  }
  return best;
}

const barBetween = (a: Bar, b: Bar): Bar =>
  a === DENIES || b === DENIES ? DENIES : a === CONFIRMS || b === CONFIRMS ? CONFIRMS : SAME;

/** What makes no claim of its own joins the claim that it is most like. */
function joinOthers(
  clusters: readonly number[][],
  nodes: readonly Node[],
  pairs: readonly (readonly [number, number])[],
  alike: (a: number, b: number) => number,
): void {
  const home = new Map(clusters.flatMap((members) => members.map((at) => [at, members] as const)));
  const best = new Map<number, { readonly to: number[]; readonly value: number }>();
  for (const pair of pairs) {
    const [own, other] = nodes[pair[0]]?.founds ? [pair[1], pair[0]] : pair;
    const to = home.get(other);
    if (nodes[own]?.founds || !to) continue;
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

/** "Got that wrong": taken back by the same voice in the same place, so it belongs to what that voice said last. */
function takenBackIn(entry: Entry, drafts: readonly Entry[][], scene: Scene): Entry[] | undefined {
  const one = entry.part.statement;
  const name = scene.speaker(one);
  if (name === '') return undefined;
  const earlier = ({ part: { statement } }: Entry) =>
    statement.item === one.item && scene.speaker(statement) === name && compareInstants(statement.at, one.at) < 0;
  const last = (draft: readonly Entry[]) => draft.filter(earlier).at(-1)?.part.statement.at ?? null;
  return drafts
    .filter((draft) => draft.some(earlier))
    .reduce<Entry[] | undefined>((a, b) => (!a || compareInstants(last(a), last(b)) < 0 ? b : a), undefined);
}

/** Claims about one matter whose amounts exclude each other. */
function riftsIn(
  clusters: readonly number[][],
  nodes: readonly Node[],
  pairs: readonly (readonly [number, number])[],
  weight: Weight,
): readonly Rift[] {
  const home = new Map(clusters.flatMap((members, n) => members.map((at) => [at, n] as const)));
  const found = new Map<number, Rift>();
  for (const [a, b] of pairs) {
    const [one, other] = [nodes[a], nodes[b]];
    const [x, y] = [home.get(a), home.get(b)];
    if (!one || !other || x === undefined || y === undefined || x === y) continue;
    const key = x * clusters.length + y;
    if (found.has(key)) continue;
    if (!apart(one, other, weight)) continue;
    const [left, right] = [one.entries[0]?.part.statement, other.entries[0]?.part.statement];
    if (left && right) found.set(key, { a: left, b: right });
  }
  return [...found.values()];
}

const apart = (one: Node, other: Node, weight: Weight): boolean =>
  one.gists.some((a) =>
    other.gists.some((b) => amountsConflict(a, b) && likeness(withoutAmounts(a), withoutAmounts(b), weight, SAME) >= 1),
  );

const withoutAmounts = (gist: Gist): Gist => ({
  ...gist,
  tokens: new Set([...gist.tokens].filter((token) => !token.startsWith('n:'))),
});

const inOrder = (draft: readonly Entry[]): readonly Entry[] =>
  [...draft].sort((a, b) => compareInstants(a.part.statement.at, b.part.statement.at));

const byStart = (a: Group, b: Group): number =>
  compareInstants(a.parts[0]?.statement.at ?? null, b.parts[0]?.statement.at ?? null) || (a.id < b.id ? -1 : 1);

/** Sides by polarity: a denial of P stands on P's other side. A claim that is only ever put in the negative is that negative. */
function groupOf(draft: readonly Entry[], scene: Scene): Group {
  const negative = ({ part, gist }: Entry) =>
    part.kind === 'deny' || (part.kind !== 'confirm' && gist.negative) || takesBack(part.statement, scene);
  const affirmed = draft.filter((one) => !negative(one));
  const denies = (one: Entry) => one.part.kind === 'deny' || takesBack(one.part.statement, scene);
  const refused = !affirmed.length && draft.some(denies);
  const forThem = affirmed.length || refused ? affirmed : draft;
  const against = draft.filter(
    (one) => refused || denies(one) || (!forThem.includes(one) && opposes(one, forThem, scene)),
  );
  const best = mostCentral(forThem.length ? forThem : draft);
  const unique = (list: readonly Entry[]) => [...new Set(list.map((one) => one.part.statement))];
  return {
    id: nameOf('claim', (forThem[0] ?? draft[0])?.gist.key ?? ''),
    wording: best?.part.words ?? '',
    parts: draft.map((one) => one.part),
    for: unique(forThem),
    against: unique(against),
  };
}

/** The wording that says most of what the others say, an attributed one before a carrier's; between equals the earliest. */
function mostCentral(entries: readonly Entry[]): Entry | undefined {
  const distinct = [...new Map(entries.map((one) => [one.gist.key, one])).values()].slice(0, MOST_COMPARED);
  const others = (one: Entry) => distinct.filter((other) => other !== one);
  const shared = (one: Entry) =>
    others(one).reduce(
      (sum, { gist }) => sum + [...gist.tokens].filter((token) => one.gist.tokens.has(token)).length,
      0,
    );
  const value = (one: Entry) =>
    shared(one) / Math.max(4, one.gist.tokens.size) + (one.part.statement.carrier ? 0 : 0.5);
  return distinct.reduce<Entry | undefined>((a, b) => (!a || value(b) > value(a) ? b : a), undefined);
}

const MOST_COMPARED = 16;

/** A negative is the other side only where another voice says no to the same act; a copy can't oppose what it was made from. */
function opposes({ part: { statement }, gist }: Entry, others: readonly Entry[], scene: Scene): boolean {
  const echo = (other: Placed) =>
    other.item !== statement.item && scene.telling(other.item) === scene.telling(statement.item);
  const own = (other: Placed) => other.source.name === statement.source.name || echo(other);
  if (others.some((one) => own(one.part.statement))) return false;
  const matter = (one: Entry) => [...one.gist.tokens].filter((token) => /^[an]:/u.test(token));
  return others.some((one) => matter(one).some((token) => gist.tokens.has(token)));
}
