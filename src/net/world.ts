import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { connect as connectTcp, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { plainAddress } from './address.ts';

/** One end of a connection to be made: an address, never a name. */
export interface Place {
  readonly address: string;
  readonly port: number;
  /** The host whose certificate is asked for; `null` for plain http. */
  readonly host: string | null;
}

/** What the fetcher asks of the network. It comes as an argument, so that tests can answer as a hostile network would. */
export interface Net {
  /** All addresses of a name. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** A connection, with TLS finished and the certificate checked where `host` is given. */
  readonly connect: (place: Place, signal: AbortSignal) => Promise<Socket>;
  /** The addresses of this machine, which may be public ones. */
  readonly own: () => readonly string[];
  /** For tests only: lets a server on this machine be reached. `openWorld` never has it, and no option sets it. */
  readonly allow?: (address: string) => boolean;
}

/** What capture from the web asks of the world: the network, the time, chance. */
export interface World extends Net {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: (bytes: number) => Uint8Array;
}

/** The world as it is. */
export const openWorld = (): World => ({
  resolve: async (name) => (await lookup(name, { all: true, order: 'verbatim' })).map(({ address }) => address),
  connect: connected,
  own: () => Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)),
  now: () => Date.now(),
  sleep: async (ms, signal) => void (await sleepFor(ms, undefined, { signal })),
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
});

async function connected({ address, port, host }: Place, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted();
  const family = address.includes(':') ? 6 : 4;
  const tcp = await ready(connectTcp({ host: address, port, family, autoSelectFamily: false }), 'connect', signal);
  if (plainAddress(tcp.remoteAddress ?? '') !== plainAddress(address)) {
    tcp.destroy();
    throw new Error(`the connection to ${address} came out elsewhere`);
  }
  if (host === null) return tcp;
  const servername = host === address ? {} : { servername: host };
  // Said in full: NODE_TLS_REJECT_UNAUTHORIZED must not make a capture believe any certificate.
  const tls = connectTls({ socket: tcp, host, ...servername, ALPNProtocols: ['http/1.1'], rejectUnauthorized: true });
  return ready(tls, 'secureConnect', signal);
}

function ready<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const stop = (): void => void socket.destroy(new Error('stopped'));
    const failed = (cause: Error): void => {
      signal.removeEventListener('abort', stop);
      reject(cause);
    };
    signal.addEventListener('abort', stop, { once: true });
    // The listener stays: an error before the next owner listens must not end the program.
    socket.on('error', failed);
    socket.once('close', () => failed(new Error('the connection was closed')));
    socket.once(event, () => {
      signal.removeEventListener('abort', stop);
      resolve(socket);
    });
  });
}
