import type { Span } from '../base/span.ts';

export type Direction = 'left-first' | 'right-first' | 'common-source' | 'unknown';

/** A stretch shared by two texts. */
export interface Passage {
  readonly left: Span;
  readonly right: Span;
  readonly kind: 'verbatim' | 'reworded';
}

/** One reason to think that one side came first. */
export interface Evidence {
  readonly kind: 'time' | 'credit' | 'link' | 'containment' | 'edit';
  readonly says: Direction;
  readonly because: string;
}

/** A judged pair (W3C PROV `wasDerivedFrom`): which came from which, how much, on what basis. Left and right are item ids, left < right by file. */
export interface Copy {
  readonly left: string;
  readonly right: string;
  readonly direction: Direction;
  /** The share of directions with such reasons that was found right, 0 to 1; absent where nobody counted. */
  readonly confidence?: number;
  /** The judged immediate step, not one through a third text. */
  readonly direct: boolean;
  readonly kind: 'whole' | 'part' | 'reworded' | 'translation';
  readonly credited: boolean;
  readonly coverage: { readonly left: number; readonly right: number };
  readonly passages: readonly Passage[];
  readonly basis: readonly Evidence[];
}

/** An explicit mention of another item's publisher as source, found in words ("according to the Courier", 据…报道). */
export interface Citation {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** All copies of a case. */
export interface Lineage {
  readonly copies: readonly Copy[];
  /** Saved states of one page, oldest first: never copies of each other. */
  readonly versions: readonly (readonly string[])[];
  /** Groups of items that are copies or versions of each other; one of a kind stands alone. */
  readonly tellings: readonly (readonly string[])[];
  /** Who cites whom in words, rings included. */
  readonly citations: readonly Citation[];
  /** Rings of items that cite one another: none of them is an origin. */
  readonly rings: readonly (readonly string[])[];
}
