import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Bench } from './bench.ts';
import { Made, mount } from './endpoint.ts';
import { CASE, instantOf, WHEN, WITH_ID, whenOf } from './schemas.ts';
import { BOARD, CLAIM, HITS, ITEM, MOVED, PAIR, SPREAD } from './view-schemas.ts';
import type { ViewAsk } from './views.ts';

/** What a case looks like. */
export function mountViews(app: OpenAPIHono, bench: Bench): void {
  const get = { tag: 'views', method: 'get', body: null } as const;
  const view = async (name: string, when: z.output<typeof WHEN>, ask: ViewAsk, c?: Context): Promise<Made> =>
    new Made(await (await bench.case(name)).view(whenOf(when), ask, c?.req.raw.signal));
  const now = { clock: 'out' } as const;
  mount(app, {
    ...{
      ...get,
      path: '/cases/{case}/board',
      does: 'The story at a glance',
      params: CASE,
      query: WHEN,
      gives: BOARD,
    },
    run: ({ params, query }, c) => view(params.case, query, { view: 'board' }, c),
  });
  mount(app, {
    ...{ ...get, path: '/cases/{case}/claims/{id}', does: 'A claim with all that it rests on' },
    ...{ params: WITH_ID, query: WHEN, gives: CLAIM },
    run: ({ params, query }, c) => view(params.case, query, { view: 'claim', id: params.id }, c),
  });
  mount(app, {
    ...{ ...get, path: '/cases/{case}/items/{id}', does: 'An item with what was read in it' },
    ...{ params: WITH_ID, query: z.object({}), gives: ITEM },
    run: ({ params }) => view(params.case, now, { view: 'item', id: params.id }),
  });
  mount(app, {
    ...{ ...get, path: '/cases/{case}/pairs/{left}/{right}', does: 'Two items side by side' },
    ...{ params: CASE.extend({ left: z.string().max(500), right: z.string().max(500) }), query: z.object({}) },
    gives: PAIR,
    run: ({ params }) => view(params.case, now, { view: 'pair', left: params.left, right: params.right }),
  });
  mount(app, {
    ...{
      ...get,
      path: '/cases/{case}/spread',
      does: 'Who copied whom over time',
      params: CASE,
      query: WHEN,
      gives: SPREAD,
    },
    run: ({ params, query }, c) => view(params.case, query, { view: 'spread' }, c),
  });
  mount(app, {
    ...{
      ...get,
      path: '/cases/{case}/moved',
      does: 'What moved between two instants',
      params: CASE,
      gives: MOVED,
    },
    query: z.object({ from: z.string().max(40), to: z.string().max(40).optional(), clock: WHEN.shape.clock }),
    run: async ({ params, query: { from, to, clock } }) => {
      const open = await bench.case(params.case);
      return new Made(await open.moved({ asOf: instantOf(from), clock }, whenOf({ asOf: to, clock })));
    },
  });
  mount(app, {
    ...{ ...get, path: '/cases/{case}/search', does: 'Where words stand', params: CASE, gives: HITS },
    query: z.object({ q: z.string().max(500), limit: z.coerce.number().int().min(1).max(500).default(50) }),
    run: ({ params, query: { q, limit } }) => view(params.case, now, { view: 'search', words: q, limit }),
  });
}
