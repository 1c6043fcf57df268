import { compareInstants } from '../base/time.ts';
import type { Item } from '../capture/item.ts';
import type { Copy } from '../trace/lineage.ts';
import type { Dossier } from './dossier.ts';
import { html, type Markup, NOTHING } from './html.ts';
import type { Withholding } from './withhold.ts';
import { calledBy } from './wording.ts';

const ROW = 34;
const COLUMN = 76;
const LEFT = 18;
const LABEL = 270;

interface Node {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
}

/** Who copied whom, drawn left to right in time, one drawing a telling; the same in words beneath. */
export function drawing(dossier: Dossier, shown: Withholding): Markup {
  const groups = dossier.tellings.filter((telling) => telling.length > 1);
  const alone = dossier.tellings.length - groups.length;
  const pairs = dossier.images.length;
  return html`<section id="lineage"><h2>Who copied whom</h2>
${groups.length === 0 ? html`<p>No copies were found.</p>` : groups.map((group, at) => telling(dossier, group, at, shown))}
<p class="fine">${alone} ${alone === 1 ? 'item shares its text with no other' : 'items share their text with no other'}. ${pairs > 0 ? `${pairs} pairs of pictures show the same thing.` : ''} A dashed line: which came first is not known.</p>
${ringWords(dossier)}${pictures(dossier, shown)}</section>`;
}

function telling(dossier: Dossier, group: readonly string[], at: number, shown: Withholding): Markup {
  const items = group.flatMap((id) => dossier.items.find((one) => one.id === id) ?? []);
  const nodes = placed(items);
  const inside = new Set(group);
  const steps = dossier.copies.filter((copy) => copy.direct && inside.has(copy.left) && inside.has(copy.right));
  const width = LEFT + Math.max(...[...nodes.values()].map((node) => node.x)) + LABEL;
  const height = ROW * nodes.size + 12;
  return html`<figure><div class="scroll" tabindex="0" role="group" aria-label="Drawing of telling ${at + 1}"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${steps.length} steps between ${nodes.size} items; in words beneath">
<defs><marker id="tip${at}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${steps.map((copy) => edge(copy, nodes, at))}${[...nodes.values()].map((node) => dot(node, shown))}</svg></div>
<figcaption>${steps.length === 0 ? html`<p class="fine">Saved versions of one page.</p>` : html`<details><summary>In words: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}</summary><ul>${steps.map((copy) => html`<li>${shown(inWords(dossier, copy))}</li>`)}</ul></details>`}</figcaption></figure>`;
}

/** One row an item; the column is its place among the instants of the telling. */
function placed(items: readonly Item[]): ReadonlyMap<string, Node> {
  const ordered = [...items].sort((a, b) => compareInstants(a.published, b.published) || (a.file < b.file ? -1 : 1));
  const instants = [...new Set(ordered.map((item) => item.published))];
  return new Map(
    ordered.map((item, row) => [
      item.id,
      { item, x: LEFT + COLUMN * instants.indexOf(item.published), y: ROW * row + 22 },
    ]),
  );
}

function dot({ item, x, y }: Node, shown: Withholding): Markup {
  return html`<circle cx="${x}" cy="${y}" r="6"/><text x="${x + 13}" y="${y + 4}">${shown(item.publisher ?? item.file.split('/').at(-1) ?? item.file)}<tspan class="when" dx="6">${stamp(item.published)}</tspan></text>`;
}

const stamp = (instant: string | null): string => (instant ? instant.slice(5, 16).replace('T', ' ') : 'no date');

function edge(copy: Copy, nodes: ReadonlyMap<string, Node>, at: number): Markup {
  const turned = copy.direction === 'right-first';
  const from = nodes.get(turned ? copy.right : copy.left);
  const to = nodes.get(turned ? copy.left : copy.right);
  if (!from || !to) return NOTHING;
  const directed = copy.direction === 'left-first' || turned;
  const down = to.y > from.y ? 1 : -1;
  const path = `M${from.x} ${from.y + 7 * down} C ${from.x} ${to.y}, ${from.x} ${to.y}, ${to.x - 9} ${to.y}`;
  const straight = `M${from.x} ${from.y + 7 * down} C ${from.x - 14} ${from.y + 20 * down}, ${to.x - 16} ${to.y - 10 * down}, ${to.x - 6} ${to.y - 4 * down}`;
  return html`<path class="${directed ? 'edge' : 'edge unknown'}" d="${from.x === to.x ? straight : path}" ${{ markup: directed ? `marker-end="url(#tip${at})"` : '' }}/>`;
}

function inWords(dossier: Dossier, copy: Copy): string {
  const called = (id: string): string => {
    const item = dossier.items.find((one) => one.id === id);
    return item ? calledBy(item) : id;
  };
  const [first, second] = copy.direction === 'right-first' ? [copy.right, copy.left] : [copy.left, copy.right];
  const verb =
    copy.direction === 'unknown'
      ? 'shares text with'
      : copy.direction === 'common-source'
        ? 'has a common source with'
        : 'was carried by';
  const basis = copy.basis.map((one) => one.because).join('; ');
  return `${called(first)} ${verb} ${called(second)} (${copy.kind}${copy.credited ? ', credited' : ''})${basis ? `: ${basis}` : ''}`;
}

function ringWords(dossier: Dossier): Markup {
  if (dossier.rings.length === 0) return NOTHING;
  const named = dossier.rings.map((ring) =>
    ring.map((id) => dossier.items.find((one) => one.id === id)?.publisher ?? id).join(' → '),
  );
  return html`<h3>Rings</h3><p>These cite one another, and nobody outside the ring:</p><ul>${named.map((ring) => html`<li>${ring}</li>`)}</ul>`;
}

function pictures(dossier: Dossier, shown: Withholding): Markup {
  const file = (id: string): string => shown(dossier.items.find((one) => one.id === id)?.file ?? id);
  if (dossier.images.length === 0) return NOTHING;
  return html`<details><summary>Pictures that show the same thing: ${dossier.images.length} pairs</summary><ul>${dossier.images.map(
    (pair) =>
      html`<li>${file(pair.left)} – ${file(pair.right)}: ${pair.relation}${pair.altered.length > 0 ? html` <ul>${pair.altered.map((one) => html`<li>“${shown(one.leftText)}” / “${shown(one.rightText)}”</li>`)}</ul>` : NOTHING}</li>`,
  )}</ul></details>`;
}
