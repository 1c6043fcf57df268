import { HearsayError } from '../base/error.ts';
import { readWarc, type Warc } from './warc.ts';

/** What can be read of a damaged WARC, unfolding to no more than `total` bytes; nothing, where it is none. */
export function readableWarc(bytes: Uint8Array, total: number): Warc {
  try {
    return readWarc(bytes, { total, lenient: true });
  } catch (cause) {
    if (!(cause instanceof HearsayError)) throw cause;
    return { version: '1.1', gzip: false, records: [], faults: [] };
  }
}
