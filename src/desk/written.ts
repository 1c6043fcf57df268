import { rename, rm, writeFile } from 'node:fs/promises';
import { HearsayError, messageOf } from '../base/error.ts';

/** Writes a file whole or not at all: beside it first, then renamed over it. */
export async function written(file: string, content: string | Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    const why = messageOf(cause);
    throw new HearsayError('not-permitted', `${file} can't be written: ${why}; name another place`, { cause });
  }
}
