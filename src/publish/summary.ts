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

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `214 items  →  11 tellings that were not copied  →  3 independent origins` */
export function funnel({ counts }: Dossier): string {
  const tellings = `${plural(counts.tellings, 'telling')} that ${counts.tellings === 1 ? 'was' : 'were'} not copied`;
  return `${plural(counts.items, 'item')}  →  ${tellings}  →  ${plural(counts.origins, 'independent origin')}`;
}

/** `4 claims confirmed · 2 corroborated · … · 2 promises open, 1 overdue` */
export function standings({ claims, commitments }: Dossier): string {
  const counted = LABELS.map(
    (label) => [label, claims.filter((claim) => claim.standing.label === label).length] as const,
  ).filter(([, n]) => n > 0);
  const parts = counted.map(([label, n], at) => (at === 0 ? `${plural(n, 'claim')} ${label}` : `${n} ${label}`));
  const open = commitments.filter((one) => one.state === 'open').length;
  const overdue = commitments.filter((one) => one.state === 'overdue').length;
  const promises = [
    open > 0 ? `${plural(open, 'promise')} open` : '',
    overdue > 0 ? `${open > 0 ? overdue : plural(overdue, 'promise')} overdue` : '',
  ];
  const promised = promises.filter(Boolean).join(', ');
  return [...(parts.length > 0 ? parts : ['no claims found']), ...(promised ? [promised] : [])].join(' · ');
}
