import { HearsayError } from '../base/error.ts';
import type { Progress } from '../desk/progress.ts';
import { boardOf } from '../publish/workbench/board.ts';
import { claimView } from '../publish/workbench/claim-view.ts';
import { spreadOf } from '../publish/workbench/spread-view.ts';
import type { Dossiers, Instant, Kept } from './dossiers.ts';

/** A view of a case that can be asked for. */
export type ViewAsk =
  | { readonly view: 'board' | 'spread' }
  | { readonly view: 'claim' | 'item'; readonly id: string }
  | { readonly view: 'pair'; readonly left: string; readonly right: string }
  | { readonly view: 'search'; readonly words: string; readonly limit: number }
  | { readonly view: 'moved'; readonly from: Instant };

/** The view, made from a dossier. */
export async function viewOf(ask: ViewAsk, kept: Kept, _dossiers: Dossiers, _progress: Progress): Promise<unknown> {
  const { dossier, title } = kept;
  switch (ask.view) {
    case 'board':
      return boardOf(dossier, title);
    case 'claim':
      return claimView(dossier, ask.id) ?? absent('claim', ask.id);
    case 'spread':
      return spreadOf(dossier);
    default:
      throw new HearsayError('not-found', `the view "${ask.view}" of ${title} is not there yet`);
  }
}

/** An id may be gone: what is weighed anew can be grouped otherwise. */
function absent(what: string, id: string): never {
  throw new HearsayError('not-found', `there is no ${what} "${id}" as the case stands; it may stand under another now`);
}
