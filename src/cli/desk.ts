import type { Catalogue } from '../publish/catalogue.ts';
import type { Dossier } from '../publish/dossier.ts';
import type { Label } from '../weigh/ledger.ts';
import type { Paint } from './paint.ts';

/** What every part of the ledger is made from. */
export interface Desk extends Catalogue {
  readonly dossier: Dossier;
  readonly paint: Paint;
  readonly width: number;
}

/** The colour of a standing; it means nothing that the words don't say. */
export function colourOf(label: Label, paint: Paint): (words: string) => string {
  switch (label) {
    case 'confirmed':
      return paint.green;
    case 'corroborated':
      return paint.cyan;
    case 'contested':
      return paint.magenta;
    case 'denied':
      return paint.red;
    case 'single-source':
      return paint.yellow;
    case 'unsourced':
    case 'retracted':
      return paint.dim;
  }
}
