import type { Api } from './api.ts';
import type { Route } from './route.ts';

export type Tongue = 'en' | 'zh';

/** A key that does something in a view, with the words for the help sheet. */
export interface Key {
  /** As `KeyboardEvent.key` has it: `j`, `Enter`, `?`. */
  readonly key: string;
  readonly does: string;
  readonly run: () => void;
}

/** What every view of the workbench is given. */
export interface RoomProps {
  readonly api: Api;
  readonly route: Route;
  readonly tongue: Tongue;
  /** Grows with every event of the case and every new weighing: views fetch anew where it changed. */
  readonly head: number;
  /** Goes elsewhere; what is left out stays as it is. `replace` leaves no step to go back to. */
  readonly go: (to: Partial<Route>, how?: 'replace') => void;
  /** Writes a decision down and gives its number; says so in the corner, with a button that takes it back. */
  readonly decide: (
    kind: string,
    data: Readonly<Record<string, unknown>>,
    why: string | null,
  ) => Promise<number | null>;
  /** Says something in the corner, and to screen readers. */
  readonly say: (words: string, tone?: 'plain' | 'wrong') => void;
  /** The keys of this view, as long as it is shown; the help sheet lists them. */
  readonly keys: (keys: readonly Key[]) => void;
}
