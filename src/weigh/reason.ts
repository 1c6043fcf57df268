import type { Label, Placed, Rank } from './ledger.ts';
import type { Footing, Pair } from './pair.ts';

const RANK: Record<Rank, string> = {
  none: 'nothing',
  sourceless: 'rumour without a source',
  crowd: 'talk',
  artefact: 'an artefact that nobody has proven',
  'unnamed-person': 'an unnamed person',
  'unnamed-official': 'an unnamed official',
  'named-person': 'a named person',
  'named-body': 'a named body',
  document: 'a document in hand',
};

/** Why a claim has its label, as an editor would say it, in one sentence. */
export function plainly(label: Label, pair: Pair): string {
  const [pro, contra] = [names(pair.for.statements), names(pair.against.statements)];
  switch (label) {
    case 'confirmed':
      return `${names(pair.for.competent)} says so ${pair.for.rank === 'document' ? 'in a document in hand' : 'on the record, and is competent for it'}`;
    case 'corroborated':
      return `${pair.for.ranks.size} independent origins stand for it: ${pro}`;
    case 'contested':
      return `${pro} stands for it, ${contra} against it`;
    case 'denied':
      return `${contra} denies it; for it stands ${RANK[pair.for.rank]}`;
    case 'single-source':
      return single(pair.for, pro);
    case 'retracted':
      return `${names(pair.takenBack)} took it back`;
    case 'unsourced':
      return `nobody stands behind it, only ${RANK[pair.for.rank]}`;
  }
}

function single(side: Footing, pro: string): string {
  if (side.rank === 'artefact') return `it rests on ${RANK.artefact}: ${pro}`;
  return side.ranks.size === 1 ? `one origin: ${pro}` : `one origin above talk and unproven artefacts: ${pro}`;
}

/** At most three names of those who speak; who has none is named by kind. */
function names(statements: readonly Placed[]): string {
  const all = [
    ...new Set(
      statements.flatMap(
        (one) => one.source.name ?? (one.source.kind === 'none' ? [] : one.source.kind.replace('-', ' ')),
      ),
    ),
  ];
  const shown = all.slice(0, 3).join(', ');
  return all.length > 3 ? `${shown} and ${all.length - 3} more` : shown || 'nobody';
}
