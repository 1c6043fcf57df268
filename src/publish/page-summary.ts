import type { Claim, Label } from '../weigh/ledger.ts';
import type { View } from './catalogue.ts';
import { html, type Markup, NOTHING } from './html.ts';
import { ranked, weightOf } from './prominence.ts';
import { claimIn, quotedIn, shownIn } from './quoted.ts';
import { promised, tally } from './summary.ts';
import { clockOf, instantWords, originName } from './wording.ts';

/** The top of the report: from the pile to its origins, how the claims stand, and what matters most in a few lines. */
export function summaryOf(view: View): Markup {
  return html`<header>
<p class="mark" lang="en">Hearsay</p>
<h1>${view.words.page.heading}</h1>
${funnelLine(view)}
${bar(view)}
${asOfLine(view)}
${glance(view)}
</header>`;
}

/** From the pile to its origins. */
export function funnelLine({ dossier: { counts }, words: { summary } }: View): Markup {
  const steps = [
    { n: counts.items, words: summary.items(counts.items) },
    { n: counts.tellings, words: summary.tellings(counts.tellings) },
    { n: counts.origins, words: summary.origins(counts.origins) },
  ];
  return html`<p class="funnel">${steps.map(
    ({ n, words }, at) =>
      html`${at > 0 ? html` <span class="to">→</span> ` : NOTHING}<span class="step"><b>${n}</b> ${words}</span>`,
  )}</p>`;
}

/** As of when, under which policy, and what the page does not say. */
export function asOfLine({ dossier: { asOf, policy }, words }: View): Markup {
  const time = html`<time datetime="${asOf}">${instantWords(asOf, words)}</time>`;
  return html`<p class="fine">${words.summary.asOf(time, policy.name)}</p>`;
}

/** How the claims stand, as a bar and in words; the words lead to the claims, and to the promises where they are told. */
export function bar({ dossier, words }: View, promisesAt = '#promises'): Markup {
  const counted = tally(dossier);
  const promises = promised(dossier, words);
  if (counted.length === 0) return html`<p class="standings">${words.summary.noClaims}</p>`;
  return html`<div class="bar" aria-hidden="true">${counted.map(([label, n]) => html`<span class="${label}" style="flex-grow:${n}"></span>`)}</div>
<p class="standings">${counted.map(([label, n], at) => html`${at > 0 ? ' ' : ''}<a class="${label}" href="#${label}"><b>${n}</b> ${words.labels[label]}</a>`)}${
    promises ? html` <a class="promised" href="${promisesAt}">${promises}</a>` : NOTHING
  }</p>`;
}

interface Line {
  readonly head: string;
  readonly tone: Label | 'alert';
  readonly words: Markup;
}

/** At most a handful of lines: the best supported, the disputed, the most carried on the least, and what is overdue. */
export function glance(view: View): Markup {
  const lines = [
    ...claims(view, ['confirmed', 'corroborated'], 2),
    ...claims(view, ['contested', 'denied', 'retracted'], 2),
    ...repeated(view),
    ...overdue(view),
    ...altered(view),
  ];
  if (lines.length === 0) return NOTHING;
  return html`<section class="glance" aria-labelledby="glance"><h2 id="glance">${view.words.summary.inShort}</h2><ul>${lines.map(
    ({ head, tone, words }) => html`<li><span class="label ${tone}">${head}</span><span>${words}</span></li>`,
  )}</ul></section>`;
}

function claims(view: View, labels: readonly Label[], most: number): readonly Line[] {
  return labels
    .flatMap((label) => ranked({ ...view, claims: view.dossier.claims }, label, most).leading)
    .slice(0, most)
    .map((claim) => ({
      head: view.words.labels[claim.standing.label],
      tone: claim.standing.label,
      words: linked(view, claim),
    }));
}

/** What is carried most with the least behind it: where an echo may pass for a source. */
function repeated(view: View): readonly Line[] {
  const { labels, summary } = view.words;
  return (['single-source', 'unsourced'] as const)
    .flatMap((label) => ranked({ ...view, claims: view.dossier.claims }, label, 8).leading)
    .map((claim) => ({ claim, carriers: weightOf(view, claim).carriers }))
    .filter(({ carriers }) => carriers > 2)
    .sort((a, b) => b.carriers - a.carriers)
    .slice(0, 2)
    .map(({ claim, carriers }) => {
      const { label } = claim.standing;
      const [first] = claim.standing.for.origins.flatMap((id) => view.origin(id) ?? []);
      const on =
        label === 'single-source' && first
          ? summary.oneOrigin(shownIn(view, view.words.called(originName(first, view.words))))
          : html`${summary.nobodyBehind}`;
      return {
        head: labels[label],
        tone: label,
        words: html`${linked(view, claim)} <span class="fine">${summary.inItems(carriers, on)}</span>`,
      };
    });
}

const linked = (view: View, claim: Claim): Markup => html`<a href="${view.link(claim.id)}">${claimIn(view, claim)}</a>`;

function overdue(view: View): readonly Line[] {
  return view.dossier.commitments
    .filter((one) => one.state === 'overdue')
    .slice(0, 2)
    .map((one) => ({
      head: clockOf(one, view.dossier.asOf, view.words),
      tone: 'alert',
      words: view.words.summary.promise(
        shownIn(view, one.by),
        quotedIn(view, one.what, view.item(one.item)?.language ?? null),
      ),
    }));
}

function altered({ dossier, words: { summary } }: View): readonly Line[] {
  const pairs = dossier.images.filter((pair) => pair.relation === 'edited').length;
  if (pairs === 0) return [];
  const link = (words: string): Markup => html`<a href="#pictures">${words}</a>`;
  return [{ head: summary.altered, tone: 'alert', words: summary.alteredPairs(pairs, link) }];
}
