import { compareInstants } from '../base/time.ts';
import type { Item } from '../capture/item.ts';

/**
 * When later saved states of a page were out, by item: a page keeps the instant at which it was first published, but what
 * it says now may have been added since. A state counts from when its page says it was changed, else from when it was saved.
 */
export function revisedAt(
  versions: readonly (readonly string[])[],
  items: readonly Item[],
): ReadonlyMap<string, string> {
  const known = new Map(items.map((item) => [item.id, item]));
  return new Map(
    versions.flatMap((states) =>
      states.slice(1).flatMap((id) => {
        const { published = null, modified = null, captured = null } = known.get(id) ?? {};
        const changed = modified !== null && compareInstants(modified, published) > 0 ? modified : captured;
        return changed === null ? [] : [[id, changed] as const];
      }),
    ),
  );
}
