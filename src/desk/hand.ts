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
  const writer = await openWriter(folder, hand);
  try {
    return await work(writer, hand);
  } finally {
    await writer.close();
  }
}
