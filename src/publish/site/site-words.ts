import type { DecisionKind } from '../../weigh/decision.ts';
import type { Change } from '../changes.ts';
import type { KeptBack } from '../edition.ts';

/** Tags of the languages that the interface speaks. */
export type Tongue = 'en' | 'zh';

type Page = 'story' | 'claims' | 'spread' | 'answers' | 'evidence' | 'corrections' | 'method' | 'verify';

/** What the pages of a published record say in a language; what the report says too is in `Words`. */
export interface SiteWords {
  readonly pages: Readonly<Record<Page, string>>;
  readonly menu: string;
  readonly skip: string;
  /** The name of the language, in itself. */
  readonly own: string;
  readonly edition: (number: number, when: string) => string;
  readonly standFirst: string;
  readonly noClaims: string;
  readonly allClaims: (n: number) => string;
  readonly moreClaims: (n: number) => string;
  readonly origins: (n: number) => string;
  readonly carriers: (n: number) => string;
  readonly since: (when: string) => string;
  readonly keptBack: Readonly<Record<KeptBack['why'], (n: number) => string>>;
  readonly waived: string;
  /** Above whom a claim could still be answered by. */
  readonly open: string;
  readonly history: string;
  readonly embed: string;
  readonly embedHint: string;
  readonly embedTitle: string;
  readonly gone: (edition: number, when: string) => string;
  readonly goneInto: string;
  readonly wasWorded: string;
  readonly correctionsLead: string;
  readonly noCorrections: string;
  readonly firstEdition: string;
  readonly additions: (n: number) => string;
  readonly because: string;
  readonly passed: (day: string) => string;
  readonly decided: (kind: DecisionKind, when: string) => string;
  readonly change: Readonly<Record<Change['kind'], string>>;
  readonly becomes: (from: string, to: string) => string;
  /** How many independent origins a side had and has; empty where that is the same. */
  readonly support: (from: number, to: number, side: 'for' | 'against') => string;
  readonly nameShown: string;
  readonly nameWithheld: string;
  readonly answersLead: string;
  readonly evidenceLead: string;
  readonly spreadLead: string;
  readonly moreSpread: string;
  readonly moreDifferences: string;
  readonly plates: string;
  readonly platesLead: string;
  readonly pictureAlt: (words: string) => string;
  readonly verifyLine: string;
  readonly data: string;
  readonly feed: string;
  readonly feedEdition: (number: number, claims: number, corrections: number) => string;
  readonly method: MethodWords;
}

/** The page that says how the record was made. */
export interface MethodWords {
  readonly lead: readonly string[];
  readonly withheld: string;
  readonly withheldText: readonly string[];
  readonly policy: string;
  readonly policyLead: (name: string) => string;
  readonly columns: readonly [string, string, string];
  readonly ranks: string;
  readonly sides: Readonly<Record<'for' | 'against', string>>;
  readonly atLeast: (rank: string) => string;
  readonly atMost: (rank: string) => string;
  readonly origins: (n: number) => string;
  readonly competent: string;
  readonly takenBack: string;
  /** Where no other rule holds. */
  readonly otherwise: string;
  readonly reply: (publicBody: number, other: number) => string;
  readonly check: string;
  readonly checkText: readonly string[];
  readonly key: string;
  readonly data: string;
  readonly dataLead: string;
  readonly files: Readonly<Record<string, string>>;
}
