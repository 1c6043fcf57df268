/** Connected groups of ids; one that nothing joins is a group by itself. Ordered as the ids are. */
export function groups(
  ids: readonly string[],
  joins: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  const root = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = root.get(at) ?? at; up !== at; up = root.get(at) ?? at) {
      root.set(at, root.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const [a, b] of joins) if (root.has(a) && root.has(b)) root.set(find(a), find(b));
  const found = new Map<string, string[]>();
  for (const id of ids) {
    const list = found.get(find(id));
    if (list) list.push(id);
    else found.set(find(id), [id]);
  }
  return [...found.values()];
}
