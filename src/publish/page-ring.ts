import type { View } from './catalogue.ts';
import { cutTo } from './columns.ts';
import { html, type Markup, NOTHING } from './html.ts';
import { langOf, quoted, spoken } from './quoted.ts';
import { carrierOf } from './wording.ts';

/** Room for a name on either side. */
const NAME = 205;

interface Point {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A ring: items that cite one another, so that none of them is where the story comes from. */
export function ringDrawing(view: View, ring: readonly string[], at: number): Markup {
  const radius = 34 + 12 * Math.min(10, ring.length);
  const width = Math.ceil(2 * (1.3 * radius + NAME));
  const tall = ring.length === 2 ? 0.45 * radius : radius;
  const middle = { x: width / 2, y: tall + 26 };
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
  const inside = new Set(ring);
  const cited = view.dossier.citations.filter((one) => inside.has(one.from) && inside.has(one.to));
  const pairs = new Map(cited.map((one) => [`${one.from} ${one.to}`, one]));
  const names = [...new Set(points.map(({ name }) => name))];
  const [last = '', ...earlier] = [...names].reverse();
  const all = earlier.length > 0 ? `${earlier.reverse().join(', ')} and ${last}` : last;
  const title = `A ring: ${all} cite one another`;
  return html`<figure class="telling"><h3 id="ring${at}">${spoken(title)}</h3><p class="fine">Each names another as its source. Nobody in the ring is an origin.</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="ring${at}"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="round${at}"><title id="round${at}">${title}</title>
<defs><marker id="cites${at}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${[...pairs.values()].map((one) => arrow(points, one.from, one.to, at))}${points.map((point) => dot(point, middle.x))}</svg></div>
<figcaption><ul class="fine">${[...pairs.values()].map((one) => html`<li>${spoken(nameOf(points, one.from))} cites ${spoken(nameOf(points, one.to))}: ${quoted(view.shown(one.quote), view.item(one.from)?.language ?? null)}</li>`)}</ul></figcaption></figure>`;
}

const nameOf = (points: readonly Point[], id: string): string => points.find((point) => point.id === id)?.name ?? id;

function dot({ name, x, y }: Point, middle: number): Markup {
  const side = Math.abs(x - middle) < 20 ? 'middle' : x < middle ? 'end' : 'start';
  const shift = side === 'middle' ? 0 : side === 'end' ? -12 : 12;
  const lift = side === 'middle' ? (y < 60 ? -12 : 22) : 4;
  return html`<circle class="ring" cx="${x}" cy="${y}" r="6"/><text x="${x + shift}" y="${y + lift}" text-anchor="${side}"${langOf(name, null)}>${name}</text>`;
}

/** From one to the other, bowed to one side so that there and back are two lines. */
function arrow(points: readonly Point[], from: string, to: string, at: number): Markup {
  const [a, b] = [points.find((point) => point.id === from), points.find((point) => point.id === to)];
  if (!a || !b) return NOTHING;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = Math.hypot(dx, dy) || 1;
  const bend = Math.min(34, long / 4);
  const via = { x: (a.x + b.x) / 2 + (bend * dy) / long, y: (a.y + b.y) / 2 - (bend * dx) / long };
  const cut = (p: Point, towards: { x: number; y: number }): string => {
    const d = Math.hypot(towards.x - p.x, towards.y - p.y) || 1;
    return `${Math.round(p.x + (9 * (towards.x - p.x)) / d)} ${Math.round(p.y + (9 * (towards.y - p.y)) / d)}`;
  };
  return html`<path class="edge" d="M${cut(a, via)}Q${Math.round(via.x)} ${Math.round(via.y)} ${cut(b, via)}" marker-end="url(#cites${at})"/>`;
}
