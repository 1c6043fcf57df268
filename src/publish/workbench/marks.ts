import type { Span } from '../../base/span.ts';

/** A stretch of a text with all that is marked in it. */
export interface Segment<T> extends Span {
  readonly marks: readonly T[];
}

/**
 * Spans that overlap as they like, as a flat run of segments in order: together they are the stretch from `from` to `to`,
 * and each names the spans that cover it, in the order given. What lies outside is cut off. n log n in the spans.
 */
export function segmentsOf<T extends Span>(spans: readonly T[], from: number, to: number): readonly Segment<T>[] {
  const within = spans
    .map((one, at) => ({ one, at, start: Math.max(from, one.start), end: Math.min(to, one.end) }))
    .filter(({ start, end }) => end > start);
  const cuts = [...new Set([from, ...within.flatMap(({ start, end }) => [start, end]), to])].sort((a, b) => a - b);
  const starting = within.toSorted((a, b) => a.start - b.start);
  const open = new Set<(typeof within)[number]>();
  const segments: Segment<T>[] = [];
  let next = 0;
  for (const [place, start] of cuts.slice(0, -1).entries()) {
    for (const one of open) if (one.end <= start) open.delete(one);
    for (let one = starting[next]; one && one.start <= start; one = starting[++next]) open.add(one);
    const marks = [...open].sort((a, b) => a.at - b.at).map(({ one }) => one);
    segments.push({ start, end: cuts[place + 1] ?? to, marks });
  }
  return segments;
}

/** The lines of a text, each with its span; the marks that end them belong to none. */
export function linesOf(content: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= content.length; ) {
    const found = content.indexOf('\n', start);
    const end = found < 0 ? content.length : found;
    lines.push({ start, end: content.charAt(end - 1) === '\r' && end > start ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

/** For each line the spans that have part in it, in the order given; lines stand in order, as `linesOf` gives them. */
export function alongLines<T extends Span>(lines: readonly Span[], spans: readonly T[]): readonly (readonly T[])[] {
  const along: T[][] = lines.map(() => []);
  for (const one of spans) {
    let at = firstAfter(lines, one.start);
    for (let line = lines[at]; line && line.start < one.end; line = lines[++at])
      if (Math.max(one.start, line.start) < Math.min(one.end, line.end)) along[at]?.push(one);
  }
  return along;
}

/** The first line that ends behind a place. */
function firstAfter(lines: readonly Span[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
