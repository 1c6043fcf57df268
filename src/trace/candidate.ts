import type { Known } from './known.ts';
import { TextIndex } from './text-index.ts';

/** Pairs worth comparing word for word, as indexes (earlier first): each text with those before it that share most with it. */
export function candidates(knowns: readonly Known[]): readonly (readonly [number, number])[] {
  const index = new TextIndex();
  const places = new Map<string, number>();
  knowns.forEach((known, at) => {
    const id = known.source.item.id;
    places.set(id, at);
    index.add({ id, from: known.when?.from ?? Number.POSITIVE_INFINITY }, known.source.print.hashes);
  });
  return knowns.flatMap((known, at) =>
    index
      .candidates(known.source.print.hashes, { before: known.source.item.id })
      .map(({ id }) => [places.get(id) ?? at, at] as const),
  );
}
