import { HearsayError } from '../base/error.ts';
import type { Note } from '../desk/noting.ts';
import { type DecisionKind, isDecisionKind } from '../weigh/decision.ts';
import { NOTES, noteHelp } from './note-help.ts';
import { arguments_, textOf } from './words.ts';

/** A note as it was typed. */
export interface TypedNote extends Note {
  /** Null where no name was given: then whoever sits at the desk. */
  readonly by: string | null;
}

/** The words of `hearsay note <case> <kind> …` after the kind. Throws `usage` with how that kind is written. */
export function noteWords(kind: string, words: readonly string[]): TypedNote {
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
