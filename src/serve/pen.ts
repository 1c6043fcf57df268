import { setTimeout as pause } from 'node:timers/promises';
import { HearsayError } from '../base/error.ts';
import { inTurn } from '../base/in-turn.ts';
import { handOf, openPatiently } from '../desk/hand.ts';
import type { Writer } from '../store/case.ts';

/** Writes to one case: one thing after the other, and the lock is held only while there is something to write. */
export interface Pen {
  readonly write: <T>(work: (writer: Writer) => Promise<T>) => Promise<T>;
  /** Puts the pen down, when what is being written is written. */
  readonly close: () => Promise<void>;
}

/** After the last word the lock is held that long: what follows at once need not read the journal anew. */
const LINGER_MS = 60;
/** After that long others get their turn. */
const TURN_MS = 1000;
const PAUSE_MS = 80;

export function openPen(folder: string, by: string | null): Pen {
  const enqueue = inTurn();
  let waiting = 0;
  let writer: Writer | null = null;
  let since = 0;
  let resting: NodeJS.Timeout | null = null;
  const pickedUp = async (): Promise<Writer> => {
    if (writer && performance.now() - since > TURN_MS) {
      await putDown();
      await pause(PAUSE_MS);
    }
    if (writer === null) since = performance.now();
    writer ??= await openPatiently(folder, await handOf(by));
    return writer;
  };
  const putDown = async (): Promise<void> => {
    const held = writer;
    writer = null;
    await held?.close();
  };
  const rest = (): void => {
    if (resting) clearTimeout(resting);
    resting = setTimeout(() => {
      if (waiting === 0)
        void enqueue(putDown).catch((cause: unknown) => process.stderr.write(`hearsay serve: ${cause}\n`));
    }, LINGER_MS);
  };
  return {
    write(work) {
      waiting++;
      return enqueue(async () => {
        try {
          return await work(await pickedUp());
        } catch (cause) {
          // Nobody knows what is on the disk: the next word reads the journal anew.
          if (!(cause instanceof HearsayError) || cause.code === 'disk') await putDown().catch(() => undefined);
          throw cause;
        } finally {
          waiting--;
          rest();
        }
      });
    },
    async close() {
      if (resting) clearTimeout(resting);
      await enqueue(putDown);
    },
  };
}
