import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, served } from '../../test/served.ts';

let desk: Served;
beforeAll(async () => {
  desk = await served(['gate']);
});
afterAll(() => desk.end());

const LIST = '/api/v1/cases';
const NOTE = '/api/v1/cases/gate/decisions';
const BODY = { kind: 'withhold', data: { name: 'Osric Venn' }, why: null };
const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const events = async (): Promise<number> => {
  const { json } = await desk.ask('GET', LIST);
  return (json as { cases: { events: number }[] }).cases[0]?.events ?? -1;
};

describe('who may speak to the desk', () => {
  it('needs the token, whole and right', async () => {
    expect((await desk.ask('GET', LIST)).status).toBe(200);
    for (const token of [
      '',
      'T',
      'T'.repeat(42),
      'T'.repeat(44),
      `${'T'.repeat(42)}t`,
      'Bearer x',
      '\u00e9'.repeat(43),
    ]) {
      const got = await desk.ask('GET', LIST, { headers: { 'x-hearsay-token': token } });
      expect([token, got.status, got.json]).toMatchObject([token, 401, { code: 'not-permitted' }]);
    }
    for (const path of [
      '/api/v1/openapi.json',
      '/api/v1/news',
      '/api/v1/nothing',
      '/api/v1/cases/gate/items/x/picture',
    ])
      expect((await desk.ask('GET', path, { headers: { 'x-hearsay-token': 'no' } })).status).toBe(401);
  });

  it('does not take the token from an address or a cookie', async () => {
    const headers = { 'x-hearsay-token': '', cookie: `x-hearsay-token=${desk.token}`, authorization: desk.token };
    expect((await desk.ask('GET', `${LIST}?token=${desk.token}`, { headers })).status).toBe(401);
  });

  it('is no page that rebinds its name to this machine', async () => {
    const names = [
      'evil.example',
      `evil.example:${desk.port}`,
      '127.0.0.1',
      `127.0.0.1:${desk.port + 1}`,
      `127.0.0.1.evil.example:${desk.port}`,
    ];
    for (const host of [...names, `0.0.0.0:${desk.port}`, `localhost.:${desk.port}`, `user@127.0.0.1:${desk.port}`])
      for (const path of ['/', LIST, '/api/v1/openapi.json'])
        expect([host, (await desk.ask('GET', path, { headers: { host } })).status]).toEqual([host, 421]);
    for (const host of [`localhost:${desk.port}`, `[::1]:${desk.port}`, `LOCALHOST:${desk.port}`])
      expect((await desk.ask('GET', LIST, { headers: { host } })).status).toBe(200);
  });

  it('is no page of another site, even with the token', async () => {
    const before = await events();
    const origins = [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${desk.port + 1}`,
      `https://127.0.0.1:${desk.port}`,
      'file://',
      EXTENSION,
    ];
    for (const origin of origins) {
      const got = await desk.ask('POST', NOTE, { headers: { origin }, body: BODY });
      expect([origin, got.status, got.headers['access-control-allow-origin']]).toEqual([origin, 403, undefined]);
    }
    for (const site of ['cross-site', 'same-site'])
      expect((await desk.ask('POST', NOTE, { headers: { 'sec-fetch-site': site }, body: BODY })).status).toBe(403);
    expect(await events()).toBe(before);
    expect(desk.log.some((line) => line.startsWith('403 POST /api/v1/cases/gate/decisions'))).toBe(true);
  });

  it('may be led here by a link, to a page that holds nothing', async () => {
    const led = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'x-hearsay-token': '' };
    const page = await desk.ask('GET', '/', { headers: led });
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(desk.token);
    expect((await desk.ask('GET', '/api/v1/jobs', { headers: { ...led, 'x-hearsay-token': desk.token } })).status).toBe(
      403,
    );
  });

  it('may be an extension that sends a page, and does no more', async () => {
    const PAGES = '/api/v1/cases/gate/pages';
    const asked = await desk.ask('OPTIONS', PAGES, { headers: { origin: EXTENSION, 'x-hearsay-token': '' } });
    expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([204, EXTENSION]);
    const page = { url: 'https://paper.example/gate', html: '<p>The gate failed.', captured: '2031-06-12T09:00:00Z' };
    const sent = await desk.ask('POST', PAGES, { headers: { origin: EXTENSION }, body: page });
    expect([sent.status, sent.headers['access-control-allow-origin']]).toEqual([202, EXTENSION]);
    expect(
      (await desk.ask('POST', PAGES, { headers: { origin: EXTENSION, 'x-hearsay-token': 'no' }, body: page })).status,
    ).toBe(401);
    expect((await desk.ask('OPTIONS', PAGES, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await desk.ask('OPTIONS', NOTE, { headers: { origin: EXTENSION } })).status).toBe(403);
  });

  it('is shown nothing that another page may frame or read', async () => {
    const { headers } = await desk.ask('GET', '/');
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});
