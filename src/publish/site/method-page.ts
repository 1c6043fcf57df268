import type { Rule } from '../../weigh/policy.ts';
import type { View } from '../catalogue.ts';
import { html, type Markup } from '../html.ts';
import { framed, type Tongued, toRoot } from './page-frame.ts';

/** How the record was made, what is withheld from it, the policy, and how a stranger checks it. */
export function methodPage(site: Tongued, view: View): string {
  const { words, edition } = site;
  const { method } = words;
  const root = toRoot(site, 'method.html');
  const paragraphs = (all: readonly string[]): readonly Markup[] => all.map((one) => html`<p>${one}</p>`);
  const main = html`<main id="main"><h1>${words.pages.method}</h1>${paragraphs(method.lead)}
<section><h2>${method.withheld}</h2>${paragraphs(method.withheldText)}</section>
${policySection(site, view)}
<section><h2>${method.check}</h2>${paragraphs(method.checkText)}<p>${method.key} <code class="key">${edition.log.key}</code></p><p><a href="${root}verify.html">${words.pages.verify}</a></p></section>
<section><h2>${method.data}</h2><p>${method.dataLead}</p><ul>${Object.entries(method.files).map(([file, does]) => html`<li><a href="${root}${file}">${file}</a>: ${does}</li>`)}</ul></section></main>`;
  const place = { path: 'method.html', title: `${words.pages.method} · ${edition.title}` };
  return framed(site, { ...place, description: method.lead[0] ?? '', room: 'method' }, main);
}

function policySection(site: Tongued, view: View): Markup {
  const { edition, words } = site;
  const { method } = words;
  const { policy } = edition;
  const [label, when, name] = method.columns;
  const rows = policy.rules.map(
    (rule) =>
      html`<tr><th scope="row"><span class="label ${rule.label}">${view.words.labels[rule.label]}</span></th><td>${conditions(site, view, rule)}</td><td><code>${rule.name}</code></td></tr>`,
  );
  const { publicBodyHours, otherHours } = policy.rightOfReply;
  return html`<section id="policy"><h2>${method.policy}</h2><p>${method.policyLead(policy.name)} <code>${edition.dossier.policy.digest}</code></p>
<p>${method.ranks} ${policy.ranks.map((rank, at) => html`${at > 0 ? ' < ' : ''}${view.words.ranks[rank]}`)}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${method.policy}"><table><thead><tr><th scope="col">${label}</th><th scope="col">${when}</th><th scope="col">${name}</th></tr></thead><tbody>${rows}</tbody></table></div>
<p>${method.reply(publicBodyHours, otherHours)}</p></section>`;
}

/** What must hold for a rule, in words. */
function conditions({ words }: Tongued, view: View, { when }: Rule): Markup {
  const { method } = words;
  if (when.length === 0) return html`${method.otherwise}`;
  return html`${when.map((one, at) => {
    const between = at > 0 ? '; ' : '';
    if (one.takenBack) return html`${between}${method.takenBack}`;
    const side = method.sides[one.side ?? 'for'];
    const rank = one.atLeast
      ? method.atLeast(view.words.ranks[one.atLeast])
      : one.atMost
        ? method.atMost(view.words.ranks[one.atMost])
        : '';
    const count = one.origins === undefined ? '' : method.origins(one.origins);
    const competent = one.competent ? method.competent : '';
    return html`${between}${side} ${[rank, count, competent].filter(Boolean).join(', ')}`;
  })}`;
}
