import type { Quote, Span } from '../base/span.ts';
import type { Commitment, Outcome, Response, Statement, Tender } from '../read/statement.ts';
import type { DecisionKind } from './decision.ts';

/** Weakest to strongest; the order itself comes from the policy. */
export type Rank =
  | 'none'
  | 'sourceless'
  | 'crowd'
  | 'artefact'
  | 'unnamed-person'
  | 'unnamed-official'
  | 'named-person'
  | 'named-body'
  | 'document';

export type Label = 'unsourced' | 'single-source' | 'corroborated' | 'confirmed' | 'denied' | 'contested' | 'retracted';

/** A statement with its place in the case. */
export interface Placed extends Statement {
  readonly id: string;
  readonly item: string;
  /** When it was out: the voice's own time, else the item's. ISO 8601 or null. */
  readonly at: string | null;
}

/** An independent place where statements come from. */
export interface Origin {
  readonly id: string;
  readonly kind: 'person' | 'unnamed-person' | 'body' | 'document' | 'artefact' | 'crowd' | 'outlet';
  readonly name: string | null;
  /** Every item that rests on it, earliest first. */
  readonly items: readonly string[];
  readonly statements: readonly string[];
}

export interface Side {
  readonly rank: Rank;
  readonly origins: readonly string[];
}

export type Because =
  | { readonly statement: string }
  | { readonly copy: readonly [string, string] }
  | { readonly decision: number }
  | { readonly text: string };

export interface Reason {
  readonly rule: string;
  readonly held: boolean;
  readonly because: readonly Because[];
}

export interface Next {
  readonly ask: string;
  readonly of: string;
  readonly would: Label;
  /** Where the desk has asked already: when, what came back, and until when the policy gives for an answer. */
  readonly asked?: { readonly decision: number; readonly at: string; readonly outcome: Outcome; readonly due: string };
}

export interface Standing {
  readonly label: Label;
  readonly for: Side;
  readonly against: Side;
  readonly flags: readonly ('under-inquiry' | 'updated' | 'interested-party')[];
  readonly since: string | null;
  readonly reasons: readonly Reason[];
  /** Letters for sources and a digit for the claim, never joined; only under a policy that gives them. */
  readonly admiralty?: {
    readonly sources: readonly { readonly origin: string; readonly letter: string }[];
    readonly digit: number;
  };
  readonly next: readonly Next[];
}

/** The proposition that statements share. */
export interface Claim {
  readonly id: string;
  /** Canonical wording: a verbatim statement. */
  readonly statement: string;
  readonly statements: readonly string[];
  readonly privateLife: boolean;
  readonly standing: Standing;
}

export type PlacedResponse = Response & {
  /** Null where the desk noted it and no item tells of it: then the span is that of the noted words themselves. */
  readonly item: string | null;
  /** The event in which the desk asked, or noted an answer that nobody had asked for. */
  readonly decision?: number;
  /** The event in which the desk noted what came back. */
  readonly reply?: number;
  /** Until when the policy gives for an answer, where the desk asked. */
  readonly due?: string;
};

export type PlacedCommitment = Commitment & {
  /** Its name for `kept`, `broken` and `withdrawn`. */
  readonly id?: string;
  /** Null where the desk noted it and no item tells of it. */
  readonly item: string | null;
  readonly state: 'open' | 'kept' | 'overdue' | 'withdrawn';
  /** The event that noted it, or what became of it. */
  readonly decision?: number;
};

/** A human decision as the dossier tells of it. */
export interface Noted {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly kind: DecisionKind;
  readonly why: string | null;
  /** What it names that is not there, at this instant or any more: it is kept, and moves nothing by that name. */
  readonly missing: readonly string[];
}

export interface Contradiction {
  readonly a: Quote & { readonly item: string };
  readonly b: Quote & { readonly item: string };
  readonly why: string;
}

export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly withheld: boolean;
  readonly why: string;
  /** The event in which the desk withheld or disclosed the name. */
  readonly decision?: number;
  /** Somebody who may be named only where a second person has decided so as well. */
  readonly tender?: Tender | 'private-life';
}

/** A name that may be a person's as well as a body's or a place's: for a person to decide. */
export interface MaybePerson extends Span {
  readonly name: string;
  readonly item: string;
}

/** What a case rests on at an instant, under a policy. */
export interface Ledger {
  readonly claims: readonly Claim[];
  readonly origins: readonly Origin[];
  readonly responses: readonly PlacedResponse[];
  readonly commitments: readonly PlacedCommitment[];
  readonly contradictions: readonly Contradiction[];
  readonly people: readonly Person[];
  readonly maybePeople: readonly MaybePerson[];
  readonly decisions: readonly Noted[];
}
