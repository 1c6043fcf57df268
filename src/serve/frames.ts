import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { checkHost } from './guard.ts';
import { refusedWith } from './refusal.ts';

/** Where captured pages are shown: an origin of its own, so that nothing in them is of the workbench. */
export interface Frames {
  /** An address at which a document can be had, once, for a minute. */
  readonly show: (html: string) => string;
}

const PATIENCE_MS = 60_000;
const MOST_WAITING = 32;

/** Nothing runs, nothing loads, nothing leads elsewhere; only the workbench may frame it. */
const policyOf = (port: number): string =>
  [
    'sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors http://127.0.0.1:${port} http://localhost:${port}`,
  ].join('; ');

/** Answers on a server of its own. `port` is the workbench's, `here` its own. */
export function openFrames(server: Server, here: number, port: number, log: (line: string) => void): Frames {
  const waiting = new Map<string, string>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    const html = waiting.get(path);
    try {
      checkHost(request.headers.host, here);
    } catch (cause) {
      const { status, message } = refusedWith(cause);
      log(`${status} ${request.method} on the port for captured pages: ${message}`);
      response.writeHead(status, PLAIN).end();
      return;
    }
    waiting.delete(path);
    if (request.method !== 'GET' || html === undefined) {
      log(`404 ${request.method} on the port for captured pages`);
      response.writeHead(404, PLAIN).end();
      return;
    }
    response.writeHead(200, {
      ...PLAIN,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(port),
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), fullscreen=(), autoplay=()',
      'x-dns-prefetch-control': 'off',
    });
    response.end(html);
  });
  return {
    show(html) {
      const path = `/${randomBytes(32).toString('base64url')}`;
      waiting.set(path, html);
      for (const old of waiting.keys()) if (waiting.size > MOST_WAITING) waiting.delete(old);
      setTimeout(() => waiting.delete(path), PATIENCE_MS).unref();
      return `http://127.0.0.1:${here}${path}`;
    },
  };
}

const PLAIN = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
