import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file that lies in a case, or something there that is none. */
export interface CaseFile {
  /** Its path below the case, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'other';
  readonly size: number;
}

/** Everything below a case but its folders, in order; links are named and never followed. */
export async function filesOf(root: string): Promise<readonly CaseFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry): Promise<CaseFile> => {
        const path = join(entry.parentPath, entry.name);
        const about = await lstat(path).catch(() => null);
        const name = relative(root, path).split(sep).join('/');
        return { path: name, kind: about?.isFile() ? 'file' : 'other', size: about?.size ?? 0 };
      }),
  );
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Every folder below a case. */
export async function foldersOf(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Above this many bytes a file is read in pieces. */
const WHOLE = 4 * 1024 * 1024;

/** SHA-256 of a file, in hexadecimal; `null` where it can't be read. */
export async function hexOf(root: string, file: CaseFile): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    if (file.size <= WHOLE) return hash.update(await readFile(join(root, file.path))).digest('hex');
    for await (const piece of createReadStream(join(root, file.path), { highWaterMark: WHOLE })) hash.update(piece);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
