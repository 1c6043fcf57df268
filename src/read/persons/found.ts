import type { PersonMention } from '../statement.ts';

/** A mention with what spoke for it: three points are sure, one or two are not. */
export interface Found extends Omit<PersonMention, 'sure'> {
  readonly points: number;
  /** How many words or, in Han, syllables the name has. */
  readonly words: number;
  readonly age: number | null;
}

export const SURE = 3;
