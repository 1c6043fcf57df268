import type { Dossier } from './dossier.ts';
import { escaped, html, type Markup, NOTHING } from './html.ts';
import { claimSections } from './page-claims.ts';
import { drawing } from './page-lineage.ts';
import { evidence, responsesAndPromises, timeline } from './page-lists.ts';
import { STYLE } from './page-style.ts';
import { funnel, standings } from './summary.ts';
import { withholding } from './withhold.ts';

/**
 * The report of a dossier: one self-contained HTML page that needs no script, no network and no other file. Everything
 * from evidence is escaped; private people and private life are left out.
 */
export function page(dossier: Dossier): string {
  const shown = withholding(dossier);
  const body = html`
<header>
<p class="mark">Hearsay</p>
<h1>What this story rests on</h1>
<p class="funnel">${funnel(dossier)}</p>
<p class="standings">${standings(dossier)}</p>
<p class="fine">As of <time>${dossier.asOf}</time>, under the policy “${dossier.policy.name}”. This page says what each claim rests on. It does not say what is so. “Independent” means independent in this pile, as far as it could be traced.</p>
</header>
<nav aria-label="On this page"><a href="#claims">Claims</a> <a href="#lineage">Who copied whom</a> <a href="#timeline">Timeline</a> <a href="#answers">Answers and promises</a> <a href="#items">Evidence</a></nav>
<main>
${claimSections(dossier, shown)}
${drawing(dossier, shown)}
${timeline(dossier, shown)}
${responsesAndPromises(dossier, shown)}
${evidence(dossier, shown)}
</main>
<footer>${method(dossier)}</footer>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>${escaped(`What this story rests on: ${funnel(dossier)}`)}</title>
<style>${STYLE}</style></head>
<body>${body.markup}
</body></html>
`;
}

function method(dossier: Dossier): Markup {
  const withheld = dossier.people.filter((person) => person.withheld).length;
  const left =
    withheld > 0 ? html` ${withheld} ${withheld === 1 ? 'person is' : 'people are'} withheld by default.` : NOTHING;
  return html`<p>Made by Hearsay from ${dossier.counts.items} items by rules alone; the policy’s digest is <code>${dossier.policy.digest.slice(0, 23)}…</code>.${left}</p>`;
}
