import { HearsayError } from '../base/error.ts';
import type { Dossier } from '../publish/dossier.ts';
import { leftIn, resolveClaims, spokenFor } from '../publish/resolve-claims.ts';
import { type DecisionData, type DecisionKind, isDecisionKind, parseDecision } from '../weigh/decision.ts';
import { NOTES, noteHelp } from './note-help.ts';
import { arguments_, textOf } from './words.ts';

/** A note as it was typed: claims still stand in it under the ids that the dossier shows. */
export interface Note {
  readonly kind: DecisionKind;
  readonly data: Readonly<Record<string, unknown>>;
  /** Null where no name was given: then whoever sits at the desk. */
  readonly by: string | null;
  readonly why: string | null;
}

/** The words of `hearsay note <case> <kind> …` after the kind. Throws `usage` with how that kind is written. */
export function noteWords(kind: string, words: readonly string[]): Note {
  if (!isDecisionKind(kind)) throw new HearsayError('usage', `there is no note "${kind}"; ${noteHelp(null)}`);
  const { options, flags = [], takes, usage } = NOTES[kind];
  const valued = [...Object.keys(options).filter((name) => !flags.includes(name)), 'by', 'why'];
  const { values, paths } = arguments_(words, {
    ...Object.fromEntries(valued.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
  });
  const least = takes.filter((name) => !name.endsWith('…')).length;
  const most = takes.some((name) => name.endsWith('…')) ? Number.POSITIVE_INFINITY : least;
  if (paths.length < Math.max(least, takes.length) || paths.length > most)
    throw new HearsayError('usage', `note ${kind} is written: ${usage}`);
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (name === 'by' || name === 'why' ? [] : [[name, value]])),
  );
  const data = DATA[kind](paths, given);
  return { kind, data, by: textOf(values['by']), why: textOf(values['why']) };
}

const OF_CLAIMS: readonly DecisionKind[] = ['merge', 'split', 'correct', 'retract', 'waive'];

/** Whether a note can be told only by looking at the case: it names claims, or a question instead of whom it was put to. */
export const needsDossier = ({ kind, data }: Note): boolean =>
  OF_CLAIMS.includes(kind) || data['claim'] !== undefined || (kind === 'reply' && data['of'] === undefined);

/**
 * A note as the data of a decision: claims told by their statements, whoever was asked told by the question. Without a
 * dossier it stands as it was typed.
 */
export function decisionFrom({ kind, data, why }: Note, dossier: Dossier | null): DecisionData {
  return parseDecision(kind, { ...(dossier ? told(kind, data, dossier) : data), why });
}

function told(kind: DecisionKind, data: Note['data'], dossier: Dossier): Note['data'] {
  const ids = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  const one = (value: unknown): unknown => (typeof value === 'string' ? spokenFor(dossier, value) : value);
  switch (kind) {
    case 'ask':
    case 'tick':
    case 'waive':
      return { ...data, claim: one(data['claim']) };
    case 'retract':
    case 'correct':
      return { ...data, statement: one(data['statement']) };
    case 'merge':
      return { statements: resolveClaims(dossier, ids(data['statements'])) };
    case 'split': {
      const statements = resolveClaims(dossier, ids(data['statements']));
      return { statements, from: leftIn(dossier, String(data['from']), statements) };
    }
    case 'reply': {
      const asked = dossier.responses.find(({ decision }) => decision !== undefined && decision === data['to']);
      if (data['of'] !== undefined || asked) return { ...data, of: data['of'] ?? asked?.body };
      throw new HearsayError('bad-decision', `no question has the number ${data['to']}; name whom with --of`);
    }
    default:
      return data;
  }
}

type Given = Readonly<Record<string, unknown>>;
type Reader = (paths: readonly string[], given: Given) => Note['data'];

const promise: Reader = ([first = '']) => ({
  promise: /^#?\d{1,15}$/u.test(first) ? Number(first.replace('#', '')) : first,
});
const asGiven: Reader = (_, given) => given;

/** How the words of each kind become its data; what the options are called there is what the keys are called. */
const DATA: Readonly<Record<DecisionKind, Reader>> = {
  ask: asGiven,
  reply: (_, { to, ...rest }) => (to === undefined ? rest : { ...rest, to: whole(to, '--to') }),
  promise: asGiven,
  kept: promise,
  broken: promise,
  withdrawn: promise,
  merge: (statements) => ({ statements }),
  split: ([from, ...statements]) => ({ from, statements }),
  correct: ([statement], given) => ({ statement, ...correction(given) }),
  retract: ([statement]) => ({ statement }),
  withhold: (words) => ({ name: words.join(' ') }),
  disclose: (words, given) => ({ name: words.join(' '), ...given }),
  tick: ([claim, ...words]) => ({ claim, ask: words.join(' ') }),
  waive: ([claim], given) => ({ claim, ...given }),
  exhibit: ([item], given) => ({ item, ...given }),
};

function correction({ hedged, source, name, ...rest }: Given): Given {
  if (hedged !== undefined && hedged !== 'yes' && hedged !== 'no')
    throw new HearsayError('usage', `--hedged wants yes or no, not "${hedged}"`);
  if (name !== undefined && source === undefined)
    throw new HearsayError('usage', 'with --name say what kind of source it is, with --source');
  return {
    ...rest,
    ...(hedged === undefined ? {} : { hedged: hedged === 'yes' }),
    ...(source === undefined ? {} : { source: { kind: source, name: name ?? null } }),
  };
}

function whole(value: unknown, option: string): number {
  if (typeof value === 'string' && /^#?\d{1,15}$/u.test(value)) return Number(value.replace('#', ''));
  throw new HearsayError(
    'usage',
    `${option} wants the number of an event, as \`hearsay log\` shows it, not "${value}"`,
  );
}
