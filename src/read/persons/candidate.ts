import type { Part, Run } from './run.ts';

/** A stretch of capitals that may be a name, with what was taken off its front. */
export interface Candidate {
  readonly parts: readonly Part[];
  readonly title: string | null;
  /** The title is one that stands before nothing but a person's name: "Mr". */
  readonly addressed: boolean;
  readonly greeted: boolean;
  readonly signed: boolean;
  /** Nothing but what was taken off stands before it in its sentence. */
  readonly opening: boolean;
  readonly run: Run;
}
