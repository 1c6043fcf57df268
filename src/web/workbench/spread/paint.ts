import { marksOf } from '../../../publish/workbench/spread-axis.ts';
import { nameRings, paintLines, paintRings } from './paint-lines.ts';
import { paintNodes } from './paint-nodes.ts';
import { cutTo, haloed } from './paint-words.ts';
import { laneWords, type Scene, type Sheet } from './scene.ts';
import { lengthWords, markWords } from './when.ts';

/** Paints the drawing as far as it is seen. */
export function paint(pen: CanvasRenderingContext2D, scene: Scene, sheet: Sheet): void {
  const { size, gutter, axis, view, ink } = sheet;
  pen.clearRect(0, 0, gutter + size.width, axis + size.height);
  pen.font = `12px ${ink.sans}`;
  pen.textBaseline = 'middle';
  paintBands(pen, scene, sheet);
  pen.save();
  pen.beginPath();
  pen.rect(gutter, 0, size.width, axis + size.height);
  pen.clip();
  paintAxis(pen, scene, sheet);
  pen.save();
  pen.beginPath();
  pen.rect(gutter, axis, size.width, size.height);
  pen.clip();
  // From here on in the drawing's own places; what has a width on the screen divides by the zoom.
  pen.translate(gutter, axis);
  pen.scale(view.zoom, view.zoom);
  pen.translate(-view.left, -view.top);
  paintLines(pen, scene, sheet);
  paintRings(pen, scene, sheet);
  paintNodes(pen, scene, sheet);
  nameRings(pen, scene, sheet);
  pen.restore();
  for (const one of scene.laid.axis.breaks) paintLength(pen, one, scene, sheet);
  pen.restore();
}

/** Where a place of the drawing stands on the canvas. */
export const acrossOf = (x: number, { gutter, view }: Sheet): number => gutter + (x - view.left) * view.zoom;
export const downOf = (y: number, { axis, view }: Sheet): number => axis + (y - view.top) * view.zoom;

function paintBands(pen: CanvasRenderingContext2D, { laid, words }: Scene, sheet: Sheet): void {
  const { size, gutter, axis, view, ink } = sheet;
  pen.save();
  pen.beginPath();
  pen.rect(0, axis - 1, gutter + size.width, size.height + 1);
  pen.clip();
  for (const { lane, lanes, count, top, height } of laid.bands) {
    const from = downOf(top, sheet);
    const to = from + height * view.zoom;
    if (to < axis || from > axis + size.height) continue;
    pen.fillStyle = ink.line;
    pen.fillRect(0, Math.round(from) - 0.5, gutter + size.width, 1);
    // The name stays in sight as long as its band is.
    const middle = (Math.max(from, axis) + Math.min(to, axis + size.height)) / 2;
    const name = lane === null ? words.others(lanes) : laneWords(lane, words);
    if (to - from < 11) continue;
    const number = ` ${count}`;
    const wide = pen.measureText(number).width;
    const shown = cutTo(pen, name, gutter - 14 - wide);
    pen.fillStyle = lane === null || lane === 'unknown' ? ink.dim : ink.ink;
    pen.fillText(shown, 0, middle);
    pen.fillStyle = ink.dim;
    pen.fillText(number, pen.measureText(shown).width + 2, middle);
  }
  pen.restore();
}

function paintAxis(pen: CanvasRenderingContext2D, { laid, words, tongue }: Scene, sheet: Sheet): void {
  const { size, axis, view, ink } = sheet;
  let day = '';
  let free = -Infinity;
  const gaps = laid.axis.breaks.map((one) => [acrossOf(one.left, sheet) - 6, acrossOf(one.right, sheet) + 4] as const);
  const last = sheet.gutter + size.width - pen.measureText(words.untimed).width;
  const column = laid.unknown === null ? Infinity : Math.min(acrossOf(laid.unknown, sheet) + 5, last);
  const offset = -new Date(laid.axis.stretches[0]?.from ?? 0).getTimezoneOffset() * 60_000;
  for (const { at, x, step } of marksOf(laid.axis, 74 / view.zoom, offset)) {
    const left = acrossOf(x, sheet);
    pen.fillStyle = ink.line;
    pen.fillRect(Math.round(left), axis - 4, 1, size.height + 4);
    const mark = markWords(at, step, tongue);
    const text = [mark.day === day && mark.clock !== '' ? '' : mark.day, mark.clock].filter(Boolean).join(' ');
    const right = left + 3 + pen.measureText(text).width;
    if (
      left < sheet.gutter - 2 ||
      left < free ||
      right > column ||
      gaps.some(([from, to]) => left < to && right > from)
    )
      continue;
    day = mark.day;
    pen.fillStyle = ink.dim;
    pen.fillText(text, left + 3, axis / 2);
    free = right + 12;
  }
  for (const { left, right } of laid.axis.breaks) paintBreak(pen, acrossOf(left, sheet), acrossOf(right, sheet), sheet);
  if (laid.unknown !== null) {
    const left = Math.round(acrossOf(laid.unknown, sheet));
    pen.fillStyle = ink.paper;
    pen.fillStyle = ink.dim;
    pen.fillRect(left, axis - 4, 1, size.height + 4);
    pen.fillText(words.untimed, Math.max(column, sheet.gutter), axis / 2);
  }
}

/** Two strokes through the axis, and a strip in which nothing stands. */
function paintBreak(pen: CanvasRenderingContext2D, from: number, to: number, { size, axis, ink }: Sheet): void {
  pen.fillStyle = ink.soft;
  pen.fillRect(from, axis, to - from, size.height);
  pen.fillStyle = ink.paper;
  pen.fillRect(from - 2, 0, to - from + 4, axis);
  pen.strokeStyle = ink.dim;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const at of [from, to]) {
    pen.moveTo(at - 3, axis + 1);
    pen.lineTo(at + 3, axis - 9);
  }
  pen.stroke();
}

/** How long nothing happened, along the strip and over what crosses it. */
function paintLength(
  pen: CanvasRenderingContext2D,
  { left, right, ms }: { readonly left: number; readonly right: number; readonly ms: number },
  { tongue }: Scene,
  sheet: Sheet,
): void {
  const text = lengthWords(ms, tongue);
  const middle = (acrossOf(left, sheet) + acrossOf(right, sheet)) / 2;
  pen.save();
  pen.font = `11px ${sheet.ink.sans}`;
  if (pen.measureText(text).width + 8 < (right - left) * sheet.view.zoom) {
    pen.textAlign = 'center';
    haloed(pen, text, middle, sheet.axis / 2, sheet.ink.dim, sheet.ink.paper);
  } else {
    pen.translate(middle, sheet.axis + 10);
    pen.rotate(Math.PI / 2);
    haloed(pen, text, 0, 0, sheet.ink.dim, sheet.ink.soft);
  }
  pen.restore();
}
