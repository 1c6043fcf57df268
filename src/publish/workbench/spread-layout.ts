import type { Spread } from './shapes.ts';
import { type Axis, axisOf } from './spread-axis.ts';
import { UNKNOWN_LANE } from './spread-view.ts';

/** A band of the drawing. */
export interface Band {
  /** Publisher or platform; null for the band that small ones share. */
  readonly lane: string | null;
  /** How many lanes share it. */
  readonly lanes: number;
  readonly count: number;
  readonly top: number;
  readonly height: number;
}

/** From the middle of one node to that of the other: start, two handles, end (a cubic Bézier). */
export type Path = readonly [number, number, number, number, number, number, number, number];

/** A spread with a place for everything. */
export interface Laid {
  readonly width: number;
  readonly height: number;
  /** Where each node stands, in the order of `spread.nodes`. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** How far right of it nothing else stands in its row: room for words. */
  readonly room: readonly number[];
  readonly bands: readonly Band[];
  /** In the order of `spread.edges`. */
  readonly paths: readonly Path[];
  readonly axis: Axis;
  /** Where the column of what has no time begins; null where everything has one. */
  readonly unknown: number | null;
  /** What a node has around it: nothing else stands within. */
  readonly cell: Cell;
}

interface Cell {
  readonly width: number;
  readonly height: number;
}

/** How the drawing is wanted. */
export interface LayoutAsk {
  readonly width: number;
  /** With room for words beside each node. */
  readonly worded: boolean;
  /** How many bands at most; the rest share one. */
  readonly bands?: number;
}

/** Time runs to the right, each lane has a band, and within it no two nodes meet. Takes n log n. */
export function layoutSpread(spread: Pick<Spread, 'nodes' | 'edges' | 'lanes'>, ask: LayoutAsk): Laid {
  const { nodes, edges, lanes } = spread;
  const cell = ask.worded ? WORDED : BARE;
  const hasUnknown = nodes.some(({ at }) => at === null);
  const across = ask.worded ? 1 : 6;
  // Right of the last instant: room for its words, and a column for what has none.
  const words = Math.max(GAP, cell.width - GAP);
  const column = hasUnknown ? words + GAP + across * cell.width : ask.worded ? words : 0;
  const axis = axisOf(
    nodes.flatMap(({ at }) => at ?? []),
    Math.max(ask.width - column, 160),
  );
  const unknown = hasUnknown ? axis.width + words : null;
  const band = bandsOf(lanes, ask.bands ?? 18);
  const members: number[][] = band.lanes.map(() => []);
  for (const [place, { lane }] of nodes.entries()) members[band.of.get(lane) ?? 0]?.push(place);

  const x = nodes.map(({ at }) => (at === null ? 0 : axis.place(at)));
  const y = nodes.map(() => 0);
  const edge = axis.width + words;
  const room = nodes.map(({ at }, place) => (at === null ? cell.width : edge - (x[place] ?? 0)));
  const bands: Band[] = [];
  let top = 0;
  for (const [at, own] of members.entries()) {
    const rows = new Map<number, number>();
    const known = own.filter((place) => nodes[place]?.at !== null);
    let count = packed(known, x, cell.width, rows, room);
    for (const [nth, place] of own.filter((place) => nodes[place]?.at === null).entries()) {
      x[place] = (unknown ?? 0) + GAP / 2 + (nth % across) * cell.width;
      rows.set(place, Math.floor(nth / across));
      count = Math.max(count, Math.floor(nth / across) + 1);
    }
    for (const [place, row] of rows) y[place] = top + PAD + (row + 0.5) * cell.height;
    const height = count * cell.height + 2 * PAD;
    bands.push({ ...(band.lanes[at] ?? { lane: null, lanes: 0 }), count: own.length, top, height });
    top += height;
  }
  const spot = (place: number): readonly [number, number] => [x[place] ?? 0, y[place] ?? 0];
  return {
    ...{ width: axis.width + column, height: top },
    ...{ x, y, room, bands, axis, unknown, cell },
    paths: edges.map(({ from, to }) => pathOf(spot(from), spot(to), cell)),
  };
}

/** Room for one node: with words beside it, and without. */
const WORDED: Cell = { width: 176, height: 24 };
const BARE: Cell = { width: 15, height: 15 };
const PAD = 7;
const GAP = 24;

interface Shared {
  readonly lanes: readonly { readonly lane: string | null; readonly lanes: number }[];
  readonly of: ReadonlyMap<string, number>;
}

/** Which lane stands in which band: the fullest in one of their own, the rest in one together, the unknown last. */
function bandsOf(lanes: readonly string[], most: number): Shared {
  const named = lanes.filter((lane) => lane !== UNKNOWN_LANE);
  const last = lanes.length > named.length ? [{ lane: UNKNOWN_LANE, lanes: 1 }] : [];
  const own = named.length + last.length <= most ? named : named.slice(0, Math.max(1, most - 1 - last.length));
  const rest = named.length - own.length;
  const all = [...own.map((lane) => ({ lane, lanes: 1 })), ...(rest > 0 ? [{ lane: null, lanes: rest }] : []), ...last];
  const of = new Map(named.map((lane, at) => [lane, Math.min(at, own.length)]));
  if (last.length > 0) of.set(UNKNOWN_LANE, all.length - 1);
  return { lanes: all, of };
}

/**
 * Gives each node the lowest row that is free at its place, and says how many rows there are. All are equally wide: they
 * leave in the order in which they came, so that a queue tells which rows are free again.
 */
function packed(
  places: readonly number[],
  x: readonly number[],
  width: number,
  rows: Map<number, number>,
  room: number[],
): number {
  const order = [...places].sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0));
  const free: number[] = [];
  const last: number[] = [];
  let count = 0;
  let gone = 0;
  for (const place of order) {
    const from = x[place] ?? 0;
    for (; (x[order[gone] ?? place] ?? 0) + width <= from; gone++) put(free, rows.get(order[gone] ?? -1) ?? 0);
    const row = take(free) ?? count++;
    const before = last[row];
    if (before !== undefined) room[before] = from - (x[before] ?? 0);
    last[row] = place;
    rows.set(place, row);
  }
  return Math.max(1, count);
}

/** A heap of numbers with the least on top (Williams 1964). */
function put(heap: number[], value: number): void {
  let at = heap.push(value) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] ?? value;
    if (parent <= value) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = value;
}

function take(heap: number[]): number | undefined {
  const least = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return least;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const next = (heap[left + 1] ?? Infinity) < (heap[left] ?? Infinity) ? left + 1 : left;
    const below = heap[next];
    if (below === undefined || below >= last) break;
    heap[at] = below;
    at = next;
  }
  heap[at] = last;
  return least;
}

/** A line that leaves to the right and comes in from the left; between neighbours in time it goes round on the left. */
function pathOf([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], cell: Cell): Path {
  const across = bx - ax;
  if (Math.abs(across) < BARE.width * 1.5) {
    const bow = Math.min(44, 16 + Math.abs(by - ay) / 4);
    return [ax, ay, ax - bow, ay, bx - bow, by, bx, by];
  }
  const pull = across > 0 ? Math.max(24, across / 2) : Math.max(60, -across / 3);
  // Along a row it rises over the nodes between.
  const rise = Math.abs(by - ay) < cell.height / 2 && across > 0 ? Math.min(20, 6 + across / 40) : 0;
  return [ax, ay, ax + pull, ay - rise, bx - pull, by - rise, bx, by];
}
