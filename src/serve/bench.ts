import { openShelf, type Shelf } from './case-folder.ts';
import { type Desk, type OpenCase, openCase } from './open-case.ts';

/** The cases below the folder, those that somebody looked at open. */
export interface Bench {
  readonly shelf: Shelf;
  readonly desk: Desk;
  /** The open case of that name; what is no case is refused. */
  readonly case: (name: string) => Promise<OpenCase>;
  readonly close: () => Promise<void>;
}

export function openBench(folder: string, desk: Desk): Bench {
  const shelf = openShelf(folder);
  const open = new Map<string, OpenCase>();
  return {
    shelf,
    desk,
    async case(name) {
      const place = await shelf.find(name);
      const known = open.get(name);
      if (known) return known;
      const fresh = openCase(name, place, desk);
      open.set(name, fresh);
      return fresh;
    },
    close: async () => void (await Promise.all([...open.values()].map((one) => one.close()))),
  };
}
