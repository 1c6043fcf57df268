import type { Citation } from './lineage.ts';

/** Rings of items that cite one another: the strongly connected groups of two or more (Tarjan 1972, by two searches). */
export function rings(citations: readonly Citation[]): readonly (readonly string[])[] {
  const on = new Map<string, Set<string>>();
  const back = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, a: string, b: string): void => {
    map.set(a, (map.get(a) ?? new Set()).add(b));
  };
  for (const { from, to } of citations) {
    add(on, from, to);
    add(back, to, from);
  }
  const done = new Set<string>();
  const order: string[] = [];
  for (const id of [...on.keys()].sort()) visit(id, on, done, (one) => order.push(one));
  done.clear();
  const found: string[][] = [];
  for (const id of order.reverse()) {
    const ring: string[] = [];
    visit(id, back, done, (one) => ring.push(one));
    if (ring.length > 1) found.push(ring.sort());
  }
  return found.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

/** Depth first without recursion; `leave` is called as each id is left. */
function visit(
  start: string,
  edges: ReadonlyMap<string, ReadonlySet<string>>,
  done: Set<string>,
  leave: (id: string) => void,
): void {
  if (done.has(start)) return;
  done.add(start);
  const stack = [{ id: start, next: [...(edges.get(start) ?? [])].sort() }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const id = top.next.pop();
    if (id === undefined) {
      leave(top.id);
      stack.pop();
    } else if (!done.has(id)) {
      done.add(id);
      stack.push({ id, next: [...(edges.get(id) ?? [])].sort() });
    }
  }
}
