import type { Quote, Span } from '../base/span.ts';

/** What can stand behind a statement. */
export const SOURCE_KINDS = [
  'named-person',
  'named-body',
  'unnamed-person',
  'unnamed-official',
  'outlet',
  'crowd',
  'artefact',
  'party',
  'none',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Who stands behind a statement. `quote` is "" (start = end) where the text drops the subject; `name` is as resolved. */
export interface Source extends Quote {
  readonly kind: SourceKind;
  readonly name: string | null;
  /** The body that an unnamed official, a named person in office or a spokesman speaks for, where the text says so. */
  readonly body?: string;
}

export const CLASSES = ['say', 'confirm', 'deny', 'allege', 'hearsay', 'investigate', 'respond', 'promise'] as const;
export type StatementClass = (typeof CLASSES)[number];

/** A span of a text, attributed. The span is the content that somebody is said to stand behind. */
export interface Statement extends Quote {
  readonly cue: Quote | null;
  readonly source: Source;
  /** Nearest source first, where sources are nested. At least `[source]`. */
  readonly chain: readonly Source[];
  readonly class: StatementClass;
  readonly polarity: 'positive' | 'negative';
  readonly hedged: boolean;
  /** What an item asserts in its own voice: cue is null, source is the carrier. */
  readonly carrier: boolean;
  readonly by: 'rules' | 'model' | 'person';
}

export const OUTCOMES = ['no-reply', 'declined', 'acknowledged', 'denied', 'confirmed', 'partial'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who was asked what, and what came back, absence included. */
export interface Response extends Quote {
  readonly body: string;
  readonly askedBy: string | null;
  readonly asked: string | null;
  readonly outcome: Outcome;
}

/** Who promised what, when, due when. */
export interface Commitment extends Quote {
  readonly by: string;
  readonly what: string;
  /** ISO date or instant of the promise; null where it can't be known. */
  readonly made: string | null;
  /** ISO date of the last day; null where none is given. */
  readonly due: string | null;
}

/** An expression that dates something (after TIMEX3). `value` is ISO 8601, partial where known in part, or `vague`. */
export interface Time extends Quote {
  readonly value: string;
  readonly to: string | null;
  readonly role: 'event' | 'report' | 'observation';
}

export const TENDER = ['child', 'victim'] as const;
export type Tender = (typeof TENDER)[number];

/** A natural person whom a text names, whether or not anything is said of him or her. */
export interface PersonMention extends Span {
  /** The fullest form of the name in the text, without titles. */
  readonly name: string;
  /** Office, trade or kinship as the text puts it beside the name. */
  readonly role: string | null;
  /** False where the words could as well name a body, a place or a thing. */
  readonly sure: boolean;
  readonly tender: Tender | null;
}

/** Everything read in one text. */
export interface Reading {
  readonly statements: readonly Statement[];
  readonly responses: readonly Response[];
  readonly commitments: readonly Commitment[];
  readonly times: readonly Time[];
  /** Every natural person who is named, by place. */
  readonly persons: readonly PersonMention[];
}

/** What a reader may know of the text from outside: it resolves pronouns of the carrier and relative dates. */
export interface Carrier {
  readonly publisher: string | null;
  readonly author: string | null;
  /** ISO date or instant, as the carrier states it. */
  readonly published: string | null;
}
