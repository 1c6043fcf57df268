import type { SourceKind } from '../statement.ts';

/** What a noun phrase tells of a source by itself. */
export interface Typed {
  readonly kind: SourceKind;
  /** The person's or body's name without title and office; else the phrase without its article. */
  readonly name: string;
  readonly gender: 'he' | 'she' | null;
  /** The body that the phrase says the person speaks for. */
  readonly body: string | null;
}
