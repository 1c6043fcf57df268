import type { History } from '../record/history.ts';
import type { Journal } from '../record/journal.ts';
import type { CaseFile } from './case-files.ts';

/** A case as `verify` sees it: every byte, and nothing believed yet. */
export interface Seen {
  readonly root: string;
  readonly files: readonly CaseFile[];
  readonly bytes: (path: string) => Promise<Uint8Array | null>;
  readonly journal: Journal;
  /** `null` where not even the first event can be read. */
  readonly history: History | null;
}

/** The range in which two byte strings differ; empty where they are the same. */
export function differing(found: Uint8Array, wanted: Uint8Array): readonly [number, number] {
  let start = 0;
  while (start < found.length && found[start] === wanted[start]) start++;
  if (start === found.length && start === wanted.length) return [0, 0];
  let end = found.length;
  for (let other = wanted.length; end > start && other > start && found[end - 1] === wanted[other - 1]; other--) end--;
  return [start, Math.max(end, start + 1)];
}
