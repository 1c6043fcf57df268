import { z } from '@hono/zod-openapi';
import { HearsayError } from '../base/error.ts';
import { isInstant } from '../base/time.ts';
import type { Instant } from './dossiers.ts';

/** What many endpoints take. */
export const CASE = z.object({
  case: z.string().min(1).max(255).openapi({ description: 'the folder of the case', example: 'gate' }),
});

export const WITH_ID = CASE.extend({ id: z.string().min(1).max(500).openapi({ example: 'claim-0a1b' }) });

/** When a case is looked at. */
export const WHEN = z.object({
  asOf: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: 'an instant or a day; now where absent', example: '2031-06-12' }),
  clock: z
    .enum(['out', 'known'])
    .default('out')
    .openapi({ description: 'what was out by then, or what the desk knew' }),
});

/** A day means its end, as on the command line. */
export function instantOf(text: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T23:59:59Z` : text;
  if (isInstant(instant)) return instant;
  throw new HearsayError('bad-date', `"${text}" is no instant; write 2031-06-17T09:00:00+01:00 or a day`);
}

export const whenOf = ({ asOf, clock }: z.output<typeof WHEN>): Instant => ({
  asOf: asOf === undefined || asOf === '' ? null : instantOf(asOf),
  clock,
});

export const JOB = z
  .object({
    id: z.string(),
    case: z.string(),
    kind: z.enum(['add', 'weigh', 'preview', 'publish']),
    state: z.enum(['waiting', 'working', 'done', 'failed', 'cancelled']),
    step: z.string(),
    done: z.number(),
    total: z.number(),
    left: z.number().nullable(),
    faults: z.array(z.string()).readonly(),
    result: z.unknown(),
  })
  .openapi('Job');

export const WRITTEN = z.object({
  seq: z.number().int().min(0).openapi({ description: 'the number of the event, which is on the disk' }),
});
