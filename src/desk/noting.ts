import { HearsayError } from '../base/error.ts';
import type { Dossier } from '../publish/dossier.ts';
import { leftIn, resolveClaims, spokenFor } from '../publish/resolve-claims.ts';
import { type History, UNDOABLE } from '../record/history.ts';
import { type DecisionData, type DecisionKind, parseDecision } from '../weigh/decision.ts';

/** A note as somebody wrote it: claims still stand in it under the ids that the dossier shows. */
export interface Note {
  readonly kind: DecisionKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly why: string | null;
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

/** A reply names a question, what became of a promise a promise: each by its number, which must be one of this case. */
export function checkNamed(
  { decisions }: History,
  { to, promise }: Readonly<Record<string, unknown>>,
  folder: string,
): void {
  for (const [number, kind] of [
    [to, 'ask'],
    [promise, 'promise'],
  ] as const) {
    if (typeof number !== 'number' || decisions.some((one) => one.seq === number && one.kind === kind)) continue;
    throw new HearsayError(
      'not-found',
      `event ${number} is no "${kind}" in force; \`hearsay log ${folder}\` lists them`,
    );
  }
}

/** An undo names an event that can be taken back and is not yet. */
export function checkUndo({ events, undone }: History, event: number, folder: string): void {
  const target = events.find((one) => one.seq === event);
  if (!target) throw new HearsayError('not-found', `there is no event ${event}; \`hearsay log ${folder}\` lists them`);
  if (!UNDOABLE.includes(target.kind))
    throw new HearsayError(
      'not-permitted',
      `event ${event} (${target.kind}) says what happened, which no later word changes`,
    );
  if (undone.has(event)) throw new HearsayError('exists', `event ${event} is taken back already`);
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
