import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { HearsayError } from '../base/error.ts';
import { handOf } from '../desk/hand.ts';
import { createCase } from '../store/case.ts';
import type { Bench } from './bench.ts';
import { mount, NOTHING } from './endpoint.ts';
import { jsonIn } from './json-bytes.ts';
import type { OpenCase } from './open-case.ts';
import { CASE, JOB } from './schemas.ts';
import type { CaseMark } from './scribe.ts';
import { sawUpTo, seenOf } from './seen-mark.ts';

const CASE_ROW = z
  .object({ name: z.string(), title: z.string(), items: z.number(), events: z.number(), at: z.string() })
  .openapi('CaseRow');
const HEAD = z.number().int().min(0);
const ABOUT = z
  .object({
    ...{ name: z.string(), title: z.string(), id: z.string(), items: z.number(), head: HEAD, at: z.string() },
    seen: z.object({ head: HEAD, at: z.string() }).nullable(),
    policy: z.string(),
    weighing: JOB.nullable(),
  })
  .openapi('About');

/** The cases on the desk. */
export function mountCases(app: OpenAPIHono, bench: Bench): void {
  const none = { tag: 'cases', params: NOTHING, query: NOTHING, body: null };
  mount(app, {
    ...{ ...none, method: 'get', path: '/cases', does: 'The cases in the folder' },
    gives: z.object({ cases: z.array(CASE_ROW) }),
    run: async () => ({ cases: await Promise.all((await bench.shelf.names()).map((name) => rowOf(bench, name))) }),
  });
  mount(app, {
    ...{ ...none, method: 'post', path: '/cases', does: 'Makes a case', status: 201 },
    body: z.object({
      name: z.string().min(1).max(80).openapi({ description: 'its folder', example: 'gate' }),
      title: z.string().trim().min(1).max(300).openapi({ example: 'The sluice gate' }),
      languages: z.array(z.string().min(2).max(35)).max(20).default([]),
    }),
    gives: CASE_ROW,
    run: async ({ body: { name, title, languages } }) => {
      await createCase(await bench.shelf.place(name), { title, languages }, await handOf(bench.desk.by));
      return rowOf(bench, name);
    },
  });
  mount(app, {
    ...{
      ...none,
      method: 'get',
      path: '/cases/{case}',
      does: 'A case: how far its journal has come, and what was seen of it',
    },
    ...{ params: CASE, gives: ABOUT },
    run: ({ params }) => aboutOf(bench, params.case),
  });
  mount(app, {
    ...{ ...none, method: 'put', path: '/cases/{case}/seen', does: 'Remembers up to which event this desk has looked' },
    ...{ params: CASE, body: z.object({ head: HEAD }), gives: z.object({ head: HEAD, at: z.string() }) },
    run: async ({ params, body: { head } }) => {
      const open = await bench.case(params.case);
      const { id } = await markOf(open);
      const { at } = jsonIn<{ readonly at: string }>(await open.scribe({ is: 'event', seq: head }));
      return sawUpTo(id, { head, at });
    },
  });
}

const markOf = async (open: OpenCase): Promise<CaseMark> => jsonIn(await open.scribe({ is: 'about' }));

/** A case that can't be read stands in the list with the reason. */
async function rowOf(bench: Bench, name: string): Promise<z.output<typeof CASE_ROW>> {
  try {
    const { title, items, head, at } = await bench.mark(name);
    return { name, title, items, events: head + 1, at };
  } catch (cause) {
    if (!(cause instanceof HearsayError)) throw cause;
    return { name, title: `${name}: ${cause.message}`, items: 0, events: 0, at: '' };
  }
}

async function aboutOf(bench: Bench, name: string): Promise<z.output<typeof ABOUT>> {
  const open = await bench.case(name);
  const mark = await markOf(open);
  return { name, ...mark, seen: await seenOf(mark.id), weighing: open.weighing() };
}
