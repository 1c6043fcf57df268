import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HearsayError } from '../base/error.ts';

let written = 0;

/** Where a case keeps what is being written: the same file system as the rest, and nothing reads it. */
const scratchOf = (root: string): string => join(root, 'derived', 'tmp');

/**
 * Writes a file so that a crash leaves the old one or the new one, and so that it is on the disk when this returns:
 * written beside, `fdatasync`, renamed. The folder is not synced yet: see `syncFolder`.
 */
export async function writeDurably(root: string, path: string, bytes: Uint8Array | string): Promise<void> {
  const beside = join(scratchOf(root), `${process.pid}-${++written}`);
  try {
    await makeFolder(scratchOf(root));
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await makeFolder(dirname(path));
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    throw diskError(path, cause);
  }
}

/** Makes a folder and those above it; each new name is on the disk when this returns. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let at = path; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at));
}

/** Brings the names in a folder to the disk. */
export async function syncFolder(path: string): Promise<void> {
  // Windows has no such call; there a renamed file's name is on the disk with the file.
  if (process.platform === 'win32') return;
  let folder: FileHandle | undefined;
  try {
    folder = await open(path, 'r');
    await folder.sync();
  } catch (cause) {
    throw diskError(path, cause);
  } finally {
    await folder?.close();
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room and try again',
  EDQUOT: 'your share of the disk is full; make room and try again',
  EROFS: 'the disk can only be read; copy the case to another',
  EACCES: 'no permission to write there; change its permissions',
  EPERM: 'no permission to write there; change its permissions',
  EIO: 'the disk does not answer as it should; copy the case to another disk and verify it there',
  ENOENT: 'it is no longer there; was the case moved?',
};

/** An error of the file system as one of ours; another error stays what it is. */
export function diskError(path: string, cause: unknown): Error {
  if (cause instanceof HearsayError) return cause;
  if (!(cause instanceof Error && 'code' in cause)) return cause instanceof Error ? cause : new Error(String(cause));
  const code = String(cause.code);
  return new HearsayError('disk', `${path}: ${ADVICE[code] ?? `it can't be written (${code}); check the disk`}`, {
    cause,
  });
}
