import type { Item } from '../capture/item.ts';
import type { View } from './catalogue.ts';
import { html, type Markup, NOTHING } from './html.ts';
import { shownIn, told } from './quoted.ts';
import { instantWords } from './wording.ts';

/** Every item with its digest, so that a reader can tell which bytes were meant; what can't be read stands first. */
export function evidence(view: View): Markup {
  const { evidence: text } = view.words;
  const { items } = view.dossier;
  const refused = items.filter((item) => item.unreadable);
  const rows = [...refused, ...items.filter((item) => !item.unreadable)].map((item) => row(view, item));
  const note = refused.length > 0 ? html`<p><strong>${text.unread(refused.length)}</strong></p>` : NOTHING;
  return html`<section id="items"><h2>${text.heading}</h2>${note}
<div class="scroll" tabindex="0" role="group" aria-label="${text.caption}"><table><caption>${text.caption}</caption><thead><tr>${text.columns.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function row(view: View, item: Item): Markup {
  const { shown, words } = view;
  const state = item.unreadable
    ? html`<strong>${item.unreadable.code}</strong>${words.marks.colon}${told(view, item.unreadable.message)}`
    : digestOf(item, words);
  const where = item.url ? address(view, item.url) : NOTHING;
  const published = item.published ? shown(instantWords(item.published, words)) : words.evidence.unknown;
  return html`<tr id="${item.id}"><th scope="row">${shownIn(view, item.file)}${where}</th><td>${shownIn(view, item.publisher ?? item.author ?? '')}</td><td>${published}</td><td>${state}</td></tr>`;
}

/** The beginning of its digest, unless that could lead to somebody who is withheld. */
const digestOf = ({ digest }: Item, words: View['words']): Markup =>
  digest === 'sha256:withheld' ? html`${words.claims.withheld}` : html`<code>${digest.slice(7, 19)}…</code>`;

/** Where it stood. An address that names somebody who is withheld is not given. */
function address({ shown }: View, url: string): Markup {
  const plain = decoded(url);
  if (shown(plain) !== plain || !/^https?:\/\//iu.test(url)) return NOTHING;
  return html`<br><a class="fine url" href="${url}" rel="noreferrer nofollow">${url}</a>`;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
