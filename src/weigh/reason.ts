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
  const [pro, contra] = [pair.for.voices, pair.against.voices];
  switch (label) {
    case 'confirmed':
      return `${who(pro)} ${verb(pro, 'says', 'say')} so ${onRecord(pair.for)}`;
    case 'corroborated':
      return `${firm(pair.for).length} independent origins stand for it: ${who(firm(pair.for))}`;
    case 'contested':
      return `${who(pro)} ${verb(pro, 'stands', 'stand')} for it, ${who(contra)} against it`;
    case 'denied':
      return `${who(contra)} ${verb(contra, 'denies', 'deny')} it; for it stands ${RANK[pair.for.rank]}`;
    case 'single-source':
      return single(pair.for);
    case 'retracted':
      return `${who(takers(pair.takenBack))} took it back`;
    case 'unsourced':
      return `nobody stands behind it, only ${RANK[pair.for.rank]}`;
  }
}

/** What a rule of another house may confirm by is not said to be competence. */
const onRecord = ({ rank, competent }: Footing): string =>
  rank === 'document'
    ? 'in a document in hand'
    : competent.length
      ? 'on the record, and is competent for it'
      : 'on the record';

function single({ rank, voices }: Footing): string {
  if (rank === 'artefact') return `it rests on ${RANK.artefact}: ${who(voices)}`;
  return voices.length === 1
    ? `one origin: ${who(voices)}`
    : `one origin above talk and unproven artefacts: ${voices[0] ?? 'nobody'}`;
}

/** Those ranked above talk and unproven artefacts; voices stand in the order of their ranks. */
const firm = ({ ranks, voices }: Footing): readonly string[] =>
  voices.slice(0, [...ranks.values()].filter((rank) => !WEAK.includes(rank)).length);

const WEAK: readonly Rank[] = ['none', 'sourceless', 'crowd', 'artefact'];

const takers = (statements: readonly Placed[]): readonly string[] => [
  ...new Set(statements.flatMap((one) => one.source.name ?? [])),
];

const verb = (voices: readonly string[], one: string, many: string): string => (new Set(voices).size > 1 ? many : one);

/** At most three names. */
function who(voices: readonly string[]): string {
  const all = [...new Set(voices)];
  const shown = all.slice(0, 3).join(', ');
  return all.length > 3 ? `${shown} and ${all.length - 3} more` : shown || 'nobody';
}
