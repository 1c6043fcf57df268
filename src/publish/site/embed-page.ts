import type { Claim } from '../../weigh/ledger.ts';
import type { View } from '../catalogue.ts';
import { escaped, html } from '../html.ts';
import { weightOf } from '../prominence.ts';
import { claimIn } from '../quoted.ts';
import { folderOf, type Tongued, toRoot, whenOf } from './page-frame.ts';

/** One claim on a card, for an `<iframe>` on another page: small, whole in itself, leading to the claim's own page. */
export function embedPage(site: Tongued, view: View, claim: Claim): string {
  const { words, edition, tongue } = site;
  const { standing, id, statement } = claim;
  const { origins, carriers } = weightOf(view, claim);
  const path = `embed/${id}.html`;
  const href = `${toRoot(site, path)}${folderOf(edition, tongue)}claims/${id}.html`;
  const body = html`<main class="card ${standing.label}"><p class="standing-line"><span class="label ${standing.label}">${view.words.labels[standing.label]}</span> <span class="means">${view.words.means[standing.label]}</span></p>
<h1><a href="${href}" target="_top">${claimIn(view, claim)}</a></h1>
<p class="fine">${words.origins(origins)} · ${words.carriers(carriers)}${standing.since ? ` · ${words.since(whenOf(standing.since, tongue))}` : ''}</p>
<p class="fine"><span dir="auto">${edition.title}</span> · ${words.edition(edition.number, whenOf(edition.published, tongue))}</p></main>`;
  return `<!doctype html>
<html lang="${tongue === 'zh' ? 'zh-Hans' : tongue}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'none'"><meta name="referrer" content="no-referrer">
<title>${escaped(`${view.words.labels[standing.label]}: ${view.shown(statement)}`)}</title><link rel="stylesheet" href="${toRoot(site, path)}style.css"></head>
<body class="embedded">${body.markup}</body></html>
`;
}
