import type { Edition } from '../edition.ts';
import { siteOf } from './site.ts';

/** Every word of the pages that is not evidence: what they would say of a story in which nothing was found. */
export function ownWords(edition: Edition): ReadonlySet<string> {
  const { dossier } = edition;
  const nothing = {
    ...{ items: [], texts: [], copies: [], versions: [], tellings: [], citations: [], rings: [], images: [] },
    ...{ transcripts: [], statements: [], origins: [], claims: [], responses: [], commitments: [], times: [] },
    ...{ contradictions: [], people: [], decisions: [] },
  };
  const bare: Edition = {
    ...edition,
    title: '',
    dossier: { ...dossier, ...nothing },
    quotations: [],
    plates: [],
    waived: {},
    earlier: [],
  };
  const words = siteOf(bare).flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Set(words);
}
