/** Connected groups of ids; one that nothing joins is a group by itself. Ordered as the ids are. */
export function groups(
  ids: readonly string[],
  joins: Iterable<readonly [string, string]>,
): readonly (readonly string[])[] {
  const known = new Set(ids);
  const union = new Union();
  for (const [a, b] of joins) if (known.has(a) && known.has(b)) union.join(a, b);
  const found = new Map<string, string[]>();
  for (const id of ids) {
    const list = found.get(union.root(id));
    if (list) list.push(id);
    else found.set(union.root(id), [id]);
  }
  return [...found.values()];
}

/** Which ids hang together (Tarjan 1975, by path halving). */
export class Union {
  private readonly up = new Map<string, string>();

  root(id: string): string {
    let at = id;
    for (let next = this.up.get(at); next !== undefined; next = this.up.get(at)) {
      const over = this.up.get(next);
      if (over !== undefined) this.up.set(at, over);
      at = next;
    }
    return at;
  }

  /** Joins two groups; false where they were one already. The lesser root stays, so that the result bears no order. */
  join(a: string, b: string): boolean {
    const [x, y] = [this.root(a), this.root(b)];
    if (x === y) return false;
    if (x < y) this.up.set(y, x);
    else this.up.set(x, y);
    return true;
  }
}
