import type { Claim, Label } from '../weigh/ledger.ts';
import type { View } from './catalogue.ts';
import { html, type Markup, NOTHING } from './html.ts';
import { ranked, weightOf } from './prominence.ts';
import { quoted, spoken } from './quoted.ts';
import { plural, promised, tally } from './summary.ts';
import { claimWords, clockOf, instantWords, originName } from './wording.ts';

/** The top of the report: from the pile to its origins, how the claims stand, and what matters most in a few lines. */
export function summaryOf(view: View): Markup {
  return html`<header>
<p class="mark">Hearsay</p>
<h1>What this story rests on</h1>
${funnelLine(view)}
${bar(view)}
${asOfLine(view)}
${glance(view)}
</header>`;
}

/** From the pile to its origins. */
export function funnelLine({ dossier: { counts } }: View): Markup {
  const steps = [
    { n: counts.items, words: counts.items === 1 ? 'item' : 'items' },
    {
      n: counts.tellings,
      words: counts.tellings === 1 ? 'telling that was not copied' : 'tellings that were not copied',
    },
    { n: counts.origins, words: counts.origins === 1 ? 'independent origin' : 'independent origins' },
  ];
  return html`<p class="funnel">${steps.map(
    ({ n, words }, at) =>
      html`${at > 0 ? html` <span class="to">→</span> ` : NOTHING}<span class="step"><b>${n}</b> ${words}</span>`,
  )}</p>`;
}

/** As of when, under which policy, and what the page does not say. */
export function asOfLine({ dossier: { asOf, policy } }: View): Markup {
  return html`<p class="fine">As of <time datetime="${asOf}">${instantWords(asOf)}</time>, under the policy “${policy.name}”. This page says what each claim rests on. It does not say what is so. “Independent” means independent in this pile, as far as it could be traced.</p>`;
}

/** How the claims stand, as a bar and in words; the words lead to the claims. */
export function bar(view: View): Markup {
  const counted = tally(view.dossier);
  const promises = promised(view.dossier);
  if (counted.length === 0) return html`<p class="standings">No claims were found.</p>`;
  return html`<div class="bar" aria-hidden="true">${counted.map(([label, n]) => html`<span class="${label}" style="flex-grow:${n}"></span>`)}</div>
<p class="standings">${counted.map(([label, n], at) => html`${at > 0 ? ' ' : ''}<a class="${label}" href="#${label}"><b>${n}</b> ${label}</a>`)}${
    promises ? html` <a class="promised" href="#promises">${promises}</a>` : NOTHING
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
  return html`<section class="glance" aria-labelledby="glance"><h2 id="glance">In short</h2><ul>${lines.map(
    ({ head, tone, words }) => html`<li><span class="label ${tone}">${head}</span><span>${words}</span></li>`,
  )}</ul></section>`;
}

function claims(view: View, labels: readonly Label[], most: number): readonly Line[] {
  return labels
    .flatMap((label) => ranked({ ...view, claims: view.dossier.claims }, label, most).leading)
    .slice(0, most)
    .map((claim) => ({ head: claim.standing.label, tone: claim.standing.label, words: linked(view, claim) }));
}

/** What is carried most with the least behind it: where an echo may pass for a source. */
function repeated(view: View): readonly Line[] {
  return (['single-source', 'unsourced'] as const)
    .flatMap((label) => ranked({ ...view, claims: view.dossier.claims }, label, 8).leading)
    .map((claim) => ({ claim, carriers: weightOf(view, claim).carriers }))
    .filter(({ carriers }) => carriers > 2)
    .sort((a, b) => b.carriers - a.carriers)
    .slice(0, 2)
    .map(({ claim, carriers }) => {
      const [first] = claim.standing.for.origins.flatMap((id) => view.origin(id) ?? []);
      const on =
        claim.standing.label === 'single-source' && first
          ? html`one origin: ${spoken(view.shown(originName(first)))}`
          : html`nobody behind it`;
      return {
        head: claim.standing.label,
        tone: claim.standing.label,
        words: html`${linked(view, claim)} <span class="fine">in ${carriers} items, ${on}</span>`,
      };
    });
}

const linked = (view: View, claim: Claim): Markup =>
  html`<a href="${view.link(claim.id)}">${quoted(view.shown(claimWords(claim)))}</a>`;

function overdue(view: View): readonly Line[] {
  return view.dossier.commitments
    .filter((one) => one.state === 'overdue')
    .slice(0, 2)
    .map((one) => ({
      head: clockOf(one, view.dossier.asOf),
      tone: 'alert',
      words: html`${spoken(view.shown(one.by))} promised: ${quoted(view.shown(one.what))}`,
    }));
}

function altered(view: View): readonly Line[] {
  const pairs = view.dossier.images.filter((pair) => pair.relation === 'edited').length;
  if (pairs === 0) return [];
  return [
    {
      head: 'altered picture',
      tone: 'alert',
      words: html`${plural(pairs, 'pair')} of pictures ${pairs === 1 ? 'shows' : 'show'} the same thing in different words: <a href="#pictures">side by side</a>`,
    },
  ];
}
