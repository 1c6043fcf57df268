import type { Progress } from '../desk/progress.ts';
import type { Ask } from './clerk.ts';
import { jsonBytes } from './json-bytes.ts';
import type { RunnerAsk } from './runner.ts';
import type { ScribeAsk } from './scribe.ts';

/** Who can be hired for a case, and what each can be asked. */
export interface Asks {
  /** Weighs the case, and shows what was weighed. */
  readonly clerk: Ask;
  /** Reads the journal and writes it. */
  readonly scribe: ScribeAsk;
  /** Goes out for what takes long. */
  readonly runner: RunnerAsk;
}
export type Role = keyof Asks;

/** What somebody is hired for. */
export interface Post<R extends Role> {
  readonly role: R;
  readonly folder: string;
  readonly by: string | null;
}

/** Answers in JSON, as bytes that can be sent as they are. */
export type Answering<R extends Role> = (ask: Asks[R], progress: Progress) => Promise<Uint8Array>;

/** Whoever takes a post. What it needs is loaded then: whoever hires a thread needs none of it. */
export async function takeUp<R extends Role>({ role, folder, by }: Post<R>): Promise<Answering<R>> {
  const opened: { readonly [K in Role]: () => Promise<Answering<K>> } = {
    clerk: async () => {
      const { openClerk } = await import('./clerk.ts');
      return openClerk(folder);
    },
    scribe: async () => {
      const { openScribe } = await import('./scribe.ts');
      const scribe = openScribe(folder, by);
      return async (ask) => jsonBytes(await scribe(ask));
    },
    runner: async () => {
      const { openRunner } = await import('./runner.ts');
      const runner = openRunner(folder, by);
      return async (ask, progress) => jsonBytes(await runner(ask, progress));
    },
  };
  return opened[role]();
}
