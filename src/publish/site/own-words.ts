import type { Edition } from '../edition.ts';
import { siteOf } from './site.ts';

/**
 * Whether words are the pages' own: what they would say of a story in which nothing was found, as they are written there.
 * Han has no gaps between words, so there any stretch of a page is its own.
 */
export function ownWords(edition: Edition): (words: string) => boolean {
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
  const texts = siteOf(bare).map(({ text }) => text);
  const words = new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []));
  const all = texts.join('\n');
  return (hit) => words.has(hit) || (/^\p{Script=Han}+$/u.test(hit) && all.includes(hit));
}
