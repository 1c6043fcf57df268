import { isInstant } from '../base/time.ts';
import type { PublicEvent } from './public-record.ts';

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isDigest: Test = (value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** What is disclosed of these events in every record, and its form (docs/published-format.md). */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, Test>>>> = {
  case: {
    format: (value) => value === 'hearsay/case/1',
    id: (value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value),
    key: isText,
  },
  key: { key: isText },
  publish: {
    edition: isCount,
    asOf: (value) => typeof value === 'string' && isInstant(value),
    languages: Array.isArray,
    manifest: isDigest,
    dossier: isDigest,
    previous: (value) => value === null || isDigest(value),
    disclosed: isCount,
  },
  checkpoint: { note: isText },
  cosign: { note: isText },
  stamp: { size: isCount, checkpoint: isDigest, kind: isText, authority: isText, blob: isDigest },
};

/** What is wrong with the choice of what is shown of an event; null where nothing is. */
export function disclosedWrongly({ head: { kind, seq }, shown }: PublicEvent, isFirst: boolean): string | null {
  if (isFirst && (kind !== 'case' || seq !== 0)) return 'the first event of the case should stand here';
  if (shown.has('/by')) return 'it shows who wrote it';
  const required = Object.hasOwn(REQUIRED, kind) ? (REQUIRED[kind] ?? {}) : {};
  const wrong = Object.entries(required).find(([key, test]) => !test(shown.get(`/data/${key}`)));
  return wrong ? `it does not show ${wrong[0]} in the form it must have` : null;
}
