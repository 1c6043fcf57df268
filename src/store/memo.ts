import { createHash, createHmac } from 'node:crypto';
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
  /** Computes it anew, and keeps it for `recallLast`. */
  readonly renewLast: <T>(name: string, key: unknown, compute: () => Promise<T>) => Promise<T>;
}

/** A memo that forgets at once. */
export const noMemo: Memo = {
  recall: (_key, compute) => compute(),
  recallLast: (_name, _key, compute) => compute(),
  renewLast: (_name, _key, compute) => compute(),
};

/** Where the user's cache lives (XDG Base Directory; `HEARSAY_CACHE` overrides, empty switches the memo off). */
export function cacheFolder(env: NodeJS.ProcessEnv): string | null {
  if (env['HEARSAY_CACHE'] !== undefined) return env['HEARSAY_CACHE'] || null;
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'hearsay');
}

/**
 * A memo of one JSON file an entry, named by the digest of its key and of `version` (the program's own build), below the
 * digest of what it holds. Written beside and renamed, so that an interrupted run leaves no half entry; an entry that
 * was cut short or changed, or that was made without `secret`, is computed anew.
 */
export function openMemo(folder: string, version: string, secret: Uint8Array | null = null): Memo {
  const nameOf = (key: unknown): string =>
    createHash('sha256')
      .update(canonicalJson([version, key]))
      .digest('hex');
  /** Whoever can write the folder could put a value there; only who has the secret can give it the right mark. */
  const macOf =
    (name: string) =>
    (json: string): string =>
      createHmac('sha256', secret ?? '')
        .update(`${name}\n${json}`)
        .digest('hex');
  const renewLast = async <T>(name: string, key: unknown, compute: () => Promise<T>): Promise<T> => {
    const value = await compute();
    await kept(join(folder, name), JSON.stringify({ value }), macOf(nameOf(key)));
    return value;
  };
  return {
    async recall<T>(key: unknown, compute: () => Promise<T>): Promise<T> {
      const name = nameOf(key);
      const path = join(folder, name.slice(0, 2), name.slice(2));
      const known = await parsed<T>(path, macOf(name));
      if (known) return known.value;
      const value = await compute();
      await kept(path, JSON.stringify({ value }), macOf(name));
      return value;
    },
    async recallLast<T>(name: string, key: unknown, compute: () => Promise<T>): Promise<T> {
      const known = await parsed<T>(join(folder, name), macOf(nameOf(key)));
      return known ? known.value : renewLast(name, key, compute);
    },
    renewLast,
  };
}

type Mac = (json: string) => string;

/** Mark, line feed, JSON; what bears another mark was put there by somebody else, or for another key. */
async function parsed<T>(path: string, macOf: Mac): Promise<{ value: T } | null> {
  try {
    const bytes = await derivedAt(path);
    const [mac, json = ''] = bytes ? split(new TextDecoder().decode(bytes)) : [];
    if (mac !== macOf(json)) return null;
    const found: unknown = JSON.parse(json);
    return found !== null && typeof found === 'object' && 'value' in found ? (found as { value: T }) : null;
  } catch {
    return null;
  }
}

const split = (text: string): readonly [string, string] => {
  const at = text.indexOf('\n');
  return [text.slice(0, at), text.slice(at + 1)];
};

/** A cache that can't be written (read-only home, full disk) costs time, never the run. */
async function kept(path: string, json: string, macOf: Mac): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}`;
    await writeFile(beside, withDigest(new TextEncoder().encode(`${macOf(json)}\n${json}`)));
    await rename(beside, path);
  } catch {
    // see above
  }
}
