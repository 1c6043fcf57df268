import type { Path } from '../../../publish/workbench/spread-layout.ts';
import { haloed } from './paint-words.ts';
import { radiusOf, type Scene, type Sheet } from './scene.ts';

/** More indirect pairs than this would hide what they stand for: then only those of the node at hand are drawn. */
export const FAINT_MOST = 400;

/** Lines between nodes: direct steps plain, the rest faint, those of what is picked or followed above all. */
export function paintLines(pen: CanvasRenderingContext2D, scene: Scene, sheet: Sheet): void {
  const { spread, lit, followed } = scene;
  const { zoom } = sheet.view;
  const carriers = followed === null ? null : new Set(followed);
  const faint = spread.edges.filter(({ direct }) => !direct).length <= FAINT_MOST;
  const groups: Record<'faint' | 'plain' | 'unsure' | 'high', number[]> = {
    faint: [],
    plain: [],
    unsure: [],
    high: [],
  };
  const at = scene.picked ?? scene.pointed;
  for (const [place, { from, to, sure, direct }] of spread.edges.entries()) {
    if (!isSeen(scene.laid.paths[place], sheet)) continue;
    const shown = carriers ? carriers.has(from) && carriers.has(to) : lit[from] === 1 && lit[to] === 1;
    if (!shown) continue;
    if (carriers ? direct : from === at || to === at) groups.high.push(place);
    else if (!direct) groups.faint.push(place);
    else groups[sure ? 'plain' : 'unsure'].push(place);
  }
  const { ink } = sheet;
  const muted = at !== null && !carriers;
  const busy = groups.plain.length > 500;
  if (faint && !carriers)
    stroke(pen, scene, groups.faint, { colour: ink.line, width: sheet.dot / zoom, alpha: 1, dash: [] });
  const alpha = (muted ? 0.4 : 1) * (busy ? Math.min(0.6, 0.16 + 0.14 * zoom) : 0.6);
  // A line of one dot is drawn many times faster than any wider one: with very many of them that is what moves along.
  const thin = sheet.dot / zoom;
  stroke(pen, scene, groups.unsure, {
    colour: ink.dim,
    width: thin,
    alpha,
    dash: busy && sheet.moving ? [] : [3 / zoom, 3 / zoom],
  });
  stroke(pen, scene, groups.plain, { colour: ink.dim, width: busy ? thin : 1.1 / zoom, alpha, dash: [] });
  if (!busy) heads(pen, scene, groups.plain, sheet, ink.dim, alpha);
  const sure = groups.high.filter((one) => spread.edges[one]?.sure);
  const unsure = groups.high.filter((one) => !spread.edges[one]?.sure);
  stroke(pen, scene, unsure, { colour: ink.accent, width: 1.5 / zoom, alpha: 1, dash: [4 / zoom, 3 / zoom] });
  stroke(pen, scene, sure, { colour: ink.accent, width: 1.7 / zoom, alpha: 1, dash: [] });
  heads(pen, scene, sure, sheet, ink.accent, 1);
}

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly alpha: number;
  readonly dash: number[];
}

function stroke(pen: CanvasRenderingContext2D, { laid }: Scene, places: readonly number[], how: Stroke): void {
  if (places.length === 0) return;
  pen.globalAlpha = how.alpha;
  pen.strokeStyle = how.colour;
  pen.lineWidth = how.width;
  pen.setLineDash(how.dash);
  for (const place of places) {
    const path = laid.paths[place];
    if (!path) continue;
    pen.beginPath();
    pen.moveTo(path[0], path[1]);
    pen.bezierCurveTo(path[2], path[3], path[4], path[5], path[6], path[7]);
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** An arrow head at the rim of the node that a line leads to. */
function heads(
  pen: CanvasRenderingContext2D,
  { laid, spread }: Scene,
  places: readonly number[],
  { view: { zoom } }: Sheet,
  colour: string,
  alpha: number,
): void {
  pen.globalAlpha = alpha;
  pen.fillStyle = colour;
  pen.beginPath();
  for (const place of places) {
    const path = laid.paths[place];
    const node = spread.nodes[spread.edges[place]?.to ?? -1];
    if (path && node) head(pen, path, (radiusOf(node.to, zoom) + 1) / zoom, 6.5 / zoom);
  }
  pen.fill();
  pen.globalAlpha = 1;
}

function head(pen: CanvasRenderingContext2D, [, , , , cx, cy, bx, by]: Path, rim: number, long: number): void {
  const length = Math.hypot(bx - cx, by - cy) || 1;
  const dx = (bx - cx) / length;
  const dy = (by - cy) / length;
  const tip = [bx - dx * rim, by - dy * rim] as const;
  const foot = [tip[0] - dx * long, tip[1] - dy * long] as const;
  pen.moveTo(tip[0], tip[1]);
  pen.lineTo(foot[0] - dy * long * 0.42, foot[1] + dx * long * 0.42);
  pen.lineTo(foot[0] + dy * long * 0.42, foot[1] - dx * long * 0.42);
  pen.closePath();
}

function isSeen(path: Path | undefined, { view, size }: Sheet): boolean {
  if (!path) return false;
  const right = view.left + size.width / view.zoom;
  const below = view.top + size.height / view.zoom;
  // A Bézier curve stays within the hull of its four points.
  return (
    Math.max(path[0], path[2], path[4], path[6]) >= view.left &&
    Math.min(path[0], path[2], path[4], path[6]) <= right &&
    Math.max(path[1], path[3], path[5], path[7]) >= view.top &&
    Math.min(path[1], path[3], path[5], path[7]) <= below
  );
}

/** Items that cite one another, joined in their order by a ring that closes. */
export function paintRings(pen: CanvasRenderingContext2D, scene: Scene, sheet: Sheet): void {
  const { ink, view } = sheet;
  for (const arrows of ringsOf(scene)) {
    pen.strokeStyle = ink.contested;
    pen.fillStyle = ink.contested;
    pen.lineWidth = 2 / view.zoom;
    pen.beginPath();
    for (const [ax, ay, cx, cy, , , bx, by] of arrows) {
      pen.moveTo(ax, ay);
      pen.quadraticCurveTo(cx, cy, bx, by);
    }
    pen.stroke();
    pen.beginPath();
    for (const arrow of arrows) head(pen, arrow, 8 / view.zoom, 8 / view.zoom);
    pen.fill();
  }
}

/** The words beside the rings, over everything else. */
export function nameRings(pen: CanvasRenderingContext2D, scene: Scene, sheet: Sheet): void {
  for (const arrows of ringsOf(scene)) name(pen, scene.words.ringMark, arrows, sheet);
}

/** The arcs of each ring, both handles of an arc in one place. */
function ringsOf({ laid, rings, followed }: Scene): readonly (readonly Path[])[] {
  if (followed) return [];
  return rings.map((ring) => {
    const spots = ring.map((place) => [laid.x[place] ?? 0, laid.y[place] ?? 0] as const);
    const middle = [mean(spots.map(([x]) => x)), mean(spots.map(([, y]) => y))] as const;
    return spots.map((from, at): Path => {
      const to = spots[(at + 1) % spots.length] ?? from;
      const bent = arc(from, to, middle, spots.length === 2);
      return [...from, ...bent, ...bent, ...to];
    });
  });
}

/** What a ring is, in words beside it: on its left, or right where there is no room. */
function name(pen: CanvasRenderingContext2D, text: string, arrows: readonly Path[], { view, size, ink }: Sheet): void {
  const bends = arrows.flatMap(([ax, , bent, , , , bx]) => [ax, bx, (ax + bx) / 4 + bent / 2]);
  const tops = arrows.flatMap(([, ay, , bent, , , , by]) => [ay, by, (ay + by) / 4 + bent / 2]);
  const left = Math.min(...bends);
  pen.font = `600 12px ${ink.sans}`;
  const wide = (pen.measureText(text).width + 12) / view.zoom;
  const isLeft = left - view.left > wide;
  const right = Math.min(Math.max(...bends), view.left + size.width / view.zoom - wide);
  pen.save();
  pen.translate(isLeft ? left : right, (Math.min(...tops) + Math.max(...tops)) / 2);
  pen.scale(1 / view.zoom, 1 / view.zoom);
  pen.textAlign = isLeft ? 'right' : 'left';
  haloed(pen, text, isLeft ? -8 : 8, 0, ink.contested, ink.paper);
  pen.restore();
}

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

type Spot = readonly [number, number];

/** The handle of an arc that bends away from the middle of the ring; of two, each goes its own side. */
function arc(from: Spot, to: Spot, middle: Spot, isPair: boolean): Spot {
  const x = (from[0] + to[0]) / 2;
  const y = (from[1] + to[1]) / 2;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const bend = Math.max(24, length * 0.28);
  const normal: Spot = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
  const away = isPair || (x - middle[0]) * normal[0] + (y - middle[1]) * normal[1] >= 0 ? 1 : -1;
  return [x + normal[0] * bend * away, y + normal[1] * bend * away];
}
