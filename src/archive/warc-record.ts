import { type Fields, fieldOf } from './fields.ts';
import { type Fault, Flaw } from './flaw.ts';
import type { Budget } from './gzip.ts';
import { unchunked, undoCodings } from './http-content.ts';
import { codingsOf, type HttpMessage, readHttp } from './http-message.ts';
import { matches, parseDigest } from './warc-digest.ts';
import { fieldFaults, readHead, uriOf } from './warc-head.ts';

/** Whether a digest that a record tells of itself holds. */
export type DigestCheck = 'passed' | 'failed' | 'absent';

/** One record of a WARC (ISO 28500). */
export interface WarcRecord {
  readonly version: '1.0' | '1.1';
  /** `response`, `resource`, `request` …; empty (like `id` and `date`) only where a lenient reading met none. */
  readonly type: string;
  /** With its angle brackets. */
  readonly id: string;
  readonly uri: string | null;
  readonly date: string;
  readonly contentType: string | null;
  readonly headers: Fields;
  readonly block: Uint8Array;
  /** The record in the file, from `start` to `end`: a gzip member, or head, block and the empty lines after it. */
  readonly start: number;
  readonly end: number;
  /** Where the block starts, counted from the start of the (unpacked) record. */
  readonly blockStart: number;
  /** Of WARC-Block-Digest. */
  readonly digest: DigestCheck;
  /**
   * Of WARC-Payload-Digest. Programs disagree whether it is of the payload as sent, without its chunks, or unpacked
   * (warcio#74): it passes where one of them matches, and is `ambiguous` where one could not be tried.
   */
  readonly payloadDigest: DigestCheck | 'ambiguous';
  /** The HTTP message in the block; `null` where there is none, or it can't be read as one. */
  readonly http: HttpMessage | null;
}

/**
 * Reads the record at `start`, and tells what is wrong with it. Throws a `Flaw` only where nobody could say where it
 * ends.
 */
export function recordAt(
  bytes: Uint8Array,
  start: number,
  budget: Budget,
): { record: WarcRecord; faults: readonly Fault[] } {
  const head = readHead(bytes, start);
  const { fields, blockEnd } = head;
  const end = endOf(bytes, start, blockEnd);
  const block = bytes.subarray(head.blockStart, blockEnd);
  const [type, contentType] = [fieldOf(fields, 'warc-type') ?? '', fieldOf(fields, 'content-type')];
  const http = messageIn(type, contentType, block);
  const own = checkBlock(fields, block);
  const payload = checkPayload({ fields, type, block, http }, own.check, budget);
  const record: WarcRecord = {
    ...{ version: head.version, type, id: fieldOf(fields, 'warc-record-id') ?? '', uri: uriOf(fields) },
    ...{ date: fieldOf(fields, 'warc-date') ?? '', contentType, headers: fields, block, start, end },
    ...{ blockStart: head.blockStart - start, digest: own.check, payloadDigest: payload.check, http },
  };
  const faults = fieldFaults(fields).map((what) => recordFault(what, record));
  if (end < blockEnd + 4)
    faults.push({ code: 'truncated', what: 'a record lacks the empty lines after it', start, end });
  for (const what of [own.fault, payload.fault]) {
    if (what !== null) faults.push({ code: 'damaged', what, start, end });
  }
  return { record, faults };
}

/** After the block come two empty lines; where the file ends before they do, the record is still whole. */
function endOf(bytes: Uint8Array, start: number, blockEnd: number): number {
  const after = bytes.subarray(blockEnd, blockEnd + 4);
  const isClosed = after.every((byte, n) => byte === (n % 2 === 0 ? 13 : 10));
  if (isClosed) return blockEnd + after.length;
  throw new Flaw('malformed', 'a record does not end where it says', start, blockEnd + after.length);
}

/** A fault of a record as a whole. */
export const recordFault = (what: string, { start, end }: WarcRecord): Fault => ({
  code: 'malformed',
  what,
  start,
  end,
});

function messageIn(type: string, contentType: string | null, block: Uint8Array): HttpMessage | null {
  if (!/^application\/http\b/iu.test(contentType ?? '')) return null;
  if (!['request', 'response', 'revisit'].includes(type)) return null;
  try {
    return readHttp(block);
  } catch {
    return null;
  }
}

interface Check<Result> {
  readonly check: Result;
  readonly fault: string | null;
}

function checkBlock(fields: Fields, block: Uint8Array): Check<DigestCheck> {
  const told = fieldOf(fields, 'warc-block-digest');
  if (told === null) return { check: 'absent', fault: null };
  const digest = parseDigest(told);
  if (digest && matches(block, digest)) return { check: 'passed', fault: null };
  return { check: 'failed', fault: 'the block of a record does not have the digest it tells' };
}

function checkPayload(
  { fields, type, block, http }: { fields: Fields; type: string; block: Uint8Array; http: HttpMessage | null },
  own: DigestCheck,
  budget: Budget,
): Check<WarcRecord['payloadDigest']> {
  const told = fieldOf(fields, 'warc-payload-digest');
  if (told === null) return { check: 'absent', fault: null };
  const digest = parseDigest(told);
  const failed = { check: 'failed', fault: 'the payload of a record does not have the digest it tells' } as const;
  if (!digest) return failed;
  // A revisit tells the digest of a payload that stands elsewhere; a segment or a cut-off capture that of the whole.
  if (type === 'revisit') return { check: 'ambiguous', fault: null };
  if (!http && own === 'passed' && told === fieldOf(fields, 'warc-block-digest'))
    return { check: 'passed', fault: null };
  const isPart = ['warc-segment-number', 'warc-truncated'].some((name) => fieldOf(fields, name) !== null);
  for (const reading of payloads(block, http, budget)) {
    if (reading === null) return { check: 'ambiguous', fault: null };
    if (matches(reading, digest)) return { check: 'passed', fault: null };
  }
  return isPart ? { check: 'ambiguous', fault: null } : failed;
}

/** What the payload could be: the body as sent, without its chunks, unpacked; last `null` where it can't be unpacked. */
function* payloads(block: Uint8Array, http: HttpMessage | null, budget: Budget): Generator<Uint8Array | null> {
  yield http?.body ?? block;
  if (!http) return;
  const isChunked = codingsOf(http, 'transfer-encoding').length > 0;
  if (isChunked) yield unchunked(http.body) ?? http.body;
  if (!isChunked && codingsOf(http, 'content-encoding').length === 0) return;
  const { bytes, faults } = undoCodings(http, budget);
  yield bytes;
  if (faults.length > 0) yield null;
}
