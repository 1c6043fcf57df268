import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mountAdding } from './adding-endpoints.ts';
import type { Bench } from './bench.ts';
import { mountCases } from './case-endpoints.ts';
import { plainBytes } from './endpoint.ts';
import { mountExhibits } from './exhibit-endpoints.ts';
import type { Frames } from './frames.ts';
import { checkRequest, type Here, isExtension, isForExtensions } from './guard.ts';
import { mountJobs } from './job-endpoints.ts';
import { mountJournal } from './journal-endpoints.ts';
import { mountPolicies } from './policy-endpoints.ts';
import { mountPublishing } from './publishing-endpoints.ts';
import { Refusal, refusedWith } from './refusal.ts';
import { policyOf, staticFile } from './static-files.ts';
import { mountViews } from './view-endpoints.ts';

/** What the app stands on. */
export interface Around {
  readonly here: Here;
  /** Where captured pages are shown, and its port. */
  readonly frames: Frames;
  readonly framesPort: number;
  readonly bench: Bench;
  readonly closed: AbortSignal;
  /** Hears of what was refused, in a line. */
  readonly log: (line: string) => void;
}

/** Everything the server answers. */
export function appOf(around: Around): OpenAPIHono {
  const { bench, closed, here } = around;
  const app = new OpenAPIHono();
  app.use(async (c, next) => {
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cross-origin-resource-policy', 'same-origin');
    c.header('cache-control', 'no-store');
    checkRequest({ method: c.req.method, path: c.req.path, header: (name) => c.req.header(name) }, here);
    const origin = c.req.header('origin') ?? '';
    if (isExtension(origin) && isForExtensions(c.req.method, c.req.path)) allow(c, origin);
    await next();
  });
  mountCases(app, bench);
  mountViews(app, bench);
  mountJournal(app, bench);
  mountPolicies(app, bench);
  mountAdding(app, bench);
  mountPublishing(app, bench);
  mountExhibits(app, bench, around.frames);
  mountJobs(app, bench, closed);
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    ...{ type: 'apiKey', in: 'header', name: 'x-hearsay-token' },
    description: 'stands in the address that `hearsay serve` prints, after #token=',
  });
  app.get('/api/v1/openapi.json', (c) => c.json(describedBy(app)));
  app.options('*', (c) => c.body(null, 204));
  app.get('*', (c) => sent(c, around.framesPort));
  app.notFound((c) => refuse(c, around, new Refusal(404, 'not-found', 'nothing is here; see /api/v1/openapi.json')));
  app.onError((cause, c) => refuse(c, around, cause));
  return app;
}

/** The description of the API, OpenAPI 3.1. */
export const describedBy = (app: OpenAPIHono): unknown =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Hearsay workbench',
      version: '1',
      description:
        'What the pages of `hearsay serve` ask of it. It answers at 127.0.0.1 alone, to whoever has the token.',
    },
  });

/** An extension may read what it is answered here, since it has the token too. */
function allow(c: Context, origin: string): void {
  c.header('access-control-allow-origin', origin);
  c.header('vary', 'origin');
  c.header('access-control-allow-headers', 'content-type, x-hearsay-token');
  c.header('access-control-allow-methods', 'GET, POST');
}

async function sent(c: Context, frames: number): Promise<Response> {
  const file = c.req.path.startsWith('/api/') ? null : await staticFile(c.req.path);
  if (!file) throw new Refusal(404, 'not-found', 'nothing is here; the workbench begins at /');
  c.header('content-security-policy', policyOf(frames));
  c.header('x-frame-options', 'DENY');
  c.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), usb=()');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cache-control', file.lasting ? 'private, max-age=31536000, immutable' : 'no-cache');
  c.header('vary', 'accept-encoding');
  const packed = /\bbr\b/u.test(c.req.header('accept-encoding') ?? '') ? file.packed : null;
  if (packed) c.header('content-encoding', 'br');
  return c.body(plainBytes(packed ?? file.bytes), 200, { 'content-type': file.type });
}

function refuse(c: Context, { log }: Around, cause: unknown): Response {
  const { status, code, message } = refusedWith(cause);
  // Whoever went away was refused nothing.
  if (!c.req.raw.signal.aborted)
    log(`${status} ${c.req.method} ${c.req.path}: ${status === 500 && cause instanceof Error ? cause.stack : message}`);
  // What was sent and not read must not be taken for the next request.
  if (c.req.method !== 'GET') c.header('connection', 'close');
  return c.json({ code, message }, status);
}
