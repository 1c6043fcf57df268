import { isRecord } from '../../../base/is-record.ts';
import type { LogEvent } from '../../../publish/workbench/shapes.ts';

/** What an event says, key by key, whatever stands there. */
export interface Facts {
  /** Words under a key; empty where there are none. */
  readonly text: (...keys: readonly string[]) => string;
  readonly number: (key: string) => number;
  /** How long the list under a key is. */
  readonly count: (key: string) => number;
  readonly has: (key: string) => boolean;
  readonly keys: readonly string[];
}

/** The facts of an event's data. */
export function factsOf(data: Readonly<Record<string, unknown>>): Facts {
  const at = (keys: readonly string[]): unknown =>
    keys.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), data);
  return {
    text: (...keys) => {
      const found = at(keys);
      return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
    },
    number: (key) => Number(data[key] ?? Number.NaN),
    count: (key) => (Array.isArray(data[key]) ? data[key].length : 0),
    has: (key) => data[key] !== undefined && data[key] !== null && data[key] !== false,
    keys: Object.keys(data),
  };
}

const DECISIONS = new Set(
  'ask reply promise kept broken withdrawn merge split correct retract withhold disclose tick waive exhibit undo policy'.split(
    ' ',
  ),
);
const EVIDENCE = new Set(['add', 'seal', 'unseal', 'erase', 'capture']);

/** What sort of event a kind is, for the filter. */
export const sortOf = (kind: string): 'decisions' | 'evidence' | 'seals' =>
  DECISIONS.has(kind) ? 'decisions' : EVIDENCE.has(kind) ? 'evidence' : 'seals';

/** Evidence that came in one after the other, from one person, stands in the list as one. */
export type Row =
  | { readonly is: 'event'; readonly event: LogEvent }
  | { readonly is: 'added'; readonly events: readonly LogEvent[] };

const TOGETHER = 4;

/** Events as rows of the list, in their order. */
export function rowsOf(events: readonly LogEvent[]): readonly Row[] {
  const runs: LogEvent[][] = [];
  for (const event of events) {
    const before = runs.at(-1)?.at(-1);
    const isMore =
      event.kind === 'add' && before?.kind === 'add' && before.by === event.by && before.undone === event.undone;
    if (isMore) runs.at(-1)?.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run): readonly Row[] =>
    run.length < TOGETHER ? run.map((event) => ({ is: 'event', event })) : [{ is: 'added', events: run }],
  );
}
