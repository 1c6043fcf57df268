import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { PlacedError } from './placed-error.ts';

/** A file of a published record, by its path in the folder, with the digest of its bytes. */
export interface Listed {
  readonly path: string;
  readonly digest: Digest;
}

/** A file that a record holds lies below its folder, and its path is the same on every file system. */
const PATH = /^(?!\.|.*\/\.)[a-z0-9.-]+(?:\/[a-z0-9.-]+){0,7}$/;
const LINE = /^([0-9a-f]{64}) {2}(.{1,200})$/;

/** No record holds more files than that, and no manifest more bytes. */
const MOST_FILES = 200_000;

/** Whether a file of a record may have this path, `seal/` aside. */
export const isListable = (path: string): boolean => PATH.test(path) && !path.startsWith('seal/') && path.length <= 200;

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The manifest of some files: what `sha256sum` writes, sorted by path. The inverse of `parseManifest`. */
export function formatManifest(files: readonly Listed[]): string {
  const sorted = [...files].sort((a, b) => inOrder(a.path, b.path));
  const odd = sorted.find(({ path }, at) => !isListable(path) || sorted[at - 1]?.path === path);
  if (odd) throw new HearsayError('internal', `${odd.path} can't stand in a record, or stands there twice`);
  return sorted.map(({ path, digest }) => `${digest.slice('sha256:'.length)}  ${path}\n`).join('');
}

/** Reads a manifest strictly: what it gives, written again, is the same text. Throws PlacedError `malformed`, naming the line. */
export function parseManifest(text: string): readonly Listed[] {
  const lines = text.split('\n');
  if (lines.length > MOST_FILES + 1) throw wrong(MOST_FILES + 1, 'is one more than any record has', 0, text.length);
  const last = utf8ToBytes(text.slice(0, text.lastIndexOf('\n') + 1)).length;
  if (lines.pop() !== '') throw wrong(lines.length + 1, 'does not end in a line feed', last, utf8ToBytes(text).length);
  let [start, before] = [0, ''];
  return lines.map((line, at) => {
    const [, hex = '', path = ''] = LINE.exec(line) ?? [];
    // What broke a line may be the line feed before it; which of two neighbours is out of order can't be told.
    if (!isListable(path))
      throw wrong(
        at + 1,
        'is not a digest, two spaces and a path',
        Math.max(0, start - 1),
        start + utf8ToBytes(line).length + 1,
      );
    if (path <= before)
      throw wrong(at + 1, 'is not in order', start - (lines[at - 1]?.length ?? 0) - 1, start + line.length);
    before = path;
    start += line.length + 1;
    return { path, digest: `sha256:${hex}` };
  });
}

const wrong = (line: number, what: string, start: number, end: number): PlacedError =>
  new PlacedError('malformed', `line ${line} ${what}; get the record again`, start, end);
