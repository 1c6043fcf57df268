import type { Credit, Link, Voice, Zone } from './text.ts';

/** What a file says of itself; `null` where it says nothing. */
export interface OwnFacts {
  readonly author: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** What a format's reader makes of a file: the words, and what the file itself says of them. Spans point into `content`. */
export interface Draft extends OwnFacts {
  readonly content: string;
  readonly zones: Zone[];
  readonly voices: Voice[];
  readonly links: Link[];
  readonly credits: Credit[];
  readonly title: string | null;
  /** What the reader of the file noticed about it. */
  readonly note?: string;
}
