import { nameOf } from '../base/digest.ts';
import type { Statement } from '../read/statement.ts';
import type { Dossier } from './dossier.ts';

/**
 * The dossier with what a model found in its items. The rows come after all weighing: they belong to no claim, found
 * no origin and move no standing; without them the document is the one that the rules alone give.
 */
export function withModelRows(dossier: Dossier, found: ReadonlyMap<string, readonly Statement[]>): Dossier {
  const rows = dossier.items.flatMap((item) =>
    (found.get(item.id) ?? []).map((one) => ({
      ...one,
      id: nameOf('s', ['model', item.id, one.start, one.end, one.class, one.source.kind, one.source.name]),
      item: item.id,
      at: item.published ?? item.captured,
      claim: null,
    })),
  );
  return rows.length === 0 ? dossier : { ...dossier, statements: [...dossier.statements, ...rows] };
}
