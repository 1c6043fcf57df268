import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openShelf, type Shelf } from './case-folder.ts';
import { hire } from './hire.ts';
import { jsonIn } from './json-bytes.ts';
import { type Desk, type OpenCase, openCase } from './open-case.ts';
import type { CaseMark } from './scribe.ts';

/** The cases below the folder, those that somebody looked at open. */
export interface Bench {
  readonly shelf: Shelf;
  readonly desk: Desk;
  /** The open case of that name; what is no case is refused. */
  readonly case: (name: string) => Promise<OpenCase>;
  /** What a case is, without opening it. */
  readonly mark: (name: string) => Promise<CaseMark>;
  readonly close: () => Promise<void>;
}

export function openBench(folder: string, desk: Desk): Bench {
  const shelf = openShelf(folder);
  const open = new Map<string, OpenCase>();
  const marks = new Map<string, { readonly of: string; readonly mark: CaseMark }>();
  const librarian = hire({ role: 'scribe', folder, by: desk.by });
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
    async mark(name) {
      const place = await shelf.find(name);
      const { size, mtimeMs } = await stat(join(place, 'journal'));
      const known = marks.get(name);
      if (known?.of === `${size} ${mtimeMs}`) return known.mark;
      const mark = jsonIn<CaseMark>(await librarian.ask({ is: 'about', of: place }));
      marks.set(name, { of: `${size} ${mtimeMs}`, mark });
      return mark;
    },
    async close() {
      await Promise.all([...[...open.values()].map((one) => one.close()), librarian.dismiss()]);
    },
  };
}
