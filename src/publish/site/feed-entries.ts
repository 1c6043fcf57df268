import { isCorrection, type Revision } from '../corrections.ts';
import type { Edition } from '../edition.ts';
import type { FeedEntry } from '../export/feed-entry.ts';
import { html } from '../html.ts';
import type { SiteWords } from './site-words.ts';

/** The editions, the latest first, each with its corrections. */
export function feedEntries(edition: Edition, revisions: readonly Revision[], words: SiteWords): readonly FeedEntry[] {
  const changed = new Map(revisions.map((one) => [one.edition, one.changes]));
  return [...edition.earlier, edition]
    .map(({ number, published, dossier }): FeedEntry => {
      const corrections = (changed.get(number) ?? []).filter(isCorrection);
      const lines = corrections.map((one) => {
        const said = 'statement' in one ? one.statement : 'what' in one ? one.what : 'body' in one ? one.body : '';
        const moved = one.kind === 'standing' ? ` ${words.becomes(one.from, one.to)}` : '';
        return html`<li>${words.change[one.kind]}${moved}: ${said}</li>`;
      });
      return {
        id: `edition-${number}`,
        title: words.feedEdition(number, dossier.claims.length, corrections.length),
        updated: published,
        summaryHtml: lines.length > 0 ? html`<ul>${lines}</ul>`.markup : html`<p>${words.noCorrections}</p>`.markup,
        link: number === 1 ? 'index.html' : `corrections.html#edition-${number}`,
      };
    })
    .reverse();
}
