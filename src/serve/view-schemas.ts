import { z } from '@hono/zod-openapi';

const text = z.string();
const whole = z.number().int().min(0);
const maybe = text.nullable();
const many = <T extends z.ZodType>(one: T) => z.array(one);
/** Whatever a room made: docs/dossier.schema.json has its form. */
const FOUND = z.looseObject({}).openapi('Found', { description: 'as in the dossier: docs/dossier.schema.json' });

const LABEL = z
  .enum(['confirmed', 'corroborated', 'contested', 'denied', 'single-source', 'unsourced', 'retracted'])
  .openapi('Label');
const CLAIM_ROW = z
  .object({
    ...{ id: text, wording: text, label: LABEL, since: maybe, for: whole, against: whole, rank: text },
    ...{ flags: many(text), privateLife: z.boolean(), statements: whole, items: whole, voices: many(text) },
  })
  .openapi('ClaimRow');
const ITEM_ROW = z
  .object({
    ...{ id: text, file: text, title: maybe, publisher: maybe, author: maybe, published: maybe, captured: maybe },
    ...{ mediaType: text, unreadable: maybe, statements: whole, from: whole, to: whole },
  })
  .openapi('ItemRow');
const WORK = z
  .looseObject({ claim: text, wording: text, label: LABEL, ticked: whole.nullable() })
  .openapi('Work', { description: 'something to ask, of whom' });
const SAID = z.object({ statement: FOUND, before: text, after: text, item: ITEM_ROW }).openapi('Said');
const SPAN = z.looseObject({ start: whole, end: whole }).openapi('Span');

export const BOARD = z
  .object({
    ...{ title: text, asOf: text, policy: text, summary: text },
    counts: z.object({ items: whole, unreadable: whole, tellings: whole, origins: whole, claims: whole }),
    ...{
      claims: many(CLAIM_ROW),
      work: many(WORK),
      promises: many(FOUND),
      answers: many(FOUND),
      items: many(ITEM_ROW),
    },
  })
  .openapi('Board');

export const CLAIM = z
  .object({
    ...{ claim: FOUND, row: CLAIM_ROW, why: text },
    grounds: many(
      z.object({
        ...{ rule: text, held: z.boolean(), words: text },
        because: many(z.object({ because: FOUND, words: text, said: SAID.nullable() })),
      }),
    ),
    ...{ for: many(SAID), against: many(SAID) },
    origins: many(z.object({ origin: FOUND, trail: many(ITEM_ROW), copies: many(FOUND) })),
    ...{ answers: many(FOUND), work: many(WORK), contradictions: many(FOUND), decisions: many(FOUND) },
  })
  .openapi('ClaimView');

export const ITEM = z
  .object({
    ...{ item: FOUND, row: ITEM_ROW, content: text, statements: many(FOUND), times: many(FOUND) },
    ...{ answers: many(FOUND), promises: many(FOUND), transcript: FOUND.nullable() },
    copies: many(z.object({ copy: FOUND, other: ITEM_ROW, way: z.enum(['from', 'to', 'unknown']) })),
    images: many(z.object({ pair: FOUND, other: ITEM_ROW })),
  })
  .openapi('ItemView');

const SIDE = z.object({ row: ITEM_ROW, content: text });
export const PAIR = z
  .object({
    ...{ left: SIDE, right: SIDE, copy: FOUND.nullable(), image: FOUND.nullable() },
    passages: many(z.object({ left: SPAN, right: SPAN })),
  })
  .openapi('PairView');

export const SPREAD = z
  .object({
    nodes: many(
      ITEM_ROW.extend({ at: z.number().nullable(), lane: text, telling: whole.nullable(), labels: many(LABEL) }),
    ),
    edges: many(
      z.object({
        ...{ from: whole, to: whole, sure: z.boolean(), direct: z.boolean(), kind: text },
        ...{ credited: z.boolean(), common: z.boolean() },
      }),
    ),
    more: whole,
    passages: many(z.object({ id: text, words: text, carriers: many(whole) })),
    ...{ rings: many(z.unknown()), citations: many(z.object({ from: whole, to: whole, quote: text })) },
    ...{
      lanes: many(text),
      curve: many(z.object({ at: z.number(), lane: text, total: whole })),
      first: whole.nullable(),
    },
  })
  .openapi('Spread');

export const MOVED = z
  .object({ from: text, to: text, changes: many(z.looseObject({ kind: text, words: text })) })
  .openapi('Moved');

export const HITS = z.object({
  hits: many(
    z
      .looseObject({
        kind: z.enum(['claim', 'statement', 'text', 'item']),
        ...{ claim: maybe, item: maybe, start: whole, end: whole, quote: text, before: text, after: text },
      })
      .openapi('Hit'),
  ),
});

export const METADATA = z
  .object({
    holds: many(z.enum(['exif', 'xmp', 'iptc', 'c2pa'])),
    ...{ taken: maybe, changed: maybe, device: maybe, software: maybe, author: maybe, caption: maybe },
    place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    credentials: z
      .object({
        state: z.enum(['holds', 'broken', 'unreadable', 'elsewhere']),
        ...{ failures: many(text), signer: maybe, signed: maybe, program: maybe, deeds: many(text) },
        ...{ synthetic: z.boolean(), parts: many(text), address: maybe },
      })
      .nullable(),
  })
  .nullable()
  .openapi('Metadata');
