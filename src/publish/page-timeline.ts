import { compareInstants, dayOf, epoch } from '../base/time.ts';
import type { Item } from '../capture/item.ts';
import type { View } from './catalogue.ts';
import { folded, html, type Markup, NOTHING } from './html.ts';
import { ranked } from './prominence.ts';
import { apart, claimIn, quotedIn, shownIn } from './quoted.ts';
import { LABELS } from './summary.ts';
import { carrierOf, clockWords, countedNames, dayWords, fileName, inZoneOf } from './wording.ts';

/** How many things of a kind a day shows before the rest folds away. */
const ITEMS = 5;
const MOVES = 4;
const CARRIERS = 8;

/** What came out when, day by day: first carriers before their copies, with the claims and promises that the day moved. */
export function timeline(view: View): Markup {
  const dated = view.dossier.items
    .filter((item) => epoch(item.published) !== null)
    .map((item) => ({ item, at: inZoneOf(item.published ?? '', view.dossier.asOf) }))
    .sort((a, b) => (a.at === b.at ? (a.item.file < b.item.file ? -1 : 1) : a.at < b.at ? -1 : 1));
  const undated = view.dossier.items.length - dated.length;
  const moves = movesOf(view);
  const days = [...new Set([...dated.map(({ at }) => at.slice(0, 10)), ...moves.keys()])].sort();
  const later = laterIn(view);
  const { timeline: text } = view.words;
  return html`<section id="timeline"><h2>${text.heading}</h2><ol class="days">${days.map((day) =>
    oneDay(
      view,
      day,
      dated.filter(({ at }) => at.startsWith(day)),
      moves.get(day) ?? [],
      later,
    ),
  )}</ol>${undated > 0 ? html`<p class="fine">${text.undated(undated)}</p>` : NOTHING}</section>`;
}

/** An item with its time in the zone of the report. */
interface Dated {
  readonly item: Item;
  readonly at: string;
}

function oneDay(
  view: View,
  day: string,
  items: readonly Dated[],
  moves: readonly Markup[],
  later: ReadonlySet<string>,
): Markup {
  const { timeline: text, language } = view.words;
  const lines = items.filter(({ item }) => !later.has(item.id)).map((one) => line(view, one));
  const copies = items.filter(({ item }) => later.has(item.id)).map(({ item }) => carrierOf(item));
  const copied = html`<li class="fine"><span class="clock">${text.copies}</span><span>${text.items(copies.length)}${apart(view.shown(countedNames(copies, CARRIERS, view.words)), language)}</span></li>`;
  return html`<li><h3><time datetime="${day}">${dayWords(day, view.words) ?? day}</time></h3><ul>${lines.slice(0, ITEMS)}${rest(lines.slice(ITEMS), text.moreItems)}
${copies.length > 0 ? copied : NOTHING}${moves.slice(0, MOVES)}${rest(moves.slice(MOVES), text.moreStandings)}</ul></li>`;
}

const rest = (lines: readonly Markup[], what: (n: number) => string): Markup =>
  lines.length > 0 ? html`<li>${folded(what(lines.length), [html`<ul>${lines}</ul>`])}</li>` : NOTHING;

function line(view: View, { item, at }: Dated): Markup {
  const title = item.title
    ? html`${view.words.marks.colon}${shownIn(view, item.title, item.language)}`
    : html` <span class="fine">${view.shown(fileName(item.file))}</span>`;
  return html`<li><span class="clock">${clockWords(at) ?? ''}</span><span>${shownIn(view, carrierOf(item))}${title}</span></li>`;
}

/** What the claims that lead their standing came to, and promises that fell due, by day. */
function movesOf(view: View): ReadonlyMap<string, readonly Markup[]> {
  const { labels, marks, timeline: text } = view.words;
  const moves = new Map<string, Markup[]>();
  const add = (day: string | undefined, move: Markup): void => {
    if (day && dayOf(day)) moves.set(day, [...(moves.get(day) ?? []), move]);
  };
  for (const label of LABELS)
    for (const claim of ranked({ ...view, claims: view.dossier.claims }, label, 6).leading)
      add(
        claim.standing.since?.slice(0, 10),
        html`<li><span class="clock label ${label}">${labels[label]}</span><span>${claimIn(view, claim)}</span></li>`,
      );
  for (const one of view.dossier.commitments)
    if (one.due && compareInstants(one.due, view.dossier.asOf) < 0)
      add(
        one.due.slice(0, 10),
        html`<li><span class="clock label ${one.state === 'overdue' ? 'alert' : ''}">${text.due}</span><span>${shownIn(view, one.by)}${marks.colon}${quotedIn(view, one.what, view.item(one.item)?.language ?? null)}</span></li>`,
      );
  return moves;
}

/** Items that are known to be made from another. */
const laterIn = ({ dossier }: View): ReadonlySet<string> =>
  new Set(
    dossier.copies.flatMap(({ direct, direction, left, right }) =>
      direct && direction === 'left-first' ? right : direct && direction === 'right-first' ? left : [],
    ),
  );
