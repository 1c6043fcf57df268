import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { syncFolder, writeDurably } from './durable.ts';

/** SHA-256 by the platform, which is several times as fast as the rooms' own. */
export const digestOf = (bytes: Uint8Array): Digest => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Where a blob lies below its case: `blobs/sha256/ab/cdef…`. */
export function blobPath(name: Digest): string {
  const hex = name.slice('sha256:'.length);
  return join('blobs', 'sha256', hex.slice(0, 2), hex.slice(2));
}

/** Keeps bytes under their digest. All are on the disk, with their names, when this returns. */
export async function putBlobs(root: string, all: readonly Uint8Array[]): Promise<readonly Digest[]> {
  const names = all.map(digestOf);
  const fresh = new Map(names.map((name, at) => [name, all[at] ?? new Uint8Array()]));
  await Promise.all([...fresh].map(([name, bytes]) => put(root, name, bytes)));
  const folders = new Set([...fresh.keys()].map((name) => join(root, dirname(blobPath(name)))));
  await Promise.all([...folders].map(syncFolder));
  return names;
}

/** What is there already is left, unless it has been damaged. */
async function put(root: string, name: Digest, bytes: Uint8Array): Promise<void> {
  const path = join(root, blobPath(name));
  const size = await stat(path).then(
    (about) => about.size,
    () => null,
  );
  if (size === bytes.length && digestOf(await readFile(path)) === name) return;
  await writeDurably(root, path, bytes);
}

/** The bytes of a blob, checked against their name. */
export async function getBlob(root: string, name: Digest): Promise<Uint8Array> {
  const path = blobPath(name);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(join(root, path)));
  } catch (cause) {
    throw new HearsayError('damaged', `${path} of the case is missing or can't be read; restore it from a copy`, {
      cause,
    });
  }
  if (digestOf(bytes) === name) return bytes;
  throw new HearsayError('damaged', `${path} of the case is not what was captured; restore it from a copy`);
}

/** Takes a blob off the disk. */
export async function dropBlob(root: string, name: Digest): Promise<void> {
  const path = join(root, blobPath(name));
  await rm(path, { force: true });
  await syncFolder(dirname(path)).catch(() => {});
}
