import type { Claim, Label, Placed, Reason, Side } from '../weigh/ledger.ts';
import type { View } from './catalogue.ts';
import { folded, html, type Markup, NOTHING } from './html.ts';
import { ranked } from './prominence.ts';
import { apart, carried, langOf, languageOf, quotedIn, shownIn, told } from './quoted.ts';
import { type Wording, wordings } from './repeats.ts';
import { LABELS } from './summary.ts';
import {
  askWords,
  carrierOf,
  countedNames,
  notesOf,
  originName,
  originWords,
  reasonOf,
  sentence,
  wouldWords,
} from './wording.ts';
import { EN } from './words/en.ts';

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
  const { claims } = view.words;
  const sections = LABELS.flatMap((label) => section(view, label));
  return html`<section id="claims"><h2>${claims.heading}</h2>${sections.length > 0 ? sections : html`<p>${claims.none}</p>`}</section>`;
}

function section(view: View, label: Label): readonly Markup[] {
  const { dossier, words } = view;
  const { leading, rest, withheld } = ranked({ ...view, claims: dossier.claims }, label, OPEN[label]);
  const count = leading.length + rest.length + withheld;
  if (count === 0) return [];
  const own = dossier.policy.means?.[label];
  return [
    html`<section class="standing ${label}" id="${label}"><h3><span class="label">${words.labels[label]}</span> <span class="count">${count}</span> <span class="means">${own === undefined ? words.means[label] : told(view, own)}</span></h3>
${leading.map((claim) => card(view, claim))}
${folded(
  words.claims.more(rest.length),
  rest.map((claim) => card(view, claim)),
)}
${withheld > 0 ? html`<p class="fine withheld">${words.claims.privateLife(withheld)}</p>` : NOTHING}</section>`,
  ];
}

function card(view: View, claim: Claim): Markup {
  const lang = langOf(claim.statement, languageOf(view, claim), view.words.language);
  return html`<article class="claim" id="${claim.id}"><h4${lang} dir="auto">“${view.shown(claim.statement)}”</h4>
${claimBody(view, claim)}</article>`;
}

/** All of a claim but its words: why it stands so, who is for and against it, where it is said, whom to ask, how it was weighed. */
export function claimBody(view: View, claim: Claim): Markup {
  const { standing } = claim;
  const text = view.words.claims;
  const words = wordings(claim.statements.flatMap((id) => view.statement(id) ?? []));
  const notes = notesOf(claim, view.words).map((note) => html`<span class="note">${note}</span> `);
  return html`<p class="why">${why(view, claim)} ${notes}</p>
<div class="sides">${side(view, text.for, standing.for)}${standing.against.origins.length > 0 ? side(view, text.against, standing.against) : NOTHING}</div>
<div class="words">${words.slice(0, WORDINGS).map((one) => place(view, one))}${folded(
    text.moreWordings(words.length - WORDINGS),
    words.slice(WORDINGS).map((one) => place(view, one)),
  )}</div>
${asks(view, claim)}
${weighed(view, claim)}`;
}

function why(view: View, claim: Claim): Markup {
  const said = reasonOf(claim);
  const own = view.words.phrase(said);
  if (own !== null) return apart(view.shown(sentence(own, view.words)), view.words.language);
  return told(view, sentence(said, EN));
}

function side(view: View, title: string, { origins, rank }: Side): Markup {
  const { words } = view;
  const named = origins.flatMap((id) => view.origin(id) ?? []);
  const who =
    named.length === 0
      ? html`<p class="nobody">${words.claims.nobody}</p>`
      : html`<ul>${named.map((origin) => html`<li>${shownIn(view, words.called(originName(origin, words)))} <span class="fine">${originWords(origin, words)}</span></li>`)}</ul>`;
  const strongest =
    named.length === 1 || !words.strongest[rank] ? NOTHING : html`<p class="fine">${words.strongest[rank]}</p>`;
  return html`<div class="side"><p class="cap">${title}</p><div>${who}${strongest}</div></div>`;
}

/** One wording where it stood first, with its sentence; every other carrier of the same words in one line. */
function place(view: View, { first, also }: Wording): Markup {
  const { words } = view;
  const { before, quote, after } = view.excerpt(first.item, first);
  const item = view.item(first.item);
  const unknown = { publisher: null, author: null, file: words.claims.missingItem };
  const others = also.map((one) => carrierOf(view.item(one.item) ?? unknown));
  const more = html`<br>${words.claims.alsoCarried(others.length)}${apart(view.shown(countedNames(others, CARRIERS, words)), words.language)}`;
  return html`<figure class="place"><blockquote${langOf(first.quote, item?.language ?? null, words.language)} dir="auto">${before}<mark>${quote || words.claims.withheld}</mark>${after}</blockquote>
<figcaption>${carried(view, first.item)} · ${sourceWords(view, first)}${others.length > 0 ? more : NOTHING}</figcaption></figure>`;
}

/** On whose word the item has it. */
function sourceWords(view: View, { carrier, source }: Placed): Markup {
  const { claims, marks, sourceKinds } = view.words;
  const own = source.kind === 'outlet' || source.kind === 'named-body';
  const named = source.name === null ? null : shownIn(view, view.words.called(source.name));
  if (source.kind === 'artefact') return carrier ? html`${claims.inPicture}` : (named ?? html`${claims.artefact}`);
  if (carrier) return html`${own ? claims.ownVoice : claims.post}`;
  if (source.kind === 'none') return html`${claims.nobodysWord}`;
  return html`${named ?? html`${claims.nobodyNamed}`}${marks.comma}${sourceKinds[source.kind]}`;
}

/** Whom to ask, folded by question: the claim's own words stand above and are not said again. */
function asks(view: View, claim: Claim): Markup {
  const { words } = view;
  if (claim.standing.next.length === 0) return NOTHING;
  const questions = new Map<string, Markup[]>();
  for (const one of claim.standing.next) {
    const ask = askWords(one.ask, claim);
    const who = html`<strong>${shownIn(view, one.of)}</strong> <span class="fine">${words.marks.bracket(wouldWords(one.would, words)).trim()}</span>`;
    questions.set(ask, [...(questions.get(ask) ?? []), who]);
  }
  return html`<div class="ask"><p class="cap">${words.claims.askNext}</p>${[...questions].map(
    ([ask, whom]) =>
      html`<p>${whom.map((who, at) => html`${at > 0 ? words.marks.list : ''}${who}`)}${ask ? html`${words.marks.colon}${told(view, ask)}` : NOTHING}</p>`,
  )}</div>`;
}

/** The rule, its tally and the nearest rule that did not hold: for who checks the weighing. */
function weighed(view: View, { standing }: Claim): Markup {
  const lines = standing.reasons.map((reason) => ruleLine(view, reason));
  return folded(view.words.claims.weighed, [html`<ul class="fine">${lines}</ul>`]);
}

function ruleLine(view: View, { rule, held, because }: Reason): Markup {
  const { claims, marks } = view.words;
  const said = because.flatMap((one) => ('text' in one ? [one.text] : []));
  const all = (held && said.length > 1 ? said.slice(1) : said).map(
    (one, at) => html`${at > 0 ? marks.semicolon : ''}${told(view, one)}`,
  );
  return html`<li><b>${view.words.rule(rule)}</b> ${held ? claims.holds : claims.fails}${all.length > 0 ? html`${marks.colon}${all}` : NOTHING}${citedBy(view, because)}</li>`;
}

/** What a reason cites, each leading to where it stands: the words of statements, and pairs of which one was made from the other. */
function citedBy(view: View, because: Reason['because']): Markup {
  const statements = because.flatMap((one) => ('statement' in one ? (view.statement(one.statement) ?? []) : []));
  const copies = because.flatMap((one) => ('copy' in one ? [one.copy] : []));
  const lead = (item: string): Markup => carried(view, item);
  const lines = [
    ...statements.map(
      (one) => html`<li>${quotedIn(view, one.quote, view.item(one.item)?.language ?? null)} ${lead(one.item)}</li>`,
    ),
    ...copies.map(([left, right]) => html`<li>${lead(left)} → ${lead(right)}</li>`),
  ];
  return lines.length > 0 ? html`<ul>${lines}</ul>` : NOTHING;
}
