import { HearsayError } from '../base/error.ts';
import type { Progress } from '../desk/progress.ts';
import type { Dossier } from '../hearsay.ts';
import { boardOf } from '../publish/workbench/board.ts';
import { claimView } from '../publish/workbench/claim-view.ts';
import { itemView } from '../publish/workbench/item-view.ts';
import { movedBetween } from '../publish/workbench/moved.ts';
import { pairView } from '../publish/workbench/pair-view.ts';
import { type SearchIndex, searchIndex } from '../publish/workbench/search.ts';
import { spreadOf } from '../publish/workbench/spread-view.ts';
import { type Dossiers, type Instant, type Kept, NOW } from './dossiers.ts';

/** A view of a case that can be asked for. */
export type ViewAsk =
  | { readonly view: 'board' | 'spread' }
  | { readonly view: 'claim' | 'item'; readonly id: string }
  | { readonly view: 'pair'; readonly left: string; readonly right: string }
  | { readonly view: 'search'; readonly words: string; readonly limit: number }
  | { readonly view: 'moved'; readonly from: Instant };

/** The view, made from a dossier. */
export async function viewOf(ask: ViewAsk, kept: Kept, dossiers: Dossiers, progress: Progress): Promise<unknown> {
  const { dossier, title } = kept;
  switch (ask.view) {
    case 'board':
      return boardOf(dossier, title);
    case 'spread':
      return spreadOf(dossier);
    case 'claim': {
      const now = (await dossiers.at(NOW, progress)).dossier;
      return found(claimView(dossier, idThen(ask.id, now, dossier)), 'claim', ask.id);
    }
    case 'item':
      return found(itemView(dossier, ask.id), 'item', ask.id);
    case 'pair':
      return found(pairView(dossier, ask.left, ask.right), 'pair of items', `${ask.left} and ${ask.right}`);
    case 'search':
      return { hits: indexOf(dossier).find(ask.words, ask.limit) };
    case 'moved':
      return movedBetween((await dossiers.at(ask.from, progress)).dossier, dossier);
  }
}

function found<T>(view: T | null, what: string, id: string): T {
  if (view !== null) return view;
  throw new HearsayError('not-found', `there is no ${what} ${id} in the case at that instant`);
}

/** What a claim of now was called at another instant: there it is the one that holds most of its statements. */
function idThen(id: string, now: Dossier, then: Dossier): string {
  if (now === then || then.claims.some((one) => one.id === id)) return id;
  const own = new Set(now.claims.find((one) => one.id === id)?.statements);
  const shared = ({ statements }: Dossier['claims'][number]): number => statements.filter((one) => own.has(one)).length;
  const [best] = then.claims
    .map((claim) => ({ claim, of: shared(claim) }))
    .filter(({ of }) => of > 0)
    .sort((a, b) => b.of - a.of);
  return best?.claim.id ?? id;
}

const indexes = new WeakMap<Dossier, SearchIndex>();

/** Folding every text takes a while; it is done once a dossier. */
function indexOf(dossier: Dossier): SearchIndex {
  const known = indexes.get(dossier) ?? searchIndex(dossier);
  indexes.set(dossier, known);
  return known;
}
