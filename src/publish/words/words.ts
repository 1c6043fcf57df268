import type { Label, PlacedCommitment, PlacedResponse, Rank } from '../../weigh/ledger.ts';

/** What things are called in a language of the interface. */
export interface Words {
  readonly language: 'en' | 'zh';
  /** The language as HTML is told of it. */
  readonly tag: string;
  readonly labels: Readonly<Record<Label, string>>;
  /** What each standing means under the default rules, in half a line. */
  readonly means: Readonly<Record<Label, string>>;
  readonly ranks: Readonly<Record<Rank, string>>;
  readonly outcomes: Readonly<Record<PlacedResponse['outcome'], string>>;
  readonly states: Readonly<Record<PlacedCommitment['state'], string>>;
}
