import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inTurn } from '../base/in-turn.ts';

/** Sees how far a journal has come, whoever writes it. */
export interface JournalWatch {
  /** The number of its last event, as it is on the disk now. */
  readonly head: () => Promise<number>;
}

const PIECE = 1024 * 1024;
const LINE_FEED = 0x0a;

/** Counts lines, and each time only those that came since: an event is a line, and none is ever taken out. */
export function watchJournal(folder: string): JournalWatch {
  const path = join(folder, 'journal');
  let seen = 0;
  let lines = 0;
  const reading = inTurn();
  const count = async (): Promise<number> => {
    const { size } = await stat(path);
    if (size < seen) {
      seen = 0;
      lines = 0;
    }
    if (size === seen) return lines - 1;
    const file = await open(path);
    try {
      const piece = new Uint8Array(PIECE);
      while (seen < size) {
        const { bytesRead } = await file.read(piece, 0, Math.min(PIECE, size - seen), seen);
        if (bytesRead === 0) break;
        for (let at = piece.indexOf(LINE_FEED); at >= 0 && at < bytesRead; at = piece.indexOf(LINE_FEED, at + 1))
          lines++;
        seen += bytesRead;
      }
    } finally {
      await file.close();
    }
    return lines - 1;
  };
  return {
    // One after the other: two that read the same piece would count it twice.
    head: () => reading(count),
  };
}
