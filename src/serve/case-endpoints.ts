import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { HearsayError } from '../base/error.ts';
import { policyOfCase } from '../desk/case-dossier.ts';
import { handOf } from '../desk/hand.ts';
import { createCase, readCase } from '../store/case.ts';
import type { Bench } from './bench.ts';
import { mount, NOTHING } from './endpoint.ts';
import { CASE, JOB } from './schemas.ts';
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
      const { history } = await readCase(await bench.shelf.find(params.case));
      const event = history.events.find(({ seq }) => seq === head);
      if (!event) throw new HearsayError('not-found', `there is no event ${head}; the log lists them`);
      return sawUpTo(history.case.data.id, { head, at: event.at });
    },
  });
}

async function rowOf(bench: Bench, name: string): Promise<z.output<typeof CASE_ROW>> {
  try {
    const { history } = await readCase(await bench.shelf.find(name));
    const items = history.evidence.length + history.sealed.length;
    const at = history.events.at(-1)?.at ?? history.case.at;
    return { name, title: history.case.data.title, items, events: history.names.length, at };
  } catch (cause) {
    if (!(cause instanceof HearsayError)) throw cause;
    return { name, title: `${name}: ${cause.message}`, items: 0, events: 0, at: '' };
  }
}

async function aboutOf(bench: Bench, name: string): Promise<z.output<typeof ABOUT>> {
  const open = await bench.case(name);
  const { history } = await readCase(open.folder);
  const { id, title } = history.case.data;
  return {
    ...{ name, title, id, items: history.evidence.length + history.sealed.length },
    ...{ head: history.names.length - 1, at: history.events.at(-1)?.at ?? history.case.at },
    seen: await seenOf(id),
    policy: policyOfCase(history).name,
    weighing: open.weighing(),
  };
}
