import { HearsayError } from '../base/error.ts';
import type { Dossier } from '../hearsay.ts';
import { boardOf } from '../publish/workbench/board.ts';
import { claimView } from '../publish/workbench/claim-view.ts';
import { itemView } from '../publish/workbench/item-view.ts';
import { pairView } from '../publish/workbench/pair-view.ts';
import { type SearchIndex, searchIndex } from '../publish/workbench/search.ts';
import { spreadOf } from '../publish/workbench/spread-view.ts';

/** A view of a case that can be asked for. */
export type ViewAsk =
  | { readonly view: 'board' | 'spread' }
  | { readonly view: 'claim' | 'item'; readonly id: string }
  | { readonly view: 'pair'; readonly left: string; readonly right: string }
  | { readonly view: 'search'; readonly words: string; readonly limit: number };

/** The view, made from a dossier. */
export function viewOf(ask: ViewAsk, dossier: Dossier, title: string): unknown {
  switch (ask.view) {
    case 'board':
      return boardOf(dossier, title);
    case 'claim':
      return claimView(dossier, ask.id) ?? absent('claim', ask.id);
    case 'spread':
      return spreadOf(dossier);
    case 'item':
      return itemView(dossier, ask.id) ?? absent('item', ask.id);
    case 'pair':
      return pairView(dossier, ask.left, ask.right) ?? absent('pair', `${ask.left}, ${ask.right}`);
    case 'search':
      return { hits: indexOf(dossier).find(ask.words, ask.limit) };
  }
}

const indexes = new WeakMap<Dossier, SearchIndex>();

/** Made when somebody first looks for something, once for each weighing. */
function indexOf(dossier: Dossier): SearchIndex {
  const index = indexes.get(dossier) ?? searchIndex(dossier);
  indexes.set(dossier, index);
  return index;
}

/** An id may be gone: what is weighed anew can be grouped otherwise. */
function absent(what: string, id: string): never {
  throw new HearsayError('not-found', `there is no ${what} "${id}" as the case stands; it may stand under another now`);
}
