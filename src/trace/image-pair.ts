import type { Box } from '../capture/sighting.ts';

export interface Altered {
  readonly left: Box;
  readonly right: Box;
  readonly leftText: string;
  readonly rightText: string;
}

/** Two pictures judged to show the same thing. */
export interface ImagePair {
  readonly left: string;
  readonly right: string;
  readonly relation: 'identical' | 'recompressed' | 'resized' | 'cropped' | 'overlaps' | 'edited';
  readonly altered: readonly Altered[];
}

/** Overlapping chat screenshots put together, in order. */
export interface Transcript {
  readonly items: readonly string[];
  readonly messages: readonly {
    readonly side: 'left' | 'right' | 'centre';
    readonly text: string;
    readonly time: string | null;
    readonly altered: boolean;
  }[];
}
