import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../base/canonical-json.ts';
import { derivedAt, withDigest } from './derived.ts';

/** Remembers what was computed from content; what it holds can be deleted at will. */
export interface Memo {
  readonly recall: <T>(key: unknown, compute: () => Promise<T>) => Promise<T>;
  /** As `recall`, but only the last value under a name is kept: for what the time of day changes. */
  readonly recallLast: <T>(name: string, key: unknown, compute: () => Promise<T>) => Promise<T>;
}

/** A memo that forgets at once. */
export const noMemo: Memo = {
  recall: (_key, compute) => compute(),
  recallLast: (_name, _key, compute) => compute(),
};

/** Where the user's cache lives (XDG Base Directory; `HEARSAY_CACHE` overrides, empty switches the memo off). */
export function cacheFolder(env: NodeJS.ProcessEnv): string | null {
  if (env['HEARSAY_CACHE'] !== undefined) return env['HEARSAY_CACHE'] || null;
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'hearsay');
}

/**
 * A memo of one JSON file an entry, named by the digest of its key and of `version` (the program's own build), below the
 * digest of what it holds. Written beside and renamed, so that an interrupted run leaves no half entry; an entry that
 * was cut short or changed is computed anew.
 */
export function openMemo(folder: string, version: string): Memo {
  const nameOf = (key: unknown): string =>
    createHash('sha256')
      .update(canonicalJson([version, key]))
      .digest('hex');
  return {
    async recall<T>(key: unknown, compute: () => Promise<T>): Promise<T> {
      const name = nameOf(key);
      const path = join(folder, name.slice(0, 2), name.slice(2));
      const known = await parsed<T>(path);
      if (known) return known.value;
      const value = await compute();
      await kept(path, JSON.stringify({ value }));
      return value;
    },
    async recallLast<T>(name: string, key: unknown, compute: () => Promise<T>): Promise<T> {
      const path = join(folder, name);
      const of = nameOf(key);
      const known = await parsed<T>(path);
      if (known?.of === of) return known.value;
      const value = await compute();
      await kept(path, JSON.stringify({ of, value }));
      return value;
    },
  };
}

async function parsed<T>(path: string): Promise<{ of?: string; value: T } | null> {
  try {
    const bytes = await derivedAt(path);
    const found: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return found !== null && typeof found === 'object' && 'value' in found
      ? (found as { of?: string; value: T })
      : null;
  } catch {
    return null;
  }
}

/** A cache that can't be written (read-only home, full disk) costs time, never the run. */
async function kept(path: string, json: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}`;
    await writeFile(beside, withDigest(new TextEncoder().encode(json)));
    await rename(beside, path);
  } catch {
    // see above
  }
}
