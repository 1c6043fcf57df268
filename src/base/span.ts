/** A place in a text: UTF-16 units, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with its words. Always `content.slice(start, end) === quote`. */
export interface Quote extends Span {
  readonly quote: string;
}

/** The span of `content` from `start` to `end`, with its words. */
export const quoteAt = (content: string, start: number, end: number): Quote => ({
  start,
  end,
  quote: content.slice(start, end),
});

/** How many units two spans share. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Whether `outer` holds all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The span without white space at either end. */
export function trimSpan(content: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(content.charAt(start))) start++;
  while (end > start && /\s/u.test(content.charAt(end - 1))) end--;
  return { start, end };
}
