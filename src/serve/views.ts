import { HearsayError } from '../base/error.ts';
import type { Progress } from '../desk/progress.ts';
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
  switch (ask.view) {
    case 'spread':
      return spreadOf(kept.dossier);
    default:
      throw new HearsayError('not-found', `the view "${ask.view}" of ${kept.title} is not there yet`);
  }
}
