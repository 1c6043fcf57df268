import type { Sheet } from './scene.ts';

/** As much of some words as there is room for. */
export function cutTo(pen: CanvasRenderingContext2D, words: string, width: number): string {
  if (pen.measureText(words).width <= width) return words;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pen.measureText(`${words.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${words.slice(0, low).trimEnd()}…`;
}

/** Words on the paper, as large on the screen at any zoom. */
export function label(
  pen: CanvasRenderingContext2D,
  text: string,
  [x, y]: readonly [number, number],
  { view, ink }: Sheet,
): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(1 / view.zoom, 1 / view.zoom);
  pen.font = `600 12px ${ink.sans}`;
  pen.textAlign = 'center';
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  const colour = pen.fillStyle;
  pen.strokeStyle = ink.paper;
  pen.strokeText(text, 0, -9);
  pen.fillStyle = colour;
  pen.fillText(text, 0, -9);
  pen.restore();
}

/** Words with a rim, so that what is behind them gives way. */
export function haloed(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  rim: string,
): void {
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  pen.strokeStyle = rim;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
