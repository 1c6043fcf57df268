import type { View } from '../catalogue.ts';
import type { Cause, Change } from '../changes.ts';
import { isCorrection, type Revision } from '../corrections.ts';
import type { Dossier } from '../dossier.ts';
import { folded, html, type Markup, NOTHING } from '../html.ts';
import { apart, quotedIn, shownIn } from '../quoted.ts';
import { carrierOf } from '../wording.ts';
import { framed, type Tongued, whenOf } from './page-frame.ts';

/** What changed from one edition to the next, the latest first, each with its cause: written by the record itself. */
export function correctionsPage(site: Tongued, view: View): string {
  const { words, edition, revisions } = site;
  const sections = revisions.map((one) => section(site, view, one));
  const main = html`<main id="main"><h1>${words.pages.corrections}</h1><p>${words.correctionsLead}</p>
${sections.length > 0 ? sections : html`<p>${words.firstEdition}</p>`}</main>`;
  const place = { path: 'corrections.html', title: `${words.pages.corrections} · ${edition.title}` };
  return framed(site, { ...place, description: words.correctionsLead, room: 'corrections' }, main);
}

function section(site: Tongued, view: View, { edition, published, changes, after }: Revision): Markup {
  const { words, tongue } = site;
  const row = (one: Change): Markup => html`<li>${changeLine(site, view, one, after, '')}</li>`;
  const corrections = changes.filter(isCorrection);
  const others = changes.filter((one) => !isCorrection(one));
  return html`<section id="edition-${edition}"><h2>${words.edition(edition, whenOf(published, tongue))}</h2>
${corrections.length > 0 ? html`<ul class="changes">${corrections.map(row)}</ul>` : html`<p>${words.noCorrections}</p>`}
${folded(words.additions(others.length), others.length > 0 ? [html`<ul class="changes">${others.map(row)}</ul>`] : [])}</section>`;
}

/** One thing that moved, in a line, with why. `way` leads to the folder in which the story's page stands. */
export function changeLine(site: Tongued, view: View, change: Change, after: Dossier, way: string): Markup {
  const { words } = site;
  return html`<span class="label">${words.change[change.kind]}</span> ${toldOf(site, view, change, way)}${because(site, change.cause, after)}`;
}

function toldOf({ words }: Tongued, view: View, change: Change, way: string): Markup {
  const label = (one: keyof typeof view.words.labels): string => view.words.labels[one];
  const claim = (id: string, statement: string): Markup =>
    html`<a href="${way}claims/${id}.html">${quotedIn(view, statement)}</a>`;
  switch (change.kind) {
    case 'standing':
      return html`${words.becomes(label(change.from), label(change.to))} ${claim(change.claim, change.statement)}`;
    case 'claim-new':
      return html`${label(change.to)} ${claim(change.claim, change.statement)}`;
    case 'claim-gone':
      return html`${claim(change.claim, change.statement)}`;
    case 'wording':
      return html`${claim(change.claim, change.statement)} ${words.wasWorded} ${quotedIn(view, change.was)}`;
    case 'support':
      return html`${[words.support(...change.for, 'for'), words.support(...change.against, 'against')].filter(Boolean).join(' ')} ${claim(change.claim, change.statement)}`;
    case 'promise':
      return html`${view.words.states[change.to]} ${shownIn(view, change.by)} ${quotedIn(view, change.what)}`;
    case 'response':
      return html`${view.words.outcomes[change.to]} ${shownIn(view, change.body)} ${change.quote ? quotedIn(view, change.quote) : NOTHING}`;
    case 'name':
      return html`${change.withheld ? words.nameWithheld : html`${words.nameShown} ${shownIn(view, change.name)}`}`;
  }
}

/** Statements that were not there before, decisions since, or a day that passed. */
function because({ words, tongue }: Tongued, { statements, decisions, passed }: Cause, after: Dossier): Markup {
  const items = new Map(after.items.map((one) => [one.id, one]));
  const said = statements.flatMap((id) => {
    const one = after.statements.find((other) => other.id === id);
    const item = one && items.get(one.item);
    return item ? [carrierOf(item)] : [];
  });
  const decided = decisions.flatMap((seq) => {
    const one = after.decisions.find((other) => other.seq === seq);
    return one ? [words.decided(one.kind, whenOf(one.at, tongue))] : [];
  });
  const causes = [
    ...new Set([...decided, ...(passed ? [words.passed(passed.slice(0, 10))] : []), ...said.slice(0, 4)]),
  ];
  return causes.length > 0
    ? html` <span class="fine">${words.because} ${apart(causes.join(', '), tongue)}</span>`
    : NOTHING;
}
