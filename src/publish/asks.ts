import type { Claim, Label } from '../weigh/ledger.ts';
import type { Catalogue, View } from './catalogue.ts';
import { ranked } from './prominence.ts';
import { LABELS } from './summary.ts';

/** Somebody to ask, once: the claims that an answer could move, the weightiest first. */
export interface Ask {
  readonly of: string;
  readonly claims: readonly { readonly claim: Claim; readonly would: Label }[];
}

/** Whom to ask next, who could move most claims first. Private life is nobody's to be asked about here. */
export function asksOf(view: Catalogue & Pick<View, 'dossier'>): readonly Ask[] {
  const inOrder = LABELS.flatMap((label) => {
    const { leading, rest } = ranked({ ...view, claims: view.dossier.claims }, label, 8);
    return [...leading, ...rest];
  });
  const asks = new Map<string, Map<string, { claim: Claim; would: Label }>>();
  for (const claim of inOrder)
    for (const { of, would } of claim.standing.next) {
      const claims = asks.get(of) ?? new Map<string, { claim: Claim; would: Label }>();
      if (!claims.has(claim.id)) claims.set(claim.id, { claim, would });
      asks.set(of, claims);
    }
  return [...asks]
    .map(([of, claims]) => ({ of, claims: [...claims.values()] }))
    .sort((a, b) => b.claims.length - a.claims.length);
}
