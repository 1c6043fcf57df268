import { HearsayError } from '../base/error.ts';
import type { Progress } from '../desk/progress.ts';
import { type Dossiers, type Instant, openDossiers } from './dossiers.ts';
import { type ViewAsk, viewOf } from './views.ts';

/** What a clerk can be asked. Each clerk keeps one case weighed, and does one thing at a time. */
export type Ask = { readonly is: 'weigh' } | { readonly is: 'view'; readonly when: Instant; readonly view: ViewAsk };

/** What a clerk says: JSON, as bytes that can be sent as they are. */
export interface Clerk {
  readonly answer: (ask: Ask, progress: Progress) => Promise<Uint8Array>;
}

/** A clerk for the case in a folder. */
export function openClerk(folder: string): Clerk {
  const dossiers: Dossiers = openDossiers(folder);
  return {
    async answer(ask, progress) {
      switch (ask.is) {
        case 'weigh': {
          const { head, dossier } = await dossiers.weigh(progress);
          return jsonBytes({ head, asOf: dossier.asOf, items: dossier.counts.items });
        }
        case 'view':
          return jsonBytes(await viewOf(ask.view, await dossiers.at(ask.when, progress), dossiers, progress));
        default:
          throw new HearsayError('internal', 'a clerk was asked what it does not know');
      }
    },
  };
}

export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
