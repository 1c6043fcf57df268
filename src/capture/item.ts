import type { Digest } from '../base/digest.ts';
import type { ErrorCode } from '../base/error.ts';

/** Why an item can't be read: a finding, not an exception. */
export interface Unreadable {
  readonly code: ErrorCode;
  readonly message: string;
}

/** One captured thing: an article, post, image, message export or document. */
export interface Item {
  readonly id: string;
  readonly file: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** As the carrier states it: ISO 8601 with offset where known, else as much as is known. */
  readonly published: string | null;
  /** When the carrier says it was last changed. */
  readonly modified: string | null;
  readonly captured: string | null;
  readonly mediaType: string;
  readonly digest: Digest;
  /** BCP 47, from the sheet, the file or the script of the text; `und` where unknown. */
  readonly language: string;
  readonly title: string | null;
  readonly note: string | null;
  readonly unreadable: Unreadable | null;
}
