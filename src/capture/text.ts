import type { Span } from '../base/span.ts';

/** What a stretch of a text is on the page. What no zone covers is `body`. */
export type ZoneKind =
  | 'title'
  /** The lines below a headline that sum the story up. */
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'credit'
  | 'body'
  | 'caption'
  | 'comment'
  | 'related'
  | 'boilerplate'
  | 'quoted-mail'
  | 'signature'
  | 'metadata';

export interface Zone extends Span {
  readonly kind: ZoneKind;
}

/** Who speaks in a stretch of a text: an article as a whole, or one post, message, comment or mail in it. */
export interface Voice extends Span {
  readonly kind: 'article' | 'post' | 'message' | 'comment' | 'mail' | 'document' | 'screen';
  /** Handle, name or byline; null where the carrier's publisher speaks. */
  readonly author: string | null;
  /** ISO 8601 where known. */
  readonly published: string | null;
  /** True where the words are somebody else's, passed on (repost, forward, quoted post). */
  readonly passedOn: boolean;
  /** File names or addresses of media attached. */
  readonly attachments: readonly string[];
}

export interface Link extends Span {
  readonly href: string;
}

/** What can be read in an item. Spans of every later room point into `content`. */
export interface Text {
  readonly id: string;
  readonly item: string;
  /** `en`, `zh` or another BCP 47 primary tag; `und` where unknown. */
  readonly language: string;
  readonly content: string;
  readonly zones: readonly Zone[];
  readonly voices: readonly Voice[];
  readonly links: readonly Link[];
  /** The name in a credit line (来源：…, "Source: CPA", byline "/ CPA"), verbatim spans into content. */
  readonly credits: readonly Credit[];
}

/** A credit line's body: who the carrier says the text is from. */
export interface Credit extends Span {
  readonly name: string;
}
