import type { Label } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';
import { EN } from './words/en.ts';
import { plural } from './words/plural.ts';
import type { Words } from './words/words.ts';

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

export { plural } from './words/plural.ts';

/** What each standing means under the default rules, in half a line. */
export const MEANS: Record<Label, string> = EN.means;

/** `214 items  →  11 tellings that were not copied  →  3 independent origins` */
export const funnel = ({ counts }: Pick<Dossier, 'counts'>, words: Words = EN): string =>
  words.summary.funnel(counts.items, counts.tellings, counts.origins);

/** How many claims have which standing, in the order of every list; those that have none are left out. */
export const tally = ({ claims }: Pick<Dossier, 'claims'>): readonly (readonly [Label, number])[] =>
  LABELS.map((label) => [label, claims.filter((claim) => claim.standing.label === label).length] as const).filter(
    ([, n]) => n > 0,
  );

/** `2 promises open, 1 overdue`; empty where nobody promised anything. */
export function promised({ commitments }: Pick<Dossier, 'commitments'>, words: Words = EN): string {
  const count = (state: string): number => commitments.filter((one) => one.state === state).length;
  return words.summary.promised(count('open'), count('overdue'));
}

/** `4 claims confirmed · 2 corroborated · … · 2 promises open, 1 overdue` */
export function standings(dossier: Pick<Dossier, 'claims' | 'commitments'>): string {
  const parts = tally(dossier).map(([label, n], at) => (at === 0 ? `${plural(n, 'claim')} ${label}` : `${n} ${label}`));
  const promises = promised(dossier);
  return [...(parts.length > 0 ? parts : ['no claims found']), ...(promises ? [promises] : [])].join(' · ');
}
