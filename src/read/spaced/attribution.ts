import type { Span } from '../../base/span.ts';
import type { CueVerb } from './lexicon.ts';

/** One attribution as it stands in a sentence, its source not yet resolved. All spans point into the content. */
export interface Attribution {
  readonly content: Span;
  readonly cue: Span | null;
  readonly verb: CueVerb | null;
  /** Null: the subject is dropped, or nobody is named. */
  readonly source: Span | null;
  readonly sourceless: boolean;
  readonly direct: boolean;
  /** The verb says something only of a document or picture: "shows a van". */
  readonly artefactOnly?: boolean;
  /** The subject of the sentence, where the verb has none of its own. */
  readonly antecedent?: Span | null;
}
