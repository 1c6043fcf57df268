import { digest } from '../base/digest.ts';
import { typeOf, whyLeft } from './evidence-kinds.ts';
import { FILE_URN } from './evidence-wacz.ts';
import { fieldOf, fieldsOf } from './fields.ts';
import type { Found, Left, Reading } from './found.ts';
import { httpContent, unchunked } from './http-content.ts';
import { codingsOf, mediaTypeOf } from './http-message.ts';
import type { WarcRecord } from './warc.ts';

/** A record and where it lies in the outermost file. */
export interface PlacedRecord {
  readonly record: WarcRecord;
  readonly start: number;
  readonly end: number;
}

const CAPTURES = ['response', 'resource', 'conversion', 'revisit'];

/** What the records of one archive, in one or more WARCs, hold. `name` is the archive's. */
export function capturesIn(
  records: readonly PlacedRecord[],
  name: string,
  reading: Reading,
): { found: readonly Found[]; left: readonly Left[] } {
  const originals = originalsOf(records);
  const wanted = wantedIn(records);
  const found: Found[] = [];
  const left: Left[] = [];
  const seen = new Set<string>();
  const names = new Set<string>();
  for (const { record, start, end } of records) {
    if (!CAPTURES.includes(record.type) || record.uri === null) continue;
    const one = captureOf(record, originals, wanted, reading);
    if ('why' in one) {
      left.push({ url: record.uri, why: one.why, to: one.to, start, end });
      continue;
    }
    const key = `${record.uri} ${record.date} ${digest(one.bytes)}`;
    if (seen.has(key)) {
      left.push({ url: record.uri, why: 'captured twice at the same moment', to: null, start, end });
      continue;
    }
    seen.add(key);
    const url = addressOf(record.uri);
    const plain = `${name}/${pathOf(record.uri)}`;
    const named = names.has(plain) ? `${plain}@${record.date}` : plain;
    names.add(named);
    found.push({ name: named, url, captured: record.date || null, ...one, start, end });
  }
  return { found, left };
}

type Captured = Pick<Found, 'mediaType' | 'bytes'> | { readonly why: string; readonly to: string | null };

function captureOf(record: WarcRecord, originals: Originals, wanted: Wanted, reading: Reading): Captured {
  const leave = (why: string, to: string | null = null): Captured => ({ why, to });
  const own = record.type === 'revisit' ? originalOf(record, originals) : record;
  if (!own) return leave('the same as before, and what was before is not here');
  if ([own.digest, own.payloadDigest, record.digest].includes('failed')) return leave('altered or cut off');
  const status = (record.http ?? own.http)?.status ?? null;
  if (own.type === 'response' && status === null) return leave('not an answer of a web server');
  if (status !== null && status >= 300 && status < 400 && status !== 304)
    return leave('sends on to another address', targetOf(record.http ?? own.http, record.uri));
  if (status !== null && status !== 304 && (status < 200 || status > 299 || status === 204))
    return leave(`the server answered ${status}`);
  if (status === 206) return leave('a part of something');
  const bytes = bodyOf(own, reading);
  const mediaType = own.http ? mediaTypeOf(own.http) : (own.contentType?.split(';')[0]?.trim().toLowerCase() ?? null);
  const candidate = {
    ...{ url: record.uri ?? '', mediaType, bytes, isResponse: own.type === 'response' },
    wanted: wanted.get(record.id) ?? null,
  };
  const why = whyLeft(candidate, reading);
  return why === null ? { mediaType: typeOf(candidate), bytes } : leave(why);
}

function targetOf(http: WarcRecord['http'], uri: string | null): string | null {
  const location = http ? fieldOf(http.headers, 'location') : null;
  if (location === null) return null;
  return URL.canParse(location, uri ?? undefined) ? new URL(location, uri ?? undefined).href : location;
}

/** The body without codings; as it stands where they can't be undone, for archives often keep it undone already. */
function bodyOf({ http, block }: WarcRecord, reading: Reading): Uint8Array {
  if (!http) return block;
  const { bytes, faults } = httpContent(http);
  const [coding, ...more] = codingsOf(http, 'content-encoding');
  if (faults.length === 0 || coding === undefined || more.length > 0) return bytes;
  const isChunked = codingsOf(http, 'transfer-encoding').includes('chunked');
  const packed = isChunked ? (unchunked(http.body) ?? http.body) : http.body;
  return reading.decode(coding, packed) ?? packed;
}

/** Records by what a revisit can name: digest of the payload, and address with time. */
interface Originals {
  readonly byDigest: ReadonlyMap<string, WarcRecord>;
  readonly byCapture: ReadonlyMap<string, WarcRecord>;
}

function originalsOf(records: readonly PlacedRecord[]): Originals {
  const byDigest = new Map<string, WarcRecord>();
  const byCapture = new Map<string, WarcRecord>();
  for (const { record } of records) {
    if (record.type !== 'response' && record.type !== 'resource') continue;
    const payload = fieldOf(record.headers, 'warc-payload-digest');
    if (payload !== null && !byDigest.has(payload)) byDigest.set(payload, record);
    byCapture.set(`${record.uri} ${record.date}`, record);
  }
  return { byDigest, byCapture };
}

/** The capture that a revisit refers to (ISO 28500, 6.7): the named one if its payload is the same, else an equal one. */
function originalOf({ headers, uri }: WarcRecord, { byDigest, byCapture }: Originals): WarcRecord | null {
  const payload = fieldOf(headers, 'warc-payload-digest');
  const target = (fieldOf(headers, 'warc-refers-to-target-uri') ?? uri ?? '').replace(/^<|>$/gu, '');
  const named = byCapture.get(`${target} ${fieldOf(headers, 'warc-refers-to-date') ?? ''}`);
  const isSame = named && (payload === null || fieldOf(named.headers, 'warc-payload-digest') === payload);
  return isSame ? named : (payload !== null && byDigest.get(payload)) || null;
}

/** What each response was wanted for, by the request that was captured with it. */
type Wanted = ReadonlyMap<string, string>;

function wantedIn(records: readonly PlacedRecord[]): Wanted {
  const wanted = new Map<string, string>();
  const requests = new Map<string, string>();
  for (const { record } of records) {
    const purpose = record.http && record.type === 'request' ? fieldOf(record.http.headers, 'sec-fetch-dest') : null;
    if (purpose === null) continue;
    requests.set(record.id, purpose);
    for (const id of fieldsOf(record.headers, 'warc-concurrent-to')) wanted.set(id, purpose);
  }
  for (const { record } of records)
    for (const id of fieldsOf(record.headers, 'warc-concurrent-to')) {
      const purpose = requests.get(id);
      if (purpose !== undefined) wanted.set(record.id, purpose);
    }
  return wanted;
}

const addressOf = (uri: string): string | null => (/^(?:https?|ftp|gemini|gopher|at):/iu.test(uri) ? uri : null);

const LONGEST = 300;

/** What stands behind the name of the archive: the address, or the name that a file had. */
function pathOf(uri: string): string {
  const path = uri.startsWith(FILE_URN) ? fileNameOf(uri) : uri;
  const clean = path.replaceAll(/\p{Cc}/gu, '\ufffd');
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST)}…${digest(clean).slice(-8)}`;
}

function fileNameOf(urn: string): string {
  try {
    return decodeURIComponent(urn.slice(FILE_URN.length));
  } catch {
    return urn;
  }
}
