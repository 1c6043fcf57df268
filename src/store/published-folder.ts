import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { eachAtOnce } from '../base/each-at-once.ts';
import { HearsayError } from '../base/error.ts';
import { filesOf } from './case-files.ts';
import { diskError, makeFolder, syncFolder } from './durable.ts';

const AT_ONCE = 16;

/** A file of a published record. */
export interface PublishedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Refuses a place where an edition of this case may not go: one that holds anything which no edition of it wrote. What
 * somebody else put there would be lost, or would be taken for part of the record.
 */
export async function checkPlace(folder: string, origin: string): Promise<void> {
  const root = resolve(folder);
  const about = await lstat(root).catch(() => null);
  if (about === null) return;
  if (!about.isDirectory()) throw new HearsayError('exists', `${folder} is no folder; name a new or an empty one`);
  const files = (await filesOf(root)).map(({ path }) => path);
  if (files.length === 0) return;
  const checkpoint = await readFile(join(root, 'seal/checkpoint'), 'utf8').catch(() => null);
  if (checkpoint === null)
    throw new HearsayError('exists', `${folder} holds files already; name a new or an empty folder`);
  if (checkpoint.split('\n')[0] !== origin)
    throw new HearsayError('exists', `${folder} holds the record of another case; name a new or an empty folder`);
  const manifest = await readFile(join(root, 'seal/manifest'), 'utf8').catch(() => '');
  const known = new Set(manifest.split('\n').map((line) => line.slice(66)));
  const stray = files.find((path) => !known.has(path) && !path.startsWith('seal/'));
  if (stray !== undefined)
    throw new HearsayError(
      'exists',
      `${folder} holds ${stray}, which no edition wrote; take it out, or name another folder`,
    );
}

/** Writes a folder whole or not at all: beside its place first, then in place of what stood there. */
export async function writeFolder(folder: string, files: readonly PublishedFile[]): Promise<void> {
  const root = resolve(folder);
  const fresh = join(dirname(root), `.${basename(root)}.${process.pid}.new`);
  const old = join(dirname(root), `.${basename(root)}.${process.pid}.old`);
  try {
    await makeFolder(dirname(root));
    await rm(fresh, { recursive: true, force: true });
    for (const folder of new Set(files.map(({ path }) => dirname(join(fresh, path)))))
      await mkdir(folder, { recursive: true });
    await eachAtOnce(files, AT_ONCE, ({ path, bytes }) => writeFile(join(fresh, path), bytes));
    const stood = await rename(root, old).then(
      () => true,
      () => false,
    );
    await rename(fresh, root);
    if (stood) await rm(old, { recursive: true, force: true });
    await syncFolder(dirname(root));
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true }).catch(() => {});
    throw diskError(root, cause);
  }
}
