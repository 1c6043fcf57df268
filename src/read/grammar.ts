import type { Span } from '../base/span.ts';
import type { Carrier, Commitment, Response, Statement, Time } from './statement.ts';

/** One stretch of running prose to be read: a paragraph, a post, a message. Spans point into the whole content. */
export interface Stretch extends Span {
  readonly kind:
    | 'title'
    | 'body'
    | 'post'
    | 'message'
    | 'comment'
    | 'caption'
    | 'mail'
    | 'document'
    | 'screen'
    | 'metadata';
  /** Who speaks and when, where the stretch has its own voice; else the carrier's. */
  readonly carrier: Carrier;
}

/** How one family of languages is read. Given in order of the text, so that pronouns can look back. */
export interface Grammar {
  /** The primary language tags it reads. */
  readonly languages: readonly string[];
  readonly statements: (content: string, stretches: readonly Stretch[]) => readonly Statement[];
  readonly responses: (
    content: string,
    stretches: readonly Stretch[],
    statements: readonly Statement[],
  ) => readonly Response[];
  readonly commitments: (
    content: string,
    stretches: readonly Stretch[],
    statements: readonly Statement[],
    times: readonly Time[],
  ) => readonly Commitment[];
}
