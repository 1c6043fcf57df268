import { canonicalJson } from '../../base/canonical-json.ts';
import { dayOf } from '../../base/time.ts';
import type { Item } from '../../capture/item.ts';
import type { Origin } from '../../weigh/ledger.ts';
import type { Edition } from '../edition.ts';
import { wellFormed } from './well-formed.ts';

/** An entity of FollowTheMoney (https://followthemoney.tech): every property holds a list of strings. */
interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * The edition as FollowTheMoney entities, one a line: items are articles or images, bodies and disclosed people the
 * voices, claims and statements notes, and who copied whom links. The model has no entity for a claim with a standing
 * (its `Assessment` is another thing), so a claim is a note that says so.
 */
export function ftmOf(edition: Edition): string {
  const { dossier } = edition;
  const all = [
    ...dossier.items.map(document),
    ...dossier.origins.flatMap(voice),
    ...claims(edition),
    ...statements(edition),
    ...links(edition),
  ];
  return `${all.map((one) => canonicalJson({ ...one, properties: fitting(given(one.properties)) })).join('\n')}\n`;
}

/** Properties without a value are left out. */
const given = (properties: Entity['properties']): Entity['properties'] =>
  Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0 && values.every(Boolean)));

/** How much the model lets stand in a name, in a text, and in everything else: readers refuse an entity with more. */
const [NAME, TEXT, STRING, ADDRESS] = [384, 65_000, 1024, 4096];
const LENGTHS: Readonly<Record<string, number>> = { name: NAME, description: TEXT, sourceUrl: ADDRESS };

const fitting = (properties: Entity['properties']): Entity['properties'] =>
  Object.fromEntries(
    Object.entries(properties).map(([name, values]) => [
      name,
      values.map((value) => cut(wellFormed(value), LENGTHS[name] ?? STRING)),
    ]),
  );

/** Never within a character. */
const cut = (words: string, length: number): string =>
  words.length <= length ? words : `${words.slice(0, length - 1).replace(/\p{Cs}$/u, '')}…`;

const one = (value: string | null): readonly string[] => (value === null ? [] : [value]);

/** Languages by ISO 639-3, as the model has them. */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'eng', zh: 'zho', es: 'spa', fr: 'fra', de: 'deu' };

/** The model takes days and instants; what is known in part without a year is left out. */
const date = (value: string | null): readonly string[] => {
  const day = dayOf(value);
  return value !== null && day && /^\d{4}/u.test(value) ? [value.slice(0, 10)] : [];
};

function document(item: Item): Entity {
  return {
    id: item.id,
    schema: item.mediaType.startsWith('image/') ? 'Image' : 'Article',
    properties: {
      title: one(item.title),
      fileName: [item.file],
      mimeType: [item.mediaType],
      publisher: one(item.publisher),
      author: one(item.author),
      publishedAt: date(item.published),
      retrievedAt: date(item.captured),
      // A cut address leads elsewhere.
      sourceUrl: one(item.url !== null && item.url.length <= ADDRESS ? item.url : null),
      language: one(LANGUAGES[item.language.split('-')[0] ?? ''] ?? null),
    },
  };
}

const VOICES: Readonly<Partial<Record<Origin['kind'], string>>> = {
  body: 'Organization',
  outlet: 'Organization',
  person: 'Person',
};

/** Somebody who speaks and may be named. Stand-ins are no names. */
function voice({ id, kind, name, items }: Origin): readonly Entity[] {
  const schema = VOICES[kind];
  if (!schema || name === null || name.includes('[withheld')) return [];
  return [{ id, schema, properties: { name: [name], proof: items } }];
}

const claims = ({ dossier }: Edition): readonly Entity[] =>
  dossier.claims.map(({ id, statement, standing }) => ({
    id,
    schema: 'Note',
    properties: {
      name: [`Claim: ${standing.label}`],
      description: [statement],
      keywords: ['claim', standing.label],
      summary: [
        `${standing.label}: ${standing.for.origins.length} independent origins for, ${standing.against.origins.length} against`,
      ],
    },
  }));

const statements = ({ dossier }: Edition): readonly Entity[] =>
  dossier.statements.map(({ id, item, quote, source, claim }) => ({
    id,
    schema: 'Note',
    properties: {
      name: [source.name ?? source.kind],
      description: [quote],
      entity: claim === null ? [item] : [claim],
      proof: [item],
      keywords: ['statement'],
    },
  }));

const links = ({ dossier }: Edition): readonly Entity[] =>
  dossier.copies
    .filter(({ direct }) => direct)
    .map(({ left, right, direction, kind, credited }, at) => {
      const [from, to] = direction === 'right-first' ? [right, left] : [left, right];
      const role =
        direction === 'unknown'
          ? 'shares text with'
          : direction === 'common-source'
            ? 'has a common source with'
            : 'was carried by';
      return {
        id: `copy-${at}-${from}`,
        schema: 'UnknownLink',
        properties: {
          subject: [from],
          object: [to],
          role: [role],
          description: [`${kind}, ${credited ? 'credited' : 'not credited'}`],
        },
      };
    });
