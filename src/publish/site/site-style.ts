import { STYLE } from '../page-style.ts';

/** The style of a published record: the report's, and what only its pages have. */
export const SITE_STYLE = `${STYLE}
.masthead{max-width:58rem;margin:0 auto;padding:1rem 1.2rem 0}.masthead nav{padding:.2rem 0 .5rem!important;border-bottom:1px solid var(--line);font-size:.95rem}.story-title{margin:0;font-weight:600}.story-title a{color:inherit;text-decoration:none}
nav a[aria-current=page]{color:var(--ink);font-weight:700;text-decoration:none}nav a[hreflang]{margin-inline-start:auto}
main{padding-top:1.4rem!important}main>header{margin:0}
.claims{list-style:none;padding:0}.claims li{padding:.4rem 0;border-top:1px solid var(--line)}.claims li>a{color:inherit;text-decoration-color:var(--dim);text-decoration-thickness:1px;font-family:inherit}
.standing-line{margin:0 0 .4rem}.claim.whole h1{font-size:1.7rem;line-height:1.3;margin:0 0 .5rem}.waived{border-inline-start:3px solid var(--alert);padding-inline-start:.8rem}
${['confirmed', 'corroborated', 'contested', 'denied', 'single-source', 'unsourced', 'retracted']
  .map(
    (label) =>
      `.claim.${label},.card.${label}{border-top-color:var(--${label})}.standing.${label}>h2 .label{color:var(--${label})}`,
  )
  .join('\n')}
.changes{list-style:none;padding:0}.changes li{padding:.45rem 0;border-top:1px solid var(--line)}.changes .label{margin-inline-end:.5rem;color:var(--dim)}
.plates{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:1rem}.plates img{max-width:100%;height:auto;border:1px solid var(--line);border-radius:4px}
.embedding pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:.6rem .8rem;border-radius:4px;font-size:.82rem}main p code{white-space:normal;overflow-wrap:anywhere}.standing>h2{font-size:1rem;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .5rem;margin:1.8rem 0 .6rem;padding:0;border:0}.standing>h2 .label{font-size:.95rem}.standing>h2 .count{font-variant-numeric:tabular-nums}
.embedded{background:var(--card)}.embedded .card{padding:.9rem 1.1rem!important;border-top-width:4px;border-top-style:solid;max-width:none}.embedded h1{font-size:1.2rem;line-height:1.35;margin:0 0 .5rem}.embedded h1 a{color:inherit}.embedded .fine{margin:0 0 .2rem}
.alone>section>h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th .label,td .label{white-space:nowrap;overflow-wrap:normal}.scroll+p{margin-top:.9rem}
@media print{.masthead nav,.embedding{display:none}.masthead{padding:0;max-width:none}}
`;
