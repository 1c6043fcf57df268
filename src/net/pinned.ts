import type { Socket } from 'node:net';
import { HearsayError } from '../base/error.ts';
import { plainAddress, refusalOf, refused, shown, type Target } from './address.ts';
import { until } from './limits.ts';
import type { Net } from './world.ts';

/** A connection and the address it leads to. */
export interface Pinned {
  readonly socket: Socket;
  readonly address: string;
}

const MOST_TRIED = 4;
const CONNECT_MS = 10_000;

/**
 * The addresses of a target, all of which may be connected to. Its name is resolved once, here; only addresses of that
 * answer are connected to, so a second answer of a hostile name server is never asked for (DNS rebinding). One address
 * that may not be reached refuses the whole answer: a public name that also points inside is up to no good.
 */
export async function addressesOf(target: Target, net: Net, signal: AbortSignal): Promise<readonly string[]> {
  const addresses =
    target.name === null ? [target.address ?? ''] : await resolved(target.name, target.url, net, signal);
  for (const address of addresses) permit(target, address, net);
  return addresses;
}

/** Connects to one of a target's addresses, the first that answers. */
export async function connectPinned(
  target: Target,
  addresses: readonly string[],
  net: Net,
  signal: AbortSignal,
): Promise<Pinned> {
  const failures: unknown[] = [];
  for (const address of addresses.slice(0, MOST_TRIED)) {
    permit(target, address, net);
    try {
      const host = target.secure ? (target.name ?? address) : null;
      const limited = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_MS)]);
      return { socket: await net.connect({ address, port: target.port, host }, limited), address };
    } catch (cause) {
      signal.throwIfAborted();
      failures.push(cause);
    }
  }
  throw unreachable(target.url, failures[0]);
}

/** The error for what could not be fetched. */
export function unreachable(url: string, cause: unknown): HearsayError {
  if (cause instanceof HearsayError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = WHY[code] ?? (cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : 'unknown cause');
  const told = `${shown(url)} could not be fetched: ${shown(why || code || 'unknown cause')}`;
  return new HearsayError('network', `${told}; check the address, and try again later`, { cause });
}

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the server broke the connection off',
  ENOTFOUND: 'the name has no address',
  EAI_AGAIN: 'the name could not be looked up',
  ENETUNREACH: 'there is no way to its network',
  EHOSTUNREACH: 'there is no way to its host',
  ETIMEDOUT: 'the server does not answer',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an unknown authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  UND_ERR_SOCKET: 'the server broke the connection off',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
  UND_ERR_HEADERS_TIMEOUT: 'the server sends nothing more',
  UND_ERR_BODY_TIMEOUT: 'the server sends nothing more',
};

async function resolved(name: string, url: string, net: Net, signal: AbortSignal): Promise<readonly string[]> {
  const addresses = await until(net.resolve(name), signal).catch((cause: unknown) => {
    throw unreachable(url, cause);
  });
  if (addresses.length === 0) throw unreachable(url, Object.assign(new Error(), { code: 'ENOTFOUND' }));
  return [...new Set(addresses)];
}

function permit(target: Target, address: string, net: Net): void {
  if (net.allow?.(address)) return;
  const own = net.own().some((one) => plainAddress(one.replace(/%.*$/u, '')) === plainAddress(address));
  const why = refusalOf(address) ?? (own ? 'it is this machine' : null);
  if (why === null) return;
  const where = target.name === null ? why : `${shown(target.name)} leads to ${shown(address)}, and ${why}`;
  throw refused(target.url, where, 'only the public internet is captured; save the page by hand and add the file');
}
