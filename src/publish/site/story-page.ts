import type { Claim, Label } from '../../weigh/ledger.ts';
import type { View } from '../catalogue.ts';
import { html, type Markup, NOTHING } from '../html.ts';
import { contradictions } from '../page-answers.ts';
import { drawing } from '../page-lineage.ts';
import { pictures } from '../page-pictures.ts';
import { asOfLine, bar, funnelLine, glance } from '../page-summary.ts';
import { timeline } from '../page-timeline.ts';
import { ranked, weightOf } from '../prominence.ts';
import { claimIn } from '../quoted.ts';
import { LABELS } from '../summary.ts';
import { framed, type Tongued } from './page-frame.ts';
import { plates } from './plates.ts';

/** How many claims of a standing lead on the story's page, and how many carriers are drawn there. */
const LEADING = 6;
const DRAWN = 60;

/** The story: from the pile to its origins, how its claims stand, who copied whom, what came out when. */
export function storyPage(site: Tongued, view: View): string {
  const { words, edition } = site;
  const main = html`<main id="main"><header><h1><span dir="auto">${edition.title}</span></h1>
${funnelLine(view)}${bar(view, 'answers.html#promises')}${asOfLine(view)}<p class="fine">${words.standFirst}</p>${glance(view)}</header>
${leadingClaims(site, view)}
${contradictions(view, html`<p><a href="answers.html#differences">${words.moreDifferences}</a></p>`)}
${drawing(view, DRAWN, html`<p><a href="spread.html">${words.moreSpread}</a></p>`)}
${plates(site, view, 'index.html')}
${pictures(view)}
${timeline(view)}</main>`;
  const place = { path: 'index.html', title: edition.title, description: words.standFirst, room: 'story' as const };
  return framed(site, place, main);
}

/** Every claim of the edition in one list. */
export function claimsPage(site: Tongued, view: View): string {
  const { words, edition } = site;
  const sections = LABELS.map((label) => standing(site, view, label, Number.POSITIVE_INFINITY, 2));
  const main = html`<main id="main"><h1>${words.pages.claims}</h1>${sections}${keptBack(site)}</main>`;
  const title = `${words.pages.claims} · ${edition.title}`;
  return framed(site, { path: 'claims.html', title, description: words.standFirst, room: 'claims' }, main);
}

function leadingClaims(site: Tongued, view: View): Markup {
  const { words } = site;
  const sections = LABELS.map((label) => standing(site, view, label, LEADING));
  const some = view.dossier.claims.length > 0;
  return html`<section id="claims"><h2>${words.pages.claims}</h2>${some ? sections : html`<p>${words.noClaims}</p>`}
<p><a href="claims.html">${words.allClaims(view.dossier.claims.length)}</a></p>${keptBack(site)}</section>`;
}

function standing(site: Tongued, view: View, label: Label, most: number, level: 2 | 3 = 3): Markup {
  const { leading, rest } = ranked({ ...view, claims: view.dossier.claims }, label, 1000);
  const claims = [...leading, ...rest];
  if (claims.length === 0) return NOTHING;
  const more = claims.length - most;
  const opened: Markup = { markup: `<h${level}>` };
  const closed: Markup = { markup: `</h${level}>` };
  return html`<section class="standing ${label}" id="${label}">${opened}<span class="label">${view.words.labels[label]}</span> <span class="count">${claims.length}</span> <span class="means">${view.words.means[label]}</span>${closed}
<ul class="claims">${claims.slice(0, most).map((claim) => line(site, view, claim))}</ul>${more > 0 ? html`<p class="fine"><a href="claims.html#${label}">${site.words.moreClaims(more)}</a></p>` : NOTHING}</section>`;
}

/** A claim in a line: its words, then what it rests on. */
export function line({ words }: Tongued, view: View, claim: Claim): Markup {
  const { origins, carriers } = weightOf(view, claim);
  return html`<li><a href="${view.link(claim.id)}">${claimIn(view, claim)}</a> <span class="fine">${words.origins(origins)} · ${words.carriers(carriers)}</span></li>`;
}

function keptBack({ words, edition }: Tongued): Markup {
  const of = (why: 'private-life' | 'right-of-reply'): number =>
    edition.keptBack.filter((one) => one.why === why).length;
  return html`${(['private-life', 'right-of-reply'] as const).map((why) =>
    of(why) > 0 ? html`<p class="fine withheld">${words.keptBack[why](of(why))}</p>` : NOTHING,
  )}`;
}
