import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { paint } from './paint.ts';
import { type Inks, inksOf, type Scene, type Sheet } from './scene.ts';
import { fitted, panned, revealed, type Size, type View, zoomed } from './view-port.ts';

/** What can be done with the drawing from outside. */
export interface Drawing {
  readonly zoom: (by: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly fit: () => void;
  /** Moves until a node is seen. */
  readonly reveal: (place: number) => void;
}

interface Canvas {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly size: Size;
  readonly gutter: number;
  readonly axis: number;
  readonly point: (place: number | null) => void;
  readonly pick: (place: number | null) => void;
}

/** Paints a scene and moves about in it with pointer and wheel: one frame for whatever came since the last. */
export function useDrawing(scene: Scene, { canvas, size, gutter, axis, point, pick }: Canvas): Drawing {
  const inner = { width: Math.max(40, size.width - gutter), height: Math.max(40, size.height - axis) };
  const state = useRef<{ view: View; laid: Scene['laid'] | null; frame: number; resting: number; inks: Inks | null }>({
    ...{ view: { zoom: 1, left: 0, top: 0 }, laid: null, frame: 0, resting: 0, inks: null },
  });
  const latest = useRef({ scene, inner, size, gutter });
  latest.current = { scene, inner, size, gutter };
  if (state.current.laid !== scene.laid) {
    state.current.laid = scene.laid;
    state.current.view = scene.worded ? { zoom: 1, left: 0, top: 0 } : fitted(scene.laid, inner);
  }
  const draw = (): void => {
    state.current.frame ||= requestAnimationFrame(() => {
      state.current.frame = 0;
      const pen = canvas.current?.getContext('2d');
      if (!canvas.current || !pen) return;
      state.current.inks ??= inksOf(canvas.current);
      const scale = sized(canvas.current, latest.current.size);
      pen.setTransform(scale, 0, 0, scale, 0, 0);
      paint(pen, latest.current.scene, sheet());
    });
  };
  const sheet = (): Sheet => ({
    dot: 1 / scaleNow(),
    moving: state.current.resting !== 0,
    ...{ size: latest.current.inner, gutter: latest.current.gutter, axis, view: state.current.view },
    ink: state.current.inks ?? inksOf(document.body),
  });
  const rested = (): void => {
    state.current.resting = 0;
    draw();
  };
  const moved = (view: View): void => {
    const { zoom, left, top } = state.current.view;
    if (zoom === view.zoom && left === view.left && top === view.top) return;
    state.current.view = view;
    clearTimeout(state.current.resting);
    state.current.resting = window.setTimeout(rested, REST);
    draw();
  };
  useLayoutEffect(draw);
  useEffect(
    () => () => {
      cancelAnimationFrame(state.current.frame);
      clearTimeout(state.current.resting);
    },
    [],
  );
  useTheme(() => {
    state.current.inks = null;
    draw();
  });
  const drawing: Drawing = {
    zoom: (by) => moved(zoomed(state.current.view, by, inner.width / 2, inner.height / 2, scene.laid, inner)),
    pan: (dx, dy) => moved(panned(state.current.view, dx, dy, scene.laid, inner)),
    fit: () => moved(fitted(scene.laid, inner)),
    reveal: (place) =>
      moved(revealed(state.current.view, scene.laid.x[place] ?? 0, scene.laid.y[place] ?? 0, scene.laid, inner)),
  };
  usePointer({
    canvas,
    isWhole: () => state.current.view.zoom <= fitted(latest.current.scene.laid, latest.current.inner).zoom + 1e-6,
    at: (x, y) => nodeAt(latest.current.scene, sheet(), x, y),
    zoom: (by, x, y) =>
      moved(
        zoomed(
          state.current.view,
          by,
          x - latest.current.gutter,
          y - axis,
          latest.current.scene.laid,
          latest.current.inner,
        ),
      ),
    pan: (dx, dy) => moved(panned(state.current.view, dx, dy, latest.current.scene.laid, latest.current.inner)),
    point,
    pick,
  });
  return drawing;
}

/** So long after the last move the drawing is painted in full. */
const REST = 140;

const scaleNow = (): number => Math.min(2, devicePixelRatio || 1);

/** As many dots as the screen has. */
function sized(canvas: HTMLCanvasElement, { width, height }: Size): number {
  const scale = scaleNow();
  const dots = [Math.round(width * scale), Math.round(height * scale)] as const;
  if (canvas.width !== dots[0] || canvas.height !== dots[1]) {
    canvas.width = dots[0];
    canvas.height = dots[1];
  }
  return scale;
}

function useTheme(changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    const heard = (): void => latest.current();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const worn = new MutationObserver(heard);
    dark.addEventListener('change', heard);
    worn.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
    return () => {
      dark.removeEventListener('change', heard);
      worn.disconnect();
    };
  }, []);
}

/** The node under a place of the canvas, the nearest within reach of a finger. */
export function nodeAt({ laid, spread, followed, lit }: Scene, sheet: Sheet, x: number, y: number): number | null {
  const { view, gutter, axis } = sheet;
  const px = view.left + (x - gutter) / view.zoom;
  const py = view.top + (y - axis) / view.zoom;
  const carriers = followed === null ? null : new Set(followed);
  let found: number | null = null;
  let nearest = Math.max(9, 12 * Math.min(1, view.zoom)) / view.zoom;
  for (let place = 0; place < spread.nodes.length; place++) {
    if (carriers ? !carriers.has(place) : lit[place] !== 1) continue;
    const far = Math.hypot((laid.x[place] ?? 0) - px, (laid.y[place] ?? 0) - py);
    if (far < nearest) [found, nearest] = [place, far];
  }
  return found;
}

interface Pointing {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly at: (x: number, y: number) => number | null;
  readonly isWhole: () => boolean;
  readonly zoom: (by: number, x: number, y: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly point: (place: number | null) => void;
  readonly pick: (place: number | null) => void;
}

/** A drag shorter than this is a click. */
const STILL = 4;

/** Drag, wheel, pinch and click. */
function usePointer(pointing: Pointing): void {
  const latest = useRef(pointing);
  latest.current = pointing;
  useEffect(() => {
    const canvas = latest.current.canvas.current;
    if (!canvas) return undefined;
    const stop = new AbortController();
    const down = new Map<number, { x: number; y: number }>();
    let far = 0;
    const placeOf = ({ clientX, clientY }: MouseEvent): { x: number; y: number } => {
      const { left, top } = canvas.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const on = <K extends keyof HTMLElementEventMap>(kind: K, heard: (event: HTMLElementEventMap[K]) => void): void =>
      canvas.addEventListener(kind, heard, { signal: stop.signal, passive: false });
    on('wheel', (event) => {
      // Where all of it is seen already, whoever scrolls on means the page.
      if (event.deltaY > 0 && !event.ctrlKey && latest.current.isWhole()) return;
      event.preventDefault();
      const { x, y } = placeOf(event);
      const lines = event.deltaMode === 1 ? 16 : 1;
      latest.current.zoom(Math.exp((-event.deltaY * lines * (event.ctrlKey ? 4 : 1)) / 600), x, y);
    });
    on('pointerdown', (event) => {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      down.set(event.pointerId, placeOf(event));
      if (down.size === 1) far = 0;
    });
    on('pointermove', (event) => {
      const now = placeOf(event);
      const before = down.get(event.pointerId);
      if (!before) return latest.current.point(event.pointerType === 'touch' ? null : latest.current.at(now.x, now.y));
      const other = [...down.entries()].find(([id]) => id !== event.pointerId)?.[1];
      down.set(event.pointerId, now);
      far += Math.hypot(now.x - before.x, now.y - before.y);
      if (far < STILL) return undefined;
      if (other) {
        const spans = [before, now].map((one) => Math.hypot(one.x - other.x, one.y - other.y));
        latest.current.zoom((spans[1] ?? 1) / Math.max(1, spans[0] ?? 1), (now.x + other.x) / 2, (now.y + other.y) / 2);
      }
      const half = other ? 2 : 1;
      return latest.current.pan((before.x - now.x) / half, (before.y - now.y) / half);
    });
    on('pointerup', (event) => {
      const place = placeOf(event);
      if (down.delete(event.pointerId) && far < STILL) latest.current.pick(latest.current.at(place.x, place.y));
    });
    on('pointercancel', (event) => down.delete(event.pointerId));
    on('pointerleave', () => latest.current.point(null));
    return () => stop.abort();
  }, []);
}
