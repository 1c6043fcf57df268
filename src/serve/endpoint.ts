import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Refusal } from './refusal.ts';

type Fields = z.ZodObject;

/** One thing that can be asked of the server: what it takes, what it gives, and the doing. One schema checks and documents. */
export interface Endpoint<P extends Fields, Q extends Fields, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** After `/api/v1`, with `{name}` where a parameter stands. */
  readonly path: string;
  readonly does: string;
  readonly tag: string;
  readonly params: P;
  readonly query: Q;
  /** Null where nothing is sent, or where it is no JSON. */
  readonly body: B | null;
  /** How much may be sent, in bytes. */
  readonly most?: number;
  /** What the body is where it is no JSON. */
  readonly sends?: 'multipart/form-data';
  readonly gives: z.ZodType;
  /** What is given where that is no JSON. */
  readonly as?: 'image/png' | 'text/event-stream';
  readonly status?: 200 | 201 | 202;
  readonly run: (asked: Asked<P, Q, B>, c: Context) => Promise<unknown>;
}

export interface Asked<P extends Fields, Q extends Fields, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

/** JSON that was made on another thread, sent as it is. */
export class Made {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export const NOTHING = z.object({});
const JSON_MOST = 1024 * 1024;

/** Puts an endpoint where it is found, and into the description of the API. */
export function mount<P extends Fields, Q extends Fields, B extends z.ZodType>(
  app: OpenAPIHono,
  endpoint: Endpoint<P, Q, B>,
): void {
  describe(app, endpoint);
  const path = `/api/v1${endpoint.path.replaceAll(/\{(\w+)\}/gu, ':$1')}`;
  app.on(endpoint.method.toUpperCase(), path, async (c) => {
    const params = checked(endpoint.params, c.req.param(), 'the path');
    const query = checked(endpoint.query, c.req.query(), 'the query');
    const body =
      endpoint.body === null ? undefined : checked(endpoint.body, await jsonOf(c, endpoint.most), 'the body');
    const made = await endpoint.run({ params, query, body: body as z.output<B> }, c);
    if (made instanceof Response) return made;
    const status = endpoint.status ?? 200;
    if (made instanceof Made) return c.body(plainBytes(made.bytes), status, { 'content-type': 'application/json' });
    return c.body(JSON.stringify(made), status, { 'content-type': 'application/json' });
  });
}

/** The same bytes, as the types of the platform want them. */
export const plainBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

function describe<P extends Fields, Q extends Fields, B extends z.ZodType>(
  app: OpenAPIHono,
  { method, path, does, tag, params, query, body, sends, gives, as, status = 200 }: Endpoint<P, Q, B>,
): void {
  const content = sends
    ? { [sends]: { schema: z.object({ files: z.array(z.string().openapi({ format: 'binary' })) }) } }
    : body && { 'application/json': { schema: body } };
  app.openAPIRegistry.registerPath({
    ...{ method, path: `/api/v1${path}`, summary: does, tags: [tag], security: [{ token: [] }] },
    request: { params, query, ...(content ? { body: { required: true, content } } : {}) },
    responses: {
      [status]: { description: does, content: { [as ?? 'application/json']: { schema: gives } } },
      default: { description: 'why it was not done', content: { 'application/json': { schema: REFUSAL } } },
    },
  });
}

export const REFUSAL = z
  .object({
    code: z.string().openapi({ example: 'not-found' }),
    message: z.string().openapi({ example: 'there is no such case; look at the list of cases' }),
  })
  .openapi('Refusal');

function checked<T extends z.ZodType>(schema: T, given: unknown, what: string): z.output<T> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const place = first?.path.length ? ` at ${first.path.join('.')}` : '';
  throw new Refusal(
    400,
    'usage',
    `${what} is not as it should be${place}: ${first?.message ?? 'unknown'}; see /api/v1/openapi.json`,
  );
}

async function jsonOf(c: Context, most = JSON_MOST): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new Refusal(415, 'unknown-type', 'this is told as JSON; send it with content-type: application/json');
  const bytes = await bodyOf(c, most);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'malformed', 'the body is no JSON in UTF-8; check how it was made');
  }
}

/** A body of at most so many bytes; a longer one is refused as soon as that is known. */
export async function bodyOf(c: Context, most: number): Promise<Uint8Array> {
  const tooLarge = (): Refusal =>
    new Refusal(413, 'too-large', `the body has more than ${most} bytes; send less at once`);
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of piecesOf(c.req.raw.body)) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** A body as it comes in. */
export async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
