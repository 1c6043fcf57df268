/** How far something is. */
export interface JobWords {
  readonly kinds: Readonly<Record<'add' | 'weigh' | 'preview' | 'publish', string>>;
  readonly states: Readonly<Record<'waiting' | 'working' | 'done' | 'failed' | 'cancelled', string>>;
  /** A step as the server calls it, in the words of this language. */
  readonly step: (step: string) => string;
  readonly of: (done: number, total: number) => string;
  readonly left: (ms: number) => string;
  readonly elapsed: (seconds: number) => string;
  readonly bytes: (bytes: number) => string;
  readonly cancel: string;
  readonly cancelWhat: (what: string) => string;
  readonly faults: (count: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly progress: string;
}

/** Everything that the view of adding says, in one language. */
export interface Words {
  readonly job: JobWords;
  readonly title: string;
  readonly lead: string;
  readonly drop: string;
  readonly dropHow: string;
  readonly dropNow: string;
  readonly pickFiles: string;
  readonly pickFolder: string;
  readonly looking: (count: number) => string;
  readonly noFiles: string;
  readonly notOpened: (path: string) => string;
  readonly sending: (count: number) => string;
  readonly lost: (why: string) => string;
  readonly links: string;
  readonly linksField: string;
  readonly linksHow: string;
  readonly linksCount: (count: number) => string;
  readonly linksOdd: (lines: readonly number[]) => string;
  readonly render: string;
  readonly renderHow: string;
  readonly ignoreRobots: string;
  readonly ignoreRobotsHow: string;
  readonly capture: string;
  readonly paste: string;
  readonly pasteHow: string;
  readonly pasteField: string;
  readonly asPage: string;
  readonly asPageHow: string;
  readonly known: string;
  readonly knownHow: string;
  readonly fields: Readonly<Record<'title' | 'publisher' | 'author' | 'published' | 'url' | 'lang' | 'note', string>>;
  readonly hints: Readonly<Record<'published' | 'url' | 'lang', string>>;
  readonly add: string;
  readonly toLinks: (count: number) => string;
  readonly toPaste: string;
  readonly toPicture: string;
  readonly underWay: string;
  readonly nothingUnderWay: string;
  readonly done: (added: number, there: number) => string;
  readonly cameIn: string;
  readonly cameInHow: string;
  readonly nothingIn: string;
  readonly notRead: string;
  readonly unreadable: string;
  readonly statements: (count: number) => string;
  readonly browser: string;
  readonly bookmarklet: string;
  readonly bookmarkletHow: string;
  readonly extension: string;
  readonly extensionHow: readonly string[];
  readonly named: string;
  readonly namedTake: string;
  readonly namedTakeBoth: string;
  readonly namedLeave: string;
  readonly namedNote: string;
  readonly keyFiles: string;
  readonly keyLinks: string;
  readonly keyPaste: string;
}
