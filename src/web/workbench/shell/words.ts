/** Everything that the frame around the views says, in one language. */
export interface Words {
  readonly skip: string;
  readonly menu: string;
  readonly rooms: Readonly<Record<'story' | 'evidence' | 'spread' | 'adding' | 'publishing' | 'log', string>>;
  readonly claim: string;
  readonly pair: string;
  readonly cases: string;
  readonly casesLead: string;
  readonly noCases: string;
  readonly newCase: string;
  readonly name: string;
  readonly nameHow: string;
  readonly caseTitle: string;
  readonly make: string;
  readonly caseFacts: (items: number, events: number) => string;
  readonly search: string;
  readonly searchHow: string;
  readonly hits: (count: number) => string;
  readonly hitKinds: Readonly<Record<'claim' | 'statement' | 'text' | 'item', string>>;
  readonly help: string;
  readonly helpEverywhere: string;
  readonly helpHere: string;
  readonly keys: Readonly<Record<'help' | 'search' | 'go' | 'undo' | 'close', string>>;
  readonly close: string;
  readonly theme: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly themeIs: string;
  readonly lineDown: string;
  readonly lineUp: string;
  readonly noToken: string;
  readonly noTokenHow: string;
  readonly notLoaded: string;
  readonly written: (seq: number, what: string) => string;
  /** Decisions by their kind. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly undo: string;
  readonly undone: (seq: number) => string;
  readonly undoWhy: string;
  readonly nothingToUndo: string;
  readonly jobs: Readonly<Record<'add' | 'weigh' | 'preview' | 'publish', string>>;
  readonly failed: (what: string, why: string) => string;
  readonly progress: (done: number, total: number) => string;
  readonly left: (seconds: number) => string;
}
