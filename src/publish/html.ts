import { visible } from './visible.ts';

const SPECIAL: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that is safe to put into a page as it stands: made only by `html`. */
export interface Markup {
  readonly markup: string;
}

/** Words made safe for text and for quoted attributes (HTML Living Standard, 13.3); what no reader sees is dropped. */
export const escaped = (words: string): string => visible(words).replaceAll(/[&<>"']/gu, (one) => SPECIAL[one] ?? one);

type Part = string | number | Markup | readonly Markup[] | null;

/** A template whose holes are escaped unless they are markup already. */
export function html(fixed: TemplateStringsArray, ...holes: readonly Part[]): Markup {
  return { markup: fixed.map((text, at) => text + (at < holes.length ? filled(holes[at] ?? null) : '')).join('') };
}

function filled(hole: Part): string {
  if (hole === null) return '';
  if (typeof hole === 'string') return escaped(hole);
  if (typeof hole === 'number') return String(hole);
  return 'markup' in hole ? hole.markup : hole.map((one) => one.markup).join('');
}

export const NOTHING: Markup = { markup: '' };

/** A list under a line that opens it; nothing where the list is empty. */
export const folded = (summary: string, content: readonly Markup[]): Markup =>
  content.length > 0 ? html`<details><summary>${summary}</summary>${content}</details>` : NOTHING;
