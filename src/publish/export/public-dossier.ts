import { canonicalJson } from '../../base/canonical-json.ts';
import { HearsayError } from '../../base/error.ts';
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
  const { format, number, published, dossier } = Object(value) as Record<string, unknown>;
  const lists = ['items', 'statements', 'origins', 'claims', 'responses', 'commitments', 'people', 'decisions'];
  const sound =
    format === FORMAT &&
    Number.isSafeInteger(number) &&
    typeof published === 'string' &&
    lists.every((key) => Array.isArray((Object(dossier) as Record<string, unknown>)[key]));
  if (!sound)
    throw new HearsayError(
      'malformed',
      `dossier.json of an earlier edition has not the format ${FORMAT}; restore the case from a copy`,
    );
  return { number: Number(number), published: String(published), dossier: dossier as Dossier };
}
