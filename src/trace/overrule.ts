import type { Judged } from './copy.ts';

/** A text that copies another word for word has at least this part of itself from it. */
const WITHIN = 0.8;

/**
 * Drops rewordings that a better witness speaks against: where one side has its words from a text that is independent of the
 * other side, the likeness of the copy is chance too. `akin` says whether two items are a pair, judging them if need be.
 */
export function overrule(judged: readonly Judged[], akin: (a: string, b: string) => boolean): readonly Judged[] {
  const sources = new Map<string, Set<string>>();
  const note = (copy: string, source: string): void => {
    sources.set(copy, (sources.get(copy) ?? new Set()).add(source));
  };
  for (const { kind, direction, coverage, left, right } of judged) {
    if (kind !== 'whole' && kind !== 'part') continue;
    if (coverage.left >= WITHIN && (direction === 'right-first' || coverage.right < WITHIN)) note(left, right);
    if (coverage.right >= WITHIN && (direction === 'left-first' || coverage.left < WITHIN)) note(right, left);
  }
  const against = (copy: string, other: string): boolean =>
    [...(sources.get(copy) ?? [])].some((source) => source !== other && !akin(source, other));
  return judged.filter(
    ({ credited, kind, left, right }) =>
      credited || kind !== 'reworded' || !(against(left, right) || against(right, left)),
  );
}
