import { type Journal, readJournal } from '../record/journal.ts';

interface Known {
  readonly bytes: Uint8Array;
  readonly journal: Journal;
}

const MOST_KNOWN = 4;
const known = new Map<string, Known>();

/**
 * A journal read from its bytes. Of one that this process has read before only what came since is checked anew, as long as
 * every byte before that is the same.
 */
export function journalOf(path: string, bytes: Uint8Array): Journal {
  const before = known.get(path);
  const same = before !== undefined && Buffer.compare(before.bytes, bytes.subarray(0, before.bytes.length)) === 0;
  if (same && before.bytes.length === bytes.length) return before.journal;
  const journal = readJournal(bytes, same ? before.journal : null);
  known.delete(path);
  // What stands after the last whole line may go on otherwise.
  if (journal.end === bytes.length) known.set(path, { bytes, journal });
  for (const old of known.keys()) if (known.size > MOST_KNOWN) known.delete(old);
  return journal;
}
