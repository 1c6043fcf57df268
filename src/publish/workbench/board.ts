import type { Claim, Origin, Placed } from '../../weigh/ledger.ts';
import type { Dossier } from '../dossier.ts';
import { funnel } from '../summary.ts';
import { claimWords, originName } from '../wording.ts';
import { itemRows } from './item-row.ts';
import type { Board, ClaimRow, WorkRow } from './shapes.ts';

/** The story at a glance. Linear in the dossier. */
export function boardOf(dossier: Dossier, title: string): Board {
  const rowOf = claimRows(dossier);
  return {
    title,
    asOf: dossier.asOf,
    policy: dossier.policy.name,
    summary: funnel(dossier),
    counts: dossier.counts,
    claims: dossier.claims.map(rowOf),
    work: workOf(dossier.claims),
    promises: dossier.commitments,
    answers: dossier.responses,
    items: [...itemRows(dossier).values()],
  };
}

/** Makes rows of claims; what they need is looked up once. */
export function claimRows(dossier: Dossier): (claim: Claim) => ClaimRow {
  const statements = new Map<string, Placed>(dossier.statements.map((one) => [one.id, one]));
  const origins = new Map<string, Origin>(dossier.origins.map((one) => [one.id, one]));
  // Talk online is not an origin that a claim gains weight by.
  const voicesIn = (ids: readonly string[]): number => ids.filter((id) => origins.get(id)?.kind !== 'crowd').length;
  return (claim) => {
    const { standing } = claim;
    const { label, since, flags } = standing;
    const sides = [...standing.for.origins, ...standing.against.origins];
    return {
      ...{ id: claim.id, label, since, flags, privateLife: claim.privateLife },
      wording: claim.privateLife ? '' : claimWords(claim),
      for: voicesIn(standing.for.origins),
      against: voicesIn(standing.against.origins),
      rank: standing.for.rank,
      statements: claim.statements.length,
      items: new Set(claim.statements.flatMap((id) => statements.get(id)?.item ?? [])).size,
      voices: [...new Set(sides.flatMap((id) => origins.get(id) ?? []).map((one) => originName(one)))],
    };
  };
}

/** What there is to ask about some claims, most moved first. Private life is nobody's to be asked about here. */
export const workOf = (claims: readonly Claim[]): readonly WorkRow[] =>
  claims
    .filter((claim) => !claim.privateLife)
    .flatMap((claim) =>
      claim.standing.next.map((next) => ({
        ...next,
        claim: claim.id,
        wording: claimWords(claim),
        label: claim.standing.label,
        ticked: null,
      })),
    );
