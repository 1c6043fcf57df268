import { type Check, type FileFault, ran } from '../base/check.ts';
import { eachAtOnce } from '../base/each-at-once.ts';
import { blobsOf } from '../record/event.ts';
import type { History } from '../record/history.ts';
import { blobPath } from './blobs.ts';
import { hexOf } from './case-files.ts';
import type { Seen } from './seen.ts';

const AT_ONCE = 8;

/**
 * Every byte of evidence: what events name is there and is what was captured, and nothing else lies there. Without a
 * history each blob can still be held against its own name.
 */
export async function blobChecks({ root, files }: Seen, history: History | null): Promise<readonly Check[]> {
  const named = new Map(
    (history?.events ?? []).flatMap(({ seq, kind, data }) =>
      blobsOf(kind, data).map((name) => [slashed(blobPath(name)), { seq, size: sizeOf(kind, data) }] as const),
    ),
  );
  const there = files.filter(({ path }) => path.startsWith('blobs/'));
  const faults: FileFault[] = [];
  const sums = await eachAtOnce(there, AT_ONCE, (file) =>
    file.kind === 'file' ? hexOf(root, file) : Promise.resolve(null),
  );
  let bytes = 0;
  for (const [at, { path, size }] of there.entries()) {
    const place = { file: path, start: 0, end: size };
    const event = named.get(path);
    bytes += size;
    if (history && !event) faults.push({ ...place, what: 'no event names it' });
    else if (path !== `blobs/sha256/${sums[at]?.slice(0, 2)}/${sums[at]?.slice(2)}`)
      faults.push({ ...place, what: `it is not what ${event ? `event ${event.seq} captured` : 'its name says'}` });
    else if (event && event.size !== null && event.size !== size)
      faults.push({ ...place, what: `event ${event.seq} says it has ${event.size} bytes` });
  }
  const present = new Set(there.map(({ path }) => path));
  for (const [path, { seq }] of named)
    if (!present.has(path))
      faults.push({ file: path, start: 0, end: 0, what: `event ${seq} names it, and it is missing` });
  return [ran('evidence', `${there.length} files, ${bytes} bytes, each what was captured`, faults)];
}

const sizeOf = (kind: string, data: Readonly<Record<string, unknown>>): number | null =>
  kind === 'add' && typeof data['size'] === 'number' ? data['size'] : null;

const slashed = (path: string): string => path.replaceAll('\\', '/');
