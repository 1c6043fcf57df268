import type { Span } from '../base/span.ts';
import type { Figure } from './figure.ts';
import type { Known } from './known.ts';
import type { Passage } from './lineage.ts';

/** How far a text says in another language what another says: by the figures that both give in one order. */
export interface Translation {
  readonly coverage: { readonly left: number; readonly right: number };
  readonly passages: readonly Passage[];
}

/**
 * Judges by dates, times and quantities, which survive translation; null where they are few or come in
 * another order; fewer will do where one text names the other as its source.
 */
export function translate(left: Known, right: Known, credited: boolean): Translation | null {
  const steps = common(left.figures, right.figures);
  const weight = steps.reduce((sum, [i]) => sum + (left.figures[i]?.weight ?? 0), 0);
  const telling = new Set(steps.map(([i]) => left.figures[i]).flatMap((f) => (f && f.weight >= 2 ? [f.key] : [])));
  const part = (list: readonly Figure[]): number =>
    weight /
    Math.max(
      1,
      list.reduce((sum, one) => sum + one.weight, 0),
    );
  const coverage = { left: part(left.figures), right: part(right.figures) };
  const most = Math.max(coverage.left, coverage.right);
  const least = Math.min(coverage.left, coverage.right);
  const enough = weight >= 10 && telling.size >= 4 && most >= 0.55 && least >= 0.4;
  if (!enough && !(credited && weight >= 4 && telling.size >= 2 && most >= 0.45)) return null;
  return { coverage, passages: paragraphs(left, right, steps) };
}

/** Pairs of texts in different scripts that share telling figures. */
export function foreign(knowns: readonly Known[]): readonly (readonly [number, number])[] {
  const places = new Map<string, number[]>();
  const pairs: (readonly [number, number])[] = [];
  knowns.forEach((known, at) => {
    const shared = new Map<number, number>();
    for (const key of new Set(known.figures.filter((f) => f.weight >= 2).map((f) => f.key))) {
      const list = places.get(key);
      if (list === undefined) {
        places.set(key, [at]);
        continue;
      }
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (list.length < MOST) list.push(at);
    }
    for (const [other, count] of shared) {
      if (count >= 2 && knowns[other]?.script !== known.script) pairs.push([other, at]);
    }
  });
  return pairs;
}

const MOST = 200;
/** Longer lists of figures are tables. */
const LONGEST = 400;

/** The heaviest common subsequence of two lists of figures. */
function common(left: readonly Figure[], right: readonly Figure[]): readonly (readonly [number, number])[] {
  const n = Math.min(left.length, LONGEST);
  const m = Math.min(right.length, LONGEST);
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number): number => (left[i]?.key === right[j]?.key ? (left[i]?.weight ?? 0) : 0);
  for (let i = 1; i <= n; i++) {
    const row = best[i];
    if (row === undefined) continue;
    for (let j = 1; j <= m; j++) row[j] = Math.max(at(i - 1, j), at(i, j - 1), at(i - 1, j - 1) + gain(i - 1, j - 1));
  }
  const steps: (readonly [number, number])[] = [];
  for (let i = n, j = m; i > 0 && j > 0; ) {
    if (gain(i - 1, j - 1) > 0 && at(i, j) === at(i - 1, j - 1) + gain(i - 1, j - 1)) steps.push([--i, --j]);
    else if (at(i, j) === at(i - 1, j)) i--;
    else j--;
  }
  return steps.reverse();
}

/** The paragraphs in which the common figures stand. */
function paragraphs(left: Known, right: Known, steps: readonly (readonly [number, number])[]): readonly Passage[] {
  const found = new Map<string, Passage>();
  for (const [i, j] of steps) {
    const a = lineAt(left.source.content, left.figures[i]?.at ?? 0);
    const b = lineAt(right.source.content, right.figures[j]?.at ?? 0);
    const key = `${a.start} ${b.start}`;
    if (!found.has(key)) found.set(key, { left: a, right: b, kind: 'reworded' });
  }
  return [...found.values()];
}

function lineAt(content: string, at: number): Span {
  const stop = content.indexOf('\n', at);
  return { start: content.lastIndexOf('\n', at - 1) + 1, end: stop < 0 ? content.length : stop };
}
