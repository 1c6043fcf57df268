import type { Label } from '../../weigh/ledger.ts';

/** What standings are called. Each says who spoke, not what is so. */
export const LABELS_EN: Readonly<Record<Label, string>> = {
  confirmed: 'confirmed',
  corroborated: 'corroborated',
  contested: 'contested',
  denied: 'denied',
  'single-source': 'single-source',
  unsourced: 'unsourced',
  retracted: 'retracted',
};
