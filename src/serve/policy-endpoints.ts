import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { policyNames, policyOf } from '../desk/policy-file.ts';
import { parsePolicy } from '../weigh/policy.ts';
import type { Bench } from './bench.ts';
import { Made, mount, NOTHING } from './endpoint.ts';
import { CASE, WRITTEN } from './schemas.ts';

/** The rules that claims are weighed under. */
export function mountPolicies(app: OpenAPIHono, bench: Bench): void {
  const tag = 'policies';
  mount(app, {
    ...{ tag, method: 'get', path: '/policies', does: 'The policies that are shipped, the default one first' },
    ...{ params: NOTHING, query: NOTHING, body: null },
    gives: z.object({ policies: z.array(z.string()) }),
    run: async () => ({ policies: policyNames() }),
  });
  mount(app, {
    ...{ tag, method: 'post', path: '/cases/{case}/policy', status: 201, params: CASE, query: NOTHING },
    does: 'Weighs a case by another policy from here on: one that is shipped, by its name, or one of yours',
    body: z.object({
      policy: z.union([z.enum(policyNames()), z.record(z.string(), z.unknown())]).openapi({ example: 'agency' }),
    }),
    gives: WRITTEN,
    run: async ({ params, body: { policy } }) => {
      const chosen = typeof policy === 'string' ? policyOf(policy) : parsePolicy(policy);
      const open = await bench.case(params.case);
      return new Made(await open.scribe({ is: 'write', kind: 'policy', data: { policy: chosen } }));
    },
  });
}
