import { decisionFrom, type Note, needsDossier } from '../desk/noting.ts';
import type { Progress } from '../desk/progress.ts';
import type { Dossier } from '../hearsay.ts';
import { movedBetween } from '../publish/workbench/moved.ts';
import { carriedBy } from './carried.ts';
import { type Instant, NOW, openDossiers } from './dossiers.ts';
import { exhibitOf, pictureOf } from './exhibit.ts';
import { jsonBytes, jsonIn } from './json-bytes.ts';
import { type ViewAsk, viewOf } from './views.ts';

/** What a clerk can be asked: each keeps one case weighed, and does one thing at a time. */
export type Ask =
  /** Weighs what the journal holds up to an event. */
  | { readonly is: 'weigh'; readonly head: number; readonly fresh: boolean }
  /** Loads all that weighing needs. */
  | { readonly is: 'ready' }
  | { readonly is: 'view'; readonly when: Instant; readonly view: ViewAsk }
  /** The dossier of an instant, to be compared with a later one. */
  | { readonly is: 'before'; readonly when: Instant }
  /** What moved from such a dossier to how the case stands at an instant. */
  | { readonly is: 'moved'; readonly before: Uint8Array; readonly when: Instant }
  /** An item as it was captured, as a document; a picture, as PNG. */
  | { readonly is: 'exhibit' | 'picture'; readonly item: string }
  /** What the file of a picture carries beside its pixels. */
  | { readonly is: 'metadata'; readonly item: string }
  /** A note as it is written down: claims told by their statements. */
  | { readonly is: 'decision'; readonly note: Note };

/** A clerk for the case in a folder. */
export function openClerk(folder: string): (ask: Ask, progress: Progress) => Promise<Uint8Array> {
  const dossiers = openDossiers(folder);
  return async (ask, progress) => {
    switch (ask.is) {
      case 'weigh': {
        const { head, dossier, made, title } = await dossiers.weigh(ask.head, ask.fresh, progress);
        // Nobody waits for a case that is shown as it was before: what takes longest to show is made ready.
        if (ask.fresh) for (const view of ['board', 'spread'] as const) jsonOf({ view }, dossier, title);
        return jsonBytes({ head, asOf: dossier.asOf, items: dossier.counts.items, made });
      }
      case 'ready':
        return jsonBytes(null);
      case 'view': {
        const { dossier, title } = await dossiers.at(ask.when, progress);
        return jsonOf(ask.view, dossier, title);
      }
      case 'before':
        return jsonBytes((await dossiers.before(ask.when, progress)).dossier);
      case 'moved': {
        const { dossier } = await dossiers.at(ask.when, progress);
        return jsonBytes(movedBetween(jsonIn<Dossier>(ask.before), dossier));
      }
      case 'exhibit': {
        const html = await exhibitOf(folder, (await dossiers.at(NOW, progress)).dossier, ask.item);
        return new TextEncoder().encode(html);
      }
      case 'picture':
        return pictureOf(folder, (await dossiers.at(NOW, progress)).dossier, ask.item);
      case 'metadata':
        return jsonBytes(await carriedBy(folder, (await dossiers.at(NOW, progress)).dossier, ask.item));
      case 'decision': {
        const dossier = needsDossier(ask.note) ? (await dossiers.at(NOW, progress)).dossier : null;
        const { kind: _, ...data } = decisionFrom(ask.note, dossier);
        return jsonBytes(data);
      }
    }
  };
}

const kept = new WeakMap<Dossier, Map<string, Uint8Array>>();

/** A view as JSON. What shows a whole case is asked for again and again, and made once for each weighing. */
function jsonOf(ask: ViewAsk, dossier: Dossier, title: string): Uint8Array {
  if (ask.view !== 'board' && ask.view !== 'spread') return jsonBytes(viewOf(ask, dossier, title));
  const views = kept.get(dossier) ?? new Map<string, Uint8Array>();
  kept.set(dossier, views);
  const made = views.get(ask.view) ?? jsonBytes(viewOf(ask, dossier, title));
  views.set(ask.view, made);
  // A copy, since what is answered is handed over.
  return made.slice();
}
