import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { blobsOf } from '../record/event.ts';
import type { History } from '../record/history.ts';
import { blobPath, dropBlob } from './blobs.ts';
import { filesOf } from './case-files.ts';

/** Deletes whatever follows from the journal and the evidence. */
export async function dropDerived(root: string): Promise<void> {
  for (const name of ['derived', 'log', 'hearsay.json']) await rm(join(root, name), { recursive: true, force: true });
}

/** Deletes bytes that no event names: a crash between evidence and its event leaves them. Says how many. */
export async function dropNameless(root: string, { events }: History): Promise<number> {
  const named = new Set(events.flatMap(({ kind, data }) => blobsOf(kind, data).map(blobPath)));
  const files = await filesOf(root);
  const stray = files.filter(({ path }) => /^blobs\/sha256\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path) && !named.has(path));
  for (const { path } of stray) await dropBlob(root, `sha256:${path.slice('blobs/sha256/'.length).replace('/', '')}`);
  return stray.length;
}
