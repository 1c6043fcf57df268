import type { Span } from '../base/span.ts';
import type { Label } from '../weigh/ledger.ts';
import type { Policy } from '../weigh/policy.ts';
import type { Dossier } from './dossier.ts';
import type { Excerpt } from './excerpt.ts';

/** A claim that is not published yet, or a person who is not: counted, never worded. */
export interface KeptBack {
  readonly why: 'private-life' | 'right-of-reply';
  readonly label: Label;
}

/** A picture as it may be seen. */
export interface Plate {
  readonly item: string;
  /** Path in the folder. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** The words that may be seen in it. */
  readonly words: string;
}

/** Words of an item with what stands around them, stand-ins in place. */
export interface Quotation extends Span, Excerpt {
  readonly item: string;
}

/** An edition as it was published: what the next one tells its changes from. */
export interface PastEdition {
  readonly number: number;
  /** When it was published: an instant. */
  readonly published: string;
  readonly dossier: Dossier;
}

/**
 * One edition of the public record of a story. Everything in it may be read by anybody: names that are withheld have
 * given way to stand-ins, ids were made anew so that nothing can be guessed from them, and the full texts are not here.
 */
export interface Edition {
  readonly number: number;
  /** When it was published: an instant. */
  readonly published: string;
  readonly title: string;
  /** Tags of the languages of the interface; the first stands at the root of the folder. */
  readonly languages: readonly string[];
  /** Where the folder will stand on the web, ending in a slash; null where that is not known: then links are relative. */
  readonly base: string | null;
  /** The case as its log names it, and the key of the desk that signs. */
  readonly log: { readonly id: string; readonly key: string };
  readonly dossier: Dossier;
  readonly policy: Policy;
  readonly quotations: readonly Quotation[];
  readonly plates: readonly Plate[];
  readonly keptBack: readonly KeptBack[];
  /** Claims that are published before somebody had the time to answer: the editor's reason, by claim. */
  readonly waived: Readonly<Record<string, string>>;
  /** The editions before, oldest first. */
  readonly earlier: readonly PastEdition[];
}
