/** What of the drawing is seen: how large, and which place stands in the upper left corner. */
export interface View {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST = 6;

/** All of the drawing, as large as it fits, and never larger than drawn. */
export function fitted(drawing: Size, seen: Size): View {
  const zoom = Math.min(1, seen.width / Math.max(1, drawing.width), seen.height / Math.max(1, drawing.height));
  return kept({ zoom, left: 0, top: 0 }, drawing, seen);
}

/** Closer or further, with the place under the pointer staying there. */
export function zoomed(view: View, by: number, x: number, y: number, drawing: Size, seen: Size): View {
  const least = Math.min(1, fitted(drawing, seen).zoom);
  const zoom = Math.min(MOST, Math.max(least, view.zoom * by));
  const moved = { zoom, left: view.left + x / view.zoom - x / zoom, top: view.top + y / view.zoom - y / zoom };
  return kept(moved, drawing, seen);
}

/** Moved by so many pixels of the screen. */
export const panned = ({ zoom, left, top }: View, dx: number, dy: number, drawing: Size, seen: Size): View =>
  kept({ zoom, left: left + dx / zoom, top: top + dy / zoom }, drawing, seen);

/** Moved no further than it takes for a place to be seen. */
export function revealed(view: View, x: number, y: number, drawing: Size, seen: Size): View {
  const edge = Math.min(60, seen.width / 4) / view.zoom;
  const within = (low: number, length: number, at: number): number =>
    at < low + edge ? at - edge : at > low + length - edge ? at + edge - length : low;
  const left = within(view.left, seen.width / view.zoom, x);
  const top = within(view.top, seen.height / view.zoom, y);
  return kept({ ...view, left, top }, drawing, seen);
}

/** Nobody loses the drawing: where it is smaller than what is seen it stays whole, else its edge stays outside. */
function kept({ zoom, left, top }: View, drawing: Size, seen: Size): View {
  const within = (at: number, all: number, part: number): number =>
    all <= part ? 0 : Math.min(all - part, Math.max(0, at));
  return {
    zoom,
    left: within(left, drawing.width, seen.width / zoom),
    top: within(top, drawing.height, seen.height / zoom),
  };
}
