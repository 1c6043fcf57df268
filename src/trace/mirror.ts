import { comesBefore } from './align.ts';
import type { Copy, Passage } from './lineage.ts';
import type { Source } from './source.ts';

/** Anything measured on a pair. */
interface Measured {
  readonly coverage: Copy['coverage'];
  readonly passages: readonly Passage[];
}

/** Measures a pair from the same side whichever way it is given, so that swapping the texts exactly mirrors the result. */
export function measured<T extends Measured>(left: Source, right: Source, measure: (a: Source, b: Source) => T): T {
  if (!comesBefore(right.folded, left.folded)) return measure(left, right);
  const found = measure(right, left);
  const passages = found.passages.map((one) => ({ left: one.right, right: one.left, kind: one.kind }));
  return {
    ...found,
    coverage: { left: found.coverage.right, right: found.coverage.left },
    passages: passages.sort((a, b) => a.left.start - b.left.start || a.right.start - b.right.start),
  };
}
