import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Handler, openShamWeb, page, redirect } from '../../test/sham-web.ts';
import { type Fetched, type FetchOptions, fetchSafely, USER_AGENT } from './fetcher.ts';
import { openWorld } from './world.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Fetches from a server that does this. */
async function from(handler: Handler, options: Partial<FetchOptions> = {}, path = '/'): Promise<Fetched> {
  const web = await openShamWeb({ 'news.example': handler });
  try {
    return await fetchSafely(`http://news.example${path}`, { net: web.world, ...options });
  } finally {
    await web.close();
  }
}

const raw =
  (bytes: string | Uint8Array): Handler =>
  (_, { socket }) => {
    socket?.write(bytes);
    socket?.end();
  };

/** Writes until nobody listens any more. */
function pour(response: ServerResponse, size: number): void {
  if (response.destroyed) return;
  response.write('x'.repeat(size), () => setImmediate(pour, response, size));
}

describe('a fetch', () => {
  it('gives status, headers in order as spelled, bytes, and where the connection led', async () => {
    const head =
      'HTTP/1.1 203 Fine\r\nX-Second: 2\r\nx-first: 1\r\nContent-Type: Text/HTML; charset=x\r\nX-Second: 3\r\n';
    const fetched = await from(raw(`${head}Content-Length: 5\r\n\r\nhello`));
    expect(fetched).toMatchObject({ url: 'http://news.example/', status: 203, reason: 'Fine', mediaType: 'text/html' });
    expect(fetched.headers.map(([name]) => name)).toEqual(
      'X-Second x-first Content-Type X-Second Content-Length'.split(' '),
    );
    expect([text(fetched.bytes), fetched.address, fetched.redirects]).toEqual(['hello', '93.184.216.34', []]);
  });

  it('says what we are, brings no cookie and no credentials, and tells what it sent', async () => {
    let got: readonly string[] = [];
    const fetched = await from((request, response) => {
      got = request.rawHeaders;
      response.writeHead(200, { 'set-cookie': 'a=b' }).end();
    });
    expect(fetched.sent.flat().map((one) => one.toLowerCase())).toEqual(got.map((one) => one.toLowerCase()));
    expect(got).toContain(USER_AGENT);
    expect(got.join(' ')).not.toMatch(/cookie|authorization|referer/iu);
  });

  it('follows redirects and keeps each; cookies set on the way are not brought back', async () => {
    const cookies: unknown[] = [];
    const fetched = await from((request, response) => {
      cookies.push(request.headers.cookie);
      if (request.url === '/end') return void response.end('there');
      response.writeHead(request.url === '/' ? 301 : 307, {
        location: request.url === '/' ? 'two?x=1#part' : '/end',
        'set-cookie': 'id=1',
      });
      response.end('moved');
    });
    expect(fetched.redirects.map(({ url, status, body }) => [url, status, text(body)])).toEqual([
      ['http://news.example/', 301, 'moved'],
      ['http://news.example/two?x=1', 307, 'moved'],
    ]);
    expect([fetched.url, text(fetched.bytes), cookies]).toEqual([
      'http://news.example/end',
      'there',
      Array(3).fill(undefined),
    ]);
  });

  it('stops after ten redirects', async () => {
    await expect(
      from((request, response) => redirect(`/${(request.url ?? '').length}x`)(request, response)),
    ).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  it('refuses a redirect to two places, and to a scheme that is not the web', async () => {
    await expect(from(raw('HTTP/1.1 302 F\r\nLocation: /a\r\nLocation: /b\r\n\r\n'))).rejects.toMatchObject({
      code: 'not-permitted',
    });
    for (const to of ['file:///etc/passwd', 'ftp://news.example/', 'data:text/html,x', 'http://', 'javascript:1'])
      await expect(from(redirect(to))).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('takes a redirect without a place as an answer, and an error as one', async () => {
    expect((await from(raw('HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\nhi'))).status).toBe(302);
    expect((await from(page('gone', 410))).status).toBe(410);
  });

  it('takes only the media types that are wanted', async () => {
    const types = ['text/html', 'image/*'];
    expect((await from(page('x'), { types })).status).toBe(200);
    await expect(from((_, response) => void response.end('x'), { types })).rejects.toThrow('names no media type');
    const zip: Handler = (_, response) => void response.writeHead(200, { 'content-type': 'application/zip' }).end('x');
    await expect(from(zip, { types })).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('a body', () => {
  const packed =
    (encoding: string, bytes: Uint8Array): Handler =>
    (_, response) =>
      void response.writeHead(200, { 'content-encoding': encoding }).end(bytes);

  it.each([
    ['gzip', gzipSync('hello')],
    ['X-GZip', gzipSync('hello')],
    ['deflate', deflateSync('hello')],
    ['deflate', deflateRawSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['gzip, br', brotliCompressSync(gzipSync('hello'))],
    ['identity', Buffer.from('hello')],
  ])('packed as %s is unpacked, and kept as it came', async (encoding, bytes) => {
    const fetched = await from(packed(encoding, bytes));
    expect([text(fetched.bytes), Buffer.from(fetched.body)]).toEqual(['hello', Buffer.from(bytes)]);
  });

  it('that unpacks to far more than it is, is refused', async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024);
    for (const [encoding, bytes] of [
      ['gzip', gzipSync(zeros)],
      ['br', brotliCompressSync(zeros)],
      ['gzip, gzip', gzipSync(gzipSync(zeros))],
    ] as const)
      await expect(from(packed(encoding, bytes))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('packed unknown, broken, or many times over is refused', async () => {
    for (const [encoding, bytes] of [
      ['zip', Buffer.from('x')],
      ['gzip', Buffer.from('no gzip')],
      ['gzip', gzipSync('hello').subarray(0, 12)],
      ['gzip, gzip, gzip', Buffer.from('x')],
      ['constructor', Buffer.from('x')],
    ] as const)
      await expect(from(packed(encoding, bytes))).rejects.toMatchObject({ code: 'network' });
  });

  it('too large is refused by its length before it comes, and by its bytes while it comes', async () => {
    const announced = raw('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n');
    await expect(from(announced, { most: 1000 })).rejects.toMatchObject({ code: 'too-large' });
    const endless: Handler = (_, response) => {
      pour(response, 1000);
    };
    await expect(from(endless, { most: 100_000 })).rejects.toMatchObject({ code: 'too-large' });
  });

  it('of a redirect is not read to its end', async () => {
    const endless: Handler = (request, response) => {
      if (request.url === '/end') return void response.end('there');
      response.writeHead(302, { location: '/end' });
      pour(response, 10_000);
    };
    const fetched = await from(endless, { total: 5000 });
    expect(text(fetched.bytes)).toBe('there');
    expect(fetched.redirects[0]?.body.length).toBeLessThan(70_000);
  });
});

describe('a server that', () => {
  it.each([
    ['says nothing', (): void => undefined],
    ['stops in its headers', raw('HTTP/1.1 200 OK\r\nX-')],
    ['speaks no HTTP', raw('SSH-2.0-OpenSSH_9.2\r\n')],
    ['breaks its body off', raw('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello')],
    ['has endless headers', raw(`HTTP/1.1 200 OK\r\n${'X-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(5000)}\r\n`)],
    ['closes at once', (_request, response) => void response.socket?.destroy()],
    ['splits its headers twice', raw('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello')],
    ['wants another protocol', raw('HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n')],
    [
      'has length and chunks',
      raw('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'),
    ],
  ] as [string, Handler][])('%s gives one plain error', async (_, handler) => {
    await expect(from(handler, { idle: 400, total: 3000 })).rejects.toMatchObject({
      ...{ name: 'HearsayError', code: 'network' },
      message: expect.stringMatching(/^http:\/\/news\.example\/ .*; .*/u),
    });
  });

  it('drips gets no more than the time there is', async () => {
    const drip: Handler = (_, response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    };
    await expect(from(drip, { idle: 300, total: 700 })).rejects.toThrow('longer than 0.7 s');
  });

  it('is slow is left when the reporter says stop', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    await expect(from(() => undefined, { signal: stop.signal })).rejects.toThrow('it was stopped');
    await expect(from(page('x'), { signal: AbortSignal.abort() })).rejects.toThrow('it was stopped');
  });

  it('has a second address is reached by it where the first fails', async () => {
    const web = await openShamWeb({ 'news.example': page('hello') }, () => ['93.184.216.1', '93.184.216.2']);
    const world = {
      ...web.world,
      connect: ((place, signal) =>
        place.address.endsWith('.1')
          ? Promise.reject(new Error('no'))
          : web.world.connect(place, signal)) as typeof web.world.connect,
    };
    expect((await fetchSafely('http://news.example/', { net: world })).address).toBe('93.184.216.2');
    await web.close();
  });

  it('has no address is told so', async () => {
    const web = await openShamWeb({});
    await expect(fetchSafely('http://nobody.example/', { net: web.world })).rejects.toMatchObject({ code: 'network' });
    await web.close();
  });

  it('shows a certificate that nobody signed is not believed, whatever the environment says', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'hearsay-tls-'));
    const [key, cert] = [join(scratch, 'key.pem'), join(scratch, 'cert.pem')];
    const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=a.example -keyout ${key} -out ${cert}`;
    execFileSync('openssl', words.split(' '), { stdio: 'ignore' });
    const server = createSecure({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
      response.end('hi'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const net = {
      ...openWorld(),
      resolve: async () => ['127.0.0.1'],
      allow: (address: string) => address === '127.0.0.1',
    };
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    await expect(fetchSafely(`https://a.example:${port}/`, { net })).rejects.toThrow('certificate is signed by itself');
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    server.close();
    rmSync(scratch, { recursive: true });
  });
});
