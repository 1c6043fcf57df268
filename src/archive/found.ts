import type { ErrorCode } from '../base/error.ts';
import type { Check } from './check.ts';
import type { Signature } from './wacz-signature.ts';

/** A thing in an archive that can be evidence. */
export interface Found {
  /** `site.warc.gz/https://harbour.example/notice`, or the path in a zip. */
  readonly name: string;
  readonly url: string | null;
  /** When the record says that it was captured; a zip says nothing of that. */
  readonly captured: string | null;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Its record or entry in the outermost file; of what lies packed in another archive, that one. */
  readonly start: number;
  readonly end: number;
}

/** A thing that stays in the archive, and why it is no item. */
export interface Left {
  readonly url: string;
  readonly why: string;
  /** Where a redirect leads. */
  readonly to: string | null;
  readonly start: number;
  readonly end: number;
}

/** Why an archive is not whole. */
export interface Damage {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What an archive holds. */
export interface Contents {
  readonly kind: 'warc' | 'wacz' | 'zip';
  readonly found: readonly Found[];
  readonly left: readonly Left[];
  /** `null` where every byte is as it was written; else `found` is what can still be read. */
  readonly damage: Damage | null;
  /** What was checked of a WACZ; what is wrong with the form of a WARC. */
  readonly checks: readonly Check[];
  /** Of a WACZ, and of those in it: `signatureChecks` looks into them. */
  readonly signatures: readonly Signature[];
}

/** What this room can't tell or undo by itself; the shell lends it. */
export interface Reading {
  /** Whether JSON holds posts of people, not what programs say to each other. */
  readonly isPosts: (bytes: Uint8Array) => boolean;
  /** Undoes a content coding that is not read here (`br`, `zstd`); `null` where it can't. */
  readonly decode: (coding: string, bytes: Uint8Array) => Uint8Array | null;
}

export const PLAIN_READING: Reading = { isPosts: () => false, decode: () => null };
