import type { Label, Rank } from '../../weigh/ledger.ts';

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

export const RANKS_EN: Readonly<Record<Rank, string>> = {
  none: 'nothing',
  sourceless: 'rumour without a source',
  crowd: 'talk of many',
  artefact: 'an unproven artefact',
  'unnamed-person': 'an unnamed person',
  'unnamed-official': 'an unnamed official',
  'named-person': 'a named person',
  'named-body': 'a named body',
  document: 'a document in hand',
};
