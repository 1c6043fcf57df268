import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { type Digest, digest } from '../base/digest.ts';
import { eachAtOnce } from '../base/each-at-once.ts';
import type { Folder, FolderReader } from './folder.ts';
import type { Listed } from './manifest.ts';

/** So many files are asked for at once: over the web, waiting is what takes the time. */
const AT_ONCE = 6;

/** That every file of the manifest is there with its digest, and no other. */
export async function filesCheck({ reader, manifest }: Pick<Folder, 'reader' | 'manifest'>): Promise<Check> {
  if (!manifest) return notRun('files', 'the manifest can’t be read');
  let done = 0;
  const found = await eachAtOnce(manifest, AT_ONCE, async ({ path, digest: named }): Promise<readonly FileFault[]> => {
    const { found, size } = await digestAt(reader, path);
    reader.step?.(++done, manifest.length);
    if (found === named) return [];
    const what = found === null ? 'it is missing, or no plain file' : 'it is not what the manifest names';
    return [{ file: path, start: 0, end: size, what }];
  });
  const there = await reader.list().catch(() => null);
  const faults = [...found.flat(), ...straysAmong(there ?? [], manifest)];
  if (faults.length > 0) return ran('files', `${manifest.length} files`, faults);
  const strays = there === null ? '; whether others lie beside them can’t be seen from here' : '';
  return ran('files', `${manifest.length} files, each as the manifest names it${strays}`, []);
}

async function digestAt(reader: FolderReader, path: string): Promise<{ found: Digest | null; size: number }> {
  if (reader.digest) return { found: await reader.digest(path).catch(() => null), size: reader.size?.(path) ?? 0 };
  const bytes = await reader.read(path).catch(() => null);
  return { found: bytes && digest(bytes), size: bytes?.length ?? 0 };
}

const SEAL = /^seal\/(?:manifest|record\.json|checkpoint|tokens\/[0-9a-f]{64})$/;

function straysAmong(there: readonly string[], manifest: readonly Listed[]): readonly FileFault[] {
  const listed = new Set(manifest.map(({ path }) => path));
  return there
    .filter((path) => !listed.has(path) && !SEAL.test(path))
    .map((file) => ({ file, start: 0, end: 0, what: 'it is no part of the record' }));
}
