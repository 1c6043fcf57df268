import { setTimeout as pause } from 'node:timers/promises';
import { HearsayError } from '../base/error.ts';
import { type Hand, openWriter, type Writer } from '../store/case.ts';
import { deskFolder, openDesk, whoIsAtDesk } from '../store/desk.ts';

/** Whoever writes now: this desk's key, the name given or the account's, the clock. */
export const handOf = async (by: string | null): Promise<Hand> => ({
  desk: await openDesk(deskFolder(process.env)),
  by: by ?? whoIsAtDesk(process.env),
  now: Date.now,
});

/** Opens a case to write, does the work, seals and gives it back, whatever became of the work. */
export async function writing<T>(
  folder: string,
  by: string | null,
  work: (writer: Writer, hand: Hand) => Promise<T>,
): Promise<T> {
  const hand = await handOf(by);
  const writer = await openPatiently(folder, hand);
  try {
    return await work(writer, hand);
  } finally {
    await writer.close();
  }
}

const PATIENCE_MS = 4000;
const PAUSE_MS = 40;

/** Opens a case to write; where another process is writing, waits a short while for it: most are done at once. */
export async function openPatiently(folder: string, hand: Hand, patience = PATIENCE_MS): Promise<Writer> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return await openWriter(folder, hand);
    } catch (cause) {
      if (!(cause instanceof HearsayError && cause.code === 'locked') || waited >= patience) throw cause;
      await pause(PAUSE_MS);
    }
  }
}
