import type { Spread } from '../../../publish/workbench/shapes.ts';

/** One line of the curve: a lane, or those together that have no line of their own. */
export interface CurveLine {
  /** Null where lanes share it. */
  readonly lane: string | null;
  readonly lanes: number;
  readonly steps: readonly { readonly at: number; readonly total: number }[];
  readonly total: number;
}

/** The fullest lanes, a line each, and one for the rest. */
export function linesOf(curve: Spread['curve'], most: number): readonly CurveLine[] {
  const of = new Map<string, { readonly at: number; readonly total: number }[]>();
  for (const { at, lane, total } of curve) {
    const known = of.get(lane);
    if (known) known.push({ at, total });
    else of.set(lane, [{ at, total }]);
  }
  const lines = [...of.entries()]
    .map(([lane, steps]): CurveLine => ({ lane, lanes: 1, steps, total: steps.at(-1)?.total ?? 0 }))
    .sort((a, b) => b.total - a.total);
  if (lines.length <= most) return lines;
  const own = lines.slice(0, most - 1);
  return [...own, together(curve, new Set(own.map(({ lane }) => lane)), lines.length - own.length)];
}

function together(curve: Spread['curve'], apart: ReadonlySet<string | null>, lanes: number): CurveLine {
  const last = new Map<string, number>();
  const steps: { readonly at: number; readonly total: number }[] = [];
  let total = 0;
  for (const { at, lane, total: now } of curve) {
    if (apart.has(lane)) continue;
    total += now - (last.get(lane) ?? 0);
    last.set(lane, now);
    if (steps.at(-1)?.at === at) steps.pop();
    steps.push({ at, total });
  }
  return { lane: null, lanes, steps, total };
}

/** Heights moved apart so that words at them can be read, as little as that takes, in their order. */
export function apart(heights: readonly number[], least: number, most: number): readonly number[] {
  const order = heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const out = [...heights];
  let floor = -Infinity;
  for (const at of order) {
    floor = Math.max(floor + least, out[at] ?? 0);
    out[at] = floor;
  }
  let ceiling = most + least;
  for (const at of [...order].reverse()) {
    ceiling = Math.min(ceiling - least, out[at] ?? 0);
    out[at] = ceiling;
  }
  return out;
}
