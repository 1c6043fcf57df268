import { compareInstants, epoch } from '../base/time.ts';
import type { Dossier } from './dossier.ts';
import { html, type Markup, NOTHING } from './html.ts';
import type { Withholding } from './withhold.ts';
import { calledBy, clockOf } from './wording.ts';

/** What came out when, day by day, with what first appeared in it. */
export function timeline(dossier: Dossier, shown: Withholding): Markup {
  const dated = dossier.items
    .filter((item) => epoch(item.published) !== null)
    .sort((a, b) => compareInstants(a.published, b.published) || (a.file < b.file ? -1 : 1));
  const days = [...new Set(dated.map((item) => item.published?.slice(0, 10) ?? ''))];
  const moved = (day: string): readonly Markup[] =>
    dossier.claims
      .filter((claim) => !claim.privateLife && claim.standing.since?.slice(0, 10) === day)
      .map(
        (claim) =>
          html`<li class="moved"><span class="label ${claim.standing.label}">${claim.standing.label}</span> ${shown(claim.statement)}</li>`,
      );
  return html`<section id="timeline"><h2>Timeline</h2><ol class="days">${days.map(
    (day) =>
      html`<li><h3><time datetime="${day}">${day}</time></h3><ul>${dated
        .filter((item) => item.published?.startsWith(day))
        .map(
          (item) =>
            html`<li><span class="clock">${item.published?.slice(11, 16) ?? ''}</span> ${item.publisher ?? item.file}${item.title ? html`: ${shown(item.title)}` : NOTHING}</li>`,
        )}${moved(day)}</ul></li>`,
  )}</ol></section>`;
}

/** Who was asked and what came back; who promised what, with its clock. */
export function responsesAndPromises(dossier: Dossier, shown: Withholding): Markup {
  const from = (id: string): string => {
    const item = dossier.items.find((one) => one.id === id);
    return item ? calledBy(item) : id;
  };
  const answers = dossier.responses.map(
    (one) =>
      html`<tr><td>${shown(one.body)}</td><td>${one.outcome}</td><td>${shown(one.quote)}<br><span class="fine">${from(one.item)}</span></td></tr>`,
  );
  const promises = dossier.commitments.map(
    (one) =>
      html`<tr class="${one.state}"><td>${shown(one.by)}</td><td>${clockOf(one, dossier.asOf)}</td><td>${shown(one.quote)}<br><span class="fine">${from(one.item)}</span></td></tr>`,
  );
  return html`<section id="answers"><h2>Asked and answered</h2>${table('Who was asked, what came back', ['Asked', 'Outcome', 'In words'], answers)}
<h2>Promises</h2>${table('Who promised what, and its clock', ['By', 'Clock', 'In words'], promises)}</section>`;
}

function table(caption: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  if (rows.length === 0) return html`<p>None found.</p>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Every item with its digest, so that a reader can tell which bytes were meant. */
export function evidence(dossier: Dossier, shown: Withholding): Markup {
  const rows = dossier.items.map(
    (item) =>
      html`<tr><td>${shown(item.file)}</td><td>${item.publisher ?? ''}</td><td>${item.published ?? 'unknown'}</td><td>${
        item.unreadable
          ? html`<strong>${item.unreadable.code}</strong>: ${item.unreadable.message}`
          : html`<code>${item.digest.slice(7, 19)}…</code>`
      }</td></tr>`,
  );
  return html`<section id="items"><h2>Evidence</h2>${table('Items', ['File', 'Carried by', 'Published', 'SHA-256, or why it can’t be read'], rows)}</section>`;
}
