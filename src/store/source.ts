import type { Facts } from '../capture/facts.ts';
import type { Unreadable } from '../capture/item.ts';

/** One file to be captured: what is known of it, and how to get its bytes. */
export interface Source {
  readonly facts: Facts;
  readonly read: () => Promise<Uint8Array>;
  readonly size: number;
  /** Why no byte of it is to be read: absent, forbidden or far too large. */
  readonly refused: Unreadable | null;
}
