import { lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Check } from '../base/check.ts';
import type { Digest } from '../base/digest.ts';
import type { FolderReader, KnownOutside } from '../seal/folder.ts';
import { verifyEdition } from '../seal/verify-edition.ts';
import { filesOf, foldersOf, hexOf } from './case-files.ts';

/** A file of a record that is larger is not read: no page is, and a picture is no larger than what was captured. */
const MOST = 512 * 1024 * 1024;

/** Whether a folder is a published record, or was one before a file of its seal was lost. */
export const isPublished = (folder: string): boolean =>
  ['seal/manifest', 'seal/record.json', 'seal/checkpoint'].some(
    (path) => lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined,
  );

/** Checks a published record that lies on the disk. */
export async function verifyPublished(folder: string, known: KnownOutside): Promise<readonly Check[]> {
  const root = resolve(folder);
  const files = await filesOf(root);
  const plain = new Map(
    files.filter(({ kind, size }) => kind === 'file' && size <= MOST).map((one) => [one.path, one]),
  );
  const full = new Set(files.flatMap(({ path }) => above(path)));
  const empty = (await foldersOf(root)).filter((path) => !full.has(path)).map((path) => `${path}/`);
  const reader: FolderReader = {
    list: async () => [...files.map(({ path }) => path), ...empty],
    read: async (path) => (plain.has(path) ? new Uint8Array(await readFile(join(root, path))) : null),
    digest: async (path): Promise<Digest | null> => {
      const file = plain.get(path);
      const hex = file ? await hexOf(root, file) : null;
      return hex === null ? null : `sha256:${hex}`;
    },
    size: (path) => plain.get(path)?.size ?? 0,
  };
  return verifyEdition(reader, known);
}

/** The folders that a path lies in. */
function above(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
