import { isInstant } from '../../base/time.ts';
import type { Origin } from '../../weigh/ledger.ts';
import type { Edition } from '../edition.ts';
import { deskName } from './desk-name.ts';
import {
  DESK,
  EDITION,
  type Fields,
  isThing,
  named,
  POLICY,
  PREFIX,
  pageName,
  publisherName,
  publishersOf,
  qualified,
  WEIGHING,
} from './prov-name.ts';

type Nodes = Readonly<Record<string, Fields>>;

const own = (key: string): string => `${PREFIX}:${key}`;

export function entities({ dossier, title, number }: Edition): Nodes {
  const { digest, name } = dossier.policy;
  return Object.fromEntries<Fields>([
    [EDITION, { 'prov:type': qualified('prov:Collection'), 'prov:label': title, [own('number')]: number }],
    [POLICY, { 'prov:type': qualified('prov:Plan'), 'prov:label': name, [own('digest')]: digest }],
    ...dossier.items.map((one): [string, Fields] => [
      named(one.id),
      {
        'prov:type': qualified('schema:CreativeWork'),
        'prov:label': one.title ?? one.file,
        ...(one.url ? { 'prov:location': one.url } : {}),
        ...(one.published ? { 'schema:datePublished': one.published } : {}),
      },
    ]),
    ...dossier.versions.map((_, at): [string, Fields] => [pageName(at), { 'prov:type': qualified('schema:WebPage') }]),
    ...dossier.origins
      .filter(isThing)
      .map((one): [string, Fields] => [named(one.id), { 'prov:label': one.name ?? one.kind, [own('kind')]: one.kind }]),
    ...dossier.statements.map((one): [string, Fields] => [
      named(one.id),
      { 'prov:type': qualified('schema:Quotation'), 'prov:value': one.quote, [own('class')]: one.class },
    ]),
    ...dossier.claims.map((one): [string, Fields] => [
      named(one.id),
      {
        'prov:type': [qualified('prov:Collection'), qualified('schema:Claim')],
        'prov:label': one.statement,
        [own('standing')]: one.standing.label,
      },
    ]),
  ]);
}

const AGENTS: Readonly<Partial<Record<Origin['kind'], string>>> = {
  person: 'prov:Person',
  'unnamed-person': 'prov:Person',
  body: 'prov:Organization',
  outlet: 'prov:Organization',
};

export function agents(edition: Edition): Nodes {
  const { origins } = edition.dossier;
  const publishers = publishersOf(edition).map((one, at): [string, Fields] => [
    publisherName(at),
    { 'prov:type': qualified('prov:Organization'), 'prov:label': one },
  ]);
  const voices = origins
    .filter((one) => !isThing(one))
    .map(({ id, kind, name }): [string, Fields] => {
      const type = AGENTS[kind];
      return [
        named(id),
        {
          ...(type ? { 'prov:type': qualified(type) } : {}),
          'prov:label': name ?? kind,
          [own('kind')]: kind,
        },
      ];
    });
  const desk: Fields = {
    'prov:type': qualified('prov:Organization'),
    'prov:label': deskName(edition) ?? edition.log.id,
    [own('key')]: edition.log.key,
  };
  return Object.fromEntries<Fields>([[DESK, desk], ...publishers, ...voices]);
}

export const activities = ({ published }: Edition): Nodes => ({
  [WEIGHING]: { ...(isInstant(published) ? { 'prov:endTime': published } : {}), 'prov:label': 'weighing' },
});
