import type { Edition } from '../edition.ts';
import { escaped } from '../html.ts';
import { deskName } from './desk-name.ts';
import type { FeedEntry } from './feed-entry.ts';
import { wellFormed } from './well-formed.ts';

/** Words for XML 1.0, which has no room for two marks that HTML takes (2.2, Characters). */
const xml = (words: string): string => wellFormed(escaped(words)).replaceAll(/[\ufffe\uffff]/gu, '');

/** Changes as Atom (RFC 4287). Ids are tags (RFC 4151) from the log, so that they outlast every address. */
export function feedOf(edition: Edition, entries: readonly FeedEntry[]): string {
  const { base, title, published, log, languages } = edition;
  const tag = `tag:hearsay,2026:${log.id}`;
  const address = (path: string): string => xml(`${base ?? ''}${path}`);
  const rows = entries.map(
    (one) => `<entry><id>${tag}/${xml(one.id)}</id><title>${xml(one.title)}</title><updated>${one.updated}</updated>
<link href="${address(one.link)}"/><content type="html">${xml(one.summaryHtml)}</content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(languages[0] ?? 'en')}"><id>${tag}</id><title>${xml(title)}</title><updated>${published}</updated>
${base === null ? '' : `<link rel="self" href="${address('feed.xml')}"/>`}<link href="${address('index.html')}"/><author><name>${xml(deskName(edition) ?? log.id)}</name></author><generator>Hearsay</generator>
${rows.join('\n')}
</feed>
`;
}
