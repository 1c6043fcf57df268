import type { Facts } from './facts.ts';
import type { Item } from './item.ts';
import type { Eyes, Sighting } from './sighting.ts';
import type { Text } from './text.ts';

/** One file as evidence: the item, what can be read in it, and, for a picture, what is seen in it. */
export interface Capture {
  readonly item: Item;
  readonly text: Text | null;
  readonly sighting: Sighting | null;
}

/** Bytes in, evidence out. Never throws for bad bytes: they become an item with `unreadable` set. */
export async function capture(_bytes: Uint8Array, _facts: Facts, _eyes: Eyes): Promise<Capture> {
  throw new Error('not written yet');
}
