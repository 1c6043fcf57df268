import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** Where this server is, as browsers may call it. */
export interface Here {
  readonly port: number;
  readonly token: string;
}

/** What of a request says where it comes from. */
export interface Asking {
  readonly method: string;
  readonly path: string;
  readonly header: (name: string) => string | undefined;
}

/**
 * Throws where a request may not come in. Whoever can name this port is not yet at this desk: a page that rebinds its name
 * to 127.0.0.1 sends another Host, a page of another site another Origin, and neither knows the token.
 */
export function checkRequest(asking: Asking, here: Here): void {
  checkHost(asking.header('host'), here.port);
  checkOrigin(asking, here.port);
  if (asking.path.startsWith('/api/') && asking.method !== 'OPTIONS')
    checkToken(asking.header('x-hearsay-token'), here.token);
}

/** The names by which a browser on this machine reaches this server, and no other. */
export const hostsOf = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost', '[::1]'].map((one) => `${one}:${port}`);

/** DNS rebinding: only the names of this machine are answered. */
export function checkHost(host: string | undefined, port: number): void {
  if (host === undefined || !hostsOf(port).includes(host.toLowerCase()))
    throw new Refusal(421, 'not-permitted', 'this server answers at 127.0.0.1 alone; open the address it printed');
}

function checkOrigin({ method, path, header }: Asking, port: number): void {
  const origin = header('origin');
  const site = header('sec-fetch-site');
  // An extension that may speak to this machine need not say where it comes from; a page that sends a token must.
  if ((origin === undefined || isExtension(origin)) && isForExtensions(method, path)) return;
  const own = origin === undefined || hostsOf(port).some((one) => origin === `http://${one}`);
  // A link elsewhere may lead here; what it opens holds nothing until the token is known.
  const led = header('sec-fetch-mode') === 'navigate' && method === 'GET' && !path.startsWith('/api/');
  const same = site === undefined || site === 'same-origin' || site === 'none' || led;
  if (!own || !same) throw new Refusal(403, 'not-permitted', 'this server is spoken to by its own page alone');
}

/** What the WebExtension may ask for: the cases, and to send a page into one. */
export const isForExtensions = (method: string, path: string): boolean =>
  (/^\/api\/v1\/cases\/[^/]+\/pages$/u.test(path) && (method === 'POST' || method === 'OPTIONS')) ||
  (path === '/api/v1/cases' && (method === 'GET' || method === 'OPTIONS'));

export const isExtension = (origin: string): boolean =>
  /^(?:chrome-extension|moz-extension):\/\/[A-Za-z0-9-]{1,64}$/u.test(origin);

function checkToken(given: string | undefined, token: string): void {
  if (given === undefined || !timingSafeEqual(hashOf(given), hashOf(token)))
    throw new Refusal(
      401,
      'not-permitted',
      'the token is missing or wrong; open the address that `hearsay serve` printed',
    );
}

/** Compared by their digests, which are equally long: how long it takes tells nothing. */
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
