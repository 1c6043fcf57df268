import type { Item } from '../capture/item.ts';
import type { Time } from '../read/statement.ts';
import type { ImagePair, Transcript } from '../trace/image-pair.ts';
import type { Copy, Lineage } from '../trace/lineage.ts';
import type {
  Claim,
  Contradiction,
  Ledger,
  MaybePerson,
  Noted,
  Origin,
  Person,
  Placed,
  PlacedCommitment,
  PlacedResponse,
} from '../weigh/ledger.ts';
import type { Policy } from '../weigh/policy.ts';
import type { Story } from '../weigh/story.ts';

/** The policy that a dossier was weighed under: its name, and the digest of its canonical JSON. */
export interface PolicyMark {
  readonly name: string;
  readonly digest: string;
  /** What a label means under it, where that is not what it means under the default one. */
  readonly means?: Policy['means'];
}

/** Everything a case says at an instant, in one JSON document (`hearsay/dossier/1`, docs/dossier.schema.json). */
export interface Dossier {
  readonly format: 'hearsay/dossier/1';
  readonly asOf: string;
  readonly policy: PolicyMark;
  readonly counts: {
    readonly items: number;
    readonly unreadable: number;
    readonly tellings: number;
    readonly origins: number;
    readonly claims: number;
  };
  readonly items: readonly Item[];
  readonly texts: readonly { readonly id: string; readonly item: string; readonly content: string }[];
  readonly copies: readonly Copy[];
  readonly versions: Lineage['versions'];
  readonly tellings: Lineage['tellings'];
  readonly citations: Lineage['citations'];
  readonly rings: Lineage['rings'];
  readonly images: readonly ImagePair[];
  readonly transcripts: readonly Transcript[];
  readonly statements: readonly (Placed & { readonly claim: string | null })[];
  readonly origins: readonly Origin[];
  readonly claims: readonly Claim[];
  readonly responses: readonly PlacedResponse[];
  readonly commitments: readonly PlacedCommitment[];
  readonly times: readonly (Time & { readonly item: string })[];
  readonly contradictions: readonly Contradiction[];
  readonly people: readonly Person[];
  /** Names that may be a person's, each once, for a person to decide before anything is published; absent in an edition. */
  readonly maybePeople?: readonly MaybePerson[];
  /** What people decided by that instant, in order; none where a pile is only looked at. */
  readonly decisions: readonly Noted[];
}

/** Puts what the rooms found into one document. */
export function dossier(
  story: Story,
  times: Dossier['times'],
  ledger: Ledger,
  policy: PolicyMark,
  asOf: string,
): Dossier {
  const claimOf = new Map(
    ledger.claims.flatMap((claim) => claim.statements.map((id) => [id, claim.id] as const)).reverse(),
  );
  return {
    format: 'hearsay/dossier/1',
    asOf,
    policy,
    counts: {
      items: story.items.length,
      unreadable: story.items.filter((item) => item.unreadable).length,
      tellings: story.lineage.tellings.length,
      origins: ledger.origins.length,
      claims: ledger.claims.length,
    },
    items: story.items,
    texts: story.texts.map(({ id, item, content }) => ({ id, item, content })),
    copies: story.lineage.copies,
    versions: story.lineage.versions,
    tellings: story.lineage.tellings,
    citations: story.lineage.citations,
    rings: story.lineage.rings,
    images: story.images,
    transcripts: story.transcripts,
    statements: story.statements.map((statement) => ({ ...statement, claim: claimOf.get(statement.id) ?? null })),
    origins: ledger.origins,
    claims: ledger.claims,
    responses: ledger.responses,
    commitments: ledger.commitments,
    times,
    contradictions: ledger.contradictions,
    people: ledger.people,
    maybePeople: ledger.maybePeople,
    decisions: ledger.decisions,
  };
}
