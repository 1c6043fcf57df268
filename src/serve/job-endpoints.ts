import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Bench } from './bench.ts';
import { mount, NOTHING } from './endpoint.ts';
import { newsStream } from './news.ts';
import { JOB } from './schemas.ts';

const ONE = z.object({ id: z.string().max(40).openapi({ example: 'job-1' }) });

/** What is under way, and news. */
export function mountJobs(app: OpenAPIHono, { desk: { jobs, news } }: Bench, closed: AbortSignal): void {
  const none = { tag: 'jobs', params: NOTHING, query: NOTHING, body: null };
  mount(app, {
    ...{ ...none, method: 'get', path: '/jobs', does: 'What is under way, the latest first' },
    gives: z.object({ jobs: z.array(JOB) }),
    run: async () => ({ jobs: jobs.all() }),
  });
  mount(app, {
    ...{ ...none, method: 'get', path: '/jobs/{id}', does: 'A job', params: ONE, gives: JOB },
    run: async ({ params }) => jobs.find(params.id),
  });
  mount(app, {
    ...{ ...none, method: 'delete', path: '/jobs/{id}', does: 'Stops a job', params: ONE, gives: JOB },
    run: async ({ params }) => jobs.cancel(params.id),
  });
  mount(app, {
    ...{
      ...none,
      method: 'get',
      path: '/news',
      does: 'News as it comes: jobs, cases that grew, dossiers weighed anew',
    },
    ...{ as: 'text/event-stream', gives: z.string() },
    run: async () =>
      new Response(newsStream(news, closed), {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      }),
  });
}
