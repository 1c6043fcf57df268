import { HearsayError, messageOf } from '../base/error.ts';
import { isRecord } from '../base/is-record.ts';
import { dayOf, epoch, isDay, isInstant } from '../base/time.ts';
import {
  CLASSES,
  OUTCOMES,
  type Outcome,
  SOURCE_KINDS,
  type SourceKind,
  type StatementClass,
} from '../read/statement.ts';

/** What was done, by its kind. Claims are named by their statements, whose ids outlast every regrouping. */
export type Deed =
  | ({ readonly kind: 'ask'; readonly of: string; readonly question: string } & Partly<'through' | 'claim'>)
  | ({
      readonly kind: 'reply';
      readonly to: number | null;
      readonly of: string;
      readonly outcome: Outcome;
    } & Partly<'text'>)
  | ({ readonly kind: 'promise'; readonly who: string; readonly what: string } & Partly<'due'>)
  | { readonly kind: 'kept' | 'broken' | 'withdrawn'; readonly promise: number | string }
  | { readonly kind: 'merge'; readonly statements: readonly string[] }
  | { readonly kind: 'split'; readonly statements: readonly string[]; readonly from: readonly string[] }
  | ({ readonly kind: 'correct'; readonly statement: string } & Correction)
  | { readonly kind: 'retract'; readonly statement: string }
  | { readonly kind: 'withhold'; readonly name: string }
  | ({ readonly kind: 'disclose'; readonly name: string } & Partly<'second'>)
  | { readonly kind: 'tick'; readonly claim: string; readonly ask: string }
  | { readonly kind: 'waive'; readonly claim: string; readonly of: string }
  | { readonly kind: 'exhibit'; readonly item: string; readonly show: string; readonly second: string };

type Partly<K extends string> = { readonly [key in K]: string | null };

/** What a person read in a statement where the rules read something else; `drop` takes it out. */
export interface Correction {
  readonly class?: StatementClass;
  readonly polarity?: 'positive' | 'negative';
  readonly hedged?: boolean;
  readonly source?: { readonly kind: SourceKind; readonly name: string | null };
  readonly drop?: true;
}

/** A deed with the reason that was given for it: the `data` of an event in the journal. */
export type DecisionData = Deed & { readonly why: string | null };

/** A human decision about a case: what was done, when, by whom and why. Undone ones are left out by who passes them on. */
export type Decision = DecisionData & { readonly seq: number; readonly at: string; readonly by: string };

export type DecisionKind = Deed['kind'];

/** Takes a value apart that is allowed for a key; what it wants is for the message. */
interface Field {
  readonly wants: string;
  readonly allows: (value: unknown) => boolean;
  /** May be left out: then it is null, or absent where `bare`. */
  readonly optional?: 'null' | 'bare';
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isSeq = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isDate = (value: unknown): boolean => {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? dayOf(value) : null;
  return day !== null && isDay(day) && (String(value).length === 10 || isInstant(String(value)));
};
const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isText);
const oneOf = (words: readonly string[]): Field => ({
  wants: `one of ${words.join(', ')}`,
  allows: (value) => typeof value === 'string' && words.includes(value),
});

const text: Field = { wants: 'words', allows: isText };
const seq: Field = { wants: 'the number of an event', allows: isSeq };
const date: Field = { wants: 'a day such as 2031-06-12, or an instant', allows: isDate };
const list: Field = { wants: 'a list of at least one statement', allows: isList };
const orNull = (field: Field): Field => ({
  wants: `${field.wants}, or null`,
  allows: (value) => value === null || field.allows(value),
  optional: 'null',
});
const maybe = (field: Field): Field => ({ ...field, optional: 'bare' });
const promised: Field = {
  wants: 'the number of an event, or the id of a promise',
  allows: (value) => isSeq(value) || isText(value),
};
const region: Field = {
  wants: 'a region of the picture in pixels: x,y,width,height',
  allows: (value) => typeof value === 'string' && /^\d{1,6},\d{1,6},[1-9]\d{0,5},[1-9]\d{0,5}$/.test(value),
};
const source: Field = {
  wants: `{"kind": …, "name": … or null}, the kind ${oneOf(SOURCE_KINDS).wants}`,
  allows: (value) =>
    isRecord(value) &&
    Object.keys(value).every((key) => key === 'kind' || key === 'name') &&
    oneOf(SOURCE_KINDS).allows(value['kind']) &&
    (value['name'] === null || isText(value['name'])),
};

const FIELDS: Readonly<Record<DecisionKind, Readonly<Record<string, Field>>>> = {
  ask: { of: text, question: text, through: orNull(text), claim: orNull(text) },
  reply: { to: orNull(seq), of: text, outcome: oneOf(OUTCOMES), text: orNull(text) },
  promise: { who: text, what: text, due: orNull(date) },
  kept: { promise: promised },
  broken: { promise: promised },
  withdrawn: { promise: promised },
  merge: {
    statements: { wants: 'a list of at least two statements', allows: (v) => isList(v) && new Set(v as []).size > 1 },
  },
  split: { statements: list, from: list },
  correct: {
    statement: text,
    class: maybe(oneOf(CLASSES)),
    polarity: maybe(oneOf(['positive', 'negative'])),
    hedged: maybe({ wants: 'true or false', allows: (value) => typeof value === 'boolean' }),
    source: maybe(source),
    drop: maybe({ wants: 'true, or to be left out', allows: (value) => value === true }),
  },
  retract: { statement: text },
  withhold: { name: text },
  disclose: { name: text, second: orNull(text) },
  tick: { claim: text, ask: text },
  waive: { claim: text, of: text },
  exhibit: { item: text, show: region, second: text },
};

/** Kinds that set a protection aside: the reason is part of the deed. */
const REASONED: readonly DecisionKind[] = ['waive', 'exhibit'];

/** Every kind of decision, in the order of the help. */
export const DECISION_KINDS = Object.keys(FIELDS) as readonly DecisionKind[];

/** Whether a word is the name of a kind of decision. */
export const isDecisionKind = (word: string): word is DecisionKind => Object.hasOwn(FIELDS, word);

/** A decision's data from JSON already parsed. Throws HearsayError `bad-decision`, naming the key. */
export function parseDecision(kind: string, data: unknown): DecisionData {
  if (!isDecisionKind(kind)) refuse(kind, 'the kind', `is none of ${DECISION_KINDS.join(', ')}`);
  if (!isRecord(data)) refuse(kind, 'its data', 'must be an object');
  const fields: Readonly<Record<string, Field>> = {
    ...FIELDS[kind],
    why: REASONED.includes(kind) ? text : orNull(text),
  };
  for (const key of Object.keys(data))
    if (!Object.hasOwn(fields, key))
      refuse(kind, `"${key}"`, `is an unknown key; it takes ${Object.keys(fields).join(', ')}`);
  const read: Record<string, unknown> = { kind };
  for (const [key, field] of Object.entries(fields)) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    if (value !== undefined && !field.allows(value)) refuse(kind, `"${key}"`, `must be ${field.wants}`);
    if (value !== undefined) read[key] = value;
    else if (field.optional === 'null') read[key] = null;
    else if (!field.optional) refuse(kind, `"${key}"`, `is missing; it must be ${field.wants}`);
  }
  const deed = read as unknown as DecisionData;
  if (deed.kind === 'correct' && Object.keys(read).length === 3)
    refuse(kind, 'nothing', 'is corrected; give class, polarity, hedged, source or drop');
  if (deed.kind === 'split' && deed.statements.some((id) => deed.from.includes(id)))
    refuse(kind, '"from"', 'must hold none of the statements that are split off');
  return deed;
}

/** An event of a journal, as far as a decision goes. */
interface Written {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly data: unknown;
}

/** The decisions among events, parsed; events of other kinds are passed over. Throws `bad-decision`, naming the event. */
export function decisionsIn(events: readonly Written[]): readonly Decision[] {
  return events.flatMap(({ seq, at, by, kind, data }) => {
    if (!isDecisionKind(kind)) return [];
    try {
      return [{ ...parseDecision(kind, data), seq, at, by }];
    } catch (cause) {
      const why = messageOf(cause);
      throw new HearsayError('bad-decision', `event ${seq}: ${why}`, { cause });
    }
  });
}

/** The decisions that were made by an instant, in the order in which they were written. */
export function decidedBy(decisions: readonly Decision[], asOf: string): readonly Decision[] {
  const now = epoch(asOf) ?? Number.POSITIVE_INFINITY;
  const out = decisions.filter(({ at }) => (epoch(at) ?? Number.NEGATIVE_INFINITY) <= now);
  return [...out].sort((a, b) => a.seq - b.seq);
}

function refuse(kind: string, where: string, why: string): never {
  throw new HearsayError(
    'bad-decision',
    `decision "${kind.slice(0, 40)}": ${where} ${why}; see \`hearsay note --help\``,
  );
}
