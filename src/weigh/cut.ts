import { compareInstants, epoch } from '../base/time.ts';
import type { Item } from '../capture/item.ts';
import type { Placed } from './ledger.ts';
import { laterThanDated } from './revision.ts';
import type { Story } from './story.ts';

/** The case as it was at an instant: nothing that came out later. What has no known time counts from the start. */
export function cut(story: Story, asOf: string): Story {
  const now = epoch(asOf);
  const later = laterThanDated(story.lineage.versions, story.items);
  const out = new Map(story.items.map((item) => [item.id, later.get(item.id) ?? outAt(item)]));
  const due = (instant: string | null) => now === null || (epoch(instant) ?? Number.NEGATIVE_INFINITY) <= now;
  const statements = story.statements
    .map((one) => ({ ...one, at: one.at ?? out.get(one.item) ?? null }))
    .filter((one) => due(one.at))
    .sort(byTime);
  const speaking = new Set(statements.map((one) => one.item));
  const kept = (id: string) => speaking.has(id) || due(out.get(id) ?? null);
  return {
    ...story,
    items: story.items.filter((item) => kept(item.id)).sort(byOut(out)),
    lineage: {
      ...story.lineage,
      copies: story.lineage.copies.filter((copy) => kept(copy.left) && kept(copy.right)),
      versions: story.lineage.versions.map((group) => group.filter(kept)),
      tellings: story.lineage.tellings.map((group) => group.filter(kept)),
      rings: story.lineage.rings.filter((ring) => ring.every(kept)),
    },
    images: story.images.filter((pair) => kept(pair.left) && kept(pair.right)),
    statements,
    responses: story.responses.filter((one) => due(out.get(one.item) ?? null)),
    commitments: story.commitments.filter((one) => due(out.get(one.item) ?? null)),
  };
}

/** When an item was out: as its carrier states it, else when it was captured. */
export const outAt = (item: Item): string | null => item.published ?? item.captured;

const byOut =
  (out: ReadonlyMap<string, string | null>) =>
  (a: Item, b: Item): number =>
    compareInstants(out.get(a.id) ?? null, out.get(b.id) ?? null) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

function byTime(a: Placed, b: Placed): number {
  return (
    compareInstants(a.at, b.at) ||
    (a.item < b.item ? -1 : a.item > b.item ? 1 : 0) ||
    a.start - b.start ||
    a.end - b.end ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
