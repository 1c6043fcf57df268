/** A stretch of the axis in which time runs evenly. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

/** Time along a line. Where nothing happened for long the line is broken, and says for how long. */
export interface Axis {
  readonly stretches: readonly Stretch[];
  readonly breaks: readonly { readonly left: number; readonly right: number; readonly ms: number }[];
  readonly width: number;
  /** Where an instant stands; never left of an earlier one. */
  readonly place: (at: number) => number;
}

/** The axis for some instants, over about that width. */
export function axisOf(instants: readonly number[], width: number): Axis {
  const times = [...new Set(instants)].sort((a, b) => a - b);
  const runs = runsOf(times);
  const room = Math.max(width - START - BREAK * (runs.length - 1), LEAST * runs.length);
  const widths = widthsOf(runs, room);
  let left = START;
  const stretches = runs.map((run, at): Stretch => {
    const own = widths[at] ?? 0;
    const stretch = { from: run[0] ?? 0, to: run.at(-1) ?? 0, left: left + PAD, right: left + own - PAD };
    left += own + BREAK;
    return stretch;
  });
  return {
    stretches,
    breaks: stretches.slice(1).map((after, at) => {
      const before = stretches[at] ?? after;
      return { left: before.right + PAD, right: after.left - PAD, ms: after.from - before.to };
    }),
    width: Math.max(0, left - BREAK),
    place: (at) => placeOn(stretches, at),
  };
}

/** Marks along the axis, at least `apart` from each other; `offset` is that of the reader's clock, in milliseconds. */
export function marksOf(
  { stretches }: Axis,
  apart: number,
  offset: number,
): readonly { readonly at: number; readonly x: number; readonly step: number }[] {
  return stretches.flatMap((stretch) => {
    const { from, to, left, right } = stretch;
    const pixels = right - left;
    const least = to > from ? ((to - from) * apart) / Math.max(1, pixels) : Infinity;
    const step = STEPS.find((one) => one >= least);
    const begin = step === undefined ? to : Math.ceil((from + offset) / step) * step - offset;
    if (step === undefined || begin > to) return [{ at: from, x: left, step: 60_000 }];
    const count = Math.floor((to - begin) / step) + 1;
    return Array.from({ length: count }, (_, nth) => {
      const at = begin + nth * step;
      return { at, x: placeOn([stretch], at), step };
    });
  });
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  ...[DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY, 182 * DAY, 364 * DAY, 3640 * DAY],
];

/** The width of a break, of the room beside the outermost nodes of a stretch, and of the narrowest stretch. */
const BREAK = 60;
/** Room on the left, for what goes round there. */
const START = 30;
const PAD = 14;
const LEAST = 64;

/** A gap breaks the axis where it is much of the whole, and much longer than gaps here are. */
const MUCH = 0.12;
const LONGER = 5;

function runsOf(times: readonly number[]): readonly (readonly number[])[] {
  if (times.length === 0) return [];
  const gaps = times.slice(1).map((at, n) => at - (times[n] ?? at));
  const whole = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const middle = [...gaps].sort((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0;
  const isBreak = (gap: number): boolean => gap > MUCH * whole && gap > LONGER * middle;
  const runs: number[][] = [[]];
  for (const [n, at] of times.entries()) {
    if (n > 0 && isBreak(gaps[n - 1] ?? 0)) runs.push([]);
    runs.at(-1)?.push(at);
  }
  return runs;
}

/** A stretch is as wide as it is long and as it is full, half and half: what came thick and fast can be told apart. */
function widthsOf(runs: readonly (readonly number[])[], room: number): readonly number[] {
  const lengths = runs.map((run) => (run.at(-1) ?? 0) - (run[0] ?? 0));
  const whole = lengths.reduce((sum, one) => sum + one, 0);
  const count = runs.reduce((sum, run) => sum + run.length, 0);
  const spare = room - LEAST * runs.length;
  return runs.map((run, at) => {
    const full = run.length / count;
    const long = whole > 0 ? (lengths[at] ?? 0) / whole : full;
    return LEAST + (spare * (full + long)) / 2;
  });
}

function placeOn(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) >= at) high = middle;
    else low = middle + 1;
  }
  const one = stretches[low];
  if (!one) return 0;
  if (one.to === one.from) return (one.left + one.right) / 2;
  const part = (Math.min(one.to, Math.max(one.from, at)) - one.from) / (one.to - one.from);
  return one.left + part * (one.right - one.left);
}
