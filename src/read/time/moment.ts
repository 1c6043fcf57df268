import type { Day } from '../../base/time.ts';

/** What an expression is read against. */
export interface Reference {
  /** The day of publication; null where nobody knows it. */
  readonly day: Day | null;
  /** Milliseconds since 1970, where the reference is an instant. */
  readonly ms: number | null;
  /** `+08:00` of the carrier, where it has one. */
  readonly offset: string | null;
  /** The day last spoken of. */
  readonly last: Day | null;
  /** Whether the words around look ahead. */
  readonly ahead: boolean;
  /** Whether the words are hardly more than this time. */
  readonly alone: boolean;
}

/** A time as far as it is known, as ISO 8601; `to` is an interval's end. */
export interface Moment {
  readonly value: string;
  readonly to: string | null;
  /** The day it begins on, where it is known to the day. */
  readonly day: Day | null;
}
