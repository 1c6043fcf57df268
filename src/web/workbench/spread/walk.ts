import type { Spread } from '../../../publish/workbench/shapes.ts';

type Edge = Spread['edges'][number];

/** The lines at each node. */
export interface Ties {
  readonly into: readonly (readonly Edge[])[];
  readonly out: readonly (readonly Edge[])[];
}

/** The lines of a spread by the nodes that they lead to and from, the plainest first. */
export function tiesOf({ nodes, edges }: Pick<Spread, 'nodes' | 'edges'>): Ties {
  const into: Edge[][] = nodes.map(() => []);
  const out: Edge[][] = nodes.map(() => []);
  for (const edge of [...edges].sort((a, b) => plainness(b) - plainness(a) || a.from - b.from || a.to - b.to)) {
    into[edge.to]?.push(edge);
    out[edge.from]?.push(edge);
  }
  return { into, out };
}

/** Where an arrow key leads: left to the source, right to the first copy, up and down in time, among what is shown. */
export function stepped(at: number, key: string, ties: Ties, isLit: (place: number) => boolean): number {
  if (key === 'ArrowLeft') return ties.into[at]?.find(({ from }) => isLit(from))?.from ?? at;
  if (key === 'ArrowRight') return ties.out[at]?.find(({ to }) => isLit(to))?.to ?? at;
  const by = key === 'ArrowUp' ? -1 : 1;
  const count = ties.into.length;
  for (let next = at + by; next >= 0 && next < count; next += by) if (isLit(next)) return next;
  return at;
}

const plainness = ({ sure, direct }: Edge): number => (sure ? 2 : 0) + (direct ? 1 : 0);
