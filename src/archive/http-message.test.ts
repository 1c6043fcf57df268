import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { joined } from './bytes.ts';
import { fieldOf } from './fields.ts';
import { httpContent } from './http-content.ts';
import { mediaTypeOf, readHttp } from './http-message.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const message = (fields: string, body: Uint8Array | string): ReturnType<typeof readHttp> =>
  readHttp(joined([bytesOf(`HTTP/1.1 200 OK\r\n${fields}\r\n`), typeof body === 'string' ? bytesOf(body) : body]));
const textOf = (fields: string, body: Uint8Array | string): [string, readonly string[]] => {
  const { bytes, faults } = httpContent(message(fields, body));
  return [new TextDecoder().decode(bytes), faults];
};

describe('readHttp', () => {
  it('parts line, fields and body', () => {
    const read = message('Content-Type: Text/HTML; charset=utf-8\r\nX: a\r\n  b\r\n', 'body');
    expect([read.kind, read.status, read.method]).toEqual(['response', 200, null]);
    expect(mediaTypeOf(read)).toBe('text/html');
    expect(fieldOf(read.headers, 'x')).toBe('a b');
    expect(new TextDecoder().decode(read.body)).toBe('body');
  });

  it('takes requests, bare line feeds, Latin-1 and missing reasons', () => {
    const request = readHttp(bytesOf('GET /a?b HTTP/1.1\nHost: example.org\n\n'));
    expect([request.kind, request.method, request.target, request.body.length]).toEqual(['request', 'GET', '/a?b', 0]);
    expect(readHttp(bytesOf('HTTP/2 204\r\n\r\n')).status).toBe(204);
    const latin = readHttp(Uint8Array.from([...bytesOf('HTTP/1.1 200 OK\r\nServer: caf'), 0xe9, 13, 10]));
    expect(fieldOf(latin.headers, 'server')).toBe('café');
  });

  it('names what is no message', () => {
    expect(() => readHttp(bytesOf('<html>'))).toThrow(/no first line/u);
    expect(() => readHttp(bytesOf(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(3000)}`))).toThrow(HearsayError);
  });
});

describe('httpContent', () => {
  const page = '<p>The dam broke at nine.</p>'.repeat(9);

  it('undoes chunks, gzip, zlib and bare deflate, one in the other', () => {
    const chunked = (body: Uint8Array): Uint8Array =>
      joined([bytesOf(`${body.length.toString(16)};x=y\r\n`), body, bytesOf('\r\n0\r\nTrailer: t\r\n\r\n')]);
    const gzip = gzipSync(page);
    expect(textOf('Transfer-Encoding: chunked\r\n', chunked(bytesOf(page)))).toEqual([page, []]);
    expect(textOf('Content-Encoding: gzip\r\n', gzip)).toEqual([page, []]);
    expect(textOf('Content-Encoding: deflate\r\n', deflateSync(page))).toEqual([page, []]);
    expect(textOf('Content-Encoding: deflate\r\n', deflateRawSync(page))).toEqual([page, []]);
    const both = 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n';
    expect(textOf(both, chunked(gzip))).toEqual([page, []]);
    expect(textOf('Content-Encoding: gzip, gzip\r\n', gzipSync(gzip))).toEqual([page, []]);
  });

  it('leaves a body as it is that is not coded as it says, and says so', () => {
    expect(textOf('Transfer-Encoding: chunked\r\n', page)).toEqual([
      page,
      ['the body is said to be chunked and is not'],
    ]);
    expect(textOf('Content-Encoding: gzip\r\n', page)).toEqual([page, ['the body is said to be gzip and is not']]);
    expect(textOf('Content-Encoding: br\r\n', page)[1]).toEqual(['the body is coded with "br", which is not read']);
    const both = 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n';
    expect(textOf(both, gzipSync(page))).toEqual([page, ['the body is said to be chunked and is not']]);
  });

  it('undoes a body that breaks off as far as it goes', () => {
    for (const [coding, packed] of [
      ['gzip', gzipSync(page)],
      ['deflate', deflateSync(page)],
    ] as const) {
      const [text, faults] = textOf(`Content-Encoding: ${coding}\r\n`, packed.subarray(0, -9));
      expect([page.startsWith(text), text.length > 20, faults.length]).toEqual([true, true, 1]);
      expect(textOf(`Content-Encoding: ${coding}\r\n`, packed.subarray(0, -1))[0]).toBe(page);
    }
  });

  it('does not unfold bombs', () => {
    const bomb = gzipSync(new Uint8Array(64 * 2 ** 20));
    expect(httpContent(message('Content-Encoding: gzip\r\n', bomb)).faults[0]).toMatch(
      /more than the \d+ bytes it may/u,
    );
    const { faults } = httpContent(message('Content-Encoding: gzip\r\n', gzipSync(new Uint8Array(5000))), 4999);
    expect(faults[0]).toMatch(/more than the 4999 bytes/u);
  });

  it('never fails, whatever the body', () => {
    const codings = fc.constantFrom('gzip', 'deflate', 'chunked', 'br', 'gzip, deflate', '\u0000', 'x,'.repeat(99));
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.constant(gzipSync(page)),
      fc.constant(deflateSync(page)),
    );
    fc.assert(
      fc.property(codings, codings, bodies, fc.nat(), fc.nat({ max: 255 }), (content, transfer, body, place, value) => {
        const bad = Uint8Array.from(body);
        if (bad.length > 0) bad[place % bad.length] = value;
        const read = message(`Content-Encoding: ${content}\r\nTransfer-Encoding: ${transfer}\r\n`, bad);
        expect(httpContent(read).bytes).toBeInstanceOf(Uint8Array);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads any bytes as a message, or names why not', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 99 }),
        fc.constantFrom('', 'HTTP/1.1 200 OK\r\n', 'GET / HTTP/1.0\n'),
        (tail, head) => {
          try {
            readHttp(joined([bytesOf(head), tail]));
          } catch (error) {
            expect(error).toBeInstanceOf(HearsayError);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
