import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Spread } from '../../../publish/workbench/shapes.ts';
import { axisOf, marksOf } from '../../../publish/workbench/spread-axis.ts';
import type { Tongue } from '../room.ts';
import { apart, linesOf } from './curve-lines.ts';
import { laneWords } from './scene.ts';
import { markWords } from './when.ts';
import type { Words } from './words.ts';

interface CurveProps {
  readonly spread: Spread;
  readonly words: Words;
  readonly tongue: Tongue;
  /** The lane that the filter names. */
  readonly lane: string;
}

const HIGH = 150;
const FOOT = 22;
const TOP = 10;

/** How many items were out by when, for each publisher: stepped lines with their names at the end. */
export function SpreadCurve({ spread, words, tongue, lane: chosen }: CurveProps) {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const names = Math.min(190, width * 0.3);
  const { lines, axis } = useMemo(() => {
    const instants = spread.curve.map(({ at }) => at);
    return { lines: linesOf(spread.curve, 6), axis: axisOf(instants, Math.max(100, width - names - 8)) };
  }, [spread, width]);
  const most = Math.max(1, ...lines.map(({ total }) => total));
  const yOf = (total: number): number => TOP + (HIGH - TOP) * (1 - total / most);
  const heights = apart(
    lines.map(({ total }) => yOf(total)),
    15,
    HIGH,
  );
  const end = axis.width - 4;
  const said = lines
    .map(({ lane, total }) => `${lane === null ? words.curveRest : laneWords(lane, words)} ${total}`)
    .join(', ');
  let free = -Infinity;
  return (
    <section class="spread-curve" ref={frame}>
      <h2>{words.curve}</h2>
      {lines.length === 0 ? (
        <p class="spread-none">{words.curveNone}</p>
      ) : (
        <svg width={width} height={HIGH + FOOT} role="img" aria-label={words.curveSays(said)}>
          <path class="spread-curve-ground" d={`M0 ${HIGH + 0.5}H${end}`} />
          {axis.breaks.map(({ left, right }) => (
            <rect key={left} class="spread-curve-break" x={left} width={right - left} y={TOP} height={HIGH - TOP} />
          ))}
          {marksOf(axis, 84, -new Date(axis.stretches[0]?.from ?? 0).getTimezoneOffset() * 60_000).map(
            ({ at, x, step }) => {
              const isLast = x > end - 76;
              if ((isLast ? x - 76 : x) < free) return null;
              free = x + 80;
              const { day, clock } = markWords(at, step, tongue);
              return (
                <text key={at} class="spread-curve-mark" x={x} y={HIGH + 16} text-anchor={isLast ? 'end' : 'start'}>
                  {[day, clock].filter(Boolean).join(' ')}
                </text>
              );
            },
          )}
          {lines.map(({ lane, steps, total }, at) => (
            <g key={lane ?? ''} class={lane !== null && lane === chosen ? 'spread-curve-chosen' : ''}>
              <path
                class={lane === null ? 'spread-curve-line spread-curve-others' : 'spread-curve-line'}
                d={`M${axis.place(steps[0]?.at ?? 0)} ${yOf(0)}${steps
                  .map((one) => `H${axis.place(one.at).toFixed(1)}V${yOf(one.total).toFixed(1)}`)
                  .join('')}H${end}`}
              />
              <path class="spread-curve-lead" d={`M${end} ${yOf(total)}L${end + 8} ${heights[at] ?? 0}`} />
              <text class="spread-curve-name" x={end + 12} y={(heights[at] ?? 0) + 4}>
                <tspan class="spread-curve-total">{total}</tspan>{' '}
                {cutWords(lane === null ? words.curveRest : laneWords(lane, words), names - 34)}
              </text>
            </g>
          ))}
        </svg>
      )}
    </section>
  );
}

/** Words in about that many pixels; a Han character is as wide as two letters. */
function cutWords(text: string, width: number): string {
  let used = 0;
  for (const [at, sign] of [...text].entries()) {
    used += /\p{Script=Han}/u.test(sign) ? 12.5 : 6.6;
    if (used > width)
      return `${[...text]
        .slice(0, Math.max(1, at - 1))
        .join('')
        .trimEnd()}…`;
  }
  return text;
}

/** How wide an element is, also after it changed. */
export function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, set] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const seen = new ResizeObserver(() => set(Math.floor(element.clientWidth)));
    set(Math.floor(element.clientWidth));
    seen.observe(element);
    return () => seen.disconnect();
  }, []);
  return width;
}
