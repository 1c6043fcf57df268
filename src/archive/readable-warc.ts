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

/** Whether nothing of the file was lost: its records lie end to end, and each is as it was written, if not as it should. */
export const isComplete = ({ records, faults }: Warc, length: number): boolean =>
  records.length > 0 &&
  faults.every(({ code }) => code === 'malformed') &&
  records.every(({ start }, at) => start === (records[at - 1]?.end ?? 0) || start === records[at - 1]?.start) &&
  records.at(-1)?.end === length;
