import { isAbsolute, relative, resolve } from 'node:path';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { HearsayError } from '../base/error.ts';
import { isTongue } from '../publish/site/site.ts';
import type { Bench } from './bench.ts';
import { mount, NOTHING } from './endpoint.ts';
import { previewCase, publishTo } from './errands.ts';
import { CASE, JOB } from './schemas.ts';

const HOW = z.object({
  languages: z
    .array(z.string().refine(isTongue, 'takes en and zh'))
    .min(1)
    .max(2)
    .default(['en', 'zh'])
    .openapi({ description: 'languages of the pages, the first at the root' }),
  base: z
    .string()
    .max(2000)
    .refine((text) => URL.canParse(text) && /^https?:[^?#]*\/$/u.test(text), 'wants an address ending in a slash')
    .nullable()
    .default(null)
    .openapi({ description: 'where the folder will stand on the web', example: 'https://paper.example/records/gate/' }),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .nullable()
    .default(null)
    .openapi({ description: 'why claims go out before those named in them were heard; written down and published' }),
});

/** What leaves the desk. */
export function mountPublishing(app: OpenAPIHono, bench: Bench): void {
  const { jobs, by } = bench.desk;
  const of = { tag: 'publishing', method: 'post', params: CASE, query: NOTHING, status: 202, gives: JOB } as const;
  mount(app, {
    ...{ ...of, path: '/cases/{case}/preview', body: HOW },
    does: 'What would be public and what withheld, with nothing written; the result of the job is a preview',
    run: async ({ params, body }) => {
      const open = await bench.case(params.case);
      return jobs.start({ case: params.case, kind: 'preview' }, (work) => previewCase(open, by, body, work));
    },
  });
  mount(app, {
    ...{ ...of, path: '/cases/{case}/publish', does: 'Writes the public record into a folder' },
    body: HOW.extend({
      to: z.string().min(1).max(1000).openapi({ description: 'a new or empty folder, or one of the same record' }),
    }),
    run: async ({ params, body: { to, ...options } }) => {
      const open = await bench.case(params.case);
      const place = resolve(bench.shelf.folder, to);
      if (!relative(open.folder, place).startsWith('..') && !isAbsolute(relative(open.folder, place)))
        throw new HearsayError('not-permitted', 'the record must not lie within the case; name another folder');
      if (jobs.all().some((one) => one.case === params.case && one.kind === 'publish' && one.state === 'working'))
        throw new HearsayError('locked', 'an edition of this case is being written; wait until it is done');
      return jobs.start({ case: params.case, kind: 'publish' }, (work) => publishTo(open, by, place, options, work));
    },
  });
}
