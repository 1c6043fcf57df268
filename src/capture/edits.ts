import type { Span } from '../base/span.ts';

/** A stretch of one sequence that stands in place of a stretch of another; either may be empty. */
export interface Edit {
  readonly before: Span;
  readonly after: Span;
}

/** Beyond so many differences what lies between is one edit: time and room grow with their square. */
const MOST_DIFFERENCES = 1000;

/**
 * The fewest stretches by which one sequence becomes another (Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986), after equal heads and tails are set aside.
 */
export function editsOf(before: readonly string[], after: readonly string[]): readonly Edit[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const least = Math.min(before.length, after.length) - head;
  while (tail < least && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  const whole = { before: { start: 0, end: a.length }, after: { start: 0, end: b.length } };
  const edits = a.length === 0 || b.length === 0 ? [whole] : (shortest(a, b) ?? [whole]);
  return edits.map((edit) => ({ before: moved(edit.before, head), after: moved(edit.after, head) }));
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** `null` where there are too many differences to follow. */
function shortest(a: readonly string[], b: readonly string[]): readonly Edit[] | null {
  const most = Math.min(a.length + b.length, MOST_DIFFERENCES);
  const reach = new Int32Array(2 * most + 3);
  const steps: Int32Array[] = [];
  const at = (k: number): number => reach[k + most + 1] ?? 0;
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[k + most + 1] = x;
      if (x >= a.length && x - k >= b.length) return walkedBack(a.length, b.length, steps, d);
    }
    steps.push(reach.slice(most + 1 - d, most + 2 + d));
  }
  return null;
}

/** Follows the furthest reaches back to the start: `steps[d]` holds those of `d` differences, diagonals -d to d. */
function walkedBack(x: number, y: number, steps: readonly Int32Array[], last: number): readonly Edit[] {
  const edits: { before: { start: number; end: number }; after: { start: number; end: number } }[] = [];
  for (let d = last; d > 0; d--) {
    const k = x - y;
    const at = (diagonal: number): number => steps[d - 1]?.[diagonal + d - 1] ?? -1;
    const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const from = isDown ? k + 1 : k - 1;
    const [px, py] = [at(from), at(from) - from];
    const [nx, ny] = isDown ? [px, py + 1] : [px + 1, py];
    const next = edits[0];
    // Steps without anything equal between them are one edit.
    if (next && next.before.start === nx && next.after.start === ny) {
      next.before.start = px;
      next.after.start = py;
    } else edits.unshift({ before: { start: px, end: nx }, after: { start: py, end: ny } });
    [x, y] = [px, py];
  }
  return edits;
}
