import type { Glyphs } from './glyphs.ts';

/** The runs of a page that are read one after the other: all of it, or one column of a stretch of it. */
export interface Column {
  readonly runs: readonly Glyphs[];
  /** True where the page has further columns beside this one. */
  readonly isBeside: boolean;
}

const FEWEST_LINES = 5;

/** Parts a page at the white strip between two columns of prose; pages without one are left as they are drawn. */
export function columnsOf(runs: readonly Glyphs[]): Column[] {
  const gutter = gutterOf(runs);
  if (gutter === null) return [{ runs, isBeside: false }];
  const columns: Column[] = [];
  let band: Glyphs[] = [];
  const close = (): void => {
    for (const side of [band.filter((one) => left(one) < gutter), band.filter((one) => left(one) >= gutter)])
      if (side.length > 0) columns.push({ runs: side, isBeside: true });
    band = [];
  };
  const sorted = runs.filter(isPrinted).sort((a, b) => top(b) - top(a) || left(a) - left(b));
  const wide = new Set(sorted.filter((one) => left(one) < gutter - 2 && right(one) > gutter + 2).map(lineOf));
  let full: Glyphs[] = [];
  for (const run of sorted) {
    if (wide.has(lineOf(run))) {
      close();
      full.push(run);
      continue;
    }
    if (full.length > 0) columns.push({ runs: full, isBeside: false });
    full = [];
    band.push(run);
  }
  close();
  if (full.length > 0) columns.push({ runs: full, isBeside: false });
  return columns;
}

/** The middle of a strip that hardly any run crosses, with lines of prose on both sides at the same heights. */
function gutterOf(runs: readonly Glyphs[]): number | null {
  const printed = runs.filter(isPrinted);
  if (printed.length < FEWEST_LINES * 2) return null;
  const [from, to] = [Math.min(...printed.map(left)), Math.max(...printed.map(right))];
  const covered = new Uint32Array(101);
  const cell = (x: number): number =>
    Math.max(0, Math.min(100, Math.round(((x - from) / Math.max(1, to - from)) * 100)));
  for (const run of printed)
    for (let at = cell(left(run)); at < cell(right(run)); at++) covered[at] = (covered[at] ?? 0) + 1;
  const most = printed.length * 0.06;
  let best: { at: number; width: number } | null = null;
  for (let at = 30; at <= 70; at++) {
    let end = at;
    while (end <= 70 && (covered[end] ?? 0) <= most) end++;
    if (end - at >= 2 && end - at > (best?.width ?? 0)) best = { at: (at + end) / 2, width: end - at };
    at = Math.max(at, end);
  }
  if (!best) return null;
  const gutter = from + (best.at / 100) * (to - from);
  const sides = [printed.filter((one) => right(one) <= gutter), printed.filter((one) => left(one) >= gutter)];
  return sides.every(isProse) && overlap(sides) ? gutter : null;
}

/** Lines as long as a column's, most of them: cells of a table are shorter. */
function isProse(side: readonly Glyphs[]): boolean {
  const lines = new Map<number, number>();
  for (const run of side) lines.set(lineOf(run), (lines.get(lineOf(run)) ?? 0) + weight(run.str));
  const lengths = [...lines.values()].sort((a, b) => a - b);
  return lengths.length >= FEWEST_LINES && (lengths[Math.floor(lengths.length / 2)] ?? 0) >= 22;
}

/** Whether both sides stand beside each other, not one below the other. */
function overlap(sides: readonly (readonly Glyphs[])[]): boolean {
  const spans = sides.map((side) => ({ low: Math.min(...side.map(top)), high: Math.max(...side.map(top)) }));
  const [a, b] = spans;
  if (!a || !b) return false;
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  return shared > 0.4 * Math.min(a.high - a.low, b.high - b.low);
}

const weight = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
const isPrinted = (run: Glyphs): boolean => run.str.trim() !== '';
const left = (run: Glyphs): number => run.transform[4] ?? 0;
const right = (run: Glyphs): number => left(run) + run.width;
const top = (run: Glyphs): number => run.transform[5] ?? 0;
const lineOf = (run: Glyphs): number => Math.round(top(run) / 3);
