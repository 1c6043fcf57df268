import type { Facts } from './event-facts.ts';

/** Everything that the log says, in one language. */
export interface Words {
  readonly title: string;
  readonly lead: string;
  readonly show: string;
  readonly all: string;
  readonly decisions: string;
  readonly evidence: string;
  readonly seals: string;
  readonly loading: string;
  readonly empty: string;
  readonly more: (left: number) => string;
  readonly nothingMore: string;
  readonly why: (why: string) => string;
  readonly undone: string;
  readonly erased: string;
  readonly undo: string;
  readonly undoOf: (what: string) => string;
  readonly reason: string;
  readonly reasonHow: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly wasUndone: (seq: number) => string;
  readonly number: (seq: number) => string;
  readonly addedTogether: (count: number) => string;
  readonly seeItem: string;
  readonly seeClaim: string;
  readonly seeEvent: (seq: number) => string;
  readonly keyNext: string;
  readonly keyBefore: string;
  readonly keyUndo: string;
  readonly keyMore: string;
  /** What happened, for each kind of event. */
  readonly told: Readonly<Record<string, (facts: Facts) => string>>;
  readonly other: (kind: string) => string;
  /** What came back to a question. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, string>>;
  /** What a page was that was taken again. */
  readonly captured: Readonly<Record<string, string>>;
}
