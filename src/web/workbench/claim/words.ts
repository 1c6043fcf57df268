import type { Tongue } from '../room.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

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
  readonly inItem: string;
  readonly origins: string;
  readonly noOrigins: string;
  readonly carriedBy: (count: number) => string;
  readonly copiedFrom: (name: string) => string;
  readonly sideBySide: string;
  readonly clock: string;
  readonly clockOut: string;
  readonly clockKnown: string;
  readonly now: string;
  readonly at: (when: string) => string;
  readonly earlier: string;
  readonly answers: string;
  readonly contradictions: string;
  readonly decisions: string;
  readonly ask: string;
  readonly would: (label: string) => string;
  readonly privateLife: string;
  readonly show: string;
  readonly deeds: Readonly<Record<'merge' | 'split' | 'retract' | 'withhold', string>>;
  readonly mergeWith: string;
  readonly mergeHow: string;
  readonly splitHow: string;
  readonly splitThese: (count: number) => string;
  readonly retractHow: string;
  readonly reason: string;
  readonly write: string;
  readonly cancel: string;
  readonly keys: Readonly<Record<'merge' | 'split' | 'retract' | 'earlier' | 'later' | 'back', string>>;
}

/** The words of a claim's view in a language. */
export const wordsOf = (tongue: Tongue): Words => (tongue === 'zh' ? ZH : EN);
