import { HearsayError } from '../base/error.ts';
import { type Fields, fieldOf, fieldsOf, unfold } from './fields.ts';

/** An HTTP/1 message as an archive holds it: the first line and fields parted, the body as it was sent. */
export interface HttpMessage {
  readonly kind: 'request' | 'response';
  readonly line: string;
  /** Of a response. */
  readonly status: number | null;
  /** Of a request. */
  readonly method: string | null;
  readonly target: string | null;
  readonly headers: Fields;
  /** Where the body starts in the bytes that were read. */
  readonly bodyStart: number;
  readonly body: Uint8Array;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const RESPONSE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: [^\0]*)?$/u;
/** Recorders of HTTP/2 write requests without a version. */
const REQUEST = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}) ([^ ]+)(?: HTTP\/\d(?:\.\d)?)?$/u;
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
const MOST_HEADER = 1 << 20;
const MOST_FIELDS = 2000;

/**
 * Reads an HTTP/1 message (RFC 9112). Lenient where servers are: lines may end in a bare line feed, fields may be folded,
 * a line that is no field is passed over; a message that ends with its fields has no body. Throws where there is no
 * first line, or no end of the fields within a megabyte.
 */
export function readHttp(bytes: Uint8Array): HttpMessage {
  const { lines, end } = headLines(bytes);
  const [line = '', ...rest] = lines;
  const response = RESPONSE.exec(line);
  const request = response ? null : REQUEST.exec(line);
  if (!response && !request) {
    throw new HearsayError('malformed', 'an HTTP message has no first line (byte 0); it is kept as plain bytes');
  }
  return {
    ...{ kind: response ? 'response' : 'request', line, status: response ? Number(response[1]) : null },
    ...{ method: request?.[1] ?? null, target: request?.[2] ?? null },
    ...{ headers: fieldsIn(rest), bodyStart: end, body: bytes.subarray(end) },
  };
}

/** The lines up to the first empty one, and where the body starts. */
function headLines(bytes: Uint8Array): { lines: readonly string[]; end: number } {
  const lines: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const feed = bytes.indexOf(10, at);
    const end = feed < 0 ? bytes.length : feed;
    if (end > MOST_HEADER || lines.length > MOST_FIELDS) {
      throw new HearsayError('too-large', `the fields of an HTTP message do not end (byte ${at}); it is kept as bytes`);
    }
    const line = bytes.subarray(at, end > at && bytes[end - 1] === 13 ? end - 1 : end);
    at = feed < 0 ? bytes.length : feed + 1;
    if (line.length === 0) break;
    lines.push(wordsOf(line));
  }
  return { lines, end: at };
}

function fieldsIn(lines: readonly string[]): Fields {
  return unfold(lines).flatMap((line): Fields => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trimEnd();
    return NAME.test(name) ? [[name, line.slice(colon + 1).trim()]] : [];
  });
}

/** UTF-8 where it is that, else Latin-1: fields have no declared encoding. */
function wordsOf(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}

/** The media type without its parameters, in lower case, or `null`. */
export const mediaTypeOf = (message: HttpMessage): string | null =>
  fieldOf(message.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() || null;

/** The codings in a field that lists them, in the order they were applied, in lower case. */
export const codingsOf = (message: HttpMessage, field: 'transfer-encoding' | 'content-encoding'): readonly string[] =>
  fieldsOf(message.headers, field)
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
