import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { HearsayError } from '../base/error.ts';
import { appOf } from './app.ts';
import { openBench } from './bench.ts';
import { openFrames } from './frames.ts';
import { checkHost } from './guard.ts';
import { openJobs } from './jobs.ts';
import { openNews } from './news.ts';
import { refusedWith } from './refusal.ts';

/** How the server is to be started. */
export interface ServerOptions {
  /** Null: the usual port, or the next that is free. */
  readonly port: number | null;
  readonly token: string;
  /** Who writes; null: whoever is at the desk. */
  readonly by: string | null;
  readonly log: (line: string) => void;
}

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** With the token: whoever has it is at this desk. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The telephone spells it HEAR. */
const PORT = 4327;
const MOST_TRIED = 20;

/** Serves the cases below a folder to browsers on this machine. */
export async function openServer(folder: string, { port, token, by, log }: ServerOptions): Promise<Running> {
  const news = openNews();
  const bench = openBench(folder, { jobs: openJobs(news, Date.now), news, by });
  const closing = new AbortController();
  // Every page that is open listens for the end.
  setMaxListeners(0, closing.signal);
  const pages = server();
  const exhibits = server();
  const at = await listening(pages, port);
  const framesPort = await listening(exhibits, 0);
  const frames = openFrames(exhibits, framesPort, at, log);
  const app = appOf({ here: { port: at, token }, frames, framesPort, bench, closed: closing.signal, log });
  const listener = getRequestListener(app.fetch, { hostname: '127.0.0.1' });
  pages.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Before anything is made of what the request says of itself.
    if (answersTo(request, response, at, log)) void listener(request, response);
  });
  return {
    port: at,
    address: `http://127.0.0.1:${at}/#token=${token}`,
    async close() {
      closing.abort();
      for (const one of [pages, exhibits]) one.close();
      await bench.close();
      for (const one of [pages, exhibits]) one.closeAllConnections();
    },
  };
}

/** Whether a request named this machine; otherwise it is refused here. */
function answersTo(
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  port: number,
  log: (line: string) => void,
): boolean {
  try {
    checkHost(headers.host, port);
    return true;
  } catch (cause) {
    const { status, code, message } = refusedWith(cause);
    log(`${status} ${method} as ${headers.host ?? 'nobody'}: ${message}`);
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify({ code, message }));
    return false;
  }
}

function server(): Server {
  const made = createServer({ requestTimeout: 30 * 60_000, headersTimeout: 20_000, maxHeaderSize: 32 * 1024 });
  made.maxConnections = 256;
  // A browser that asks again after a pause finds the line open.
  made.keepAliveTimeout = 65_000;
  return made;
}

/** Listens on this machine alone. Gives the port. */
async function listening(made: Server, port: number | null): Promise<number> {
  for (let tried = 0; ; tried++) {
    const at = port ?? PORT + tried;
    const problem = await new Promise<NodeJS.ErrnoException | null>((told) => {
      made.once('error', told);
      made.listen({ port: at, host: '127.0.0.1' }, () => {
        made.off('error', told);
        told(null);
      });
    });
    const address = made.address();
    if (problem === null && address !== null && typeof address === 'object') return address.port;
    if (problem?.code === 'EADDRINUSE' && port === null && tried < MOST_TRIED) continue;
    throw new HearsayError(
      'not-permitted',
      `port ${at} can't be had (${problem?.code ?? 'unknown'}); name another with --port`,
    );
  }
}
