import { compareInstants } from '../base/time.ts';
import type { Item } from '../capture/item.ts';

/**
 * Items that were out, or in hand, later than the instant they carry, with that later instant. A page keeps the instant
 * at which it was first published, but what a later saved state says may have been added since: it counts from when the
 * page says it was changed, else from when it was saved. A paper that carries but a day carries
 * the day on which it was drawn up, and is in hand from when it was saved.
 */
export function laterThanDated(
  versions: readonly (readonly string[])[],
  items: readonly Item[],
): ReadonlyMap<string, string> {
  const states = new Set(versions.flatMap((group) => group.slice(1)));
  return new Map(
    items.flatMap(({ id, published, modified, captured, mediaType }) => {
      if (!states.has(id) && !(PAPERS.test(mediaType) && ONLY_DAY.test(published ?? ''))) return [];
      const changed = states.has(id) && isAfter(modified, published) ? modified : captured;
      return changed !== null && isAfter(changed, published) ? [[id, changed] as const] : [];
    }),
  );
}

const PAPERS = /^application\/(?:pdf|msword|vnd\.openxmlformats)/u;

/** No time of day, or midnight, as a sheet has it that knows none. */
const ONLY_DAY = /^[^T]*(?:$|T00:00(?::00)?(?:Z|[+-]|$))/u;

const isAfter = (one: string | null, other: string | null): boolean => one !== null && compareInstants(one, other) > 0;
