import { compareInstants, epoch } from '../base/time.ts';
import type { Item } from '../capture/item.ts';
import type { Copy } from '../trace/lineage.ts';

/** A line between two items of one telling, drawn from the first to the second. */
export interface Step {
  readonly from: string;
  readonly to: string;
  /** The judged pair; null between two saved versions of one page. */
  readonly copy: Copy | null;
  /** Whether it is known which came first. */
  readonly directed: boolean;
}

/** One item of a telling in its drawing. */
export interface Node {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
  /** The line that leads to it; null for the first of a telling. */
  readonly step: Step | null;
}

/** A day's beginning along the top. */
export interface Tick {
  readonly x: number;
  readonly day: string;
}

export interface Layout {
  readonly nodes: readonly Node[];
  /** Lines that are not part of the tree: second sources, and pairs that nothing else joins. */
  readonly extra: readonly Step[];
  readonly ticks: readonly Tick[];
}

export const ROW = 27;
const TOP = 40;
const LEFT = 16;
/** A copy stands right of what it was made from, also in the same minute. */
const INDENT = 20;
const WIDEST = 430;
const HOUR = 3_600_000;
const BETWEEN_TICKS = 58;

/**
 * Places the items of a telling: a tree read downwards, each copy below what it was made from, and left to right in time
 * (in order, with long silences shortened). No line crosses a name, as names stand right of every line above them.
 */
export function layoutOf(
  items: readonly Item[],
  copies: readonly Copy[],
  versions: readonly (readonly string[])[],
): Layout {
  const inTime = [...items].sort((a, b) => compareInstants(a.published, b.published) || (a.file < b.file ? -1 : 1));
  const place = new Map(inTime.map((item, at) => [item.id, at]));
  const steps = [...versionSteps(versions, place), ...copySteps(copies, place)];
  const tree = treeOf(steps);
  const used = new Set(tree.values());
  const across = columns(inTime);
  const nodes: Node[] = [];
  const below = new Map<string, Item[]>();
  for (const item of inTime) {
    const from = tree.get(item.id)?.from ?? '';
    below.set(from, [...(below.get(from) ?? []), item]);
  }
  // A stack, not recursion: a chain of a thousand copies is a chain all the same.
  const stack = [...(below.get('') ?? [])].reverse().map((item) => ({ item, least: LEFT }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const x = Math.max(top.least, LEFT + (across.get(top.item.published) ?? 0));
    nodes.push({ item: top.item, x, y: TOP + ROW * nodes.length, step: tree.get(top.item.id) ?? null });
    for (const item of [...(below.get(top.item.id) ?? [])].reverse()) stack.push({ item, least: x + INDENT });
  }
  return { nodes, extra: steps.filter((step) => !used.has(step)), ticks: ticksOf(nodes) };
}

function versionSteps(versions: readonly (readonly string[])[], place: ReadonlyMap<string, number>): readonly Step[] {
  return versions.flatMap((group) => {
    const here = group.filter((id) => place.has(id));
    return here.slice(1).map((to, at) => ({ from: here[at] ?? to, to, copy: null, directed: true }));
  });
}

/** The judged steps, the surest first: known direction, credited, most of the text. */
function copySteps(copies: readonly Copy[], place: ReadonlyMap<string, number>): readonly Step[] {
  return copies
    .filter((copy) => copy.direct && place.has(copy.left) && place.has(copy.right))
    .map((copy): Step => {
      const directed = copy.direction === 'left-first' || copy.direction === 'right-first';
      const turned = directed
        ? copy.direction === 'right-first'
        : (place.get(copy.right) ?? 0) < (place.get(copy.left) ?? 0);
      const [from, to] = turned ? [copy.right, copy.left] : [copy.left, copy.right];
      return { from, to, copy, directed };
    })
    .sort((a, b) => sureness(b) - sureness(a));
}

const sureness = ({ directed, copy }: Step): number =>
  (directed ? 10 : 0) + (copy?.credited ? 5 : 0) + Math.min(copy?.coverage.left ?? 0, copy?.coverage.right ?? 0);

/** One line into each item, where one leads there and none goes round in a circle. */
function treeOf(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const tree = new Map<string, Step>();
  for (const step of steps) {
    if (tree.has(step.to)) continue;
    let up: string | undefined = step.from;
    while (up !== undefined && up !== step.to) up = tree.get(up)?.from;
    if (up === undefined) tree.set(step.to, step);
  }
  return tree;
}

/** How far right each instant stands: in order, a long silence wider than a short one, all within a page. */
function columns(items: readonly Item[]): ReadonlyMap<string | null, number> {
  const instants = [...new Set(items.map((item) => item.published))].filter((one) => epoch(one) !== null);
  const found = new Map<string | null, number>();
  let x = 0;
  instants.forEach((instant, at) => {
    const gap = (epoch(instant) ?? 0) - (epoch(instants[at - 1]) ?? epoch(instant) ?? 0);
    if (at > 0) x += 8 + 12 * Math.log2(1 + gap / HOUR);
    found.set(instant, x);
  });
  const shrink = Math.min(1, WIDEST / Math.max(1, x));
  return new Map([...found].map(([instant, at]) => [instant, Math.round(at * shrink)]));
}

/** The days, each where its first item stands, as many as have room. */
function ticksOf(nodes: readonly Node[]): readonly Tick[] {
  const days = new Map<string, number>();
  for (const { item, x } of nodes) {
    if (epoch(item.published) === null) continue;
    const day = item.published?.slice(0, 10) ?? '';
    days.set(day, Math.min(x, days.get(day) ?? x));
  }
  const ticks: Tick[] = [];
  for (const [day, x] of [...days].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)))
    if (x - (ticks.at(-1)?.x ?? Number.NEGATIVE_INFINITY) >= BETWEEN_TICKS) ticks.push({ x, day });
  return ticks;
}
