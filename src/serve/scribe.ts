import { HearsayError } from '../base/error.ts';
import { policyOfCase } from '../desk/case-dossier.ts';
import { checkNamed, checkUndo } from '../desk/noting.ts';
import { openTakingIn, type Taken } from '../desk/taking-in.ts';
import type { LogEvent } from '../publish/workbench/shapes.ts';
import { type History, UNDOABLE } from '../record/history.ts';
import { readCase, type Writer } from '../store/case.ts';
import { openPen } from './pen.ts';

/** What the scribe of a case can be asked: what its journal says, and to write into it. */
export type ScribeAsk =
  /** Of the case in another folder, where one is named. */
  | { readonly is: 'about'; readonly of?: string }
  | { readonly is: 'event'; readonly seq: number }
  | { readonly is: 'log'; readonly before: number | null; readonly limit: number }
  | { readonly is: 'write'; readonly kind: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly is: 'undo'; readonly event: number; readonly why: string }
  | { readonly is: 'take'; readonly taken: readonly Taken[] }
  | { readonly is: 'rest' };

/** The scribe of the case in a folder: whatever it says is written is on the disk. */
export function openScribe(folder: string, by: string | null): (ask: ScribeAsk) => Promise<unknown> {
  const pen = openPen(folder, by);
  return async (ask) => {
    switch (ask.is) {
      case 'about':
        return aboutOf((await readCase(ask.of ?? folder)).history);
      case 'event':
        return eventOf((await readCase(folder)).history, ask.seq);
      case 'log':
        return logOf((await readCase(folder)).history, ask.before, ask.limit);
      case 'write':
        return pen.write((writer) => {
          checkNamed(writer.history(), ask.data, folder);
          return written(writer, ask.kind, ask.data);
        });
      case 'undo':
        return pen.write((writer) => {
          checkUndo(writer.history(), ask.event, folder);
          return written(writer, 'undo', { event: ask.event, why: ask.why });
        });
      case 'take':
        return pen.write((writer) => taken(writer, ask.taken));
      case 'rest':
        return pen.close();
    }
  };
}

const headOf = (history: History): number => history.names.length - 1;

async function written(
  writer: Writer,
  kind: string,
  data: Readonly<Record<string, unknown>>,
): Promise<{ readonly seq: number }> {
  const [event] = await writer.append([{ kind, data }]);
  return { seq: event?.seq ?? headOf(writer.history()) };
}

async function taken(
  writer: Writer,
  all: readonly Taken[],
): Promise<{ readonly added: number; readonly there: number }> {
  const taking = openTakingIn(writer);
  for (const one of all) await taking.take(one);
  return taking.done();
}

/** What a case is, and how far it has come. */
export interface CaseMark {
  readonly id: string;
  readonly title: string;
  readonly items: number;
  readonly head: number;
  readonly at: string;
  readonly policy: string;
}

export const aboutOf = (history: History): CaseMark => ({
  id: history.case.data.id,
  title: history.case.data.title,
  items: history.evidence.length + history.sealed.length,
  head: headOf(history),
  at: history.events.at(-1)?.at ?? history.case.at,
  policy: policyOfCase(history).name,
});

function eventOf({ events }: History, seq: number): { readonly at: string } {
  const event = events.find((one) => one.seq === seq);
  if (event) return { at: event.at };
  throw new HearsayError('not-found', `there is no event ${seq}; the log lists them`);
}

/** The events before a number, the latest first. */
function logOf(history: History, before: number | null, limit: number): { readonly events: readonly LogEvent[] } {
  const { events, erased, undone } = history;
  const rows: LogEvent[] = [
    ...events.map(({ seq, at, kind, by, data }) => ({
      ...{ seq, at, kind, by, data: toldOf(kind, data), undone: undone.has(seq) },
      undoable: UNDOABLE.includes(kind) && !undone.has(seq),
    })),
    ...erased.map(({ seq, at, kind }) => ({ seq, at, kind, by: '', data: null, undone: false, undoable: false })),
  ];
  const asked = rows.filter(({ seq }) => before === null || seq < before).sort((a, b) => b.seq - a.seq);
  return { events: asked.slice(0, limit) };
}

/** The secret by which an intimate picture can be known again stays in the journal. */
function toldOf(kind: string, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return kind === 'add' && data['intimate'] ? { ...data, intimate: true } : data;
}
