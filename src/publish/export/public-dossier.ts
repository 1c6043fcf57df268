import { canonicalJson } from '../../base/canonical-json.ts';
import { HearsayError } from '../../base/error.ts';
import { isRecord } from '../../base/is-record.ts';
import { isInstant } from '../../base/time.ts';
import { eachString } from '../disclose/each-string.ts';
import type { Dossier } from '../dossier.ts';
import type { Edition, PastEdition } from '../edition.ts';
import { wellFormed } from './well-formed.ts';

/** The format of `dossier.json` of a published record. */
const FORMAT = 'hearsay/published/1';

/** `dossier.json`: everything that an edition says, as one document, canonical, so that the same edition has the same digest. */
export function publicDossier(edition: Edition): string {
  const { earlier: _, ...said } = edition;
  return `${canonicalJson(eachString({ format: FORMAT, ...said }, wellFormed))}\n`;
}

/** What a later edition needs of an earlier one. Throws HearsayError `malformed` where it is no `dossier.json` of ours. */
export function pastEdition(text: string): PastEdition {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new HearsayError('malformed', 'dossier.json of an earlier edition is no JSON; restore the case from a copy', {
      cause,
    });
  }
  const { format, number, published, dossier } = fieldsOf(value);
  if (format !== FORMAT || !Number.isSafeInteger(number) || Number(number) < 1 || !isDossier(dossier))
    throw new HearsayError(
      'malformed',
      `dossier.json of an earlier edition has not the format ${FORMAT}; restore the case from a copy`,
    );
  if (typeof published !== 'string' || !isInstant(published))
    throw new HearsayError(
      'malformed',
      'dossier.json of an earlier edition does not say at “published” when it was; restore the case from a copy',
    );
  return { number: Number(number), published, dossier };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

/** Lists of things that have an id, and lists of things that need none. */
const WITH_ID = ['items', 'statements', 'origins', 'claims'];
const WITHOUT = ['responses', 'commitments', 'people', 'decisions', 'contradictions', 'copies'];

/** As far as a later edition looks: a blob is named by its digest, so what is in it was written whole. */
function isDossier(value: unknown): value is Dossier {
  const { format, asOf, ...lists } = fieldsOf(value);
  const records = (key: string, sound: (one: Readonly<Record<string, unknown>>) => boolean): boolean => {
    const list = lists[key];
    return Array.isArray(list) && list.every((one) => sound(fieldsOf(one)));
  };
  return (
    format === 'hearsay/dossier/1' &&
    typeof asOf === 'string' &&
    WITH_ID.every((key) => records(key, ({ id }) => typeof id === 'string')) &&
    WITHOUT.every((key) => records(key, (one) => Object.keys(one).length > 0)) &&
    records('claims', (one) => typeof one['statement'] === 'string' && Array.isArray(one['statements'])) &&
    records('claims', ({ standing }) => typeof fieldsOf(standing)['label'] === 'string')
  );
}
