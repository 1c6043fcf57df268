import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { HearsayError } from '../base/error.ts';
import { DECISION_KINDS, type DecisionKind, isDecisionKind } from '../weigh/decision.ts';
import type { Bench } from './bench.ts';
import { Made, mount, NOTHING } from './endpoint.ts';
import { CASE, WRITTEN } from './schemas.ts';

const SEQ = z.number().int().min(0);
const WHY = z.string().max(20_000);
const EVENT = z
  .object({
    ...{ seq: SEQ, at: z.string(), kind: z.string(), by: z.string() },
    data: z.record(z.string(), z.unknown()).nullable(),
    ...{ undone: z.boolean(), undoable: z.boolean() },
  })
  .openapi('Event');

/** What was written down about a case, and writing more. */
export function mountJournal(app: OpenAPIHono, bench: Bench): void {
  const of = { tag: 'journal', params: CASE, query: NOTHING } as const;
  mount(app, {
    ...{ ...of, method: 'get', path: '/cases/{case}/log', does: 'The events of a case, the latest first', body: null },
    query: z.object({
      before: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    gives: z.object({ events: z.array(EVENT) }),
    run: async ({ params, query: { before = null, limit } }) =>
      new Made(await (await bench.case(params.case)).scribe({ is: 'log', before, limit })),
  });
  mount(app, {
    ...{ ...of, method: 'post', path: '/cases/{case}/decisions', status: 201, gives: WRITTEN },
    does: 'Writes a decision down, with the keys of `hearsay note`; claims may stand under the ids that are shown',
    body: z.object({
      kind: z.enum(DECISION_KINDS as [DecisionKind, ...DecisionKind[]]),
      data: z.record(z.string(), z.unknown()).openapi({ example: { name: 'Osric Venn' } }),
      why: WHY.nullable().default(null),
    }),
    run: async ({ params, body: { kind, data, why } }) => {
      if (!isDecisionKind(kind)) throw new HearsayError('usage', `there is no decision "${kind}"`);
      const open = await bench.case(params.case);
      return new Made(await open.decide({ kind, data, why: why?.trim() || null }));
    },
  });
  mount(app, {
    ...{ ...of, method: 'post', path: '/cases/{case}/undo', status: 201, gives: WRITTEN },
    does: 'Takes an event back; both stay in the log',
    body: z.object({ event: SEQ, why: WHY.default('') }),
    run: async ({ params, body: { event, why } }) =>
      new Made(await (await bench.case(params.case)).scribe({ is: 'undo', event, why })),
  });
}
