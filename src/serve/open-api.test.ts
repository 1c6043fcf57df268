import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, served } from '../../test/served.ts';

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly summary: string;
  readonly security: unknown;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

let desk: Served;
let described: Described;
beforeAll(async () => {
  desk = await served(['gate']);
  described = (await desk.ask('GET', '/api/v1/openapi.json')).json as Described;
});
afterAll(() => desk.end());

/** Every route of docs/api.md, which people program against. */
const ROUTES = [
  'get /cases',
  'post /cases',
  'get /cases/{case}',
  'put /cases/{case}/seen',
  'get /cases/{case}/board',
  'get /cases/{case}/claims/{id}',
  'get /cases/{case}/items/{id}',
  'get /cases/{case}/items/{id}/metadata',
  'get /cases/{case}/items/{id}/picture',
  'get /cases/{case}/pairs/{left}/{right}',
  'get /cases/{case}/spread',
  'get /cases/{case}/moved',
  'get /cases/{case}/search',
  'get /cases/{case}/log',
  'post /cases/{case}/decisions',
  'get /policies',
  'post /cases/{case}/policy',
  'post /cases/{case}/undo',
  'post /cases/{case}/files',
  'post /cases/{case}/links',
  'post /cases/{case}/paste',
  'post /cases/{case}/pages',
  'post /cases/{case}/preview',
  'post /cases/{case}/publish',
  'post /cases/{case}/frames/{item}',
  'get /jobs',
  'get /jobs/{id}',
  'delete /jobs/{id}',
  'get /news',
];

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and holds every route', () => {
    expect(described.openapi).toBe('3.1.0');
    const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace('/api/v1', '')}`),
    );
    expect(routes.sort()).toEqual([...ROUTES].sort());
  });

  it('says of every route what it does, takes and gives, and that it wants the token', () => {
    for (const [path, methods] of Object.entries(described.paths))
      for (const [method, { summary, security, parameters = [], responses }] of Object.entries(methods)) {
        expect([path, method, summary.length > 3, security]).toEqual([path, method, true, [{ token: [] }]]);
        expect(Object.keys(responses)).toContain('default');
        const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
      }
  });

  it('has routes that answer: none is described and absent', async () => {
    for (const [path, methods] of Object.entries(described.paths))
      for (const method of Object.keys(methods)) {
        if (path.endsWith('/news')) continue;
        const { status, json } = await desk.ask(method.toUpperCase(), path.replaceAll(/\{\w+\}/gu, 'absent'));
        expect([path, method, JSON.stringify(json).includes('nothing is here')]).toEqual([path, method, false]);
        expect(status).toBeLessThan(500);
      }
  });
});
