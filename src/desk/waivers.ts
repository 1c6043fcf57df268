import type { Dossier } from '../hearsay.ts';
import { publishedPeople } from '../publish/disclose/published-people.ts';
import { unheard } from '../publish/disclose/right-of-reply.ts';
import { spokenFor } from '../publish/resolve-claims.ts';
import type { Decision } from '../weigh/decision.ts';

/** A decision not to wait for somebody whom a claim names. */
export interface Waiver {
  readonly kind: 'waive';
  readonly data: { readonly claim: string; readonly of: string; readonly why: string };
}

/** For each claim that waits for somebody, the decision that it does not, each with the same reason. */
export function waiversOf(dossier: Dossier, decisions: readonly Decision[], why: string): readonly Waiver[] {
  const open = publishedPeople(dossier.people).filter(({ withheld }) => !withheld);
  return unheard(dossier, decisions, new Set(open.map(({ name }) => name)))
    .filter(({ waived }) => waived === null)
    .map(({ claim, of }) => ({ kind: 'waive', data: { claim: spokenFor(dossier, claim), of, why } }));
}
