import { HearsayError } from '../base/error.ts';
import type { Label, Rank } from './ledger.ts';
import twoSource from './policies/two-source.json' with { type: 'json' };
import { extended, faultsIn } from './policy-fault.ts';

/** One thing that must hold: on a side, or that the voice took it back. */
export interface Condition {
  readonly side?: 'for' | 'against';
  readonly atLeast?: Rank;
  readonly atMost?: Rank;
  /** How many independent origins of that rank or above. */
  readonly origins?: number;
  /** A body competent for the claim says so on the record, or a document in hand shows it. */
  readonly competent?: boolean;
  readonly takenBack?: boolean;
}

/** The first rule whose conditions all hold gives the label. */
export interface Rule {
  readonly name: string;
  readonly label: Label;
  readonly when: readonly Condition[];
}

/** The house's written rules: plain data. */
export interface Policy {
  readonly name: string;
  readonly version: number;
  /** Weakest first. */
  readonly ranks: readonly Rank[];
  readonly rules: readonly Rule[];
  readonly competence: {
    readonly classes: readonly string[];
    readonly outright: readonly string[];
    readonly publicBodies: readonly string[];
    readonly spokespersons: readonly string[];
    /** Who answers for a body when it is called. */
    readonly frontDesk: readonly string[];
    readonly ownAffairs: readonly string[];
    /** Signs of a cause or a blame, which no field reaches. */
    readonly beyond: readonly string[];
    /** What a kind of body, by a word of its name, is competent for beyond its own affairs. */
    readonly fields: Readonly<Record<string, readonly string[]>>;
  };
  readonly reading: {
    readonly opinionCues: readonly string[];
    readonly firstHand: readonly string[];
    readonly takeBack: readonly string[];
    /** Signs that somebody only supposes it. */
    readonly conjecture: readonly string[];
    readonly handles: readonly string[];
    /** Signs that somebody only says who he is. */
    readonly impostors: readonly string[];
    readonly vaguePeople: readonly string[];
    readonly pictures: readonly string[];
  };
  readonly privateLife: readonly string[];
  readonly people: { readonly shownRoles: readonly string[]; readonly withheldByDefault: boolean };
  /** How long an answer may take before its absence may be told. */
  readonly rightOfReply: { readonly publicBodyHours: number; readonly otherHours: number };
  /** What a label means under these rules, where it is not what it means under the default ones. */
  readonly means?: Readonly<Partial<Record<Label, string>>>;
  readonly admiralty?: Admiralty;
  /** What is given out to machines beside the pages. */
  readonly publication?: Publication;
}

/** What leaves the desk beside the pages. */
export interface Publication {
  /** Standings under which a claim is given out as a ClaimReview, which search engines show far from its reasons. */
  readonly claimReview: readonly Label[];
}

/**
 * Letters for sources and digits for claims (STANAG 2511, AJP-2.1): two judgements printed side by side and never joined,
 * so a digit counts independent origins and asks nothing of their letters.
 */
export interface Admiralty {
  readonly letters: Readonly<Record<Rank, string>>;
  /** Letters that the house gives to sources by name, from what it has known of them. */
  readonly names: Readonly<Record<string, string>>;
  /** The first whose conditions all hold. */
  readonly digits: readonly { readonly digit: number; readonly when: readonly Condition[] }[];
}

/** A policy from JSON already parsed; one that `extends` the default holds only what differs. Throws HearsayError `bad-policy`, naming the first fault. */
export function parsePolicy(value: unknown): Policy {
  const whole = extended(value);
  const [first, ...more] = faultsIn(whole);
  if (!first) return whole as Policy;
  const others = more.length ? ` (and ${more.length} more: \`hearsay policy check\` lists them)` : '';
  throw new HearsayError('bad-policy', `policy, at ${first.at}: ${first.why}; ${first.next}${others}`);
}

/** The policy that holds where none is named. */
export const defaultPolicy: Policy = parsePolicy(twoSource);
