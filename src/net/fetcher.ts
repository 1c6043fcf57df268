import { Client } from 'undici';
import { type Fields, fieldsOf } from '../archive/fields.ts';
import { HearsayError } from '../base/error.ts';
import { refused, shown, targetOf } from './address.ts';
import { headersOf, mediaTypeOf } from './headers.ts';
import { type Limits, limited, until } from './limits.ts';
import { addressesOf, connectPinned, unreachable } from './pinned.ts';
import { unpacked } from './transfer.ts';
import type { Net } from './world.ts';

/** One answer of one server. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly reason: string;
  /** As they came: in order, names spelled as sent. */
  readonly headers: Fields;
  /** The body as it was sent, but for chunks: still packed where `content-encoding` says so. */
  readonly body: Uint8Array;
  /** Whether the body is only the beginning of what the server had: of redirects alone. */
  readonly isCut: boolean;
  /** Where the connection led. */
  readonly address: string;
  /** The headers that were sent to get it, in order. */
  readonly sent: Fields;
}

/** What a URL led to in the end, and by which answers. */
export interface Fetched extends Answer {
  /** The body unpacked. */
  readonly bytes: Uint8Array;
  /** Lower case, without parameters; empty where the server names none. */
  readonly mediaType: string;
  readonly redirects: readonly Answer[];
}

/** How a URL is fetched. */
export interface FetchOptions {
  readonly net: Net;
  readonly signal?: AbortSignal;
  /** The most bytes of a body, packed and unpacked. */
  readonly most?: number;
  readonly redirects?: number;
  /** Milliseconds for everything together, and without a byte. */
  readonly total?: number;
  readonly idle?: number;
  /** Which media types are taken of an answer with status 2xx: `text/html`, or `image/*`. All where absent. */
  readonly types?: readonly string[];
  /** Sent beside our own; never cookies, never credentials. */
  readonly headers?: Fields;
  /** Asked before every request, of redirects too; it throws to refuse. */
  readonly before?: (url: string, signal: AbortSignal) => Promise<void>;
}

/** Says what we are. The first word is the name under which a robots.txt may speak to us. */
export const USER_AGENT = 'Hearsay (captures single pages as evidence, at the request of a reporter)';

const MOST = 32 * 1024 * 1024;
const MOST_ASIDE = 64 * 1024;
const REDIRECTS = 10;
const TOTAL_MS = 60_000;
const IDLE_MS = 20_000;
const IS_REDIRECT: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a URL with GET from the public internet, and from nowhere else: each address is checked where it is connected
 * to, each redirect anew. No cookies, no credentials, no proxy, one connection a request. Throws a `HearsayError` for
 * whatever goes wrong; an answer with an error status is an answer.
 */
export async function fetchSafely(url: string, options: FetchOptions): Promise<Fetched> {
  const limits = limited(url, options.total ?? TOTAL_MS, options.idle ?? IDLE_MS, options.signal);
  const redirects: Answer[] = [];
  try {
    let next = url;
    while (redirects.length <= (options.redirects ?? REDIRECTS)) {
      const answer = await until(answerOf(next, options, limits), limits.signal);
      const location = IS_REDIRECT.has(answer.status) ? locationOf(answer) : null;
      if (location === null) return await finished(answer, redirects, options, limits);
      redirects.push(answer);
      next = location;
    }
    throw refused(url, `it redirects more than ${options.redirects ?? REDIRECTS} times`, 'check the address');
  } catch (cause) {
    throw limits.reason() ?? unreachable(url, cause);
  } finally {
    limits.end();
  }
}

async function finished(answer: Answer, redirects: Answer[], options: FetchOptions, limits: Limits): Promise<Fetched> {
  const encodings = fieldsOf(answer.headers, 'content-encoding');
  const bytes = await unpacked(answer.body, encodings, answer.url, options.most ?? MOST);
  limits.signal.throwIfAborted();
  return { ...answer, bytes, mediaType: mediaTypeOf(answer.headers), redirects };
}

async function answerOf(text: string, options: FetchOptions, limits: Limits): Promise<Answer> {
  const target = targetOf(text);
  const { before, net } = options;
  const addresses = await addressesOf(target, net, limits.signal);
  if (before) await limits.aside(() => before(target.url, limits.signal));
  const { socket, address } = await connectPinned(target, addresses, net, limits.signal);
  const url = new URL(target.url);
  let given = false;
  const client = new Client(url.origin, {
    // The connection is made already; undici is handed it once and can make no other.
    connect: (_, back) => {
      const first = !given;
      given = true;
      setImmediate(() => (first ? back(null, socket) : back(new Error('the server broke the connection off'), null)));
    },
    pipelining: 1,
    maxHeaderSize: 64 * 1024,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const sent: Fields = [
    // undici writes these two itself, first.
    ['host', url.host],
    ['connection', 'close'],
    ['user-agent', USER_AGENT],
    ['accept-encoding', 'gzip, deflate'],
    ...(options.headers ?? [['accept', '*/*']]),
  ];
  try {
    limits.alive();
    const data = await client.request({
      ...{ path: url.pathname + url.search, method: 'GET', reset: true, responseHeaders: 'raw' },
      ...{ headers: sent.slice(2).flat(), signal: limits.signal },
    });
    const headers = headersOf(data.headers);
    const meta = { url: target.url, status: data.statusCode, reason: data.statusText, headers, address, sent };
    return { ...meta, ...(await bodyOf(meta, data.body, options, limits)) };
  } finally {
    client.destroy(null, () => undefined);
    socket.destroy();
  }
}

type Meta = Omit<Answer, 'body' | 'isCut'>;

async function bodyOf(
  meta: Meta,
  body: AsyncIterable<Uint8Array>,
  options: FetchOptions,
  limits: Limits,
): Promise<Pick<Answer, 'body' | 'isCut'>> {
  const aside = IS_REDIRECT.has(meta.status) && fieldsOf(meta.headers, 'location').length > 0;
  const most = options.most ?? MOST;
  if (!aside) checkType(meta, options);
  if (!aside && Number(fieldsOf(meta.headers, 'content-length')[0] ?? 0) > most) throw tooLarge(meta.url, most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    limits.alive();
    size += chunk.length;
    // Nobody reads the body of a redirect: its beginning is kept and the rest left with the server.
    if (aside && size > MOST_ASIDE) break;
    if (size > most) throw tooLarge(meta.url, most);
    chunks.push(chunk);
  }
  return { body: new Uint8Array(Buffer.concat(chunks)), isCut: aside && size > MOST_ASIDE };
}

function checkType({ url, status, headers }: Meta, { types }: FetchOptions): void {
  if (!types || status < 200 || status > 299) return;
  const type = mediaTypeOf(headers);
  const isTaken = types.some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))));
  const what = type === '' ? 'the server names no media type' : `it is ${shown(type)}`;
  if (!isTaken) throw refused(url, what, `only ${types.join(', ')} is taken here`);
}

const tooLarge = (url: string, most: number): HearsayError =>
  new HearsayError(
    'too-large',
    `${shown(url)} is not captured: it has more than ${most} bytes; save it by hand and add the file`,
  );

/** Where a redirect leads; `null` where it doesn't say. Two ways at once are a trick, and refused. */
function locationOf({ url, headers }: Answer): string | null {
  const ways = [...new Set(fieldsOf(headers, 'location'))];
  if (ways.length > 1) throw refused(url, 'it redirects to several places at once', 'check the address');
  const [way] = ways;
  if (way === undefined) return null;
  try {
    return new URL(way, url).href;
  } catch {
    throw refused(url, `it redirects to ${shown(way)}, which is no address`, 'check the address');
  }
}
