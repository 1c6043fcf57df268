import type { Known } from './known.ts';
import type { Passage } from './lineage.ts';

/** How far a text says in another language what another says. */
export interface Translation {
  readonly coverage: { readonly left: number; readonly right: number };
  readonly passages: readonly Passage[];
}

export function translate(_left: Known, _right: Known): Translation | null {
  return null;
}
