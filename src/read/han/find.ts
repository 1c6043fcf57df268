import type { Span } from '../../base/span.ts';
import type { StatementClass } from '../statement.ts';
import type { Phrase } from './source.ts';

/** An attribution found in one sentence, before sources are resolved. Places are in the whole text. */
export interface Find {
  readonly cue: Span;
  readonly word: string;
  readonly class: StatementClass | null;
  /** `null` where the subject is dropped. */
  readonly source: (Phrase & { readonly at: number }) | null;
  readonly content: Span;
  readonly direct: boolean;
  /** Where the clause of the attribution begins; what was said before ends there. */
  readonly clause: number;
  /** Stands inside the content of another and does not end it. */
  readonly nested: boolean;
  /** A sourceless evidential. */
  readonly sourceless: boolean;
  /** A finding in a bulletin's own name. */
  readonly finding: boolean;
}

const LOOSE_ENDS = /[，。；：、！？!?…\s—-]/u;
const STOP_ENDS = /[，。；：、\s]/u;

/** The content without the stops that never belong to it. */
export function trimmed(text: string, span: Span, direct: boolean): Span {
  const loose = direct ? STOP_ENDS : LOOSE_ENDS;
  let { start, end } = span;
  while (start < end && STOP_ENDS.test(text.charAt(start))) start++;
  while (end > start && loose.test(text.charAt(end - 1))) end--;
  return { start, end };
}
