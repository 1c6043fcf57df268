import type { Placed, Rank, Side } from './ledger.ts';

/** What one side of a claim rests on: every origin with its strongest rank. */
export interface Footing extends Side {
  readonly ranks: ReadonlyMap<string, Rank>;
  /** Those who stand on it by name, the strongest first; nobody who only passes it on. */
  readonly voices: readonly string[];
  readonly competent: readonly Placed[];
  readonly statements: readonly Placed[];
}

/** The pair that rules look at. */
export interface Pair {
  readonly for: Footing;
  readonly against: Footing;
  readonly takenBack: readonly Placed[];
}
