import { asksOf } from './asks.ts';
import { type View, viewOf } from './catalogue.ts';
import type { Dossier } from './dossier.ts';
import { escaped, html, type Markup, NOTHING } from './html.ts';
import { answersAndPromises } from './page-answers.ts';
import { claimSections } from './page-claims.ts';
import { evidence } from './page-evidence.ts';
import { drawing } from './page-lineage.ts';
import { pictures } from './page-pictures.ts';
import { STYLE } from './page-style.ts';
import { summaryOf } from './page-summary.ts';
import { timeline } from './page-timeline.ts';
import { funnel } from './summary.ts';

/**
 * The report of a dossier: one self-contained HTML page that needs no script, no network and no other file. Everything
 * from evidence is escaped; private people and private life are left out.
 */
export function page(dossier: Dossier): string {
  const view = viewOf(dossier);
  const body = html`
<a class="skip" href="#claims">To the claims</a>
${summaryOf(view)}
<nav aria-label="On this page"><a href="#claims">Claims</a> ${asksOf(view).length > 0 ? html`<a href="#ask">Whom to ask</a> ` : NOTHING}<a href="#answers">Answers and promises</a> <a href="#lineage">Who copied whom</a> ${
    dossier.images.length > 0 ? html`<a href="#pictures">Pictures</a> ` : NOTHING
  }<a href="#timeline">Timeline</a> <a href="#items">Evidence</a></nav>
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
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>${escaped(`What this story rests on: ${funnel(dossier)}`)}</title>
<style>${STYLE}</style></head>
<body>${body.markup}
</body></html>
`;
}

function method({ dossier }: View): Markup {
  const withheld = dossier.people.filter((person) => person.withheld).length;
  const left =
    withheld > 0
      ? html` ${withheld} ${withheld === 1 ? 'person is' : 'people are'} withheld by default; words in square brackets that begin with “withheld” stand in for them.`
      : NOTHING;
  return html`<p>Made by Hearsay from ${dossier.counts.items} items by rules alone, without a network; the policy’s digest is <code>${dossier.policy.digest.slice(0, 23)}…</code>. Highlighted words are verbatim, at the place named beneath them.${left}</p>`;
}
