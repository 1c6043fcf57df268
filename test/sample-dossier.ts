import type { Item } from '../src/capture/item.ts';
import type { Dossier } from '../src/publish/dossier.ts';
import type { Copy } from '../src/trace/lineage.ts';
import type { Claim, Label, Placed } from '../src/weigh/ledger.ts';

/** An invented item; what is not given is not known. */
export const item = (id: string, facts: Partial<Item> = {}): Item => ({
  id,
  file: `items/${id}.html`,
  url: null,
  publisher: `Paper ${id}`,
  author: null,
  published: '2033-04-02T10:00:00+02:00',
  modified: null,
  captured: null,
  mediaType: 'text/html',
  digest: `sha256:${'0'.repeat(64)}`,
  language: 'en',
  title: null,
  note: null,
  unreadable: null,
  ...facts,
});

/** A statement at the first place where an item's text has its words. */
export function statement(id: string, of: string, content: string, quote: string, facts: Partial<Placed> = {}): Placed {
  const start = content.indexOf(quote);
  return {
    id,
    item: of,
    at: '2033-04-02T10:00:00+02:00',
    start,
    end: start + quote.length,
    quote,
    cue: null,
    source: { kind: 'unnamed-person', name: 'a clerk', start, end: start, quote: '' },
    chain: [],
    class: 'say',
    polarity: 'positive',
    hedged: false,
    carrier: false,
    by: 'rules',
    ...facts,
  };
}

/** A claim that rests on some statements. */
export const claim = (
  id: string,
  wording: string,
  statements: readonly string[],
  label: Label,
  facts: Partial<Claim> = {},
): Claim => ({
  id,
  statement: wording,
  statements,
  privateLife: false,
  standing: {
    label,
    for: { rank: 'unnamed-person', origins: [] },
    against: { rank: 'none', origins: [] },
    flags: [],
    since: '2033-04-02T10:00:00+02:00',
    reasons: [{ rule: 'one-origin', held: true, because: [{ text: 'one origin: a clerk' }, { text: 'for: 1' }] }],
    next: [],
  },
  ...facts,
});

/** A judged step from one item to another. */
export const copy = (left: string, right: string, facts: Partial<Copy> = {}): Copy => ({
  left,
  right,
  direction: 'left-first',
  direct: true,
  kind: 'whole',
  credited: false,
  coverage: { left: 1, right: 1 },
  passages: [],
  basis: [],
  ...facts,
});

/** A dossier with nothing in it but what is given. */
export function dossierOf(parts: Partial<Dossier> & { readonly contents?: Readonly<Record<string, string>> }): Dossier {
  const { contents = {}, ...given } = parts;
  const items = given.items ?? Object.keys(contents).map((id) => item(id));
  return {
    format: 'hearsay/dossier/1',
    asOf: '2033-04-09T09:00:00+02:00',
    policy: { name: 'two-source', digest: `sha256:${'1'.repeat(64)}` },
    counts: {
      items: items.length,
      unreadable: items.filter(({ unreadable }) => unreadable).length,
      tellings: items.length,
      origins: given.origins?.length ?? 0,
      claims: given.claims?.length ?? 0,
    },
    items,
    texts: Object.entries(contents).map(([of, content]) => ({ id: `text-${of}`, item: of, content })),
    copies: [],
    versions: [],
    tellings: items.map(({ id }) => [id]),
    citations: [],
    rings: [],
    images: [],
    transcripts: [],
    statements: [],
    origins: [],
    claims: [],
    responses: [],
    commitments: [],
    times: [],
    contradictions: [],
    people: [],
    decisions: [],
    ...given,
  };
}
