import type { Dossier } from '../dossier.ts';
import { itemRows } from './item-row.ts';
import type { ItemView } from './shapes.ts';

/** An item with what was read in it; null where there is none of that id. Linear in the dossier. */
export function itemView(dossier: Dossier, id: string): ItemView | null {
  const item = dossier.items.find((one) => one.id === id);
  const rows = itemRows(dossier);
  const row = rows.get(id);
  if (!item || !row) return null;
  const here = <T extends { readonly item: string | null }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.item === id);
  return {
    item,
    row,
    content: dossier.texts.find((one) => one.item === id)?.content ?? '',
    statements: here(dossier.statements).toSorted((a, b) => a.start - b.start || a.end - b.end),
    times: here(dossier.times),
    answers: here(dossier.responses),
    promises: here(dossier.commitments),
    copies: dossier.copies.flatMap((copy) => {
      const other = rows.get(copy.left === id ? copy.right : copy.right === id ? copy.left : '');
      return other ? [{ copy, other, way: wayOf(copy, id) }] : [];
    }),
    images: dossier.images.flatMap((pair) => {
      const other = rows.get(pair.left === id ? pair.right : pair.right === id ? pair.left : '');
      return other ? [{ pair, other }] : [];
    }),
    transcript: dossier.transcripts.find(({ items }) => items.includes(id)) ?? null,
  };
}

/** Whether the item has it from the other, the other from it, or neither is known. */
function wayOf(copy: Dossier['copies'][number], id: string): ItemView['copies'][number]['way'] {
  if (copy.direction !== 'left-first' && copy.direction !== 'right-first') return 'unknown';
  const earlier = copy.direction === 'left-first' ? copy.left : copy.right;
  return earlier === id ? 'to' : 'from';
}
