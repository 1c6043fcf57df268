import type { BrowserContext, Request, Route } from 'playwright-core';
import { type Fields, fieldsOf } from '../archive/fields.ts';
import { HearsayError } from '../base/error.ts';
import { shown } from './address.ts';
import { type Fetched, fetchSafely } from './fetcher.ts';
import type { Net } from './world.ts';

/** What a page in a browser asked for, and what it was told. */
export interface Guest {
  /** What it was refused, a line each, the first of them. */
  readonly faults: () => readonly string[];
  /** Whether the page itself was handed over. */
  readonly shown: () => boolean;
  /** Waits until nothing was asked for a while, at most so many milliseconds. */
  readonly settled: (most: number) => Promise<void>;
}

/** How its requests are answered. */
export interface Host {
  readonly net: Net;
  readonly signal: AbortSignal;
  readonly kept: (fetched: Fetched) => void;
  /** What was fetched already, by the address that was asked for: no server is asked twice. */
  readonly had: ReadonlyMap<string, Fetched>;
}

const MOST_REQUESTS = 400;
const MOST_BYTES = 96 * 1024 * 1024;
const MOST_OF_ONE = 16 * 1024 * 1024;
const AT_ONCE = 6;
const QUIET_MS = 500;
const MOST_FAULTS = 20;

/** Headers that speak of the connection, or make the browser remember, report or save something. */
const DROPPED = new Set([
  ...['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive', 'trailer', 'upgrade'],
  ...['set-cookie', 'set-cookie2', 'alt-svc', 'strict-transport-security', 'clear-site-data', 'content-disposition'],
  ...[
    'nel',
    'report-to',
    'reporting-endpoints',
    'refresh',
    'expect-ct',
    'accept-ch',
    'content-security-policy-report-only',
  ],
]);

/** What needs no request that could be answered for it. */
const ABSENT = `for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'WebSocketStream',
  'SharedWorker']) try { delete globalThis[name]; } catch {}`;

/**
 * Stands between a browser and the web: the page is answered with what was fetched of it, whatever it asks for with what
 * `fetchSafely` gives, redirects followed by us. Only GET; no other page in its place, no WebSocket, no film.
 */
export async function receive(context: BrowserContext, page: Fetched, host: Host): Promise<Guest> {
  const state = { open: 0, last: performance.now(), count: 0, isShown: false, refusals: 0 };
  const faults: string[] = [];
  const fetches = fetchesOnce(host);

  const refuse = async (route: Route, why: string, isPage = false): Promise<void> => {
    state.refusals++;
    if (faults.length < MOST_FAULTS) faults.push(`${shown(route.request().url())} was not shown to the page: ${why}`);
    // An answer without content leaves the page where it is; a failure would put the browser's own words in its place.
    if (isPage) await route.fulfill({ status: 204 });
    else await route.abort('blockedbyclient');
  };
  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const isPage = request.isNavigationRequest() && request.frame().parentFrame() === null;
    if (request.method() !== 'GET') return refuse(route, `it asks with ${shown(request.method())}`, isPage);
    if (isPage && (state.isShown || request.url() !== page.url)) return refuse(route, 'it is another page', true);
    if (isPage) {
      state.isShown = true;
      return route.fulfill({ status: page.status, headers: passed(page.headers), body: Buffer.from(page.bytes) });
    }
    if (request.resourceType() === 'media') return refuse(route, 'it is sound or film');
    if (++state.count > MOST_REQUESTS) return refuse(route, `the limit is ${MOST_REQUESTS} requests`);
    if (fetches.bytes() >= MOST_BYTES) return refuse(route, `the limit is ${MOST_BYTES} bytes`);
    try {
      const { status, headers, bytes } = await fetches.of(request);
      await route.fulfill({ status, headers: passed(headers), body: Buffer.from(bytes) });
    } catch (cause) {
      if (!(cause instanceof HearsayError)) throw cause;
      await refuse(route, cause.message);
    }
  };

  await context.addInitScript(ABSENT);
  await context.routeWebSocket(/.*/u, (socket) => void socket.close());
  await context.route('**/*', async (route) => {
    state.open++;
    try {
      await answer(route);
    } catch {
      // The frame or the browser went away while it was answered.
      await route.abort().catch(() => undefined);
    } finally {
      state.open--;
      state.last = performance.now();
    }
  });
  return {
    faults: () => [
      ...faults,
      ...(state.refusals > MOST_FAULTS ? [`${state.refusals - MOST_FAULTS} more requests were refused`] : []),
    ],
    shown: () => state.isShown,
    settled: async (most) => {
      const start = performance.now();
      const isQuiet = (): boolean => state.open === 0 && performance.now() - state.last > QUIET_MS;
      while (!isQuiet() && performance.now() - start < most && !host.signal.aborted)
        await new Promise((go) => setTimeout(go, 50));
    },
  };
}

interface Fetches {
  readonly of: (request: Request) => Promise<Fetched>;
  /** How much has come in all. */
  readonly bytes: () => number;
}

/** Each address is fetched once, however often it is asked for. */
function fetchesOnce(host: Host): Fetches {
  const fetches = new Map<string, Promise<Fetched>>();
  const turn = turns(AT_ONCE);
  let bytes = 0;
  return {
    bytes: () => bytes,
    of(request) {
      const url = request.url();
      const had = host.had.get(url);
      const known = had ? Promise.resolve(had) : fetches.get(url);
      if (known) return known;
      const most = Math.max(1, Math.min(MOST_OF_ONE, MOST_BYTES - bytes));
      const how = { net: host.net, signal: host.signal, most, total: 20_000, headers: headersFor(request) };
      const fetching = turn(() => fetchSafely(url, how)).then((fetched) => {
        bytes += fetched.bytes.length;
        host.kept(fetched);
        return fetched;
      });
      fetches.set(url, fetching);
      return fetching;
    },
  };
}

/** What a thing is wanted for, by the browser's word for it (Fetch Standard, "destination"). */
const WANTED: Readonly<Record<string, string>> = {
  ...{ document: 'iframe', stylesheet: 'style', script: 'script', image: 'image', font: 'font', texttrack: 'track' },
  ...{ manifest: 'manifest' },
};

/** Of the browser's own headers those that change what is answered, and what tells readers of the WARC what it was for. */
function headersFor(request: Request): Fields {
  const { accept = '*/*', origin } = request.headers();
  const wanted = ['sec-fetch-dest', WANTED[request.resourceType()] ?? 'empty'] as const;
  return [['accept', accept], wanted, ...(origin ? [['origin', origin] as const] : [])];
}

function passed(headers: Fields): Record<string, string> {
  const names = new Set(headers.map(([name]) => name.toLowerCase()).filter((name) => !DROPPED.has(name)));
  return Object.fromEntries([...names].map((name) => [name, fieldsOf(headers, name).join(', ')]));
}

/** At most so many works at once; the others wait in line. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
