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

const IDLE_MS = 30 * 60_000;

export function openBench(folder: string, desk: Desk): Bench {
  const shelf = openShelf(folder);
  const open = new Map<string, OpenCase>();
  const used = new Map<string, number>();
  const marks = new Map<string, { readonly of: string; readonly mark: CaseMark }>();
  const librarian = hire({ role: 'scribe', folder, by: desk.by });
  // A case holds threads and all that was weighed: one that nobody has looked at for long is put away.
  const tidying = setInterval(() => {
    for (const [name, one] of open) {
      const busy =
        desk.news.listeners() > 0 || desk.jobs.all().some((job) => job.case === name && job.state === 'working');
      if (busy || Date.now() - (used.get(name) ?? 0) < IDLE_MS) continue;
      open.delete(name);
      void one.close().catch(() => undefined);
    }
  }, 60_000);
  tidying.unref();
  return {
    shelf,
    desk,
    async case(name) {
      const place = await shelf.find(name);
      used.set(name, Date.now());
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
      clearInterval(tidying);
      await Promise.all([...[...open.values()].map((one) => one.close()), librarian.dismiss()]);
    },
  };
}
