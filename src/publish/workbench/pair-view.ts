import type { Dossier } from '../dossier.ts';
import { itemRows } from './item-row.ts';
import type { PairView } from './shapes.ts';

/** Two items side by side, in the order asked for; null where one of them is not there. */
export function pairView(dossier: Dossier, left: string, right: string): PairView | null {
  const rows = itemRows(dossier);
  const [one, other] = [rows.get(left), rows.get(right)];
  if (!one || !other) return null;
  const content = (item: string): string => dossier.texts.find((text) => text.item === item)?.content ?? '';
  const between = (pair: { readonly left: string; readonly right: string }): boolean =>
    (pair.left === left && pair.right === right) || (pair.left === right && pair.right === left);
  const copy = dossier.copies.find(between) ?? null;
  const passages = (copy?.passages ?? []).map((passage) =>
    copy?.left === left ? { left: passage.left, right: passage.right } : { left: passage.right, right: passage.left },
  );
  return {
    left: { row: one, content: content(left) },
    right: { row: other, content: content(right) },
    copy,
    image: dossier.images.find(between) ?? null,
    passages: passages.toSorted((a, b) => a.left.start - b.left.start),
  };
}
