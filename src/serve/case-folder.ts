import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HearsayError } from '../base/error.ts';

/** Which cases there are: the folder itself, where it is one, or its children that are. */
export interface Shelf {
  readonly folder: string;
  /** Names of cases, in order. */
  readonly names: () => Promise<readonly string[]>;
  /** The folder of a case. Nothing but a name that `names` gives leads anywhere. */
  readonly find: (name: string) => Promise<string>;
  /** Where a new case of that name goes. */
  readonly place: (name: string) => Promise<string>;
}

/** The cases below a folder. Links are not followed, and no name leads out of it. */
export function openShelf(folder: string): Shelf {
  const itself = (): Promise<boolean> => isCase(folder);
  const names = async (): Promise<readonly string[]> => {
    if (await itself()) return [basename(folder)];
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((one) => one.isDirectory() && !one.name.startsWith('.')).map((one) => one.name);
    const found = await Promise.all(folders.map((name) => isCase(join(folder, name))));
    return folders.filter((_, at) => found[at]).sort();
  };
  return {
    folder,
    names,
    async find(name) {
      if (isName(name)) {
        if (await itself()) {
          if (name === basename(folder)) return folder;
        } else if (!name.startsWith('.') && (await isCase(join(folder, name)))) return join(folder, name);
      }
      throw new HearsayError('not-found', `there is no case of that name in ${folder}; look at the list of cases`);
    },
    async place(name) {
      if (await itself())
        throw new HearsayError('not-permitted', `${folder} is a case itself; serve the folder above it to make more`);
      if (NEW.test(name) && !/[. ]$/u.test(name) && !RESERVED.test(name)) return join(folder, name);
      throw new HearsayError(
        'usage',
        'the name of a case becomes a folder: letters, digits, spaces, dots and hyphens, beginning with a letter or digit',
      );
    },
  };
}

const NEW = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,79}$/u;
/** Names that one system or another keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

const isName = (name: string): boolean =>
  name.length > 0 && name.length <= 255 && name !== '.' && name !== '..' && !/[/\\\0]/u.test(name);

async function isCase(folder: string): Promise<boolean> {
  const [about, journal] = await Promise.all(
    [lstat(folder), lstat(join(folder, 'journal'))].map((one) => one.catch(() => null)),
  );
  return about?.isDirectory() === true && journal?.isFile() === true;
}
