import { type Change, changesBetween } from '../changes.ts';
import type { Dossier } from '../dossier.ts';
import { claimWords } from '../wording.ts';
import type { Moved } from './shapes.ts';

/** What moved between two dossiers of one story, each change with the words that it is about. */
export function movedBetween(before: Dossier, after: Dossier): Moved {
  const hidden = new Set([...before.claims, ...after.claims].flatMap((one) => (one.privateLife ? [one.id] : [])));
  return {
    from: before.asOf,
    to: after.asOf,
    changes: changesBetween(before, after).map((one) => ({ ...one, words: wordsOf(one, hidden) })),
  };
}

/** The claim's words, but for private life; who promised or answered; the name. */
function wordsOf(change: Change, hidden: ReadonlySet<string>): string {
  switch (change.kind) {
    case 'promise':
      return `${change.by}: ${change.what}`;
    case 'response':
      return change.quote === '' ? change.body : `${change.body}: “${change.quote}”`;
    case 'name':
      return change.name;
    default:
      return hidden.has(change.claim) ? '' : claimWords(change);
  }
}
