import type { Tongue } from '../room.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

/** Everything that the story says, in one language. */
export interface Words {
  readonly loading: string;
  readonly empty: string;
  readonly emptyHow: string;
  readonly add: string;
  readonly funnel: (items: number, tellings: number, origins: number) => readonly (readonly [number, string])[];
  readonly unreadable: (count: number) => string;
  readonly asOf: (when: string) => string;
  readonly claims: string;
  readonly filter: string;
  readonly anyLabel: string;
  readonly anyFlag: string;
  readonly changedOnly: string;
  readonly shown: (count: number, all: number) => string;
  readonly origins: (count: number) => string;
  readonly against: (count: number) => string;
  readonly items: (count: number) => string;
  readonly privateLife: string;
  readonly showPrivate: string;
  readonly more: (count: number) => string;
  readonly fewer: string;
  readonly none: string;
  readonly moved: string;
  readonly movedNever: string;
  readonly movedNone: string;
  readonly movedSince: (when: string) => string;
  readonly mark: string;
  readonly marked: string;
  readonly becomes: (from: string, to: string) => string;
  readonly changes: Readonly<
    Record<'claim-new' | 'claim-gone' | 'standing' | 'wording' | 'support' | 'promise' | 'response' | 'name', string>
  >;
  readonly promises: string;
  readonly noPromises: string;
  readonly due: (days: number) => string;
  readonly overdue: (days: number) => string;
  readonly undated: string;
  readonly kept: string;
  readonly broken: string;
  readonly withdrawn: string;
  readonly work: string;
  readonly workLead: string;
  readonly noWork: string;
  readonly would: (label: string) => string;
  readonly ask: string;
  readonly asked: string;
  readonly askedOn: (when: string, due: string) => string;
  readonly answer: string;
  readonly tick: string;
  readonly question: string;
  readonly whom: string;
  readonly through: string;
  readonly outcome: string;
  readonly text: string;
  readonly write: string;
  readonly cancel: string;
  readonly keys: Readonly<Record<'next' | 'before' | 'open' | 'filter' | 'mark' | 'work', string>>;
}

/** The words of the story in a language. */
export const wordsOf = (tongue: Tongue): Words => (tongue === 'zh' ? ZH : EN);
