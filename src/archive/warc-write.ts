import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import type { Fields } from './fields.ts';
import { writeMember } from './gzip.ts';
import { readHttp } from './http-message.ts';
import { fieldFaults } from './warc-head.ts';

/** A record to be written: its fields but for the digests and Content-Length, which are made from the block. */
export interface NewRecord {
  readonly headers: Fields;
  readonly block: Uint8Array;
  /** What of the block is the payload; `null` where it has none of its own. */
  readonly payload: Uint8Array | null;
}

/** What every record is told: its id, a UUID in any case, and when it was captured (UTC). Chance and clock are the shell's. */
export interface RecordFacts {
  readonly uuid: string;
  readonly date: string;
}

/** A WARC file and where in it each record stands. */
export interface WrittenWarc {
  readonly bytes: Uint8Array;
  readonly places: readonly { readonly start: number; readonly length: number }[];
}

const encoder = new TextEncoder();

/** Writes records (ISO 28500, version 1.1), each with SHA-256 digests, each a gzip member of its own unless told otherwise. */
export function writeWarc(records: readonly NewRecord[], { gzip = true }: { gzip?: boolean } = {}): WrittenWarc {
  const parts = records.map((record) => (gzip ? writeMember(bytesOf(record)) : bytesOf(record)));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  const places: { start: number; length: number }[] = [];
  let start = 0;
  for (const part of parts) {
    bytes.set(part, start);
    places.push({ start, length: part.length });
    start += part.length;
  }
  return { bytes, places };
}

function bytesOf({ headers, block, payload }: NewRecord): Uint8Array {
  const fields: Fields = [
    ...headers,
    ['WARC-Block-Digest', digest(block)],
    ...(payload ? ([['WARC-Payload-Digest', digest(payload)]] as const) : []),
    ['Content-Length', String(block.length)],
  ];
  const [fault] = fieldFaults(fields);
  if (fault !== undefined) throw new HearsayError('usage', `${fault}; a WARC can't hold it`);
  for (const [name, value] of fields) {
    if (!/^[\x21-\x39\x3b-\x7e]+$/u.test(name) || /\p{Cc}/u.test(value)) {
      throw new HearsayError('usage', `the field ${JSON.stringify(name)} has characters that a WARC can't hold`);
    }
  }
  const head = encoder.encode(`WARC/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  const whole = new Uint8Array(head.length + block.length + 4);
  whole.set(head);
  whole.set(block, head.length);
  whole.set([13, 10, 13, 10], head.length + block.length);
  return whole;
}

/** What wrote the file, and how (ISO 28500, 6.2): the first record. */
export function warcinfoRecord(facts: RecordFacts, filename: string | null, info: Fields): NewRecord {
  const block = encoder.encode(warcFields(info));
  const name: Fields = filename === null ? [] : [['WARC-Filename', filename]];
  return { headers: [...common('warcinfo', facts), ...name, type('application/warc-fields')], block, payload: null };
}

/** What a server sent: status line, fields and body, byte for byte. `more`: WARC-IP-Address, WARC-Concurrent-To … */
export const responseRecord = (facts: RecordFacts, uri: string, block: Uint8Array, more: Fields = []): NewRecord =>
  message('response', facts, uri, block, more);

/** What was asked of a server. */
export const requestRecord = (facts: RecordFacts, uri: string, block: Uint8Array, more: Fields = []): NewRecord =>
  message('request', facts, uri, block, more);

/** A thing without the talk that fetched it: a screenshot, a file. */
export function resourceRecord(
  facts: RecordFacts,
  uri: string,
  contentType: string,
  block: Uint8Array,
  more: Fields = [],
): NewRecord {
  return { headers: [...common('resource', facts), at(uri), ...more, type(contentType)], block, payload: block };
}

/** What is known of another record: `refersTo` is that record's UUID. */
export function metadataRecord(
  facts: RecordFacts,
  uri: string | null,
  refersTo: string | null,
  info: Fields,
): NewRecord {
  const more: Fields = [...(uri === null ? [] : [at(uri)]), ...(refersTo === null ? [] : [refers(refersTo)])];
  const block = encoder.encode(warcFields(info));
  return { headers: [...common('metadata', facts), ...more, type('application/warc-fields')], block, payload: null };
}

/** The name of a record from its UUID. */
export const recordId = (uuid: string): string => `<urn:uuid:${uuid.toLowerCase()}>`;

function message(kind: string, facts: RecordFacts, uri: string, block: Uint8Array, more: Fields): NewRecord {
  const headers = [...common(kind, facts), at(uri), ...more, type(`application/http; msgtype=${kind}`)];
  return { headers, block, payload: readHttp(block).body };
}

const common = (kind: string, { uuid, date }: RecordFacts): Fields => [
  ['WARC-Type', kind],
  ['WARC-Record-ID', recordId(uuid)],
  ['WARC-Date', date],
];
const at = (uri: string): readonly [string, string] => ['WARC-Target-URI', uri];
const type = (contentType: string): readonly [string, string] => ['Content-Type', contentType];
const refers = (uuid: string): readonly [string, string] => ['WARC-Refers-To', recordId(uuid)];

/** `application/warc-fields`: a line cannot hold a line break. */
const warcFields = (info: Fields): string =>
  info.map(([name, value]) => `${name}: ${value.replaceAll(/\s+/gu, ' ')}\r\n`).join('');
