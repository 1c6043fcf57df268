import type { Dossier } from '../dossier.ts';
import type { ItemRow } from './shapes.ts';

/** Every item as a list shows it, by id. */
export function itemRows(dossier: Dossier): ReadonlyMap<string, ItemRow> {
  const statements = countOf(dossier.statements.map(({ item }) => item));
  const steps = dossier.copies.flatMap(({ left, right, direction }) =>
    direction === 'left-first' ? [{ left, right }] : direction === 'right-first' ? [{ left: right, right: left }] : [],
  );
  const from = countOf(steps.map(({ right }) => right));
  const to = countOf(steps.map(({ left }) => left));
  return new Map(
    dossier.items.map(({ id, file, title, publisher, author, published, captured, mediaType, unreadable }) => [
      id,
      {
        ...{ id, file, title, publisher, author, published, captured, mediaType },
        unreadable: unreadable?.message ?? null,
        statements: statements.get(id) ?? 0,
        from: from.get(id) ?? 0,
        to: to.get(id) ?? 0,
      },
    ]),
  );
}

function countOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
