import type { Claim, Label, Placed, Reason, Side } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';
import { html, type Markup, NOTHING } from './html.ts';
import { LABELS } from './summary.ts';
import type { Withholding } from './withhold.ts';
import { calledBy } from './wording.ts';

/** How many source spans a claim shows before the rest folds away. */
const SPANS = 3;
/** Characters of context on each side of a highlighted span. */
const CONTEXT = 140;

const MEANS: Record<Label, string> = {
  confirmed: 'a body competent for it says so on the record, or a document in hand shows it',
  corroborated: 'two or more independent origins with first-hand knowledge',
  contested: 'origins with first-hand knowledge stand on both sides',
  denied: 'denied on the record; nothing above rumour or an unproven artefact stands for it',
  'single-source': 'one independent origin, however often it was repeated',
  unsourced: 'nobody stands behind it',
  retracted: 'its origin took it back',
};

/** The claims by standing, each with its origins, reasons and the words it rests on. */
export function claimSections(dossier: Dossier, shown: Withholding): Markup {
  const groups = LABELS.map((label) => ({
    label,
    claims: dossier.claims.filter((claim) => claim.standing.label === label),
  }));
  const sections = groups
    .filter(({ claims }) => claims.length > 0)
    .map(
      ({
        label,
        claims,
      }) => html`<section class="standing ${label}"><h3><span class="label">${label}</span> <small>${claims.length}</small></h3><p class="means">${MEANS[label]}</p>
${[...claims].sort((a, b) => b.statements.length - a.statements.length).map((claim) => card(dossier, claim, shown))}</section>`,
    );
  return html`<section id="claims"><h2>Claims</h2>${sections.length > 0 ? sections : html`<p>No claims were found.</p>`}</section>`;
}

function card(dossier: Dossier, claim: Claim, shown: Withholding): Markup {
  if (claim.privateLife) {
    return html`<article class="claim private" id="${claim.id}"><h4>A claim about somebody’s private life</h4><p>Its wording is withheld; it is ${claim.standing.label}.</p></article>`;
  }
  const { standing } = claim;
  const held = standing.reasons.filter((reason) => reason.held);
  const missed = standing.reasons.filter((reason) => !reason.held);
  const flags = [
    ...(standing.since ? [`since ${standing.since.slice(0, 16).replace('T', ' ')}`] : []),
    ...standing.flags.map((flag) => flag.replaceAll('-', ' ')),
  ];
  return html`<article class="claim" id="${claim.id}"><h4>${shown(claim.statement)}</h4>
<dl><dt>For</dt><dd>${side(dossier, standing.for, shown)}</dd>${standing.against.origins.length > 0 ? html`<dt>Against</dt><dd>${side(dossier, standing.against, shown)}</dd>` : NOTHING}
<dt>Why</dt><dd>${held.map((reason) => reasonLine(reason, shown))}${flags.length > 0 ? html`<p class="fine">${flags.join(' · ')}</p>` : NOTHING}</dd>
${standing.next.length > 0 ? html`<dt>Ask next</dt><dd><ul>${standing.next.map((one) => html`<li>${shown(one.of)}: ${shown(one.ask)} <span class="fine">(would make it ${one.would})</span></li>`)}</ul></dd>` : NOTHING}</dl>
${words(dossier, claim, shown)}
${missed.length > 0 ? html`<details><summary>What it falls short of</summary>${missed.map((reason) => reasonLine(reason, shown))}</details>` : NOTHING}</article>`;
}

function reasonLine(reason: Reason, shown: Withholding): Markup {
  const said = reason.because.flatMap((one) => ('text' in one ? [one.text] : []));
  return html`<p>${said.length > 0 ? shown(reason.held ? (said[0] ?? '') : said.join('; ')) : NOTHING} <span class="fine">rule: ${reason.rule}</span></p>`;
}

function side(dossier: Dossier, { origins, rank }: Side, shown: Withholding): Markup {
  const named = origins.flatMap((id) => dossier.origins.find((one) => one.id === id) ?? []);
  if (named.length === 0) return html`nobody`;
  return html`<ul>${named.map(
    (origin) =>
      html`<li>${shown(origin.name ?? 'without a name')} <span class="fine">${origin.kind.replace('-', ' ')}, carried by ${origin.items.length} ${origin.items.length === 1 ? 'item' : 'items'}</span></li>`,
  )}</ul><p class="fine">strongest: ${rank.replace('-', ' ')}</p>`;
}

function words(dossier: Dossier, claim: Claim, shown: Withholding): Markup {
  const statements = claim.statements.flatMap((id) => dossier.statements.find((one) => one.id === id) ?? []);
  const spans = statements.map((statement) => highlighted(dossier, statement, shown));
  const rest = spans.slice(SPANS);
  return html`<div class="words">${spans.slice(0, SPANS)}${rest.length > 0 ? html`<details><summary>${rest.length} more ${rest.length === 1 ? 'place' : 'places'}</summary>${rest}</details>` : NOTHING}</div>`;
}

function highlighted(dossier: Dossier, statement: Placed, shown: Withholding): Markup {
  const content = dossier.texts.find((text) => text.item === statement.item)?.content ?? '';
  const item = dossier.items.find((one) => one.id === statement.item);
  const before = tail(content.slice(Math.max(0, statement.start - CONTEXT), statement.start));
  const after = head(content.slice(statement.end, statement.end + CONTEXT));
  const on = statement.carrier
    ? 'in its own voice'
    : `${statement.source.name ?? 'nobody named'}, ${statement.source.kind.replace('-', ' ')}`;
  return html`<blockquote>${shown(before)}<mark>${shown(statement.quote)}</mark>${shown(after)}<footer>${item ? calledBy(item) : statement.item} · ${shown(on)}</footer></blockquote>`;
}

/** Context stops at the line: what is on another line is another stretch. */
const tail = (words: string): string => words.slice(words.lastIndexOf('\n') + 1);
const head = (words: string): string => (words.includes('\n') ? words.slice(0, words.indexOf('\n')) : words);
