import { type FileHandle, open } from 'node:fs/promises';
import fsx from 'fs-native-extensions';
import { HearsayError } from '../base/error.ts';
import { diskError } from './durable.ts';

/** A journal open for writing. One process holds it at a time. */
export interface JournalFile {
  /** Adds whole lines at the end; they are on the disk when this returns. */
  readonly append: (text: string) => Promise<void>;
  /** Overwrites a range with hyphens, on the disk when this returns. */
  readonly blank: (start: number, end: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Far beyond any journal: the lock never touches bytes that a reader wants (on Windows it would keep them out). */
const LOCK_AT = 2 ** 40;

/**
 * Takes the lock and opens the file, whose lines end at `end` after `repair` has looked at it. The lock is the kernel's
 * (OFD lock, flock or LockFileEx), so it is gone with its process, however that ended.
 */
export async function openJournalFile(
  path: string,
  repair: (bytes: Uint8Array) => Promise<{ readonly end: number }>,
): Promise<JournalFile> {
  let file: FileHandle;
  try {
    file = await open(path, 'r+');
  } catch (cause) {
    throw diskError(path, cause);
  }
  try {
    if (!fsx.tryLock(file.fd, LOCK_AT, 1)) {
      throw new HearsayError(
        'locked',
        `${path}: another process is writing to this case; wait until it is done and try again`,
      );
    }
    const bytes = new Uint8Array(await file.readFile());
    const { end } = await repair(bytes);
    if (end < bytes.length) {
      await file.truncate(end);
      await file.datasync();
    }
    return journalFile(path, file, end);
  } catch (cause) {
    await file.close();
    throw diskError(path, cause);
  }
}

/** Whether some process is writing now. */
export async function isBeingWritten(path: string): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, 'r+');
  } catch {
    return false;
  }
  try {
    return !fsx.tryLock(file.fd, LOCK_AT, 1);
  } finally {
    await file.close();
  }
}

function journalFile(path: string, file: FileHandle, from: number): JournalFile {
  let end = from;
  /** After a failed sync nobody knows what is on the disk: nothing more is written through this handle. */
  let failed: Error | null = null;
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    if (failed) throw failed;
    try {
      await work();
    } catch (cause) {
      failed = diskError(path, cause);
      await file.truncate(end).catch(() => {});
      throw failed;
    }
  };
  return {
    append: (text) =>
      guarded(async () => {
        const bytes = new TextEncoder().encode(text);
        await writeAll(file, bytes, end);
        await file.datasync();
        end += bytes.length;
      }),
    blank: (start, stop) =>
      guarded(async () => {
        await writeAll(file, new Uint8Array(stop - start).fill(0x2d), start);
        await file.datasync();
      }),
    close: () => file.close(),
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
