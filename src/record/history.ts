import type { Digest } from '../base/digest.ts';
import { compareInstants } from '../base/time.ts';
import { DECISION_KINDS, isDecisionKind } from '../weigh/decision.ts';
import type { AddData, CaptureData, CaseData, SealData, StampData, WaitData } from './event.ts';
import { erasedBy } from './journal.ts';
import type { Line } from './line.ts';

/** An event with what it says. */
export interface Event<T = Readonly<Record<string, unknown>>> {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly by: string;
  readonly data: T;
}

/** An event whose body is gone. */
export interface Erased {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  /** The `erase` event that took it. */
  readonly by: number;
}

/** What a journal comes to. */
export interface History {
  readonly case: Event<CaseData>;
  /** Every event that still has its body, in order. */
  readonly events: readonly Event[];
  readonly erased: readonly Erased[];
  /** Numbers of events that an undo, itself not undone, took back. */
  readonly undone: ReadonlySet<number>;
  /** Evidence in force: neither erased nor undone. */
  readonly evidence: readonly Event<AddData>[];
  readonly sealed: readonly Event<SealData>[];
  readonly captures: readonly Event<CaptureData>[];
  /** Decisions in force, in order. */
  readonly decisions: readonly Event[];
  /** The last policy in force, or `null` for the default. */
  readonly policy: unknown;
  readonly stamps: readonly Event<StampData>[];
  /** Tokens still waited for. */
  readonly waits: readonly Event<WaitData>[];
  readonly names: readonly Digest[];
}

/** Kinds that can be taken back. The others say what happened, which no later word changes. */
export const UNDOABLE: readonly string[] = [...DECISION_KINDS, 'add', 'seal', 'policy', 'undo'];

/** Folds lines, checked before, into what they come to; with `until`, only events up to that instant. Linear. */
export function historyOf(lines: readonly Line[], until: string | null = null): History | null {
  const taken =
    until === null ? lines : lines.filter(({ head }) => head.seq === 0 || compareInstants(head.at, until) <= 0);
  const events = taken.flatMap(({ head: { seq, at, kind }, body }): Event[] =>
    body ? [{ seq, at, kind, by: body.by, data: body.data }] : [],
  );
  const [first] = events;
  if (first?.kind !== 'case') return null;
  const undone = undoneBy(events);
  const inForce = events.filter(({ seq }) => !undone.has(seq));
  const of = <T>(kind: string): readonly Event<T>[] =>
    inForce.filter((one) => one.kind === kind) as Event<unknown>[] as Event<T>[];
  return {
    case: first as Event<unknown> as Event<CaseData>,
    events,
    erased: erasedOf(taken, events),
    undone,
    evidence: of<AddData>('add'),
    sealed: of<SealData>('seal'),
    captures: of<CaptureData>('capture'),
    decisions: inForce.filter((one) => isDecisionKind(one.kind)),
    policy: of<{ policy: unknown }>('policy').at(-1)?.data.policy ?? null,
    stamps: of<StampData>('stamp'),
    waits: waiting(of<WaitData>('wait'), of<StampData>('stamp')),
    names: taken.map((line) => line.name),
  };
}

/** From the last to the first, since an undo that was undone takes nothing back. */
function undoneBy(events: readonly Event[]): ReadonlySet<number> {
  const undone = new Set<number>();
  const kinds = new Map(events.map((one) => [one.seq, one.kind]));
  for (const { seq, kind, data } of [...events].reverse()) {
    const target = data['event'];
    if (kind !== 'undo' || undone.has(seq) || typeof target !== 'number' || target >= seq) continue;
    if (UNDOABLE.includes(kinds.get(target) ?? '')) undone.add(target);
  }
  return undone;
}

function erasedOf(lines: readonly Line[], events: readonly Event[]): readonly Erased[] {
  const by = new Map<number, number>();
  for (const one of events) if (one.kind === 'erase') for (const seq of erasedBy(one.data)) by.set(seq, one.seq);
  return lines.flatMap(({ head: { seq, at, kind }, body }) =>
    body ? [] : [{ seq, at, kind, by: by.get(seq) ?? seq }],
  );
}

const waiting = (
  waits: readonly Event<WaitData>[],
  stamps: readonly Event<StampData>[],
): readonly Event<WaitData>[] => {
  const key = ({ size, kind, authority }: WaitData | StampData): string => `${size} ${kind} ${authority}`;
  const come = new Set(stamps.map((one) => key(one.data)));
  return [...new Map(waits.filter((one) => !come.has(key(one.data))).map((one) => [key(one.data), one])).values()];
};

/** The verifier key of the desk that signs a log of this size, or `null` where its event is gone. */
export function keyAt(history: History, size: number): string | null {
  const last = history.events.filter((one) => one.seq < size && (one.kind === 'case' || one.kind === 'key')).at(-1);
  const key = last?.data['key'];
  return typeof key === 'string' ? key : null;
}
