import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, served } from '../../test/served.ts';
import { writing } from '../desk/hand.ts';
import { openIntimate } from '../desk/taking-in.ts';
import type { Board, Hit } from '../publish/workbench/shapes.ts';
import { factsOf } from './file-facts.ts';
import { JOB } from './schemas.ts';
import { BOARD, CLAIM, HITS, ITEM, MOVED, PAIR, SPREAD } from './view-schemas.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'freezer-log');
const CASE = '/api/v1/cases/freezer';

let desk: Served;
let board: Board;

/** The texts of the example, sent as a browser sends a folder. */
function form(): { readonly body: Uint8Array; readonly headers: Record<string, string> } {
  const files = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:csv|txt|html|md|eml|json)$/u.test(path))
    .sort((a, b) => Number(b.endsWith('index.csv')) - Number(a.endsWith('index.csv')) || (a < b ? -1 : 1));
  const parts = files.map((path) =>
    Buffer.concat([
      Buffer.from(`--zz\r\nContent-Disposition: form-data; name="file"; filename="log/${path}"\r\n\r\n`),
      readFileSync(join(EXAMPLE, path)),
      Buffer.from('\r\n'),
    ]),
  );
  return {
    body: Buffer.concat([...parts, Buffer.from('--zz--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=zz' },
  };
}

const get = async <T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> => {
  const { status, json } = await desk.ask('GET', `${CASE}${path}`);
  expect([path, status]).toEqual([path, 200]);
  const read = schema.safeParse(json);
  expect([path, read.error?.issues ?? []]).toEqual([path, []]);
  return json as z.output<T>;
};

const weighed = async (): Promise<Board> => {
  for (;;) {
    const { json } = await desk.ask('GET', CASE);
    if ((json as { weighing: unknown }).weighing === null) return (await get('/board', BOARD)) as unknown as Board;
  }
};

beforeAll(async () => {
  desk = await served(['freezer']);
  const sent = await desk.ask('POST', `${CASE}/files`, form());
  expect([sent.status, JOB.parse(sent.json)]).toMatchObject([202, { state: 'done', faults: [] }]);
  await desk.ask('GET', `${CASE}/board`);
  board = await weighed();
});
afterAll(() => desk.end());

describe('the views of a case', () => {
  it('are of the form that is described', async () => {
    const [first, second] = board.items;
    expect(board.claims.length).toBeGreaterThan(5);
    for (const { id } of board.claims.slice(0, 12)) await get(`/claims/${id}`, CLAIM);
    for (const { id } of board.items) await get(`/items/${id}`, ITEM);
    await get(`/pairs/${first?.id}/${second?.id}`, PAIR);
    await get('/spread', SPREAD);
    await get('/search?q=freezer&limit=5', HITS);
    await get('/moved?from=2032-03-04&to=2032-03-10&clock=out', MOVED);
    await get('/board?asOf=2032-03-04', BOARD);
  });

  it('show what was out by an instant, or what was known here', async () => {
    const out = await get('/board?asOf=2032-03-02', BOARD);
    expect(out.counts.origins).toBeLessThan(board.counts.origins);
    const known = await get('/board?asOf=2019-01-01&clock=known', BOARD);
    expect(known.counts.items).toBe(0);
    expect((await desk.ask('GET', `${CASE}/board?asOf=soon`)).json).toMatchObject({ code: 'bad-date' });
    expect((await desk.ask('GET', `${CASE}/claims/claim-none`)).status).toBe(404);
  });

  it('take up what is decided, and its taking back', async () => {
    const [claim] = board.claims;
    const asked = { kind: 'retract', data: { statement: claim?.id }, why: 'it was taken back' };
    const { status, json } = await desk.ask('POST', `${CASE}/decisions`, { body: asked });
    expect(status).toBe(201);
    const labels = async (): Promise<readonly string[]> => (await weighed()).claims.map(({ label }) => label);
    expect(await labels()).toContain('retracted');
    await desk.ask('POST', `${CASE}/undo`, { body: { event: (json as { seq: number }).seq, why: 'a slip' } });
    expect(await labels()).not.toContain('retracted');
    expect(await get('/log?limit=2', JOB.partial().loose())).toMatchObject({
      events: [{ kind: 'undo' }, { kind: 'retract', undone: true, undoable: false }],
    });
  });

  it('change with the policy that they are weighed under, and back', async () => {
    const policies = await desk.ask('GET', '/api/v1/policies');
    expect(policies.json).toEqual({ policies: ['two-source', 'agency', 'intelligence'] });
    const change = (policy: unknown) => desk.ask('POST', `${CASE}/policy`, { body: { policy } });
    const { status, json } = await change('agency');
    expect([status, (await weighed()).policy]).toEqual([201, 'agency']);
    await desk.ask('POST', `${CASE}/undo`, { body: { event: (json as { seq: number }).seq, why: 'a slip' } });
    expect((await weighed()).policy).toBe('two-source');
    expect((await change({ extends: 'two-source', name: 'ours', version: 1 })).status).toBe(201);
    expect((await weighed()).policy).toBe('ours');
    expect((await change({ name: 'ours', rank: [] })).json).toMatchObject({ code: 'bad-policy' });
    expect((await change('../../secrets')).status).toBe(400);
  });

  it('find words where they stand', async () => {
    const { hits } = (await get('/search?q=freezer&limit=50', HITS)) as { hits: Hit[] };
    expect(hits.length).toBeGreaterThan(3);
    for (const { quote } of hits) expect(quote.toLowerCase()).toContain('freezer');
  });

  it('show nothing of what was marked intimate', async () => {
    const bytes = new TextEncoder().encode('The freezer failed, a cook said.');
    await writing(join(desk.folder, 'freezer'), null, async (writer) => {
      const taking = openIntimate(writer);
      await taking.take({ facts: factsOf('private.txt'), bytes, from: 'file' });
    });
    await desk.ask('GET', CASE);
    const item = (await weighed()).items.find(({ file }) => file === 'private.txt');
    expect(item?.unreadable).toContain('intimate');
    for (const [method, path] of [
      ['POST', `/frames/${item?.id}`],
      ['GET', `/items/${item?.id}/picture`],
    ] as const) {
      const { status, text } = await desk.ask(method, `${CASE}${path}`);
      expect([path, status >= 400, text.includes('cook')]).toEqual([path, true, false]);
    }
    expect((await desk.ask('GET', `${CASE}/log?limit=1`)).text).toContain('"intimate":true');
  });

  it('show an item as it was captured at an address that works once, on another port', async () => {
    const page = board.items.find(({ mediaType }) => mediaType === 'text/html');
    const { json } = await desk.ask('POST', `${CASE}/frames/${page?.id}`);
    const url = new URL((json as { url: string }).url);
    const port = Number(url.port);
    expect(port).not.toBe(desk.port);
    expect((await desk.ask('GET', url.pathname, { port, headers: { host: 'evil.example' } })).status).toBe(421);
    const once = await desk.ask('GET', url.pathname, { port });
    expect(once.status).toBe(200);
    expect(String(once.headers['content-security-policy'])).toMatch(/^sandbox; default-src 'none';/u);
    expect((await desk.ask('GET', url.pathname, { port })).status).toBe(404);
    expect((await desk.ask('GET', '/', { port })).status).toBe(404);
  });
});
