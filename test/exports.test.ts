import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultModel, Model } from '@alephdata/followthemoney';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { revisionsOf } from '../src/publish/corrections.ts';
import { editionOf } from '../src/publish/disclose/edition-of.ts';
import type { Edition } from '../src/publish/edition.ts';
import { claimReview, scriptOf } from '../src/publish/export/claim-review.ts';
import { csvFiles } from '../src/publish/export/csv.ts';
import { feedOf } from '../src/publish/export/feed.ts';
import { ftmOf } from '../src/publish/export/ftm.ts';
import { provOf } from '../src/publish/export/prov.ts';
import { pastEdition, publicDossier } from '../src/publish/export/public-dossier.ts';
import { feedEntries } from '../src/publish/site/feed-entries.ts';
import { SITE_EN } from '../src/publish/site/site-words-en.ts';
import { EN } from '../src/publish/words/en.ts';
import { defaultPolicy, parsePolicy } from '../src/weigh/policy.ts';
import { claim, copy, dossierOf, item, statement } from './sample-dossier.ts';

const TEXT = 'A clerk said that the sluice gate was open. The board denied it.';
const items = [
  item('a', { url: 'https://courier.example/a', title: 'The gate', publisher: 'Quillmere Courier' }),
  item('b', { url: 'https://lakeside.example/b', publisher: 'Lakeside Today', published: '2033-04-03' }),
  item('c', { publisher: null, mediaType: 'image/png' }),
];
const courier = { kind: 'outlet', name: 'Quillmere Courier', start: 0, end: 0, quote: '' } as const;
const said = { source: courier, chain: [courier] };
const statements = ['a', 'b'].map((of) =>
  statement(`s-${of}`, of, TEXT, 'the sluice gate was open', { carrier: true, ...said }),
);
const rumour = statement('s-r', 'c', TEXT, 'The board denied it', said);
const origin = { id: 'origin-1', kind: 'body', name: 'River Board', items: ['a'], statements: ['s-a'] } as const;

function edition(words: string, label: 'corroborated' | 'single-source' = 'corroborated'): Edition {
  const standing = {
    ...claim('x', '', [], label).standing,
    for: { rank: 'named-body', origins: ['origin-1'] } as const,
  };
  const dossier = dossierOf({
    items,
    statements: [...statements, rumour].map((one) => ({ ...one, claim: null })),
    contents: undefined as never,
    claims: [
      claim('claim-1', words, ['s-a', 's-b'], label, { standing }),
      claim('claim-2', 'a rumour', ['s-r'], 'unsourced'),
    ],
    origins: [origin],
    copies: [copy('a', 'b'), copy('a', 'c', { direction: 'unknown' })],
    texts: [],
  });
  return editionOf(dossier, {
    ...{ number: 1, published: '2033-04-09T10:00:00Z', title: words, languages: ['en', 'zh'], base: null },
    ...{ log: { id: 'ab'.repeat(16), key: 'desk+0+x' }, policy: defaultPolicy, decisions: [], earlier: [] },
    ...{ secret: new Uint8Array(32), desk: [], also: [] },
  }).edition;
}
/**
 * What schema.org 29 lets stand in each type that we write, its supertypes included (property domains of the vocabulary).
 * The whole vocabulary is asked by `npm run eval -- exports`.
 */
const SCHEMA_ORG: Readonly<Record<string, readonly string[]>> = {
  ClaimReview: [
    ...['url', 'claimReviewed', 'author', 'datePublished', 'inLanguage'],
    ...['reviewRating', 'itemReviewed', 'isBasedOn'],
  ],
  Rating: ['alternateName'],
  Claim: ['datePublished', 'appearance', 'firstAppearance'],
  CreativeWork: ['url', 'datePublished', 'headline', 'publisher'],
  Organization: ['name'],
};

/** Every node of JSON-LD. */
function nodes(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (value === null || typeof value !== 'object') return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodes)];
}

const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(join(fileURLToPath(new URL('.', import.meta.url)), '..', 'docs', name), 'utf8'));
const published = new Ajv2020({ allErrors: true, strict: false })
  .addSchema(schemaOf('dossier.schema.json'))
  .addSchema(schemaOf('policy.schema.json'))
  .compile(schemaOf('published.schema.json'));

const HOSTILE = '"</script><!--&\u2028\u202e=cmd|A0!\nx,y\'';
const hostile = fc.oneof(fc.constant(HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));

describe('the data of an edition', () => {
  it('is FollowTheMoney: every schema and property is of the model, every reference leads to an entity', () => {
    const model = new Model(defaultModel);
    const entities = ftmOf(edition('the gate was open'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(new Set(entities.map(({ schema }) => schema))).toEqual(
      new Set(['Article', 'Image', 'Organization', 'Note', 'UnknownLink']),
    );
    const known = new Set(entities.map(({ id }) => id));
    expect(known.size).toBe(entities.length);
    for (const { schema, properties } of entities)
      for (const [name, values] of Object.entries(properties as Record<string, string[]>)) {
        const property = model.getSchema(schema).getProperty(name);
        expect(property.name, `${schema}.${name}`).toBe(name);
        if (property.type.name === 'entity')
          for (const one of values) expect(known.has(one), `${name} ${one}`).toBe(true);
      }
  });

  it('is PROV: what is related is declared, and a copy of unknown direction is derived from nothing', () => {
    const prov = JSON.parse(provOf(edition('the gate was open')));
    const known = new Set([...Object.keys(prov.entity), ...Object.keys(prov.agent), ...Object.keys(prov.activity)]);
    const related = [
      'used',
      'wasAssociatedWith',
      'specializationOf',
      'wasDerivedFrom',
      'alternateOf',
      'wasAttributedTo',
      'hadMember',
      'wasGeneratedBy',
    ];
    for (const kind of related)
      for (const one of Object.values(prov[kind] ?? {}) as Record<string, string>[])
        for (const [key, value] of Object.entries(one))
          if (/^prov:(?:\w*[eE]ntity|plan|agent|activity|alternate\d|collection)$/.test(key))
            expect(known.has(value), `${kind} ${value}`).toBe(true);
    const declared = new Set([...Object.keys(prov.prefix), 'prov', 'xsd']);
    for (const { $, type } of nodes(prov))
      if (type === 'prov:QUALIFIED_NAME') expect(declared).toContain(String($).split(':', 1)[0]);
    expect(Object.keys(prov.alternateOf)).toHaveLength(1);
    expect(
      Object.values(prov.wasDerivedFrom).filter((one) => (one as { 'hearsay:kind'?: string })['hearsay:kind']),
    ).toHaveLength(1);
  });

  it('is a ClaimReview where the standing gives one, and none for rumour', () => {
    const sound = edition('the gate was open');
    const [first, second] = sound.dossier.claims;
    expect(claimReview(sound, second?.id ?? '', EN, 'x.html')).toBeNull();
    expect(claimReview(edition('x', 'single-source'), first?.id ?? '', EN, 'x.html')).toBeNull();
    const review = claimReview({ ...sound, base: 'https://paper.example/r/' }, first?.id ?? '', EN, 'claims/x.html');
    // The properties that schema.org gives to ClaimReview, Rating, Claim and CreativeWork.
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://paper.example/r/claims/x.html',
      claimReviewed: 'the gate was open',
      reviewRating: { '@type': 'Rating', alternateName: 'corroborated' },
      itemReviewed: {
        '@type': 'Claim',
        firstAppearance: { '@type': 'CreativeWork', url: 'https://courier.example/a' },
      },
    });
    expect(JSON.stringify(review)).not.toContain('ratingValue');
  });

  it('says in a ClaimReview only what schema.org has room for, and who reviews', () => {
    const sound = edition('the gate was open');
    const review = claimReview(sound, sound.dossier.claims[0]?.id ?? '', EN, 'claims/x.html');
    expect(review).toMatchObject({ author: { name: 'desk' }, isBasedOn: expect.arrayContaining([items[0]?.url]) });
    for (const { '@type': type, '@context': _, '@id': __, ...own } of nodes(review))
      for (const key of Object.keys(own)) expect(SCHEMA_ORG[String(type)], `${type}`).toContain(key);
  });

  it('gives reviews out under the standings that the policy names', () => {
    const sound = edition('the gate was open');
    const id = sound.dossier.claims[0]?.id ?? '';
    const under = (claimReviews: readonly string[]) =>
      claimReview(
        {
          ...sound,
          policy: parsePolicy({ extends: 'two-source', name: 'house', publication: { claimReview: claimReviews } }),
        },
        id,
        EN,
        'x',
      );
    expect(under([])).toBeNull();
    expect(under(['confirmed'])).toBeNull();
    expect(under(['corroborated'])).not.toBeNull();
    for (const wrong of ['single-source', 'unsourced', 'so']) expect(() => under([wrong])).toThrow(/claimReview\[0\]/u);
    expect(() => parsePolicy({ extends: 'two-source', publication: { atom: [] } })).toThrow(/publication\.atom/u);
  });

  it('is a dossier.json as its schema has it', () => {
    for (const words of ['the gate was open', HOSTILE])
      expect(published(JSON.parse(publicDossier(edition(words)))), JSON.stringify(published.errors)).toBe(true);
  });

  it('keeps its form with halves of characters, marks that XML has no room for, and a megabyte', () => {
    for (const words of ['gate \ud800 open', '\udc00\ufffe\uffff', `=1+1${'门'.repeat(400_000)}`, ' \uff1dcmd']) {
      const one = edition(words);
      const review = claimReview(one, one.dossier.claims[0]?.id ?? '', EN, 'x');
      const texts = [publicDossier(one), provOf(one), ftmOf(one), scriptOf(review ?? {})];
      for (const text of texts) expect(text).not.toMatch(/\\ud[89a-f]|\p{Cs}/u);
      expect(feedOf(one, feedEntries(one, revisionsOf(one), SITE_EN))).not.toMatch(/[\ufffe\uffff\p{Cs}]/u);
      for (const line of ftmOf(one).trim().split('\n'))
        for (const value of Object.values(JSON.parse(line).properties as Record<string, string[]>).flat())
          expect(value.length).toBeLessThanOrEqual(65_000);
      const [claims] = csvFiles(one);
      for (const row of parse(claims?.text ?? '', { bom: true }) as string[][])
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+@\uff1d]/u);
    }
  });

  it('is Atom that a reader of feeds takes', () => {
    const sound = edition('the gate & the “board”');
    const feed = parseAtomFeed(feedOf(sound, feedEntries(sound, revisionsOf(sound), SITE_EN)));
    expect(feed).toMatchObject({
      id: expect.stringMatching(/^tag:/u),
      title: { value: 'the gate & the “board”' },
      updated: '2033-04-09T10:00:00Z',
    });
    expect(feed.entries?.[0]).toMatchObject({
      id: expect.stringContaining('edition-1'),
      updated: '2033-04-09T10:00:00Z',
    });
  });

  it('is CSV that comes back as it went, no cell a formula', () => {
    const [claims] = csvFiles(edition(HOSTILE));
    const rows = parse(claims?.text ?? '', { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/u);
    expect(claims?.text.startsWith('\ufeff')).toBe(true);
  });

  it('stays sound whatever the evidence says', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const one = edition(words);
        JSON.parse(provOf(one));
        for (const line of ftmOf(one).trim().split('\n')) JSON.parse(line);
        for (const { text } of csvFiles(one)) parse(text, { bom: true, columns: true });
        const review = claimReview(one, one.dossier.claims[0]?.id ?? '', EN, 'x');
        if (review) expect(scriptOf(review).slice(35, -9)).not.toMatch(/[<>]/u);
        expect(pastEdition(publicDossier(one)).dossier.claims).toEqual(one.dossier.claims);
        parseAtomFeed(feedOf(one, feedEntries(one, revisionsOf(one), SITE_EN)));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses another document as an earlier edition', () => {
    for (const text of [
      '',
      '[]',
      '{"format":"hearsay/published/1"}',
      '{"format":"hearsay/published/2","number":1}',
      'null',
    ])
      expect(() => pastEdition(text)).toThrow(/dossier\.json/u);
    const sound = JSON.parse(publicDossier(edition('the gate was open')));
    const { dossier } = sound;
    const unsound = [
      ...[{ number: 0 }, { number: '1' }, { published: 'yesterday' }, { dossier: null }, { dossier: [dossier] }],
      ...['claims', 'items', 'people'].flatMap((key) =>
        [null, {}, [null], [[]], ['x']].map((list) => ({ dossier: { ...dossier, [key]: list } })),
      ),
      { dossier: { ...dossier, claims: [{ ...dossier.claims[0], standing: null }] } },
    ];
    for (const wrong of unsound)
      expect(() => pastEdition(JSON.stringify({ ...sound, ...wrong }))).toThrow(/dossier\.json/u);
  });
});
