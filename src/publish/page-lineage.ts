import type { Copy } from '../trace/lineage.ts';
import type { View } from './catalogue.ts';
import { columnsOf, cutTo } from './columns.ts';
import { folded, html, type Markup, NOTHING } from './html.ts';
import { type Layout, layoutOf, type Node, ROW, type Step } from './lineage-layout.ts';
import { ringDrawing } from './page-ring.ts';
import { apart, carried, langOf, told } from './quoted.ts';
import { calledBy, carrierOf, clockWords, fileName, inZoneOf, shortDayWords, withInstants } from './wording.ts';

/** Widest label in columns, and about how many pixels a column takes. */
const LABEL = 32;
const COLUMN = 7.8;

/**
 * Who copied whom, drawn left to right in time, one drawing a telling; the same in words beneath. With `most`, as many
 * tellings, the largest first, as have no more items than that together.
 */
export function drawing(view: View, most = Number.POSITIVE_INFINITY, rest: Markup = NOTHING): Markup {
  const { dossier } = view;
  const { lineage: text } = view.words;
  const all = dossier.tellings.filter((telling) => telling.length > 1).sort((a, b) => b.length - a.length);
  const groups = withinBudget(all, most);
  const alone = dossier.tellings.flatMap((telling) => (telling.length === 1 ? telling : []));
  return html`<section id="lineage"><h2>${text.heading}</h2>
${all.length === 0 ? html`<p>${text.none}</p>` : html`<p class="fine">${text.legend}</p>`}
${groups.map((group, at) => telling(view, group, at))}
${groups.length < all.length ? rest : NOTHING}
${dossier.rings.map((ring, at) => ringDrawing(view, ring, at))}
${folded(
  text.alone(alone.length),
  alone.length > 0
    ? [html`<p class="fine">${alone.map((id, at) => html`${at > 0 ? ' · ' : ''}${carried(view, id)}`)}</p>`]
    : [],
)}</section>`;
}

/** The first groups that fit, one that does not fit passed over. */
function withinBudget(groups: readonly (readonly string[])[], most: number): readonly (readonly string[])[] {
  let left = most;
  return groups.filter((group) => {
    if (group.length > left) return false;
    left -= group.length;
    return true;
  });
}

function telling(view: View, group: readonly string[], at: number): Markup {
  const { lineage: text, language } = view.words;
  const items = group.flatMap((id) => view.item(id) ?? []);
  const layout = layoutOf(items, view.dossier.copies, view.dossier.versions);
  const nodes = new Map(layout.nodes.map((node) => [node.item.id, node]));
  const all = [...layout.nodes.flatMap((node) => node.step ?? []), ...layout.extra];
  const carriers = layout.nodes.filter(({ step }) => step?.copy !== null).map(({ item }) => carrierOf(item));
  const twice = new Set(carriers.filter((name, place) => carriers.indexOf(name) !== place));
  const labels = new Map(layout.nodes.map((node) => [node.item.id, labelOf(view, node, twice)]));
  const width = Math.max(
    ...layout.nodes.map((node) => node.x + 24 + COLUMN * (labels.get(node.item.id)?.columns ?? 0)),
  );
  const height = ROW * nodes.size + 34;
  const first = layout.nodes[0];
  const title = first ? headline(view, layout, first) : '';
  return html`<figure class="telling"><h3 id="telling${at}">${apart(title, language)}</h3><div class="scroll" tabindex="0" role="group" aria-labelledby="telling${at}"><svg viewBox="0 0 ${Math.ceil(width)} ${height}" width="${Math.ceil(width)}" height="${height}" role="img" aria-labelledby="drawn${at} said${at}"><title id="drawn${at}">${title}</title><desc id="said${at}">${text.drawn(all.length, nodes.size)}</desc>
<defs><marker id="tip${at}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${layout.ticks.map(({ x, day }) => html`<path class="tick" d="M${x} 22V${height}"/><text class="when" x="${x}" y="14">${shortDayWords(day, view.words) ?? day}</text>`)}
${layout.extra.map((step) => bow(step, nodes, at))}${layout.nodes.map((node) => elbow(node, nodes, at))}${layout.nodes.map((node) => dot(node, labels.get(node.item.id), language))}</svg></div>
<figcaption>${folded(text.inWords(all.length), [html`<ul>${all.map((step) => html`<li>${inWords(view, step)}</li>`)}</ul>`])}</figcaption></figure>`;
}

function headline(view: View, { nodes }: Layout, first: Node): string {
  const { lineage: text } = view.words;
  const one = nodes.every(({ step }) => step === null || step.copy === null);
  const sure = nodes.every(({ step }) => step === null || step.directed);
  const said = one ? text.versions : sure ? text.from : text.sharing;
  return said(view.shown(carrierOf(first.item)), nodes.length);
}

interface Label {
  readonly name: string;
  readonly when: string;
  readonly columns: number;
}

/** Who, when, and how it was taken over. */
function labelOf(view: View, { item, step }: Node, twice: ReadonlySet<string>): Label {
  const name = cutTo(view.shown(carrierOf(item)), LABEL);
  // Two items of one carrier, a platform say, are told apart by their files.
  const file =
    twice.has(carrierOf(item)) && fileName(item.file) !== carrierOf(item) ? view.shown(fileName(item.file)) : '';
  // A later state of a page bears the first one's date; when it was changed or saved tells the two apart.
  const at = step?.copy === null ? (item.modified ?? item.captured ?? item.published) : item.published;
  const local = at && inZoneOf(at, view.dossier.asOf);
  const { lineage: text } = view.words;
  const clock = [shortDayWords(local, view.words), clockWords(local)].filter(Boolean).join(' ');
  const how = step ? (step.copy ? takenOver(view, step.copy) : text.laterVersion) : '';
  const when = [clock || text.noDate, how, cutTo(file, LABEL)].filter(Boolean).join(' · ');
  return { name, when, columns: columnsOf(name) + columnsOf(when) + 2 };
}

/** How much of it, and whether it says from where. */
const takenOver = ({ words: { lineage, marks } }: View, { kind, credited }: Copy): string =>
  `${lineage.copyKinds[kind]}${marks.comma}${credited ? lineage.credited : lineage.notCredited}`;

function dot({ x, y, step }: Node, label: Label | undefined, language: string): Markup {
  const mark =
    step && step.copy === null
      ? html`<rect class="version" x="${x - 5}" y="${y - 5}" width="10" height="10" rx="1"/>`
      : html`<circle class="${step ? 'copy' : 'first'}" cx="${x}" cy="${y}" r="${step ? 5 : 6}"/>`;
  const name = label?.name ?? '';
  return html`${mark}<text x="${x + 13}" y="${y + 4}"><tspan class="${step ? '' : 'strong'}"${langOf(name, null, language)}>${name}</tspan><tspan class="when" dx="7">${label?.when ?? ''}</tspan></text>`;
}

const tip = (directed: boolean, at: number): Markup => ({ markup: directed ? ` marker-end="url(#tip${at})"` : '' });

/** Down from what it was made from, then right to the copy. */
function elbow({ x, y, step }: Node, nodes: ReadonlyMap<string, Node>, at: number): Markup {
  const from = step ? nodes.get(step.from) : undefined;
  if (!step || !from) return NOTHING;
  const kind = step.copy === null ? 'edge same' : step.directed ? 'edge' : 'edge unknown';
  return html`<path class="${kind}" d="M${from.x} ${from.y + 6}V${y - 8}Q${from.x} ${y} ${from.x + 8} ${y}H${x - 7}"${tip(step.directed && step.copy !== null, at)}/>`;
}

/** A line beside the tree bows out to the left of both. */
function bow(step: Step, nodes: ReadonlyMap<string, Node>, at: number): Markup {
  const [from, to] = [nodes.get(step.from), nodes.get(step.to)];
  if (!from || !to) return NOTHING;
  const out = Math.max(2, Math.min(from.x, to.x) - 14);
  return html`<path class="edge aside ${step.directed ? '' : 'unknown'}" d="M${from.x - 6} ${from.y}C${out} ${from.y} ${out} ${to.y} ${to.x - 7} ${to.y}"${tip(step.directed, at)}/>`;
}

function inWords(view: View, { from, to, copy }: Step): Markup {
  const { lineage: text, marks, language } = view.words;
  if (copy === null) return apart(text.laterState(called(view, to)), language);
  const step = text.step(copy.direction, called(view, from), called(view, to));
  const basis = copy.basis.map(({ because }, at) => {
    const words = withInstants(because, view.words);
    return html`${at > 0 ? marks.semicolon : ''}${told(view, words)}`;
  });
  return html`${apart(`${step}${marks.bracket(takenOver(view, copy))}`, language)}${basis.length > 0 ? html`${marks.colon}${basis}` : NOTHING}`;
}

const called = (view: View, id: string): string => {
  const item = view.item(id);
  return item ? view.shown(calledBy(item, view.words)) : id;
};
