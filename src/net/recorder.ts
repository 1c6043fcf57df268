import type { Fields } from '../archive/fields.ts';
import {
  metadataRecord,
  type NewRecord,
  type RecordFacts,
  recordId,
  requestRecord,
  resourceRecord,
  responseRecord,
  type WrittenWarc,
  warcinfoRecord,
  writeWarc,
} from '../archive/warc-write.ts';
import { type Instant, instantAt } from '../base/time.ts';
import type { Answer, Fetched } from './fetcher.ts';
import type { World } from './world.ts';

/** Keeps what was asked and answered during one capture, as records of one WARC (ISO 28500). */
export interface Recorder {
  /** Keeps a fetch with its redirects; gives the UUID of its last response. `at` is when it was asked. */
  readonly keep: (fetched: Fetched, at: Instant) => string;
  /** Keeps something made of a page: a screenshot, say. */
  readonly keepResource: (uri: string, mediaType: string, bytes: Uint8Array, of: string) => void;
  /** Keeps another form of a response: what its scripts made of it, say. It is read in its place where it says more. */
  readonly keepConversion: (uri: string, mediaType: string, bytes: Uint8Array, of: string) => void;
  /** Keeps what is to be said of a response. */
  readonly keepNote: (uri: string, of: string, info: Fields) => void;
  readonly written: () => WrittenWarc;
}

/** Begins a WARC. `software` says which program captures. */
export function openRecorder(world: Pick<World, 'now' | 'random'>, software: string): Recorder {
  const facts = (at: Instant = instantAt(world.now())): RecordFacts => ({ uuid: uuidOf(world.random(16)), date: at });
  const info: Fields = [
    ['software', software],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
  ];
  const records: NewRecord[] = [warcinfoRecord(facts(), null, info)];
  const keepAnswer = (answer: Answer, at: Instant): string => {
    const response = facts(at);
    const more: Fields = [['WARC-IP-Address', answer.address]];
    const cut: Fields = answer.isCut ? [['WARC-Truncated', 'length']] : [];
    records.push(responseRecord(response, answer.url, responseBlock(answer), [...more, ...cut]));
    const concurrent: Fields = [['WARC-Concurrent-To', recordId(response.uuid)]];
    records.push(requestRecord(facts(at), answer.url, requestBlock(answer), [...more, ...concurrent]));
    return response.uuid;
  };
  return {
    keep: (fetched, at) => {
      for (const redirect of fetched.redirects) keepAnswer(redirect, at);
      return keepAnswer(fetched, at);
    },
    keepResource: (uri, mediaType, bytes, of) =>
      void records.push(resourceRecord(facts(), uri, mediaType, bytes, [['WARC-Concurrent-To', recordId(of)]])),
    keepConversion: (uri, mediaType, bytes, of) => {
      const more: Fields = [['WARC-Refers-To', recordId(of)]];
      const { headers, ...rest } = resourceRecord(facts(), uri, mediaType, bytes, more);
      const typed = headers.map(([name, value]) => [name, name === 'WARC-Type' ? 'conversion' : value] as const);
      records.push({ headers: typed, ...rest });
    },
    keepNote: (uri, of, note) => void records.push(metadataRecord(facts(), uri, of, note)),
    written: () => writeWarc(records),
  };
}

/** Status line, fields and body. Chunks are undone by now, so their field goes by the name that archives have for it. */
function responseBlock({ status, reason, headers, body }: Answer): Uint8Array {
  const kept = headers.map(([name, value]) =>
    name.toLowerCase() === 'transfer-encoding' ? (['X-Archive-Orig-Transfer-Encoding', value] as const) : [name, value],
  );
  return block(`HTTP/1.1 ${status} ${reason}`, kept as Fields, body);
}

function requestBlock({ url, sent }: Answer): Uint8Array {
  const { pathname, search } = new URL(url);
  return block(`GET ${pathname}${search} HTTP/1.1`, sent, new Uint8Array());
}

const block = (line: string, headers: Fields, body: Uint8Array): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from(`${line}\r\n${headers.map(([n, v]) => `${n}: ${v}\r\n`).join('')}\r\n`), body]),
  );

/** A UUID of version 4 (RFC 9562) from 16 bytes of chance. */
function uuidOf(chance: Uint8Array): string {
  const bytes = Uint8Array.from(chance);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
