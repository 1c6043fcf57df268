import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, served } from '../../test/served.ts';

let desk: Served;
beforeAll(async () => {
  desk = await served(['gate']);
});
afterAll(() => desk.end());

const CASE = '/api/v1/cases/gate';

describe('what is sent to the desk', () => {
  it('is JSON where JSON is asked for', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ])
      expect(
        (await desk.ask('POST', `${CASE}/decisions`, { headers: { 'content-type': type }, body: '{}' })).status,
      ).toBe(415);
    for (const body of ['', '{', '[1', 'nul', '{"kind":"withhold",}', '\u0000', new Uint8Array([0x7b, 0xff, 0x7d])])
      expect(await desk.ask('POST', `${CASE}/undo`, { body })).toMatchObject({
        status: 400,
        json: { code: 'malformed' },
      });
  });

  it('is no more than is taken', async () => {
    const large = JSON.stringify({ event: 1, why: 'x'.repeat(1024 * 1024) });
    expect(await desk.ask('POST', `${CASE}/undo`, { body: large })).toMatchObject({
      status: 413,
      json: { code: 'too-large' },
    });
    const headers = { 'content-length': '99999999999' };
    const early = await desk.ask('POST', `${CASE}/undo`, { headers, body: '{}' }).catch(() => ({ status: 413 }));
    expect(early.status).toBe(413);
  });

  it('is refused in words where it is not as the schema says', async () => {
    const wrong: readonly [string, unknown][] = [
      ['/decisions', {}],
      ['/decisions', { kind: 'constructor', data: {} }],
      ['/decisions', { kind: 'withhold', data: [] }],
      ['/decisions', { kind: 'withhold', data: { name: 7 }, why: null }],
      ['/decisions', { kind: 'withhold', data: { name: 'x', more: 1 } }],
      ['/decisions', { kind: 'reply', data: { to: 99, outcome: 'denied', of: 'x' } }],
      ['/decisions', { kind: 'retract', data: { statement: 'claim-none' } }],
      ['/undo', { event: -1 }],
      ['/undo', { event: 1.5 }],
      ['/undo', { event: 0 }],
      ['/undo', { event: 1e15 }],
      ['/links', { urls: [] }],
      ['/links', { urls: ['javascript:alert(1)'] }],
      ['/links', { urls: ['file:///etc/passwd'] }],
      ['/paste', { text: '' }],
      ['/pages', { url: 'https://a.example/', html: 'x', captured: 'yesterday' }],
      [
        '/pages',
        { url: 'https://a.example/', html: 'x', captured: '2031-06-12T09:00:00Z', screenshot: 'data:text/html,x' },
      ],
      ['/publish', { to: '' }],
      ['/publish', { to: 'gate/record' }],
      ['/preview', { languages: ['xx'] }],
    ];
    for (const [path, body] of wrong) {
      const { status, json } = await desk.ask('POST', `${CASE}${path}`, { body });
      expect([path, body, status >= 400 && status < 500, json]).toMatchObject([
        path,
        body,
        true,
        { code: expect.any(String) },
      ]);
    }
    const { json } = await desk.ask('GET', `${CASE}/log`);
    expect((json as { events: unknown[] }).events).toHaveLength(1);
  });

  it('never brings the server down, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('decisions', 'undo', 'paste', 'links', 'preview'),
        fc.json(),
        async (path, body) => {
          const { status, json } = await desk.ask('POST', `${CASE}/${path}`, { body });
          expect(status).toBeLessThan(500);
          expect(json).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names cases that are children of the folder, and leads nowhere else', async () => {
    symlinkSync(join(desk.folder, 'gate'), join(desk.folder, 'link'));
    const names = [
      '..',
      '.',
      '%2e%2e',
      '..%2fcases%2fgate',
      'gate%2f..%2fgate',
      '%2fetc',
      'gate%00',
      'none',
      'link',
      '...',
      '%5c',
      'GATE%2F',
      '~',
    ];
    for (const name of names) {
      const { status, text } = await desk.ask('GET', `/api/v1/cases/${name}`);
      expect([name, status]).toEqual([name, 404]);
      expect(text).not.toContain('About');
    }
    for (const name of ['../x', 'a/b', '.x', 'a\\b', 'con', 'x ', '', 'x'.repeat(81), 'a\u0000'])
      expect((await desk.ask('POST', '/api/v1/cases', { body: { name, title: 'X' } })).status).toBe(400);
    expect((await desk.ask('POST', '/api/v1/cases', { body: { name: 'gate', title: 'X' } })).status).toBe(409);
  });

  it('asks for the pages by their plain names alone', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/parts/../../../../etc/passwd',
      '/parts/%2e%2e/index.html',
      '/.env',
      '//etc/passwd',
      '/index.html%00.js',
    ])
      expect([path, (await desk.ask('GET', path)).status]).toEqual([path, 404]);
  });
});
