/** Files in the order in which they are sent: what is told of files (`index.csv`) first, then by path as people count. */
export function inOrder(files: readonly File[]): readonly File[] {
  const collator = new Intl.Collator('en', { numeric: true });
  const sheet = (file: File): number => (isSheet(file) ? 0 : 1);
  return [...files].sort((a, b) => sheet(a) - sheet(b) || collator.compare(a.name, b.name));
}

export const isSheet = ({ name }: File): boolean => /(?:^|\/)index\.csv$/iu.test(name);

/** Files that were picked, each under its path in the folder that was picked. */
export const picked = (list: FileList | null): readonly File[] =>
  inOrder([...(list ?? [])].map((file) => named(file, file.webkitRelativePath || file.name)));

/** Everything that was dropped, folders through and through. What can't be opened is told, and the rest comes. */
export async function dropped(
  transfer: DataTransfer,
  found: (count: number) => void,
  fault: (path: string) => void,
): Promise<readonly File[]> {
  // The list is emptied as soon as this call gives way: entries are taken first.
  const files: File[] = [];
  const entries = [...transfer.items].flatMap((one) => {
    const entry = one.kind === 'file' ? one.webkitGetAsEntry() : null;
    // What comes from another program may be a file and no entry of a file system.
    const file = entry === null && one.kind === 'file' ? one.getAsFile() : null;
    if (file) files.push(file);
    return entry ? [entry] : [];
  });
  const open = entries.toReversed();
  for (let entry = open.pop(); entry; entry = open.pop()) {
    try {
      if (isFolder(entry)) open.push(...(await entriesOf(entry)).toReversed());
      else if (isFile(entry)) files.push(named(await fileOf(entry), entry.fullPath.replace(/^\//u, '')));
      found(files.length);
    } catch {
      fault(entry.fullPath);
    }
  }
  return inOrder(files);
}

/** A file under another name; its bytes stay on the disk until they are sent. */
const named = (file: File, path: string): File =>
  path === file.name ? file : new File([file], path, { type: file.type, lastModified: file.lastModified });

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((done, failed) => {
    entry.file(done, failed);
  });

/** A folder gives its entries some at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((done, failed) => {
      reader.readEntries(done, failed);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** So many files go in one request; sheets go with each, since they speak of files in all of them. */
const AT_ONCE = 5000;

/** Files in as many lots as they are sent in. */
export function lotsOf(files: readonly File[]): readonly (readonly File[])[] {
  const sheets = files.filter(isSheet);
  const rest = files.filter((file) => !isSheet(file));
  const lots = Array.from({ length: Math.ceil(rest.length / AT_ONCE) }, (_, at) => [
    ...sheets,
    ...rest.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  ]);
  return lots.length > 0 || sheets.length === 0 ? lots : [sheets];
}
