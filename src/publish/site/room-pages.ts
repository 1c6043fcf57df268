import type { View } from '../catalogue.ts';
import { html } from '../html.ts';
import { answers, contradictions, promises } from '../page-answers.ts';
import { evidence } from '../page-evidence.ts';
import { drawing } from '../page-lineage.ts';
import { framed, type Tongued } from './page-frame.ts';

/** Who was asked and what came back, who promised what, with their clocks. */
export function answersPage(site: Tongued, view: View): string {
  const { words, edition } = site;
  const main = html`<main id="main"><h1>${words.pages.answers}</h1><p>${words.answersLead}</p>${answers(view)}${promises(view)}${contradictions(view)}</main>`;
  const place = { path: 'answers.html', title: `${words.pages.answers} · ${edition.title}` };
  return framed(site, { ...place, description: words.answersLead, room: 'answers' }, main);
}

/** Every item, with its digest where that leads to nobody. */
export function evidencePage(site: Tongued, view: View): string {
  const { words, edition } = site;
  const main = html`<main id="main" class="alone"><h1>${words.pages.evidence}</h1><p>${words.evidenceLead}</p>${evidence(view)}</main>`;
  const place = { path: 'evidence.html', title: `${words.pages.evidence} · ${edition.title}` };
  return framed(site, { ...place, description: words.evidenceLead, room: 'evidence' }, main);
}

/** Who copied whom, all of it. */
export function spreadPage(site: Tongued, view: View): string {
  const { words, edition } = site;
  const main = html`<main id="main" class="alone"><h1>${words.pages.spread}</h1><p>${words.spreadLead}</p>${drawing(view)}</main>`;
  const place = { path: 'spread.html', title: `${words.pages.spread} · ${edition.title}` };
  return framed(site, { ...place, description: words.spreadLead, room: 'spread' }, main);
}
