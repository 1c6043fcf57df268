import { compareInstants, epoch } from '../base/time.ts';
import type { Claim, Contradiction, PlacedCommitment, PlacedResponse } from '../weigh/ledger.ts';
import { asksOf } from './asks.ts';
import type { View } from './catalogue.ts';
import { differences } from './differences.ts';
import { folded, html, type Markup, NOTHING } from './html.ts';
import { carried, claimIn, langOf, quotedIn, shownIn, told } from './quoted.ts';
import { squeezed } from './repeats.ts';
import { claimWords, clockOf, outcomeWords, wouldWords } from './wording.ts';

/** How many pairs that do not fit together stand open before the rest folds away. */
const DIFFERENCES = 6;
/** How many are named whom to ask, and how many claims each of them is asked about, before the rest folds away. */
const ASKED = 8;
const CLAIMS = 3;

/** Whom to ask; who was asked and what came back, body by body; who promised what, with its clock; and what does not fit together. */
export function answersAndPromises(view: View): Markup {
  return html`${asks(view)}${answers(view)}${promises(view)}${contradictions(view)}`;
}

function asks(view: View): Markup {
  const { answers: text, claims } = view.words;
  const rows = asksOf(view).map((ask) => {
    const lines = ask.claims.map(
      ({ claim, would }) =>
        html`<li><a href="${view.link(claim.id)}">${claimIn(view, claim)}</a> <span class="fine">${wouldWords(would, view.words)}</span></li>`,
    );
    return html`<li><span><strong>${shownIn(view, ask.of)}</strong> <span class="fine">${text.onClaims(lines.length)}</span></span><div><ul>${lines.slice(0, CLAIMS)}</ul>${folded(
      claims.more(lines.length - CLAIMS),
      lines.length > CLAIMS ? [html`<ul>${lines.slice(CLAIMS)}</ul>`] : [],
    )}</div></li>`;
  });
  if (rows.length === 0) return NOTHING;
  return html`<section id="ask"><h2>${text.whomToAsk}</h2><ul class="asks">${rows.slice(0, ASKED)}</ul>${folded(
    text.moreToAsk(rows.length - ASKED),
    rows.length > ASKED ? [html`<ul class="asks">${rows.slice(ASKED)}</ul>`] : [],
  )}</section>`;
}

/** Who was asked and what came back, body by body. */
export function answers(view: View): Markup {
  const { answers: text } = view.words;
  const bodies = new Map<string, PlacedResponse[]>();
  for (const one of inTime(view, view.dossier.responses)) bodies.set(one.body, [...(bodies.get(one.body) ?? []), one]);
  const rows = [...bodies].map(
    ([body, all]) =>
      html`<li><h3>${shownIn(view, body)}</h3><ul>${onceEach(all).map(({ first, more }) => answer(view, first, more))}</ul></li>`,
  );
  return html`<section id="answers"><h2>${text.asked}</h2>${rows.length > 0 ? html`<ul class="rows">${rows}</ul>` : html`<p>${text.nobodyAsked}</p>`}</section>`;
}

function answer(view: View, one: PlacedResponse, more: number): Markup {
  const said = view.item(one.item)?.published ?? null;
  return html`<li><span class="label outcome ${one.outcome}">${outcomeWords(one, said, view.dossier.asOf, view.words)}</span>${saidWhere(view, one, more)}</li>`;
}

/** What came back from bodies that a claim names, or that could be asked about it. */
export function answersAbout(view: View, claim: Claim): Markup {
  const near = new Set(claim.standing.next.map(({ of }) => of));
  const own = view.dossier.responses.filter(({ body }) => claim.statement.includes(body) || near.has(body));
  return own.length > 0 ? answers({ ...view, dossier: { ...view.dossier, responses: own } }) : NOTHING;
}

/** Who promised what, the overdue first. */
export function promises(view: View): Markup {
  const { answers: text } = view.words;
  const order = { overdue: 0, open: 1, kept: 2, withdrawn: 3 };
  const all = onceEach([...view.dossier.commitments].sort((a, b) => order[a.state] - order[b.state]));
  const rows = all.map(({ first, more }) => promise(view, first, more));
  return html`<section id="promises"><h2>${text.promises}</h2>${rows.length > 0 ? html`<ul class="rows"><li><ul>${rows}</ul></li></ul>` : html`<p>${text.noPromises}</p>`}</section>`;
}

function promise(view: View, one: PlacedCommitment, more: number): Markup {
  return html`<li><span class="label outcome ${one.state}">${clockOf(one, view.dossier.asOf, view.words)}</span><div><strong>${shownIn(view, one.by)}</strong>${saidWhere(view, one, more)}</div></li>`;
}

interface Said {
  readonly item: string | null;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

function saidWhere(view: View, one: Said, more: number): Markup {
  const { answers: text, claims, language } = view.words;
  // The desk noted an answer without its words: nothing is withheld there.
  if (one.item === null && one.quote === '') return html`<p class="fine">${text.wordless}</p>`;
  const item = view.item(one.item);
  const { before, quote, after } = view.excerpt(one.item, one);
  const others = more > 0 ? text.otherItems(more) : '';
  return html`<figure class="place"><blockquote${langOf(one.quote, item?.language ?? null, language)} dir="auto">${before}<mark>${quote || claims.withheld}</mark>${after}</blockquote><figcaption>${one.item === null ? text.noted : carried(view, one.item)}${others}</figcaption></figure>`;
}

/** What does not fit together; where the rest stands `elsewhere`, that leads there. */
export function contradictions(view: View, elsewhere: Markup | null = null): Markup {
  const { answers: text } = view.words;
  const all = differences(view).map((one) => pair(view, one));
  if (all.length === 0) return NOTHING;
  const rest = all.slice(DIFFERENCES);
  return html`<section id="differences"><h2>${text.differences}</h2><ul class="pairs">${all.slice(0, DIFFERENCES)}</ul>
${rest.length === 0 ? NOTHING : (elsewhere ?? folded(text.more(rest.length), [html`<ul class="pairs">${rest}</ul>`]))}</section>`;
}

function pair(view: View, { a, b, why }: Contradiction): Markup {
  const cell = (one: Contradiction['a']): Markup => {
    const words = quotedIn(view, claimWords({ statement: one.quote }), view.item(one.item)?.language ?? null);
    return html`<div><blockquote>${words}</blockquote><p class="fine">${carried(view, one.item)}</p></div>`;
  };
  return html`<li>${cell(a)}${cell(b)}<p class="fine both">${told(view, why)}</p></li>`;
}

const inTime = <T extends Said>(view: View, all: readonly T[]): readonly T[] => {
  const at = (one: T): string | null => view.item(one.item)?.published ?? null;
  return [...all].sort(
    (a, b) => (epoch(at(a)) === null ? 1 : 0) - (epoch(at(b)) === null ? 1 : 0) || compareInstants(at(a), at(b)),
  );
};

/** The same words from several items stand once, with the number of the others. */
export function onceEach<T extends Said>(all: readonly T[]): readonly { readonly first: T; readonly more: number }[] {
  const groups = new Map<string, { first: T; items: Set<string | null> }>();
  for (const one of all) {
    const key = squeezed(one.quote);
    const group = groups.get(key) ?? { first: one, items: new Set() };
    group.items.add(one.item);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, items }) => ({ first, more: items.size - 1 }));
}
