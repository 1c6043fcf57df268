import type { Box } from '../capture/sighting.ts';
import type { Observation } from './observation.ts';

export interface Altered {
  readonly left: Box;
  readonly right: Box;
  readonly leftText: string;
  readonly rightText: string;
}

/** One place in two pictures. */
export interface BothPlaces {
  readonly left: Box;
  readonly right: Box;
}

/** What shows that a picture is the earlier one. */
export type Bearing =
  /** It stands in the other within a frame: its edges are lines there, with other things around. */
  | 'framed'
  /** It goes on in the other beyond its own edges. */
  | 'cut'
  /** It shows clearly what is blurred in the other. */
  | 'blurred';

/** Two pictures judged to show the same thing. */
export interface ImagePair {
  readonly left: string;
  readonly right: string;
  readonly relation: 'identical' | 'recompressed' | 'resized' | 'cropped' | 'overlaps' | 'edited';
  readonly altered: readonly Altered[];
  /** Where they show the same, in the pixels of each; absent where only their words meet. */
  readonly place?: BothPlaces;
  /** Regions within what both show that differ: covered, wiped, written anew. */
  readonly differs?: readonly BothPlaces[];
  /** How one is turned against the other; which of the two was turned is not known. */
  readonly turned?: 'mirrored' | 'negative' | 'mirrored negative';
  /** Which was made from the other, or from what it was made from, and what shows it; absent where nothing does or signs disagree. */
  readonly direction?: { readonly earlier: 'left' | 'right'; readonly basis: readonly Bearing[] };
  /** Messages that stand in the one, between messages that both have, and not in the other. */
  readonly missing?: readonly { readonly from: 'left' | 'right'; readonly text: string; readonly box: Box }[];
}

/** Overlapping chat screenshots put together, in order. */
export interface Transcript {
  readonly items: readonly string[];
  readonly messages: readonly {
    readonly side: 'left' | 'right' | 'centre';
    readonly text: string;
    readonly time: string | null;
    readonly altered: boolean;
    /** Where it stands in each picture that shows it. */
    readonly seen?: readonly { readonly item: string; readonly box: Box }[];
  }[];
  /** What within one of the screens is not as the rest of it; absent where nothing is. */
  readonly observations?: readonly Observation[];
}
