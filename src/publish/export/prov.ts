import { canonicalJson } from '../../base/canonical-json.ts';
import { isInstant } from '../../base/time.ts';
import type { Edition } from '../edition.ts';

type Fields = Record<string, unknown>;
type Records = Record<string, Fields>;

/**
 * The lineage as W3C PROV-JSON (https://www.w3.org/submissions/2013/SUBM-prov-json-20130424/). A copy whose direction is
 * not known is an alternate of the other, never derived from it.
 */
export function provOf(edition: Edition): string {
  const { dossier } = edition;
  const document = {
    prefix: { hearsay: `urn:hearsay:${edition.log.id}:`, schema: 'https://schema.org/' },
    entity: entities(edition),
    agent: agents(edition),
    activity: { 'hearsay:weighing': { 'hearsay:policy': dossier.policy.digest, 'prov:label': dossier.policy.name } },
    wasGeneratedBy: relation('made', [
      { 'prov:entity': 'hearsay:edition', 'prov:activity': 'hearsay:weighing', ...timed(edition.published) },
    ]),
    wasDerivedFrom: relation('copy', derivations(edition)),
    alternateOf: relation('alike', alternates(edition)),
    wasAttributedTo: relation('by', attributions(edition)),
    hadMember: relation(
      'in',
      dossier.items.map(({ id }) => ({ 'prov:collection': 'hearsay:edition', 'prov:entity': name(id) })),
    ),
  };
  const some = Object.entries(document).filter(([, value]) => Object.keys(value).length > 0);
  return `${canonicalJson(Object.fromEntries(some))}\n`;
}

const name = (id: string): string => `hearsay:${id}`;

const timed = (instant: string | null): Fields =>
  instant !== null && isInstant(instant) ? { 'prov:time': instant } : {};

const relation = (prefix: string, all: readonly Fields[]): Records =>
  Object.fromEntries(all.map((one, at) => [`_:${prefix}${at}`, one]));

function entities({ dossier, title }: Edition): Records {
  const items = dossier.items.map((one): [string, Fields] => [
    name(one.id),
    {
      'prov:type': 'schema:CreativeWork',
      'prov:label': one.title ?? one.file,
      ...(one.url ? { 'prov:location': one.url } : {}),
      ...(one.published ? { 'schema:datePublished': one.published } : {}),
    },
  ]);
  const claims = dossier.claims.map((one): [string, Fields] => [
    name(one.id),
    { 'prov:type': 'schema:Claim', 'prov:label': one.statement, 'hearsay:standing': one.standing.label },
  ]);
  const edition: [string, Fields] = ['hearsay:edition', { 'prov:type': 'prov:Collection', 'prov:label': title }];
  return Object.fromEntries([edition, ...items, ...claims]);
}

function agents({ dossier }: Edition): Records {
  const publishers = [...new Set(dossier.items.flatMap(({ publisher }) => publisher ?? []))];
  const origins = dossier.origins.map((one): [string, Fields] => [
    name(one.id),
    {
      'prov:type': one.kind === 'person' || one.kind === 'unnamed-person' ? 'prov:Person' : 'prov:Organization',
      'prov:label': one.name ?? one.kind,
    },
  ]);
  return Object.fromEntries([
    ...publishers.map((one, at): [string, Fields] => [
      `hearsay:publisher-${at}`,
      { 'prov:type': 'prov:Organization', 'prov:label': one },
    ]),
    ...origins,
  ]);
}

function derivations({ dossier }: Edition): readonly Fields[] {
  const copies = dossier.copies.flatMap(({ left, right, direction, direct, kind, credited }) => {
    if (!direct || (direction !== 'left-first' && direction !== 'right-first')) return [];
    const [from, to] = direction === 'left-first' ? [left, right] : [right, left];
    return [
      {
        'prov:generatedEntity': name(to),
        'prov:usedEntity': name(from),
        'prov:type': 'prov:Quotation',
        'hearsay:kind': kind,
        'hearsay:credited': credited,
      },
    ];
  });
  const versions = dossier.versions.flatMap((group) =>
    group.slice(1).map((later, at) => ({
      'prov:generatedEntity': name(later),
      'prov:usedEntity': name(group[at] ?? later),
      'prov:type': 'prov:Revision',
    })),
  );
  const claims = dossier.claims.flatMap(({ id, statements }) => {
    const carriers = new Set(dossier.statements.filter((one) => statements.includes(one.id)).map(({ item }) => item));
    return [...carriers].map((item) => ({
      'prov:generatedEntity': name(id),
      'prov:usedEntity': name(item),
      'prov:type': 'prov:Quotation',
    }));
  });
  return [...copies, ...versions, ...claims];
}

const alternates = ({ dossier }: Edition): readonly Fields[] =>
  dossier.copies
    .filter(({ direct, direction }) => direct && (direction === 'unknown' || direction === 'common-source'))
    .map(({ left, right }) => ({ 'prov:alternate1': name(left), 'prov:alternate2': name(right) }));

function attributions({ dossier }: Edition): readonly Fields[] {
  const publishers = [...new Set(dossier.items.flatMap(({ publisher }) => publisher ?? []))];
  const items = dossier.items.flatMap(({ id, publisher }) =>
    publisher === null
      ? []
      : [{ 'prov:entity': name(id), 'prov:agent': `hearsay:publisher-${publishers.indexOf(publisher)}` }],
  );
  const known = new Set(dossier.origins.map(({ id }) => id));
  const claims = dossier.claims.flatMap(({ id, standing }) =>
    [...new Set([...standing.for.origins, ...standing.against.origins])]
      .filter((origin) => known.has(origin))
      .map((origin) => ({ 'prov:entity': name(id), 'prov:agent': name(origin) })),
  );
  return [...items, ...claims];
}
