import type { View } from './catalogue.ts';
import { columnsOf, cutTo } from './columns.ts';
import { html, type Markup, NOTHING } from './html.ts';
import { apart, langOf, quotedIn, spoken } from './quoted.ts';
import { carrierOf } from './wording.ts';

/** About how many pixels a column of a name takes. */
const COLUMN = 7.8;

interface Point {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface Middle {
  readonly x: number;
  readonly y: number;
}

interface Pair {
  readonly from: string;
  readonly to: string;
}

/** A ring: items that cite one another, so that none of them is where the story comes from. */
export function ringDrawing(view: View, ring: readonly string[], at: number): Markup {
  const radius = 34 + 12 * Math.min(10, ring.length);
  const tall = ring.length === 2 ? 0.45 * radius : radius;
  const middle = { x: 0, y: tall + 26 };
  const height = Math.ceil(2 * tall + 52);
  const points = ring.map((id, place): Point => {
    const angle = Math.PI + (2 * Math.PI * place) / ring.length;
    const item = view.item(id);
    return {
      id,
      name: cutTo(item ? view.shown(carrierOf(item)) : id, 26),
      x: Math.round(middle.x + 1.3 * radius * Math.cos(angle)),
      y: Math.round(middle.y + tall * Math.sin(angle)),
    };
  });
  const [left, right] = reach(points, middle);
  const inside = new Set(ring);
  const cited = view.dossier.citations.filter((one) => inside.has(one.from) && inside.has(one.to));
  const pairs = new Map(cited.map((one) => [`${one.from} ${one.to}`, one]));
  const { lineage: text, language } = view.words;
  const title = text.ring([...new Set(points.map(({ name }) => name))]);
  const said = [...pairs.values()].map((one) => {
    const name = (id: string): Markup => spoken(nameOf(points, id), null, language);
    const quote = quotedIn(view, one.quote, view.item(one.from)?.language ?? null);
    const [from, to] = [name(one.from), name(one.to)];
    return html`<li>${text.cites(from, to, quote)}</li>`;
  });
  return html`<figure class="telling"><h3 id="ring${at}">${apart(title, language)}</h3><p class="fine">${text.ringMeans}</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="ring${at}"><svg viewBox="${left} 0 ${right - left} ${height}" width="${right - left}" height="${height}" role="img" aria-labelledby="round${at}"><title id="round${at}">${title}</title>
<defs><marker id="cites${at}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${[...pairs.values()].map((one) => arrow(points, one, pairs.has(`${one.to} ${one.from}`), middle, at))}${points.map((point) => dot(point, middle, language))}</svg></div>
<figcaption><ul class="fine">${said}</ul></figcaption></figure>`;
}

const nameOf = (points: readonly Point[], id: string): string => points.find((point) => point.id === id)?.name ?? id;

interface Side {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  readonly y: number;
}

/** A name stands outside the ring: left, right, above or below its dot. */
function sideOf({ x, y }: Point, middle: Middle): Side {
  if (Math.abs(x - middle.x) < 20) return { anchor: 'middle', x, y: y + (y < middle.y ? -12 : 22) };
  return x < middle.x ? { anchor: 'end', x: x - 12, y: y + 4 } : { anchor: 'start', x: x + 12, y: y + 4 };
}

/** How far left and right the names reach. */
function reach(points: readonly Point[], middle: Middle): readonly [number, number] {
  const spans = points.map((point): readonly [number, number] => {
    const { anchor, x } = sideOf(point, middle);
    const wide = COLUMN * columnsOf(point.name);
    if (anchor === 'middle') return [x - wide / 2, x + wide / 2];
    return anchor === 'end' ? [x - wide, x] : [x, x + wide];
  });
  return [
    Math.floor(Math.min(...spans.map(([from]) => from))) - 4,
    Math.ceil(Math.max(...spans.map(([, to]) => to))) + 4,
  ];
}

function dot(point: Point, middle: Middle, language: string): Markup {
  const { anchor, x, y } = sideOf(point, middle);
  return html`<circle class="ring" cx="${point.x}" cy="${point.y}" r="6"/><text x="${x}" y="${y}" text-anchor="${anchor}"${langOf(point.name, null, language)}>${point.name}</text>`;
}

/** From one to the other, bowed outward; where another leads back, each keeps to its own side. */
function arrow(points: readonly Point[], one: Pair, back: boolean, middle: Middle, at: number): Markup {
  const [a, b] = [points.find((point) => point.id === one.from), points.find((point) => point.id === one.to)];
  if (!a || !b) return NOTHING;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = Math.hypot(dx, dy) || 1;
  const bend = Math.min(34, long / 4);
  const bowed = (side: number) => ({
    x: (a.x + b.x) / 2 + (side * bend * dy) / long,
    y: (a.y + b.y) / 2 - (side * bend * dx) / long,
  });
  const far = (via: { x: number; y: number }) => Math.hypot(via.x - middle.x, via.y - middle.y);
  const via = back || far(bowed(1)) >= far(bowed(-1)) ? bowed(1) : bowed(-1);
  const cut = (p: Point): string => {
    const d = Math.hypot(via.x - p.x, via.y - p.y) || 1;
    return `${Math.round(p.x + (9 * (via.x - p.x)) / d)} ${Math.round(p.y + (9 * (via.y - p.y)) / d)}`;
  };
  return html`<path class="edge" d="M${cut(a)}Q${Math.round(via.x)} ${Math.round(via.y)} ${cut(b)}" marker-end="url(#cites${at})"/>`;
}
