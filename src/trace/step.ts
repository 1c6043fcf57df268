import type { Judged } from './copy.ts';
import { Union } from './group.ts';
import type { Copy } from './lineage.ts';
import { sameTitle, type Title } from './title.ts';

/** What the choice of a parent may rest on beside the pair itself. */
export interface Rank {
  /** Place in time among all items, 0 the earliest. */
  readonly place: ReadonlyMap<string, number>;
  /** Saved states of one page bear one number. */
  readonly page: ReadonlyMap<string, number>;
  readonly titles: ReadonlyMap<string, Title>;
}

/** Parents whose copies cover nearly the same are told apart by other signs than length. */
const NEARLY = { whole: 0.08, part: 0.08, reworded: 0.3, translation: 0.3 } as const;

/**
 * Marks the immediate steps: of all sources that a text could be made from, the one it credits, else the one that covers it
 * best, else the earliest. The other pairs are copies through a third text.
 */
export function steps(judged: readonly Judged[], rank: Rank): readonly Copy[] {
  const direct = new Set<Judged>();
  const settled = settle(judged);
  for (const [child, pairs] of sourcesOf(settled)) for (const pair of parents(child, pairs, rank)) direct.add(pair);
  joinUndirected(settled, direct);
  return settled.map((pair) => ({ ...pair, direct: direct.has(pair) }));
}

/**
 * Sets right what clocks alone can't tell: a text that has its words from a source was not made from that source's
 * translation. It may be what was translated, unless it came later: then both are from the source.
 */
function settle(judged: readonly Judged[]): readonly Judged[] {
  const sources = new Map<string, Set<string>>();
  const translations = new Set<string>();
  for (const pair of judged) {
    if (!isDirected(pair)) continue;
    if (pair.kind === 'translation') translations.add(`${parentOf(pair)} ${childOf(pair)}`);
    else if (pair.kind !== 'reworded' && coverOf(pair) >= 0.8) {
      sources.set(childOf(pair), (sources.get(childOf(pair)) ?? new Set()).add(parentOf(pair)));
    }
  }
  const twin = (copy: string, other: string): boolean =>
    [...(sources.get(copy) ?? [])].some((source) => translations.has(`${source} ${other}`));
  return judged.map((pair) => {
    if (pair.kind !== 'translation' || pair.credited || pair.direction === 'common-source') return pair;
    const says = twin(pair.left, pair.right) ? 'left-first' : twin(pair.right, pair.left) ? 'right-first' : null;
    if (says === null || says === pair.direction) return pair;
    const direction = pair.direction === 'unknown' ? says : 'common-source';
    const because = 'one has, word for word, what the other translates';
    const { confidence: _, ...rest } = pair;
    return { ...rest, direction, basis: [...pair.basis, { kind: 'edit', says: direction, because }] };
  });
}

const isDirected = (pair: Judged): boolean => pair.direction === 'left-first' || pair.direction === 'right-first';
const childOf = (pair: Judged): string => (pair.direction === 'left-first' ? pair.right : pair.left);
const parentOf = (pair: Judged): string => (pair.direction === 'left-first' ? pair.left : pair.right);
const coverOf = (pair: Judged): number => (pair.direction === 'left-first' ? pair.coverage.right : pair.coverage.left);

function sourcesOf(judged: readonly Judged[]): ReadonlyMap<string, Judged[]> {
  const found = new Map<string, Judged[]>();
  for (const pair of judged) {
    if (!isDirected(pair)) continue;
    const list = found.get(childOf(pair));
    if (list) list.push(pair);
    else found.set(childOf(pair), [pair]);
  }
  return found;
}

/** One parent, unless another explains a part of the text that the first does not share. */
function parents(child: string, pairs: readonly Judged[], rank: Rank): readonly Judged[] {
  const best = Math.max(...pairs.map(coverOf));
  const credited = pairs.filter((pair) => pair.credited && coverOf(pair) >= best * 0.5);
  const pool = (
    credited.length > 0 ? credited : pairs.filter((pair) => coverOf(pair) >= best - NEARLY[pair.kind])
  ).toSorted((a, b) => titled(child, a, b, rank) || earlier(a, b, rank));
  const first = pool[0];
  if (first === undefined) return [];
  const chosen = [first];
  for (const pair of pairs.toSorted((a, b) => coverOf(b) - coverOf(a) || earlier(a, b, rank))) {
    if (rank.page.get(parentOf(pair)) === rank.page.get(parentOf(first))) continue;
    if (explainsMore(child, pair, chosen)) chosen.push(pair);
  }
  return chosen;
}

/** Where several sources would do alike, one with the same headline comes first. */
function titled(child: string, a: Judged, b: Judged, { titles }: Rank): number {
  const same = (pair: Judged): number => Number(sameTitle(titles.get(parentOf(pair)), titles.get(child)));
  return same(b) - same(a);
}

function earlier(a: Judged, b: Judged, rank: Rank): number {
  return (rank.place.get(parentOf(a)) ?? 0) - (rank.place.get(parentOf(b)) ?? 0);
}

/** Whether a quarter of the child's length is shared with this parent and with none chosen before. */
function explainsMore(child: string, pair: Judged, chosen: readonly Judged[]): boolean {
  const spans = (one: Judged): { start: number; end: number }[] =>
    one.passages.map((passage) => (one.left === child ? passage.left : passage.right));
  const before = chosen.flatMap(spans);
  let extra = 0;
  let all = 0;
  for (const span of spans(pair)) {
    const length = span.end - span.start;
    const known = before.reduce(
      (sum, b) => sum + Math.max(0, Math.min(b.end, span.end) - Math.max(b.start, span.start)),
      0,
    );
    all += length;
    extra += Math.max(0, length - known);
  }
  return all > 0 && extra / all >= 0.6 && coverOf(pair) * (extra / all) >= 0.25;
}

/** A pair without direction is a step where nothing else joins its sides: then it is all that is known. */
function joinUndirected(judged: readonly Judged[], direct: Set<Judged>): void {
  const union = new Union();
  for (const pair of direct) union.join(pair.left, pair.right);
  const open = judged.filter((pair) => pair.direction === 'unknown');
  const most = (pair: Judged): number => Math.max(pair.coverage.left, pair.coverage.right);
  for (const pair of open.toSorted((a, b) => most(b) - most(a) || compare(a, b))) {
    if (union.join(pair.left, pair.right)) direct.add(pair);
  }
}

const compare = (a: Judged, b: Judged): number => (`${a.left} ${a.right}` < `${b.left} ${b.right}` ? -1 : 1);
