import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Bench } from './bench.ts';
import { Made, mount, NOTHING, plainBytes } from './endpoint.ts';
import type { Frames } from './frames.ts';
import { CASE, WITH_ID } from './schemas.ts';
import { METADATA } from './view-schemas.ts';

/** Items as they were captured, with nothing in them that runs. */
export function mountExhibits(app: OpenAPIHono, bench: Bench, frames: Frames): void {
  mount(app, {
    ...{ tag: 'evidence', method: 'post', path: '/cases/{case}/frames/{item}', query: NOTHING, body: null },
    does: 'An address on the isolated origin at which an item is shown, once',
    params: CASE.extend({ item: z.string().min(1).max(500) }),
    gives: z.object({ url: z.string(), mediaType: z.string() }),
    run: async ({ params }) => {
      const open = await bench.case(params.case);
      const html = new TextDecoder().decode(await open.now({ is: 'exhibit', item: params.item }));
      return { url: frames.show(html), mediaType: 'text/html' };
    },
  });
  mount(app, {
    ...{ tag: 'evidence', method: 'get', path: '/cases/{case}/items/{id}/picture', query: NOTHING, body: null },
    does: 'The picture of an item, drawn anew: nothing of its file but its pixels',
    ...{ params: WITH_ID, gives: z.string().openapi({ format: 'binary' }), as: 'image/png' },
    run: async ({ params }) => {
      const png = await (await bench.case(params.case)).now({ is: 'picture', item: params.id });
      return new Response(plainBytes(png), { headers: { 'content-type': 'image/png', 'cache-control': 'no-store' } });
    },
  });
  mount(app, {
    ...{ tag: 'evidence', method: 'get', path: '/cases/{case}/items/{id}/metadata', query: NOTHING, body: null },
    does: 'What the file of a picture carries beside its pixels, for the desk alone; null of what is no picture',
    ...{ params: WITH_ID, gives: METADATA },
    run: async ({ params }) => new Made(await (await bench.case(params.case)).now({ is: 'metadata', item: params.id })),
  });
}
