import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { written } from '../desk/written.ts';
import { deskFolder } from '../store/desk.ts';

/** Up to where somebody at this desk has looked. */
export interface Seen {
  readonly head: number;
  readonly at: string;
}

/** The mark of a case, or null. It stays with the desk: what one desk has seen is no part of the case. */
export async function seenOf(id: string): Promise<Seen | null> {
  try {
    const { head, at }: Partial<Seen> = JSON.parse(await readFile(pathOf(id), 'utf8'));
    return typeof head === 'number' && typeof at === 'string' ? { head, at } : null;
  } catch {
    return null;
  }
}

export async function sawUpTo(id: string, seen: Seen): Promise<Seen> {
  await mkdir(join(deskFolder(process.env), 'seen'), { recursive: true, mode: 0o700 });
  await written(pathOf(id), JSON.stringify(seen));
  return seen;
}

/** The id of a case is hexadecimal: its shape was checked when the journal was read. */
const pathOf = (id: string): string => join(deskFolder(process.env), 'seen', `${id}.json`);
