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

/** How a voice hangs on another: an answer, or somebody's words shown again. */
export interface Relation {
  readonly kind: 'reply' | 'repost' | 'quote' | 'forward';
  /** Whom a reply answers: a name where the carrier gives one, else its id of the post answered. */
  readonly to: string | null;
  /** Who passed the words on, and when, where the voice's own author is whose words they are. */
  readonly by: string | null;
  readonly byPublished: string | null;
}

/** Who speaks in a stretch of a text: an article as a whole, or one post, message, comment or mail in it. */
export interface Voice extends Span {
  readonly kind: 'article' | 'post' | 'message' | 'comment' | 'mail' | 'document' | 'screen';
  /** Handle, name or byline; null where the carrier's publisher speaks. */
  readonly author: string | null;
  /** ISO 8601 where known. */
  readonly published: string | null;
  /** True where the words are passed on (repost, forward, quoted post): `author` is then whose words they are, null where unknown. */
  readonly passedOn: boolean;
  /** What it answers or who passed it on, where the carrier says so. */
  readonly relation?: Relation;
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
