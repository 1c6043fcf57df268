import { asksOf } from './asks.ts';
import { type View, viewOf } from './catalogue.ts';
import type { Dossier } from './dossier.ts';
import { escaped, html, type Markup } from './html.ts';
import { answersAndPromises } from './page-answers.ts';
import { claimSections } from './page-claims.ts';
import { evidence } from './page-evidence.ts';
import { drawing } from './page-lineage.ts';
import { pictures } from './page-pictures.ts';
import { STYLE } from './page-style.ts';
import { summaryOf } from './page-summary.ts';
import { timeline } from './page-timeline.ts';
import { funnel } from './summary.ts';
import { EN } from './words/en.ts';
import type { Words } from './words/words.ts';

/**
 * The report of a dossier: one self-contained HTML page that needs no script, no network and no other file. Everything
 * from evidence is escaped; private people and private life are left out.
 */
export function page(dossier: Dossier, words: Words = EN): string {
  const view = viewOf(dossier, { words });
  const body = html`
<a class="skip" href="#claims">${words.page.skip}</a>
${summaryOf(view)}
${menu(view)}
<main>
${claimSections(view)}
${answersAndPromises(view)}
${drawing(view)}
${pictures(view)}
${timeline(view)}
${evidence(view)}
</main>
<footer>${method(view)}</footer>`;
  return `<!doctype html>
<html lang="${words.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>${escaped(words.page.title(funnel(dossier, words)))}</title>
<style>${STYLE}</style></head>
<body>${body.markup}
</body></html>
`;
}

function menu(view: View): Markup {
  const { menu, sections } = view.words.page;
  const empty = new Set([
    ...(asksOf(view).length > 0 ? [] : ['ask']),
    ...(view.dossier.images.length > 0 ? [] : ['pictures']),
  ]);
  const links = Object.entries(sections).filter(([id]) => !empty.has(id));
  return html`<nav aria-label="${menu}">${links.map(([id, called], at) => html`${at > 0 ? ' ' : ''}<a href="#${id}">${called}</a>`)}</nav>`;
}

function method({ dossier, words }: View): Markup {
  const withheld = dossier.people.filter((person) => person.withheld).length;
  const digest = html`<code>${dossier.policy.digest.slice(0, 23)}…</code>`;
  return html`<p>${words.page.method(dossier.counts.items, digest)}${withheld > 0 ? words.page.withheld(withheld) : ''}</p>`;
}
