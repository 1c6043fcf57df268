import type { FolderReader } from '../../seal/folder.ts';

/** A folder that the reader handed over; empty folders are null and end in a slash. */
export type Picked = ReadonlyMap<string, File | null>;

/** The folder chosen in a dialogue: its own name is no part of the paths. */
export const pickedFrom = (files: Iterable<File>): Picked =>
  new Map([...files].map((file) => [file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file]));

/** What was dropped: one folder, or all that lies in one. Entries must be taken before the event is over. */
export async function pickedFromDrop(entries: readonly FileSystemEntry[]): Promise<Picked> {
  const [first, ...others] = entries;
  const found = new Map<string, File | null>();
  const within =
    first?.isDirectory && others.length === 0 ? await childrenOf(first as FileSystemDirectoryEntry) : entries;
  await collect(within, '', found);
  return found;
}

async function collect(
  entries: readonly FileSystemEntry[],
  above: string,
  found: Map<string, File | null>,
): Promise<void> {
  for (const entry of entries) {
    const path = `${above}${entry.name}`;
    if (entry.isFile) {
      const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
      found.set(path, file);
      continue;
    }
    const children = await childrenOf(entry as FileSystemDirectoryEntry);
    if (children.length === 0) found.set(`${path}/`, null);
    await collect(children, `${path}/`, found);
  }
}

/** A directory gives its entries in portions, until one is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** A reader over what was handed over. */
export const pickedReader = (picked: Picked, step: (done: number, total: number) => void): FolderReader => ({
  list: async () => [...picked.keys()],
  read: async (path) => {
    const file = picked.get(path);
    return file ? new Uint8Array(await file.arrayBuffer()) : null;
  },
  step,
});
