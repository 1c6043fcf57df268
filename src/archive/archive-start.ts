import { glimpseOf, isGzip } from './gzip.ts';
import { isWarc } from './warc-head.ts';

/** Whether bytes begin as an archive does that can be opened; the first few hundred are enough to tell. */
export const isArchiveStart = (bytes: Uint8Array, name: string): boolean =>
  isZipStart(bytes) || isWarcStart(bytes, name);

/** Whether a zip begins here, be it an archive or a document. */
export const isZipStart = ([a, b, c, d]: Uint8Array): boolean =>
  a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));

/** Whether a WARC begins here. The name counts only where the first record is too damaged to tell. */
export function isWarcStart(bytes: Uint8Array, name: string): boolean {
  if (!isGzip(bytes)) return isWarc(bytes);
  const first = glimpseOf(bytes, 0, 5);
  return first ? isWarc(first) : /\.warc\.gz$/iu.test(name);
}
