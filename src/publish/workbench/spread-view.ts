import { compareInstants, epoch } from '../../base/time.ts';
import type { Item } from '../../capture/item.ts';
import type { Label } from '../../weigh/ledger.ts';
import type { Dossier } from '../dossier.ts';
import { itemRows } from './item-row.ts';
import type { Spread, SpreadNode } from './shapes.ts';
import { passagesOf } from './spread-passages.ts';

/** Who copied whom over time, and on whose pages: the items of a case in the order of time, and the steps between them. */
export function spreadOf(dossier: Dossier): Spread {
  const nodes = nodesOf(dossier);
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const { edges, more } = edgesOf(dossier, places);
  return {
    nodes,
    edges,
    more,
    passages: passagesOf(dossier, places),
    rings: dossier.rings,
    citations: dossier.citations.flatMap(({ from, to, quote }) => {
      const ends = { from: places.get(from), to: places.get(to) };
      return ends.from === undefined || ends.to === undefined ? [] : [{ from: ends.from, to: ends.to, quote }];
    }),
    lanes: lanesOf(nodes),
    curve: curveOf(nodes),
    first: firstOf(nodes),
  };
}

/** The lane of what has neither a publisher nor an address. */
export const UNKNOWN_LANE = 'unknown';

function nodesOf(dossier: Dossier): readonly SpreadNode[] {
  const rows = itemRows(dossier);
  const labels = labelsOf(dossier);
  const tellings = new Map(
    dossier.tellings.flatMap((ids, telling) => (ids.length > 1 ? ids.map((id) => [id, telling] as const) : [])),
  );
  const nodes = dossier.items.flatMap((item): readonly SpreadNode[] => {
    const row = rows.get(item.id);
    if (!row) return [];
    const own = { at: outAt(item), lane: laneOf(item), telling: tellings.get(item.id) ?? null };
    return [{ ...row, ...own, labels: [...(labels.get(item.id) ?? [])] }];
  });
  return nodes.sort(
    (a, b) =>
      (a.at ?? Infinity) - (b.at ?? Infinity) ||
      compareInstants(a.published, b.published) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0),
  );
}

/** When it was out, where that is known at least to the day: what came in March stands nowhere on an axis of hours. */
const outAt = ({ published }: Item): number | null =>
  published && /^\d{4}-\d{2}-\d{2}/u.test(published) ? epoch(published) : null;

/** What was out first for certain: of what only the day is known, it is certain at the end of it. */
function firstOf(nodes: readonly SpreadNode[]): number | null {
  let first: number | null = null;
  let earliest = Infinity;
  for (const [place, { at, published }] of nodes.entries()) {
    if (at === null) continue;
    const certain = at + (published?.includes('T') ? 0 : DAY);
    if (certain < earliest) [first, earliest] = [place, certain];
  }
  return first;
}

const DAY = 86_400_000;

/** Publisher, else the platform that the address names. */
function laneOf({ publisher, url }: Item): string {
  if (publisher?.trim()) return publisher.trim();
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/iu.exec(url ?? '')?.[1];
  return host?.toLowerCase() ?? UNKNOWN_LANE;
}

function labelsOf({ statements, claims }: Dossier): ReadonlyMap<string, ReadonlySet<Label>> {
  const labels = new Map(claims.map(({ id, standing }) => [id, standing.label]));
  const of = new Map<string, Set<Label>>();
  for (const { item, claim } of statements) {
    const label = claim === null ? undefined : labels.get(claim);
    if (label) of.set(item, (of.get(item) ?? new Set<Label>()).add(label));
  }
  return of;
}

/** A drawing of more lines than this says nothing; steps judged direct are kept whatever their number. */
const MOST_INDIRECT = 4000;

type Edge = Spread['edges'][number];

function edgesOf(dossier: Dossier, places: ReadonlyMap<string, number>): Pick<Spread, 'edges' | 'more'> {
  const found: { readonly edge: Edge; readonly weight: number }[] = [];
  const add = (left: string, right: string, weight: number, facts: Omit<Edge, 'from' | 'to'>): void => {
    const from = places.get(left);
    const to = places.get(right);
    if (from === undefined || to === undefined || from === to) return;
    // Where nobody knows who was first, a line is drawn in the order of time, and says that it means nothing.
    const turned = !facts.sure && from > to;
    found.push({ edge: { from: turned ? to : from, to: turned ? from : to, ...facts }, weight });
  };
  for (const { left, right, direction, direct, kind, credited, coverage } of dossier.copies) {
    const turned = direction === 'right-first';
    const sure = turned || direction === 'left-first';
    const facts = { sure, direct, kind, credited, common: direction === 'common-source' };
    add(turned ? right : left, turned ? left : right, coverage.left + coverage.right, facts);
  }
  for (const { left, right, direction } of dossier.images) {
    const turned = direction?.earlier === 'right';
    const facts = {
      sure: direction !== undefined,
      direct: true,
      kind: 'picture',
      credited: false,
      common: false,
    } as const;
    add(turned ? right : left, turned ? left : right, 1, facts);
  }
  const direct = found.filter(({ edge }) => edge.direct);
  const rest = found.filter(({ edge }) => !edge.direct).sort((a, b) => b.weight - a.weight);
  const edges = [...direct, ...rest.slice(0, MOST_INDIRECT)].map(({ edge }) => edge);
  return { edges, more: Math.max(0, rest.length - MOST_INDIRECT) };
}

function lanesOf(nodes: readonly SpreadNode[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { lane } of nodes) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  // Nodes stand in the order of time: of equally full lanes the one that began first stays first.
  return [...counts.entries()]
    .sort(([a, many], [b, few]) => Number(a === UNKNOWN_LANE) - Number(b === UNKNOWN_LANE) || few - many)
    .map(([lane]) => lane);
}

/** One step for each lane and instant at which something came out. */
function curveOf(nodes: readonly SpreadNode[]): Spread['curve'] {
  const totals = new Map<string, number>();
  const steps = new Map<string, Spread['curve'][number]>();
  for (const { at, lane } of nodes) {
    if (at === null) continue;
    const total = (totals.get(lane) ?? 0) + 1;
    totals.set(lane, total);
    steps.set(`${at} ${lane}`, { at, lane, total });
  }
  return [...steps.values()];
}
