import type { Item } from '../capture/item.ts';
import type { View } from './catalogue.ts';
import { html, type Markup, NOTHING } from './html.ts';
import { spoken } from './quoted.ts';
import { plural } from './summary.ts';
import { instantWords } from './wording.ts';

/** Every item with its digest, so that a reader can tell which bytes were meant; what can't be read stands first. */
export function evidence(view: View): Markup {
  const { items } = view.dossier;
  const refused = items.filter((item) => item.unreadable);
  const rows = [...refused, ...items.filter((item) => !item.unreadable)].map((item) => row(view, item));
  const note =
    refused.length > 0 ? html`<p><strong>${plural(refused.length, 'item')} could not be read.</strong></p>` : NOTHING;
  return html`<section id="items"><h2>Evidence</h2>${note}
<div class="scroll" tabindex="0" role="group" aria-label="Items"><table><caption>Items</caption><thead><tr><th scope="col">File</th><th scope="col">Carried by</th><th scope="col">Published</th><th scope="col">SHA-256</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function row(view: View, item: Item): Markup {
  const { shown } = view;
  const state = item.unreadable
    ? html`<strong>${item.unreadable.code}</strong>: ${shown(item.unreadable.message)}`
    : html`<code>${item.digest.slice(7, 19)}…</code>`;
  const where = item.url ? address(view, item.url) : NOTHING;
  return html`<tr><th scope="row">${spoken(shown(item.file))}${where}</th><td>${spoken(shown(item.publisher ?? item.author ?? ''))}</td><td>${item.published ? shown(instantWords(item.published)) : 'unknown'}</td><td>${state}</td></tr>`;
}

/** Where it stood. An address that names somebody who is withheld is not given. */
function address({ shown }: View, url: string): Markup {
  const plain = decoded(url);
  if (shown(plain) !== plain || !/^https?:\/\//iu.test(url)) return NOTHING;
  return html`<br><span class="fine url">${url}</span>`;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
