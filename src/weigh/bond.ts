import type { Alike, Bonds } from './cluster.ts';
import { CONFIRMS } from './likeness.ts';
import type { Node } from './node.ts';
import type { Ties } from './ties.ts';

/** How many nodes a statement of several parts is compared with, to know which part was meant. */
const COMPARED = 8;

/** Ties between statements as bonds between the nodes that hold them. */
export function bondsOf(nodes: readonly Node[], ties: Ties, alike: Alike): Bonds {
  const places = new Map<string, number[]>();
  const sides = nodes.map(({ entries }, at) => {
    for (const id of new Set(entries.map(({ part }) => part.statement.id)))
      places.set(id, [...(places.get(id) ?? []), at]);
    return [...new Set(entries.flatMap(({ part }) => ties.sides(part.statement.id)))];
  });
  return {
    together: [
      ...ties.together.flatMap(({ at, statements }) =>
        chained(statements, places, alike).map(([a, b]) => [a, b, at] as const),
      ),
      ...aboutOne(nodes),
    ],
    sides: (node) => sides[node] ?? [],
    confirms: (node) => nodes[node]?.bar === CONFIRMS,
  };
}

/** Each statement of a merge tied to the first: by its only node, or by the part that is most like the others. */
function chained(
  ids: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  alike: Alike,
): readonly (readonly [number, number])[] {
  const all = ids.map((id) => places.get(id) ?? []).filter((nodes) => nodes.length > 0);
  const sure = all.flatMap((nodes) => (nodes.length === 1 ? nodes : []));
  const model = (sure.length ? sure : all.flat()).slice(0, COMPARED);
  const nearest = (nodes: readonly number[]) =>
    nodes
      .map((node) => ({ node, value: Math.max(...model.map((other) => (other === node ? 0 : alike(node, other)))) }))
      .reduce((a, b) => (b.value > a.value ? b : a)).node;
  const meant = all.map((nodes) => (nodes.length === 1 ? (nodes[0] ?? 0) : nearest(nodes)));
  const [first] = meant;
  return first === undefined ? [] : meant.slice(1).flatMap((node) => (node === first ? [] : [[first, node] as const]));
}

/** What asks of one kind of artefact whether it is what it seems to be is one matter, however it is put; a split holds against it. */
function aboutOne(nodes: readonly Node[]): readonly (readonly [number, number, number])[] {
  const first = new Map<string, number>();
  return nodes.flatMap(({ gists }, at) => {
    const about = gists[0]?.about;
    if (!about) return [];
    const other = first.get(about);
    if (other === undefined) first.set(about, at);
    return other === undefined ? [] : [[other, at, 0] as const];
  });
}
