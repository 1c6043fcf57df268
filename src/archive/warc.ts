import { type Fields, fieldOf } from './fields.ts';
import { type Fault, Flaw } from './flaw.ts';
import { type Budget, glimpseOf, isGzip, readMember } from './gzip.ts';
import { httpContent, unchunked } from './http-content.ts';
import { codingsOf, type HttpMessage, readHttp } from './http-message.ts';
import { matches, parseDigest } from './warc-digest.ts';
import { fieldFaults, isWarc, readHead, uriOf } from './warc-head.ts';

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

/** A WARC file. A strict reading has no faults: it throws at the first. */
export interface Warc {
  /** Of the first record. */
  readonly version: '1.0' | '1.1';
  readonly gzip: boolean;
  readonly records: readonly WarcRecord[];
  readonly faults: readonly Fault[];
}

/** What a WARC may cost, and whether its faults end the reading. */
export interface WarcLimits {
  /** Bytes of all records together, unpacked. */
  readonly total: number;
  /** Unpacked bytes for each byte of the file, above 16 MiB. */
  readonly ratio: number;
  readonly records: number;
  /** Keep every record that can be read, and tell the faults instead of throwing. */
  readonly lenient: boolean;
}

const LIMITS: WarcLimits = { total: 2 ** 30, ratio: 200, records: 1_000_000, lenient: false };
const FLOOR = 16 * 2 ** 20;
const MOST_FAULTS = 1000;

/**
 * Reads a WARC file, packed record by record or not at all. Strict: every byte belongs to a record, each record is whole
 * and ends as it should, its mandatory fields are there once, and its digests hold. Throws a `Flaw`; with `lenient`, for
 * archives that others wrote, goes on at the next record and tells what was wrong.
 */
export function readWarc(bytes: Uint8Array, limits: Partial<WarcLimits> = {}): Warc {
  const { total, ratio, records: most, lenient } = { ...LIMITS, ...limits };
  const gzip = isGzip(bytes);
  refuseOthers(bytes, gzip);
  const budget = { left: Math.min(total, Math.max(FLOOR, bytes.length * ratio)) };
  const records: WarcRecord[] = [];
  const faults: Fault[] = [];
  const ids = new Set<string>();
  for (let at = 0; at < bytes.length; ) {
    const step = gzip ? packedStep(bytes, at, budget) : plainStep(bytes, at);
    const found = [...step.faults];
    for (const record of step.records) {
      if (ids.has(record.id)) found.push(fault('two records have the same id', record));
      ids.add(record.id);
      records.push(record);
    }
    if (records.length > most) found.push(new Flaw('too-large', `the file has more than ${most} records`, at));
    for (const { code, what, start, end } of found) {
      if (!lenient) throw new Flaw(code, what, start, end);
      faults.push({ code, what, start, end });
    }
    if (records.length > most || faults.length > MOST_FAULTS) break;
    at = step.next;
  }
  return { version: records[0]?.version ?? '1.1', gzip, records, faults };
}

/** What was read from one place, and where to go on. */
interface Step {
  readonly records: readonly WarcRecord[];
  readonly faults: readonly Fault[];
  readonly next: number;
}

function refuseOthers(bytes: Uint8Array, gzip: boolean): void {
  if (bytes.length === 0) throw new Flaw('malformed', 'the file is empty, not a WARC', 0);
  const first = gzip ? glimpseOf(bytes, 0, 16) : bytes.subarray(0, 16);
  const words = String.fromCharCode(...(first ?? []));
  if (words.startsWith('filedesc://')) {
    throw new Flaw('malformed', 'this is an ARC file, the format before WARC: convert it with `warcio recompress`', 0);
  }
  if (bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd) {
    throw new Flaw('malformed', 'this WARC is packed with Zstandard: unpack it with `zstd -d`', 0);
  }
}

function plainStep(bytes: Uint8Array, at: number): Step {
  try {
    const { record, faults } = recordAt(bytes, at);
    return { records: [record], faults, next: record.end };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return { records: [], faults: [error], next: nextPlain(bytes, at + 1) };
  }
}

function packedStep(bytes: Uint8Array, at: number, budget: Budget): Step {
  try {
    const member = readMember(bytes, at, budget);
    return { ...recordsIn(member.bytes, at, member.end), next: member.end };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    const next = error.code === 'too-large' ? bytes.length : nextPacked(bytes, at + 1);
    return { records: [], faults: [error], next };
  }
}

/** The one record of a member; more than one is a fault, and all are kept. Places are those of the member. */
function recordsIn(unpacked: Uint8Array, start: number, end: number): Pick<Step, 'records' | 'faults'> {
  const records: WarcRecord[] = [];
  const faults: Fault[] = [];
  for (let at = 0; at < unpacked.length || records.length === 0; ) {
    const step = plainStep(unpacked, at);
    if (at > 0) faults.push({ code: 'malformed', what: 'a gzip member holds more than one record', start, end });
    faults.push(...step.faults.map(({ code, what }) => ({ code, what, start, end })));
    records.push(...step.records.map((record) => ({ ...record, start, end })));
    if (step.records.length === 0) break;
    at = step.next;
  }
  return { records, faults };
}

function recordAt(bytes: Uint8Array, start: number): { record: WarcRecord; faults: readonly Fault[] } {
  const head = readHead(bytes, start);
  const { fields, blockEnd } = head;
  const end = blockEnd + 4;
  const isClosed = [13, 10, 13, 10].every((byte, n) => bytes[blockEnd + n] === byte);
  if (!isClosed)
    throw new Flaw(
      end > bytes.length ? 'truncated' : 'malformed',
      'a record does not end where it says',
      start,
      Math.min(end, bytes.length),
    );
  const block = bytes.subarray(head.blockStart, blockEnd);
  const [type, contentType] = [fieldOf(fields, 'warc-type') ?? '', fieldOf(fields, 'content-type')];
  const http = messageIn(type, contentType, block);
  const own = checkBlock(fields, block);
  const payload = checkPayload(fields, type, block, http);
  const record: WarcRecord = {
    ...{ version: head.version, type, id: fieldOf(fields, 'warc-record-id') ?? '', uri: uriOf(fields) },
    ...{ date: fieldOf(fields, 'warc-date') ?? '', contentType, headers: fields, block, start, end },
    ...{ blockStart: head.blockStart - start, digest: own.check, payloadDigest: payload.check, http },
  };
  const faults = fieldFaults(fields).map((what) => fault(what, record));
  for (const what of [own.fault, payload.fault]) {
    if (what !== null) faults.push({ code: 'damaged', what, start, end });
  }
  return { record, faults };
}

const fault = (what: string, { start, end }: WarcRecord): Fault => ({ code: 'malformed', what, start, end });

function messageIn(type: string, contentType: string | null, block: Uint8Array): HttpMessage | null {
  if (!/^application\/http\b/iu.test(contentType ?? '')) return null;
  if (!['request', 'response', 'revisit'].includes(type)) return null;
  try {
    return readHttp(block);
  } catch {
    return null;
  }
}

function checkBlock(fields: Fields, block: Uint8Array): { check: DigestCheck; fault: string | null } {
  const told = fieldOf(fields, 'warc-block-digest');
  if (told === null) return { check: 'absent', fault: null };
  const digest = parseDigest(told);
  if (digest && matches(block, digest)) return { check: 'passed', fault: null };
  return { check: 'failed', fault: 'the block of a record does not have the digest it tells' };
}

function checkPayload(
  fields: Fields,
  type: string,
  block: Uint8Array,
  http: HttpMessage | null,
): { check: WarcRecord['payloadDigest']; fault: string | null } {
  const told = fieldOf(fields, 'warc-payload-digest');
  if (told === null) return { check: 'absent', fault: null };
  const digest = parseDigest(told);
  const failed = { check: 'failed', fault: 'the payload of a record does not have the digest it tells' } as const;
  if (!digest) return failed;
  // A revisit tells the digest of a payload that stands elsewhere; a segment or a cut-off capture that of the whole.
  const isPart = ['warc-segment-number', 'warc-truncated'].some((name) => fieldOf(fields, name) !== null);
  if (type === 'revisit') return { check: 'ambiguous', fault: null };
  const { readings, isAll } = payloads(block, http);
  if (readings.some((reading) => matches(reading(), digest))) return { check: 'passed', fault: null };
  return isPart || !isAll() ? { check: 'ambiguous', fault: null } : failed;
}

/** What the payload could be: the body as sent, without its chunks, unpacked. */
function payloads(
  block: Uint8Array,
  http: HttpMessage | null,
): { readings: readonly (() => Uint8Array)[]; isAll: () => boolean } {
  if (!http) return { readings: [() => block], isAll: () => true };
  const { body } = http;
  const isCoded = codingsOf(http, 'content-encoding').length + codingsOf(http, 'transfer-encoding').length > 0;
  if (!isCoded) return { readings: [() => body], isAll: () => true };
  return {
    readings: [() => body, () => unchunked(body) ?? body, () => httpContent(http).bytes],
    isAll: () => httpContent(http).faults.length === 0,
  };
}

/** Where the next record could start after a broken one: a version line at the start of a line. */
function nextPlain(bytes: Uint8Array, from: number): number {
  for (let at = from; ; ) {
    const found = bytes.indexOf(0x57, at);
    if (found < 0) return bytes.length;
    if (isWarc(bytes, found) && bytes[found - 1] === 10) return found;
    at = found + 1;
  }
}

/** Where the next member could start after a broken one: its data begin like a record. */
function nextPacked(bytes: Uint8Array, from: number): number {
  let looks = 0;
  for (let at = from; looks < 50_000; ) {
    const found = bytes.indexOf(0x1f, at);
    if (found < 0) return bytes.length;
    if (isGzip(bytes, found)) {
      looks++;
      const first = glimpseOf(bytes, found, 5);
      if (first && isWarc(first)) return found;
    }
    at = found + 1;
  }
  return bytes.length;
}
