/** The languages of the page. */
export type Tongue = 'en' | 'zh';

/** Everything that the page says, in one language. */
export interface Words {
  readonly lang: string;
  /** The language's name in itself, on the switch. */
  readonly own: string;
  readonly title: string;
  readonly lead: string;
  readonly languages: string;
  readonly pick: string;
  readonly pickHow: string;
  readonly drop: string;
  readonly again: string;
  readonly another: string;
  readonly known: string;
  readonly key: string;
  readonly keyHow: string;
  readonly since: string;
  readonly sinceHow: string;
  readonly apply: string;
  readonly badKey: string;
  readonly badSince: string;
  readonly working: (done: number, total: number) => string;
  readonly starting: string;
  readonly whole: (edition: string) => string;
  readonly edition: (number: number, title: string | null, when: string, desk: string) => string;
  readonly compare: string;
  readonly deskKnown: string;
  readonly changed: (files: string, more: number) => string;
  readonly added: (files: string, more: number) => string;
  readonly stranger: string;
  readonly otherHistory: string;
  readonly nothing: string;
  readonly and: string;
  readonly results: Readonly<Record<'passed' | 'failed' | 'not run', string>>;
  readonly columns: readonly [string, string, string];
  readonly caption: string;
  readonly bytes: (start: number, end: number) => string;
  /** A fault after the name of its file: its place, where one can be told, and what it is. */
  readonly fault: (place: string, what: string) => string;
  readonly more: (count: number) => string;
  /** What each check asks, by its name. */
  readonly checks: Readonly<Record<string, readonly [string, string]>>;
  readonly desk: string;
  readonly limits: string;
  readonly limitsText: readonly string[];
  /** An instant, as this language writes it. */
  readonly when: (instant: string) => string;
  /** What the checks found, which is told in English, in this language. */
  readonly say: (english: string) => string;
}
