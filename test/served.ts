import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handOf } from '../src/desk/hand.ts';
import { openServer, type Running } from '../src/serve/server.ts';
import { createCase } from '../src/store/case.ts';

/** What a request got. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: unknown;
}

/** A server over a scratch folder with a desk of its own. */
export interface Served extends Running {
  readonly folder: string;
  readonly token: string;
  readonly log: string[];
  readonly ask: (method: string, path: string, more?: Asking) => Promise<Got>;
  readonly end: () => Promise<void>;
}

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is words or bytes, as JSON otherwise. */
  readonly body?: unknown;
  readonly port?: number;
}

export async function served(cases: readonly string[]): Promise<Served> {
  const scratch = mkdtempSync(join(tmpdir(), 'hearsay-serve-'));
  const folder = join(scratch, 'cases');
  mkdirSync(folder);
  process.env['HEARSAY_DESK'] = join(scratch, 'desk');
  process.env['HEARSAY_BY'] = 'Iris Quell';
  for (const name of cases)
    await createCase(join(folder, name), { title: `About ${name}`, languages: [] }, await handOf(null));
  const token = 'T'.repeat(43);
  const log: string[] = [];
  const running = await openServer(folder, { port: 0, token, by: null, log: (line) => log.push(line) });
  return {
    ...running,
    ...{ folder, token, log },
    ask: (method, path, { headers = {}, body, port = running.port } = {}) =>
      asked(port, method, path, { 'x-hearsay-token': token, ...headers }, body),
    async end() {
      await running.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

const asked = (
  port: number,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Got> =>
  new Promise((done, failed) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const sent = body === undefined ? null : raw ? Buffer.from(body as string) : Buffer.from(JSON.stringify(body));
    const about = {
      ...(sent ? { 'content-type': 'application/json', 'content-length': String(sent.length) } : {}),
      ...headers,
    };
    const asking = request(
      { host: '127.0.0.1', port, method, path, headers: about, agent: false, setHost: !('host' in about) },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          done({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: jsonOf(text) });
        });
      },
    );
    asking.on('error', failed);
    asking.end(sent ?? undefined);
  });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
