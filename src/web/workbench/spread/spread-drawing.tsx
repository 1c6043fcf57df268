import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { layoutSpread } from '../../../publish/workbench/spread-layout.ts';
import { FAINT_MOST } from './paint-lines.ts';
import type { Scene } from './scene.ts';
import { useWidth } from './spread-curve.tsx';
import { type Drawing, useDrawing } from './use-drawing.ts';
import type { Size } from './view-port.ts';

interface DrawingProps {
  readonly scene: Omit<Scene, 'laid' | 'worded' | 'pointed'>;
  readonly control: RefObject<Drawing | null>;
  readonly pick: (place: number | null) => void;
  readonly open: (place: number) => void;
  /** Lets go of what is picked, else of what is followed. */
  readonly leave: () => void;
  readonly describedBy: string;
}

/** Room for the axis above the drawing. */
const AXIS = 26;
/** So many items have their titles beside them. */
const WORDED_MOST = 60;

/** The drawing: time to the right, a band for each publisher, lines for who copied whom. */
export function SpreadDrawing({ scene, control, pick, open, leave, describedBy }: DrawingProps) {
  const { spread, words, picked } = scene;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { laid, worded, size, gutter } = useMemo(() => measured(spread, width), [spread, width]);
  const [pointed, point] = useState<number | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const whole: Scene = { ...scene, laid, worded, pointed };
  const drawing = useDrawing(whole, { canvas, size, gutter, axis: AXIS, point, pick });
  control.current = drawing;
  useEffect(() => {
    if (picked !== null) control.current?.reveal(picked);
  }, [picked, laid]);
  useEffect(() => {
    const first = scene.followed?.[0];
    if (first !== undefined && picked === null) control.current?.reveal(first);
  }, [scene.followed]);
  const direct = spread.edges.filter((edge) => edge.direct).length;
  const faint = spread.edges.length - direct;
  return (
    <div class="spread-frame" ref={frame}>
      <div
        class="spread-canvas"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is walked through with the arrow keys.
        tabIndex={0}
        aria-label={words.drawing(spread.nodes.length, direct)}
        aria-describedby={describedBy}
        style={{ height: `${size.height}px` }}
        onDblClick={() => picked !== null && open(picked)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
          const by = ARROWS[event.key];
          if (!event.shiftKey || !by) return;
          event.preventDefault();
          drawing.pan(by[0] * 80, by[1] * 80);
        }}
      >
        <canvas ref={canvas} style={{ width: `${size.width}px`, height: `${size.height}px` }} />
      </div>
      <p class="spread-legend">
        <Legend of="sure" says={words.legend.sure} />
        <Legend of="unsure" says={words.legend.unsure} />
        {faint > 0 && faint <= FAINT_MOST ? <Legend of="faint" says={words.legend.faint} /> : null}
        <span>{words.legend.size}</span>
        {faint > FAINT_MOST ? <span>{words.faintLeft(faint)}</span> : null}
        {spread.more > 0 ? <span>{words.more(spread.more)}</span> : null}
      </p>
    </div>
  );
}

export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A line as it is drawn, before the words that say what it means. */
const Legend = ({ of, says }: { readonly of: 'sure' | 'unsure' | 'faint'; readonly says: string }) => (
  <span>
    <svg class={`spread-sample spread-sample-${of}`} viewBox="0 0 30 10" width="30" height="10" aria-hidden="true">
      <path d="M0 5H28" />
      {of === 'sure' ? <path class="spread-sample-head" d="M29 5L22 2V8Z" /> : null}
    </svg>
    {says}
  </span>
);

/** How large the drawing is, and where everything in it stands. */
function measured(spread: Scene['spread'], width: number) {
  const gutter = width < 560 ? 84 : 168;
  const inner = Math.max(120, width - gutter);
  const worded = spread.nodes.length <= WORDED_MOST && inner >= 480;
  const most = worded ? 1400 : Math.max(280, Math.min(640, innerHeight * 0.66));
  let laid = layoutSpread(spread, { width: inner, worded });
  // What is higher than the screen is made wider, until it looks like the screen when seen whole.
  for (let wide = inner, turn = 0; !worded && turn < 4 && laid.height / most > (laid.width / inner) * 1.1; turn++) {
    wide = Math.min(8 * inner, wide * Math.sqrt(laid.height / most / (laid.width / inner)));
    laid = layoutSpread(spread, { width: wide, worded });
  }
  const whole = worded ? laid.height : laid.height * Math.min(1, inner / laid.width);
  const height = Math.ceil(Math.min(most, Math.max(140, whole))) + AXIS + 1;
  const size: Size = { width: Math.max(width, 200), height };
  return { laid, worded, size, gutter };
}
