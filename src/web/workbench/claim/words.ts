import type { StatementClass } from '../../../read/statement.ts';

/** Everything that a claim's view says, in one language. */
export interface Words {
  readonly loading: string;
  readonly notThen: string;
  readonly since: (when: string) => string;
  readonly why: string;
  readonly held: string;
  readonly heldNot: string;
  readonly for: (count: number) => string;
  readonly against: (count: number) => string;
  readonly nobodyFor: string;
  readonly nobodyAgainst: string;
  readonly origins: string;
  readonly noOrigins: string;
  readonly carriedBy: (count: number) => string;
  readonly copiedFrom: (name: string) => string;
  readonly moreItems: (count: number) => string;
  readonly sideBySide: string;
  readonly clock: string;
  readonly clockOut: string;
  readonly clockKnown: string;
  readonly now: string;
  readonly answers: string;
  readonly contradictions: string;
  readonly decisions: string;
  readonly ask: string;
  readonly privateLife: string;
  readonly show: string;
  readonly deeds: Readonly<Record<'merge' | 'split' | 'retract', string>>;
  readonly mergeWith: string;
  readonly mergeHow: string;
  readonly splitHow: string;
  readonly splitThese: (count: number) => string;
  readonly retractHow: string;
  readonly reason: string;
  readonly write: string;
  readonly cancel: string;
  readonly claim: string;
  readonly moreSaid: (count: number) => string;
  readonly mergeNone: string;
  readonly correct: string;
  /** Before a class, and before what is meant by it. */
  readonly reads: string;
  readonly classes: Readonly<Record<StatementClass, string>>;
  readonly means: string;
  readonly affirms: string;
  readonly denies: string;
  readonly isStatement: string;
  readonly yes: string;
  readonly drop: string;
  readonly keys: Readonly<
    Record<'next' | 'before' | 'correct' | 'merge' | 'split' | 'retract' | 'earlier' | 'later' | 'back', string>
  >;
}
