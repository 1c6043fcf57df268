import type { View } from '../catalogue.ts';
import { html, type Markup, NOTHING } from '../html.ts';
import { carried } from '../quoted.ts';
import { type Tongued, toRoot } from './page-frame.ts';

/** Pictures as they may be seen: only the words that nobody is withheld by, or what an editor let be shown. */
export function plates(site: Tongued, view: View, path: string): Markup {
  const { words, edition } = site;
  if (edition.plates.length === 0) return NOTHING;
  const root = toRoot(site, path);
  return html`<section id="plates"><h2>${words.plates}</h2><p class="fine">${words.platesLead}</p><div class="plates">${edition.plates.map(
    ({ item, file, width, height, words: seen }) =>
      html`<figure><a href="${root}${file}"><img src="${root}${file}" width="${width}" height="${height}" loading="lazy" alt="${words.pictureAlt(seen)}"></a><figcaption class="fine">${carried(view, item)}</figcaption></figure>`,
  )}</div></section>`;
}
