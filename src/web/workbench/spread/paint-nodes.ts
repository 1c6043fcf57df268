import { cutTo, label } from './paint-words.ts';
import { nameOf, radiusOf, type Scene, type Sheet } from './scene.ts';

/** Below this nothing can be read beside a node. */
const READABLE = 0.85;

/** Nodes: a disc for words, a square for a picture, hollow where it could not be read. */
export function paintNodes(pen: CanvasRenderingContext2D, scene: Scene, sheet: Sheet): void {
  const { spread, laid, lit, picked, pointed, followed } = scene;
  const { view, size, ink } = sheet;
  const near = new Set(tiedTo(scene));
  const carriers = followed === null ? null : new Map(followed.map((place, nth) => [place, nth + 1]));
  const margin = laid.cell.width;
  const at = picked ?? pointed;
  for (const [place, node] of spread.nodes.entries()) {
    const x = laid.x[place] ?? 0;
    const y = laid.y[place] ?? 0;
    if (x < view.left - margin || x > view.left + size.width / view.zoom + 10) continue;
    if (y < view.top - 20 || y > view.top + size.height / view.zoom + 20) continue;
    const isLit = carriers ? carriers.has(place) : lit[place] === 1;
    const isHigh = place === at || (carriers ? isLit : near.has(place));
    const isFirst = place === spread.first;
    pen.fillStyle = !isLit ? ink.line : isHigh || isFirst ? ink.accent : ink.ink;
    const radius = radiusOf(node.to, view.zoom) / view.zoom;
    shape(pen, x, y, radius, node.mediaType.startsWith('image/'), node.unreadable !== null, view.zoom);
    if (scene.worded && view.zoom >= READABLE) beside(pen, scene, sheet, place, isLit);
    const nth = carriers?.get(place);
    if (nth !== undefined && !scene.worded && carriers && carriers.size <= 60)
      label(pen, String(nth), [x, y - 1 / view.zoom], sheet);
  }
  const flagged = spread.first;
  if (flagged !== null && (lit[flagged] === 1 || carriers?.has(flagged))) flag(pen, scene, sheet, flagged);
  for (const place of new Set([pointed, picked])) if (place !== null) halo(pen, scene, sheet, place);
}

function tiedTo({ ties, picked, pointed }: Scene): readonly number[] {
  const at = picked ?? pointed;
  if (at === null) return [];
  return [...(ties.into[at] ?? []).map(({ from }) => from), ...(ties.out[at] ?? []).map(({ to }) => to)];
}

function shape(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  isSquare: boolean,
  isHollow: boolean,
  zoom: number,
): void {
  pen.beginPath();
  if (isSquare) pen.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
  else pen.arc(x, y, radius, 0, 2 * Math.PI);
  if (isHollow) {
    pen.strokeStyle = pen.fillStyle;
    pen.lineWidth = 1.5 / zoom;
    pen.stroke();
  } else pen.fill();
}

/** What an item is called, right of it. */
function beside(pen: CanvasRenderingContext2D, scene: Scene, sheet: Sheet, place: number, isLit: boolean): void {
  const { spread, laid, followed } = scene;
  const { view, ink } = sheet;
  const node = spread.nodes[place];
  if (!node) return;
  const nth = followed?.indexOf(place) ?? -1;
  const text = `${nth >= 0 ? `${nth + 1}. ` : ''}${node.title ?? node.file.split('/').at(-1) ?? ''}`;
  pen.save();
  pen.translate(laid.x[place] ?? 0, laid.y[place] ?? 0);
  pen.scale(1 / view.zoom, 1 / view.zoom);
  pen.font = `${place === scene.picked ? '600 ' : ''}12px ${ink.sans}`;
  const first = place === spread.first ? `${scene.words.firstFlag}  ` : '';
  const ahead = first === '' ? 0 : pen.measureText(first).width;
  const shown = cutTo(pen, text, Math.min(320, (laid.room[place] ?? 0) * view.zoom - 20) - ahead);
  // The lines behind give way to the words.
  pen.strokeStyle = ink.paper;
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.strokeText(first + shown, 11, 0.5);
  pen.fillStyle = ink.accent;
  pen.fillText(first, 11, 0.5);
  pen.fillStyle = isLit ? ink.ink : ink.dim;
  if (!isLit) pen.globalAlpha = 0.55;
  pen.fillText(shown, 11 + ahead, 0.5);
  pen.restore();
}

/** The first known appearance has a ring, and words where they do not stand beside it. */
function flag(
  pen: CanvasRenderingContext2D,
  { laid, words, spread, worded }: Scene,
  { view, ink }: Sheet,
  place: number,
): void {
  const x = laid.x[place] ?? 0;
  const y = laid.y[place] ?? 0;
  const rim = radiusOf(spread.nodes[place]?.to ?? 0, view.zoom) + 3;
  pen.save();
  pen.translate(x, y);
  pen.scale(1 / view.zoom, 1 / view.zoom);
  pen.strokeStyle = ink.accent;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(0, 0, rim, 0, 2 * Math.PI);
  pen.stroke();
  pen.font = `600 11px ${ink.sans}`;
  const text = worded && view.zoom >= READABLE ? '' : words.firstFlag;
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  pen.strokeStyle = ink.paper;
  // In the uppermost row there is no room above.
  const down = (y - view.top) * view.zoom < rim + 14 ? rim + 7 : -rim - 6;
  pen.strokeText(text, -rim, down);
  pen.fillStyle = ink.accent;
  pen.fillText(text, -rim, down);
  pen.restore();
}

function halo(pen: CanvasRenderingContext2D, scene: Scene, sheet: Sheet, place: number): void {
  const { laid, picked, spread } = scene;
  const { view, ink } = sheet;
  const x = laid.x[place] ?? 0;
  const y = laid.y[place] ?? 0;
  const rim = (radiusOf(spread.nodes[place]?.to ?? 0, view.zoom) + 3.5) / view.zoom;
  pen.strokeStyle = ink.accent;
  pen.lineWidth = (place === picked ? 2.5 : 1.5) / view.zoom;
  pen.beginPath();
  pen.arc(x, y, rim, 0, 2 * Math.PI);
  pen.stroke();
  if (scene.worded && view.zoom >= READABLE) return;
  pen.fillStyle = ink.ink;
  const edge = view.left + size(sheet) - 80 / view.zoom;
  const at = Math.min(edge, Math.max(view.left + 80 / view.zoom, x));
  label(pen, nameOf(scene, place), [at, y - rim], sheet);
}

const size = ({ size: { width }, view: { zoom } }: Sheet): number => width / zoom;
