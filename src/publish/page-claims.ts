import type { Claim, Label, Placed, Reason, Side } from '../weigh/ledger.ts';
import type { View } from './catalogue.ts';
import { folded, html, type Markup, NOTHING } from './html.ts';
import { ranked } from './prominence.ts';
import { carried, langOf, quoted, spoken } from './quoted.ts';
import { type Wording, wordings } from './repeats.ts';
import { LABELS, MEANS, plural } from './summary.ts';
import {
  askWords,
  carrierOf,
  countedNames,
  notesOf,
  originName,
  originWords,
  RANK_WORDS,
  whyWords,
  wouldWords,
} from './wording.ts';

/** How many claims of one standing stand open before the rest folds away. */
const OPEN: Record<Label, number> = {
  confirmed: 8,
  corroborated: 8,
  contested: 8,
  denied: 8,
  'single-source': 8,
  unsourced: 5,
  retracted: 5,
};
/** How many different wordings a claim shows before the rest folds away, and how many carriers a line names. */
const WORDINGS = 2;
const CARRIERS = 6;

/** The claims by standing, the weightiest first, each with its reason, its origins and the words it rests on. */
export function claimSections(view: View): Markup {
  const sections = LABELS.flatMap((label) => {
    const claims = ranked({ ...view, claims: view.dossier.claims }, label, OPEN[label]);
    const count = claims.leading.length + claims.rest.length + claims.withheld;
    if (count === 0) return [];
    return html`<section class="standing ${label}" id="${label}"><h3><span class="label">${label}</span> <span class="count">${count}</span> <span class="means">${view.dossier.policy.means?.[label] ?? MEANS[label]}</span></h3>
${claims.leading.map((claim) => card(view, claim))}
${folded(
  `and ${plural(claims.rest.length, 'more claim')}`,
  claims.rest.map((claim) => card(view, claim)),
)}
${claims.withheld > 0 ? html`<p class="fine withheld">${plural(claims.withheld, 'claim')} about private life: counted here, not worded.</p>` : NOTHING}</section>`;
  });
  return html`<section id="claims"><h2>Claims</h2>${sections.length > 0 ? sections : html`<p>No claims were found.</p>`}</section>`;
}

function card(view: View, claim: Claim): Markup {
  const words = wordingsOf(view, claim);
  return html`<article class="claim" id="${claim.id}"><h4>${quoted(view.shown(claim.statement), languageOf(view, words))}</h4>
${claimBody(view, claim)}</article>`;
}

const wordingsOf = (view: View, claim: Claim): readonly Wording[] =>
  wordings(claim.statements.flatMap((id) => view.statement(id) ?? []));

/** All of a claim but its words: why it stands so, who is for and against it, where it is said, whom to ask, how it was weighed. */
export function claimBody(view: View, claim: Claim): Markup {
  const { standing } = claim;
  const { shown } = view;
  const words = wordingsOf(view, claim);
  const notes = notesOf(claim).map((note) => html`<span class="note">${note}</span> `);
  return html`<p class="why">${spoken(shown(whyWords(claim)))} ${notes}</p>
<div class="sides">${side(view, 'For', standing.for)}${standing.against.origins.length > 0 ? side(view, 'Against', standing.against) : NOTHING}</div>
<div class="words">${words.slice(0, WORDINGS).map((one) => place(view, one))}${folded(
    `${plural(words.length - WORDINGS, 'more wording')}`,
    words.slice(WORDINGS).map((one) => place(view, one)),
  )}</div>
${asks(view, claim)}
${weighed(view, claim)}`;
}

const languageOf = (view: View, words: readonly Wording[]): string | null =>
  view.item(words[0]?.first.item ?? '')?.language ?? null;

function side(view: View, title: string, { origins, rank }: Side): Markup {
  const named = origins.flatMap((id) => view.origin(id) ?? []);
  const who =
    named.length === 0
      ? html`<p class="nobody">nobody</p>`
      : html`<ul>${named.map((origin) => html`<li>${spoken(view.shown(originName(origin)))} <span class="fine">${originWords(origin)}</span></li>`)}</ul>`;
  const strongest = named.length === 1 || !RANK_WORDS[rank] ? NOTHING : html`<p class="fine">${RANK_WORDS[rank]}</p>`;
  return html`<div class="side"><h5>${title}</h5><div>${who}${strongest}</div></div>`;
}

/** One wording where it stood first, with its sentence; every other carrier of the same words in one line. */
function place(view: View, { first, also }: Wording): Markup {
  const { before, quote, after } = view.excerpt(first.item, first);
  const item = view.item(first.item);
  const others = also.map((one) => carrierOf(view.item(one.item) ?? UNKNOWN));
  return html`<figure class="place"><blockquote${langOf(quote, item?.language ?? null)} dir="auto">${before}<mark>${quote || '[withheld]'}</mark>${after}</blockquote>
<figcaption>${carried(view, first.item)} · ${spoken(view.shown(sourceWords(first)))}${
    others.length > 0
      ? html`<br>also carried by ${plural(others.length, 'item')}: ${spoken(view.shown(countedNames(others, CARRIERS)))}`
      : NOTHING
  }</figcaption></figure>`;
}

/** On whose word the item has it. */
function sourceWords({ carrier, source }: Placed): string {
  if (source.kind === 'artefact') return carrier ? 'as seen in the picture' : (source.name ?? 'an artefact');
  if (carrier)
    return source.kind === 'outlet' || source.kind === 'named-body' ? 'in its own voice' : 'a post or message';
  if (source.kind === 'none') return 'on nobody’s word';
  return `${source.name ?? 'nobody named'}, ${source.kind.replaceAll('-', ' ')}`;
}

const UNKNOWN = { publisher: null, author: null, published: null, file: 'an item that is not here' };

/** Whom to ask, folded by question: the claim's own words stand above and are not said again. */
function asks(view: View, claim: Claim): Markup {
  if (claim.standing.next.length === 0) return NOTHING;
  const questions = new Map<string, Markup[]>();
  for (const one of claim.standing.next) {
    const ask = askWords(one.ask, claim);
    const who = html`<strong>${spoken(view.shown(one.of))}</strong> <span class="fine">(${wouldWords(one.would)})</span>`;
    questions.set(ask, [...(questions.get(ask) ?? []), who]);
  }
  return html`<div class="ask"><h5>Ask next</h5>${[...questions].map(
    ([ask, whom]) =>
      html`<p>${whom.map((who, at) => html`${at > 0 ? ', ' : ''}${who}`)}${ask ? html`: ${spoken(view.shown(ask))}` : NOTHING}</p>`,
  )}</div>`;
}

/** The rule, its tally and the nearest rule that did not hold: for who checks the weighing. */
function weighed(view: View, { standing }: Claim): Markup {
  const lines = standing.reasons.map((reason) => ruleLine(view, reason));
  return folded('How it was weighed', [html`<ul class="fine">${lines}</ul>`]);
}

function ruleLine(view: View, { rule, held, because }: Reason): Markup {
  const said = because.flatMap((one) => ('text' in one ? [one.text] : []));
  const words = held && said.length > 1 ? said.slice(1) : said;
  return html`<li><b>${rule}</b> ${held ? 'holds' : 'does not hold'}${words.length > 0 ? html`: ${view.shown(words.join('; '))}` : NOTHING}</li>`;
}
