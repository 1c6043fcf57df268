import type { Claim } from '../../weigh/ledger.ts';
import type { View } from '../catalogue.ts';
import type { GoneClaim } from '../corrections.ts';
import { html, type Markup, NOTHING } from '../html.ts';
import { answersAbout } from '../page-answers.ts';
import { claimBody } from '../page-claims.ts';
import { claimIn, quotedIn } from '../quoted.ts';
import { changeLine } from './corrections-page.ts';
import { framed, type Tongued, toRoot, whenOf } from './page-frame.ts';

/** One claim: its words, how it stands and since when, what it rests on, what came back, what is open. */
export function claimPage(site: Tongued, view: View, claim: Claim, data: Markup): string {
  const { words, edition } = site;
  const { standing } = claim;
  const path = `claims/${claim.id}.html`;
  const waived = edition.waived[claim.id];
  const main = html`<main id="main"><article class="claim whole ${standing.label}"><p class="standing-line"><span class="label ${standing.label}">${view.words.labels[standing.label]}</span> <span class="means">${view.words.means[standing.label]}</span></p>
<h1>${claimIn(view, claim)}</h1>
${waived ? html`<p class="waived">${words.waived} <span dir="auto">${waived}</span></p>` : NOTHING}
${claimBody(view, claim)}</article>
${answersAbout(view, claim)}
${history(site, view, claim)}
${embedding(site, view, claim)}</main>`;
  const title = `${view.words.labels[standing.label]}: ${view.shown(claim.statement)}`;
  return framed(site, { path, title, description: view.words.means[standing.label], room: null, head: data }, main);
}

/** What became of a claim that was published once: its address never goes dark. */
export function gonePage(site: Tongued, view: View, gone: GoneClaim): string {
  const { words, tongue } = site;
  const into = gone.into === null ? NOTHING : html`<p><a href="${view.link(gone.into)}">${words.goneInto}</a></p>`;
  const main = html`<main id="main"><h1>${words.gone(gone.edition, whenOf(gone.published, tongue))}</h1>
<p>${words.wasWorded} ${quotedIn(view, gone.statement)}</p>${into}<p><a href="../corrections.html">${words.pages.corrections}</a></p></main>`;
  const place = { path: `claims/${gone.id}.html`, title: words.pages.corrections, description: '', room: null };
  return framed(site, place, main);
}

function history(site: Tongued, view: View, claim: Claim): Markup {
  const { words, revisions, tongue } = site;
  const rows = revisions.flatMap(({ edition: number, published, changes, after }) =>
    changes
      .filter((one) => 'claim' in one && one.claim === claim.id)
      .map(
        (one) =>
          html`<li><time datetime="${published}">${words.edition(number, whenOf(published, tongue))}</time> ${changeLine(site, view, one, after, '../')}</li>`,
      ),
  );
  return rows.length > 0 ? html`<section><h2>${words.history}</h2><ul class="changes">${rows}</ul></section>` : NOTHING;
}

/** The claim for another page: a frame, and a snippet that needs none. */
function embedding(site: Tongued, view: View, { id, statement, standing }: Claim): Markup {
  const { words, edition } = site;
  const path = `claims/${id}.html`;
  const base = edition.base ?? toRoot(site, path);
  const frame = `<iframe src="${base}embed/${id}.html" width="560" height="260" title="${words.embedTitle}" loading="lazy"></iframe>`;
  const snippet = html`<blockquote cite="${base}${path}"><p>${statement}</p><p>${view.words.labels[standing.label]} — <a href="${base}${path}">${edition.title}</a></p></blockquote>`;
  return html`<details class="embedding"><summary>${words.embed}</summary><p class="fine">${words.embedHint}</p><pre tabindex="0">${frame}</pre><pre tabindex="0">${snippet.markup}</pre></details>`;
}
