import type { Words } from './words.ts';

export const EN: Words = {
  language: 'en',
  tag: 'en',
  labels: {
    confirmed: 'confirmed',
    corroborated: 'corroborated',
    contested: 'contested',
    denied: 'denied',
    'single-source': 'single-source',
    unsourced: 'unsourced',
    retracted: 'retracted',
  },
  means: {
    confirmed: 'a competent body says so on the record, or a document shows it',
    corroborated: 'two or more independent origins with first-hand knowledge',
    contested: 'origins with first-hand knowledge stand on both sides',
    denied: 'denied on the record; only rumour or an unproven artefact for it',
    'single-source': 'one independent origin, however often it was repeated',
    unsourced: 'nobody stands behind it',
    retracted: 'its origin took it back',
  },
  ranks: {
    none: 'nothing',
    sourceless: 'rumour without a source',
    crowd: 'talk of many',
    artefact: 'an unproven artefact',
    'unnamed-person': 'an unnamed person',
    'unnamed-official': 'an unnamed official',
    'named-person': 'a named person',
    'named-body': 'a named body',
    document: 'a document in hand',
  },
  outcomes: {
    'no-reply': 'no reply',
    declined: 'declined',
    acknowledged: 'acknowledged',
    denied: 'denied',
    confirmed: 'confirmed',
    partial: 'partial',
  },
  states: { open: 'open', kept: 'kept', overdue: 'overdue', withdrawn: 'withdrawn' },
};
