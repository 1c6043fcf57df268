import { dayOf, isDay, isInstant } from '../base/time.ts';
import { type Fields, fieldOf, fieldsOf, trimmed, unfold } from './fields.ts';
import { Flaw } from './flaw.ts';

/** The version line and named fields of a WARC record, and where its block stands. */
export interface WarcHead {
  readonly version: '1.0' | '1.1';
  readonly fields: Fields;
  readonly blockStart: number;
  readonly blockEnd: number;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const MOST_HEAD = 1 << 20;
const MOST_LINES = 1000;
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
/** Fields that may stand more than once: several records were captured together, several protocols were in use. */
const REPEATED = new Set(['warc-concurrent-to', 'warc-protocol', 'warc-cipher-suite']);
const MANDATORY = ['WARC-Type', 'WARC-Record-ID', 'WARC-Date', 'Content-Length'];
/** Types that mean nothing without the address they belong to (ISO 28500, 5.13). */
const WITH_URI = new Set(['response', 'resource', 'request', 'revisit', 'conversion', 'continuation']);
const UUID = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Whether a record could start here. */
export const isWarc = (bytes: Uint8Array, at = 0): boolean =>
  [0x57, 0x41, 0x52, 0x43, 0x2f].every((byte, n) => bytes[at + n] === byte);

/**
 * Reads the head of the record at `start` (ISO 28500, 4): every line ends in CR LF, an empty line ends the head, the
 * block is as long as Content-Length says. Throws a `Flaw` where the record has no readable frame.
 */
export function readHead(bytes: Uint8Array, start: number): WarcHead {
  const first = lineAt(bytes, start, start);
  const version = /^WARC\/1\.([01])$/u.exec(first.text)?.[1];
  if (version === undefined) {
    const what = isWarc(bytes, start) ? 'a record has a version other than 1.0 and 1.1' : 'no WARC record starts here';
    throw new Flaw('malformed', what, start);
  }
  const lines: string[] = [];
  let at = first.next;
  for (;;) {
    const { text, next } = lineAt(bytes, at, start);
    at = next;
    if (text === '') break;
    lines.push(text);
    if (lines.length > MOST_LINES) throw new Flaw('malformed', 'a record has too many fields', start, next);
  }
  const fields = unfold(lines).map((line) => fieldIn(line, start, at));
  const blockEnd = at + lengthOf(fields, start);
  if (blockEnd > bytes.length) throw new Flaw('truncated', 'a record breaks off in its block', start, bytes.length);
  return { version: version === '0' ? '1.0' : '1.1', fields, blockStart: at, blockEnd };
}

function fieldIn(line: string, start: number, end: number): Fields[number] {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon);
  if (colon < 1 || !NAME.test(name)) throw new Flaw('malformed', 'a line of a record is not a field', start, end);
  return [name, trimmed(line.slice(colon + 1))];
}

function lineAt(bytes: Uint8Array, at: number, start: number): { text: string; next: number } {
  const reach = bytes.subarray(at, Math.min(bytes.length, start + MOST_HEAD));
  const feed = reach.indexOf(10);
  if (feed < 0) {
    if (start + MOST_HEAD < bytes.length) throw new Flaw('malformed', 'the fields of a record do not end', start);
    throw new Flaw('truncated', 'a record breaks off in its fields', start, bytes.length);
  }
  if (reach[feed - 1] !== 13) throw new Flaw('malformed', 'a line of a record does not end in CR LF', at, at + feed);
  const line = reach.subarray(0, feed - 1);
  for (const [n, byte] of line.entries()) {
    if ((byte < 32 && byte !== 9) || byte === 127) {
      throw new Flaw('malformed', 'a field holds a control character', at + n);
    }
  }
  try {
    return { text: UTF8.decode(line), next: at + feed + 1 };
  } catch {
    throw new Flaw('malformed', 'a field is not UTF-8', at, at + feed);
  }
}

function lengthOf(fields: Fields, start: number): number {
  const [length = '', other] = fieldsOf(fields, 'content-length');
  if (other !== undefined || !/^\d{1,15}$/u.test(length)) {
    throw new Flaw('malformed', 'a record does not say once how long its block is', start);
  }
  return Number(length);
}

/** What is wrong with the fields of a record whose frame holds: in words, empty where nothing is. */
export function fieldFaults(fields: Fields): readonly string[] {
  const faults: string[] = [];
  for (const name of MANDATORY) if (fieldOf(fields, name) === null) faults.push(`a record lacks ${name}`);
  const seen = new Set<string>();
  for (const name of fields.map(([own]) => own.toLowerCase())) {
    if (seen.has(name) && !REPEATED.has(name)) faults.push(`a record has ${name} twice`);
    seen.add(name);
  }
  const type = fieldOf(fields, 'warc-type');
  if (type !== null && !/^[a-z][a-z0-9-]*$/u.test(type)) faults.push('the type of a record is no word');
  const date = fieldOf(fields, 'warc-date');
  if (date !== null && !isWarcDate(date)) faults.push('the date of a record is no date');
  for (const name of ['WARC-Record-ID', 'WARC-Refers-To', 'WARC-Warcinfo-ID', 'WARC-Segment-Origin-ID']) {
    if (fieldsOf(fields, name).some((id) => !isRecordId(id))) faults.push(`${name} is not the id of a record`);
  }
  if (fieldsOf(fields, 'WARC-Concurrent-To').some((id) => !isRecordId(id))) {
    faults.push('WARC-Concurrent-To is not the id of a record');
  }
  if (type !== null && WITH_URI.has(type) && !uriOf(fields)) faults.push(`a ${type} lacks WARC-Target-URI`);
  return faults;
}

/**
 * The address a record belongs to. WARC 1.0 asked for angle brackets that almost nobody but Wget wrote; spaces, which no
 * address may have, are escaped.
 */
export function uriOf(fields: Fields): string | null {
  const uri = fieldOf(fields, 'warc-target-uri');
  const bare = uri !== null && /^<.*>$/u.test(uri) ? uri.slice(1, -1) : uri;
  return bare === null || bare === '' ? null : bare.replaceAll(' ', '%20');
}

/** UTC; to the second, or finer (up to nanoseconds). */
function isWarcDate(text: string): boolean {
  const day = dayOf(text);
  const isSpelled = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/u.test(text);
  return isSpelled && isInstant(text) && day !== null && isDay(day);
}

/** `<scheme:…>`; where it says UUID, it must be one. */
function isRecordId(text: string): boolean {
  const uri = /^<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]+)>$/u.exec(text)?.[1];
  return uri !== undefined && (!/^urn:uuid:/iu.test(uri) || UUID.test(uri));
}
