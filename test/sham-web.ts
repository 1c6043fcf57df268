import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer as createTcp, type Server, type Socket } from 'node:net';
import { openWorld, type World } from '../src/net/world.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A web of our own: public-looking addresses that lead to one server here, and a network that counts what is tried. */
export interface ShamWeb {
  readonly world: World;
  /** Every address and port that was to be connected to. */
  readonly attempts: string[];
  /** Every name that was looked up. */
  readonly asked: string[];
  /** Every request that came, as `host/path`. */
  readonly requests: string[];
  /** Milliseconds slept. */
  readonly slept: number[];
  /** Port of the server. */
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Addresses that the sham web calls its own. */
export const isSham = (address: string): boolean => address.startsWith('93.184.216.') || address.startsWith('2606:28');

/** `answers` is the name server: by default every name of `sites` has one public address. */
export async function openShamWeb(
  sites: Readonly<Record<string, Handler>>,
  answers?: (name: string, nth: number) => readonly string[],
): Promise<ShamWeb> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    requests.push(`${host}${request.url}`);
    // A robots.txt is there where the sites name one as `robots:<host>`.
    const site = request.url === '/robots.txt' ? sites[`robots:${host}`] : (sites[host] ?? sites['*']);
    if (site) site(request, response);
    else response.writeHead(404).end();
  });
  const port = await listening(server, '127.0.0.1');
  const attempts: string[] = [];
  const asked: string[] = [];
  const slept: number[] = [];
  const real = openWorld();
  let chance = 0;
  let now = Date.parse('2031-06-17T09:00:00Z');
  const world: World = {
    resolve: async (name) => {
      asked.push(name);
      return answers?.(name, asked.filter((one) => one === name).length) ?? (name in sites ? ['93.184.216.34'] : []);
    },
    connect: (place, signal) => {
      attempts.push(`${place.address} ${place.port}`);
      return isSham(place.address) ? open(port) : real.connect(place, signal);
    },
    own: () => [],
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
    random: (bytes) => new Uint8Array(bytes).fill(++chance),
  };
  const close = () => closed(server);
  return { world, attempts, asked, requests, slept, port, close };
}

/** Sockets that nobody may reach: they count who does. */
export interface Canary {
  readonly ports: readonly number[];
  readonly hits: () => number;
  readonly close: () => Promise<void>;
}

/** Listens on every address of this machine, of both families, at several ports. */
export async function openCanary(count = 3): Promise<Canary> {
  let hits = 0;
  const servers = Array.from({ length: count }, () =>
    createTcp((socket: Socket) => {
      hits++;
      socket.destroy();
    }),
  );
  // `::` takes both families; where there is no IPv6, the other is left.
  const ports = await Promise.all(
    servers.map((server) => listening(server, '::').catch(() => listening(server, '0.0.0.0'))),
  );
  return { ports, hits: () => hits, close: async () => void (await Promise.all(servers.map(closed))) };
}

/** Answers with a page. */
export const page =
  (html: string, status = 200): Handler =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);

/** Answers with a redirect. */
export const redirect =
  (to: string, status = 302): Handler =>
  (_, response) => {
    response.socket?.write(`HTTP/1.1 ${status} Found\r\nLocation: ${to}\r\nContent-Length: 0\r\n\r\n`);
    response.socket?.end();
  };

const listening = (server: Server, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections();
  });

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket));
    socket.once('error', reject);
  });
