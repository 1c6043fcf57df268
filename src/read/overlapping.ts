import { overlap, type Span } from '../base/span.ts';

/** Looks up which of many spans share a place with one, in the order they were given: a search, not a walk over all. */
export function overlapping<T extends Span>(spans: readonly T[]): (place: Span) => readonly T[] {
  const sorted = spans.map((span, order) => ({ span, order })).sort((a, b) => a.span.start - b.span.start);
  const reach: number[] = [];
  for (const { span } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, span.end));
  return (place) => {
    const found: typeof sorted = [];
    for (let at = firstAbove(reach, place.start); at < sorted.length; at++) {
      const one = sorted[at];
      if (!one || one.span.start >= place.end) break;
      if (overlap(one.span, place) > 0) found.push(one);
    }
    return found.sort((a, b) => a.order - b.order).map((one) => one.span);
  };
}

/** The first place in rising numbers whose number is above `least`. */
function firstAbove(rising: readonly number[], least: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > least) high = middle;
    else low = middle + 1;
  }
  return low;
}
