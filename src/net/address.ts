import ipaddr from 'ipaddr.js';
import { HearsayError } from '../base/error.ts';
import { LOCAL_NAMES, REFUSED_V4, REFUSED_V6, SERVICE_PORTS } from './address-ranges.ts';

/** Where a URL leads, spelled in one way: the only form in which the fetcher knows an address. */
export interface Target {
  /** The URL as the WHATWG URL Standard serializes it, without fragment. */
  readonly url: string;
  readonly secure: boolean;
  /** As it stands in the URL, so that the server knows itself by it; IPv6 in brackets. */
  readonly host: string;
  /** The name to be resolved, without trailing dot; `null` where the URL holds an address. */
  readonly name: string | null;
  /** The address where the URL holds one. */
  readonly address: string | null;
  readonly port: number;
}

const LONGEST = 4096;
const NAME = /^[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*$/u;

/**
 * Reads a URL that is to be captured. Every notation of a host (octal, hexadecimal, short, full-width, percent-encoded)
 * is brought to one by the URL parser, so that what is checked is what is connected to. Refuses what isn't plain
 * http(s) to a web server on the public internet as far as the URL alone tells; addresses are judged by `refusalOf`.
 */
export function targetOf(text: string): Target {
  const url = parsed(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(text, `its scheme is ${shown(url.protocol)}`, 'only http and https are captured');
  if (url.username !== '' || url.password !== '')
    throw refused(text, 'it carries a user name or password', 'captures are made without logging in; leave it out');
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  if (!isWebPort(port)) throw refused(text, `port ${port} is not one of a web server`, 'use 80, 443 or one above 1023');
  url.hash = '';
  const host = url.hostname;
  const literal = host.startsWith('[') ? host.slice(1, -1) : host;
  if (ipaddr.isValid(literal)) return { url: url.href, secure, host, name: null, address: literal, port };
  const name = host.replace(/\.$/u, '');
  if (name.length > 253 || !NAME.test(name)) throw refused(text, 'its host is not a name', 'check the address');
  const local = LOCAL_NAMES.find((one) => name === one || name.endsWith(`.${one}`));
  if (local || !name.includes('.'))
    throw refused(text, `${shown(name)} is a name inside a network`, 'save the page by hand and add the file');
  return { url: url.href, secure, host, name, address: null, port };
}

/** Why no connection may be made to an address; `null` where it may. Anything that isn't a plain address is refused. */
export function refusalOf(address: string): string | null {
  if (address.includes('%') || !ipaddr.isValid(address)) return 'it is not an address';
  const ip = ipaddr.parse(address);
  if (ip instanceof ipaddr.IPv4) {
    if (!ipaddr.IPv4.isValidFourPartDecimal(address)) return 'it is not an address';
    return REFUSED_V4.find(([range]) => ip.match(ipaddr.IPv4.parseCIDR(range)))?.[1] ?? null;
  }
  const range = REFUSED_V6.find(([one]) => ip.match(ipaddr.IPv6.parseCIDR(one)));
  if (range) return range[1];
  // RFC 4291, 2.4 and the IANA registry: nothing outside 2000::/3 is handed out for the public internet.
  return ip.match(ipaddr.IPv6.parseCIDR('2000::/3')) ? null : 'it is reserved';
}

/** An address in its shortest spelling, for comparing; as it is where it is none. */
export const plainAddress = (address: string): string =>
  ipaddr.isValid(address) ? ipaddr.parse(address).toString() : address;

/** Whether a web server may be asked at a port: 80, 443, and what no well-known service of another kind uses. */
export const isWebPort = (port: number): boolean =>
  port === 80 || port === 443 || (port >= 1024 && port <= 65_535 && !SERVICE_PORTS.has(port));

/** A URL or name for a message: one line, printable, not long. */
export function shown(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '\ufffd');
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}

/** The error for an address that is not captured. */
export const refused = (url: string, why: string, next: string): HearsayError =>
  new HearsayError('not-permitted', `${shown(url)} is not captured: ${why}; ${next}`);

function parsed(text: string): URL {
  if (text.length > LONGEST) throw refused(text, `it has more than ${LONGEST} characters`, 'check the address');
  try {
    return new URL(text);
  } catch {
    throw refused(text, 'it is not a web address', 'write it as https://host/path');
  }
}
