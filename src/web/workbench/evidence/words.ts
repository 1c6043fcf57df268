import type { StatementClass } from '../../../read/statement.ts';
import type { ImagePair } from '../../../trace/image-pair.ts';

/** The kinds of marks on a text. */
export const LAYERS = ['said', 'source', 'cue', 'quoted', 'time', 'copied'] as const;
export type Layer = (typeof LAYERS)[number];

/** Everything that the evidence says, in one language. */
export interface Words {
  readonly title: string;
  readonly loading: string;
  readonly filter: string;
  readonly shown: (count: number, all: number) => string;
  /** What a press on a column does. */
  readonly sortBy: (column: string) => string;
  readonly onlyUnread: (count: number) => string;
  readonly unreadHow: string;
  readonly columns: readonly [string, string, string, string, string];
  readonly unknown: string;
  readonly unread: string;
  readonly all: (count: number) => string;
  readonly back: string;
  readonly noText: string;
  readonly layers: Readonly<Record<Layer, string>>;
  readonly marks: string;
  readonly captured: string;
  readonly capturedHow: string;
  readonly showCaptured: string;
  readonly hideCaptured: string;
  /** Until the frame has something to show. */
  readonly drawing: string;
  readonly picture: string;
  readonly statement: (at: number, all: number) => string;
  readonly looked: (count: number, all: number) => string;
  readonly noStatements: string;
  readonly choose: string;
  readonly says: string;
  readonly class: string;
  readonly classes: Readonly<Record<StatementClass, string>>;
  readonly polarity: string;
  readonly positive: string;
  readonly negative: string;
  readonly hedged: string;
  readonly yes: string;
  readonly no: string;
  readonly carrier: string;
  readonly by: string;
  readonly readers: Readonly<Record<'rules' | 'model' | 'person', string>>;
  readonly chain: string;
  readonly cue: string;
  readonly claim: string;
  readonly noClaim: string;
  readonly accept: string;
  readonly accepted: string;
  readonly correct: string;
  readonly reject: string;
  readonly rejectHow: string;
  readonly sourceKind: string;
  readonly sourceName: string;
  readonly reason: string;
  readonly write: string;
  readonly cancel: string;
  readonly nothingChanged: string;
  readonly copies: string;
  readonly way: Readonly<Record<'from' | 'to' | 'unknown', string>>;
  readonly sideBySide: string;
  readonly answers: string;
  readonly promises: string;
  readonly transcript: string;
  readonly altered: string;
  readonly left: string;
  readonly right: string;
  readonly passages: (all: number) => string;
  readonly passage: (at: number, all: number) => string;
  readonly noCopy: string;
  readonly direction: Readonly<Record<'left-first' | 'right-first' | 'common-source' | 'unknown', string>>;
  readonly because: string;
  readonly inStep: string;
  readonly relations: Readonly<Record<ImagePair['relation'], string>>;
  readonly legend: Readonly<Record<'same' | 'differs', string>>;
  readonly messages: string;
  readonly onlyHere: string;
  readonly notHere: string;
  readonly regions: (same: number, other: number) => string;
  readonly keys: Readonly<
    Record<
      'next' | 'before' | 'accept' | 'correct' | 'reject' | 'captured' | 'list' | 'nextPassage' | 'beforePassage',
      string
    >
  >;
}
