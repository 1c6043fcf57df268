import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { HearsayError } from '../base/error.ts';
import { isInstant } from '../base/time.ts';
import { takeAll, takeFiles } from './arrivals.ts';
import type { Bench } from './bench.ts';
import { mount, NOTHING, piecesOf } from './endpoint.ts';
import { captureLinks } from './errands.ts';
import { formFiles } from './multipart.ts';
import type { OpenCase } from './open-case.ts';
import { pasted } from './pasted.ts';
import { CASE, JOB } from './schemas.ts';
import { sentPage } from './sent-page.ts';

/** As many bytes of one file as the command line takes. */
const FILE_MOST = 256 * 1024 * 1024;
const FILES_MOST = 20_000;
const TEXT_MOST = 16 * 1024 * 1024;
const PAGE_MOST = 64 * 1024 * 1024;

const WORDS = z.string().max(2000).nullable().default(null);
const WEB = z
  .string()
  .max(8000)
  .refine(
    (text) => URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol),
    'wants an address such as https://…',
  )
  .openapi({ example: 'https://paper.example/gate' });
const TAKING = z.object({ added: z.number(), there: z.number() });

/** Bringing evidence into a case. Each is a job; it is answered when all that is named as added is on the disk. */
export function mountAdding(app: OpenAPIHono, bench: Bench): void {
  const { jobs, by } = bench.desk;
  const of = { tag: 'adding', method: 'post', params: CASE, query: NOTHING, status: 202, gives: JOB } as const;
  const adding = async (name: string): Promise<OpenCase> => bench.case(name);
  mount(app, {
    ...{ ...of, path: '/cases/{case}/files', body: null, sends: 'multipart/form-data' },
    does: 'Adds files, under the names they are sent with; an index.csv says what is known of those after it',
    query: z.object({ count: z.coerce.number().int().min(0).max(1_000_000).optional() }),
    run: async ({ params, query: { count = null } }, c) => {
      const open = await adding(params.case);
      const type = c.req.header('content-type');
      const length = Number(c.req.header('content-length') ?? 0);
      const { pieces, read } = counted(piecesOf(c.req.raw.body));
      const files = formFiles(type, pieces, { file: FILE_MOST, files: FILES_MOST });
      // Unless it is told how many come, the bytes that came say how many are still to come.
      const total = (so: number): number => count ?? Math.round((so * length) / Math.max(1, read()));
      const { id, done } = jobs.begin({ case: params.case, kind: 'add' }, (work) =>
        takeFiles(open, files, total, work),
      );
      await done;
      return jobs.find(id);
    },
  });
  mount(app, {
    ...{ ...of, path: '/cases/{case}/links', does: 'Captures pages from the web' },
    body: z.object({
      urls: z.array(WEB).min(1).max(500),
      render: z.boolean().default(false).openapi({ description: 'with an installed Chromium too' }),
      ignoreRobots: z.boolean().default(false),
    }),
    run: async ({ params, body }) => {
      const open = await adding(params.case);
      return jobs.start({ case: params.case, kind: 'add' }, (work) => captureLinks(open, by, body, work));
    },
  });
  mount(app, {
    ...{ ...of, path: '/cases/{case}/paste', does: 'Adds words: plain, HTML or a whole mail', most: TEXT_MOST },
    body: z.object({
      text: z.string().min(1).max(TEXT_MOST),
      ...{ title: WORDS, url: WEB.nullable().default(null), publisher: WORDS, author: WORDS, published: DATE() },
      ...{ lang: z.string().max(35).nullable().default(null), note: WORDS },
    }),
    run: ({ params, body }) => taken(bench, params.case, [pasted(body, new Date().toISOString())]),
  });
  mount(app, {
    ...{
      ...of,
      path: '/cases/{case}/pages',
      does: 'Adds a page as a browser showed it, with its picture',
      most: PAGE_MOST,
    },
    body: z.object({
      url: WEB,
      title: z.string().max(2000).default(''),
      html: z.string().min(1),
      selection: z.string().max(100_000).nullable().default(null),
      screenshot: z.string().nullable().default(null).openapi({ description: 'a data: address of a PNG or JPEG' }),
      captured: z.string().refine(isInstant, 'wants an instant').openapi({ example: '2031-06-12T09:00:00Z' }),
    }),
    run: ({ params, body }) => taken(bench, params.case, sentPage(body)),
  });
}

/** Pieces, and how many bytes of them came. */
function counted(body: AsyncIterable<Uint8Array>) {
  let bytes = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of body) {
      bytes += piece.length;
      yield piece;
    }
  }
  return { pieces: pieces(), read: () => bytes };
}

const DATE = () =>
  z
    .string()
    .max(40)
    .refine(
      (text) => text === '' || /^\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?$/u.test(text),
      'wants a day such as 2031-06-12',
    )
    .nullable()
    .default(null);

async function taken(bench: Bench, name: string, all: Parameters<typeof takeAll>[1]): Promise<unknown> {
  const open = await bench.case(name);
  const { jobs } = bench.desk;
  const { id, done } = jobs.begin({ case: name, kind: 'add' }, async (work) => {
    work.step('adding', 0, all.length);
    const made = TAKING.parse(await takeAll(open, all));
    work.step('adding', all.length, all.length);
    return made;
  });
  await done;
  const job = jobs.find(id);
  if (job.state === 'failed') throw new HearsayError('malformed', job.faults.at(-1) ?? 'it could not be taken');
  return job;
}
