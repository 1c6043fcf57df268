import type { Digest } from '../base/digest.ts';
import type { SignedCheckpoint } from '../log/index.ts';
import type { Listed } from './manifest.ts';
import type { PublicRecord } from './public-record.ts';

/** A published folder, wherever it lies: on a disk, on the web, in a browser's hands. */
export interface FolderReader {
  /** Every path in it; null where that can't be known. Empty folders end in a slash. */
  readonly list: () => Promise<readonly string[] | null>;
  /** The bytes of a file; null where it is not there or is no plain file. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** The digest of a file, where it can be had without holding the file. */
  readonly digest?: (path: string) => Promise<Digest | null>;
  /** How many bytes a file has; asked only where `digest` is given. */
  readonly size?: (path: string) => number;
  readonly step?: (done: number, total: number) => void;
}

/** What is known from elsewhere, by which a case or a record is checked. */
export interface KnownOutside {
  /** Verifier keys of desks; where any is given, no other may have signed. */
  readonly keys: readonly string[];
  /** Verifier keys of witnesses. */
  readonly witnesses: readonly string[];
  /** Checkpoints seen before or elsewhere, as notes. */
  readonly since: readonly string[];
  /** Certificates that time stamps must go back to, in PEM; null where none are given. */
  readonly anchors: string | null;
}

/** What a published folder is made of, as far as it could be read. */
export interface Folder {
  readonly reader: FolderReader;
  readonly known: KnownOutside;
  readonly manifest: readonly Listed[] | null;
  readonly record: PublicRecord | null;
  readonly head: SignedCheckpoint | null;
}
