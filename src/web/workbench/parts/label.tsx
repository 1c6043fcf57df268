import { WORDS } from '../../../publish/words/languages.ts';
import type { Label as Standing } from '../../../weigh/ledger.ts';
import type { Tongue } from '../room.ts';

/** The standing of a claim, in words and in its colour. */
export function Label({ label, tongue }: { readonly label: Standing; readonly tongue: Tongue }) {
  return <span class={`label ${label}`}>{WORDS[tongue].labels[label]}</span>;
}
