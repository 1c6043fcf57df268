import type { Label } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';

/** Labels from the best supported to the least, then what is against or withdrawn: the order of every list. */
export const LABELS: readonly Label[] = [
  'confirmed',
  'corroborated',
  'contested',
  'denied',
  'single-source',
  'unsourced',
  'retracted',
];

/** What each standing means under the default rules, in half a line. */
export const MEANS: Record<Label, string> = {
  confirmed: 'a competent body says so on the record, or a document shows it',
  corroborated: 'two or more independent origins with first-hand knowledge',
  contested: 'origins with first-hand knowledge stand on both sides',
  denied: 'denied on the record; only rumour or an unproven artefact for it',
  'single-source': 'one independent origin, however often it was repeated',
  unsourced: 'nobody stands behind it',
  retracted: 'its origin took it back',
};

/** `1 item`, `3 items`. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `214 items  →  11 tellings that were not copied  →  3 independent origins` */
export function funnel({ counts }: Pick<Dossier, 'counts'>): string {
  const tellings = `${plural(counts.tellings, 'telling')} that ${counts.tellings === 1 ? 'was' : 'were'} not copied`;
  return `${plural(counts.items, 'item')}  →  ${tellings}  →  ${plural(counts.origins, 'independent origin')}`;
}

/** How many claims have which standing, in the order of every list; those that have none are left out. */
export const tally = ({ claims }: Pick<Dossier, 'claims'>): readonly (readonly [Label, number])[] =>
  LABELS.map((label) => [label, claims.filter((claim) => claim.standing.label === label).length] as const).filter(
    ([, n]) => n > 0,
  );

/** `2 promises open, 1 overdue`; empty where nobody promised anything. */
export function promised({ commitments }: Pick<Dossier, 'commitments'>): string {
  const open = commitments.filter((one) => one.state === 'open').length;
  const overdue = commitments.filter((one) => one.state === 'overdue').length;
  const parts = [
    open > 0 ? `${plural(open, 'promise')} open` : '',
    overdue > 0 ? `${open > 0 ? overdue : plural(overdue, 'promise')} overdue` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** `4 claims confirmed · 2 corroborated · … · 2 promises open, 1 overdue` */
export function standings(dossier: Pick<Dossier, 'claims' | 'commitments'>): string {
  const parts = tally(dossier).map(([label, n], at) => (at === 0 ? `${plural(n, 'claim')} ${label}` : `${n} ${label}`));
  const promises = promised(dossier);
  return [...(parts.length > 0 ? parts : ['no claims found']), ...(promises ? [promises] : [])].join(' · ');
}
