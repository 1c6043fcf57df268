/** The report's style: system type, one column, light and dark by the reader's setting, print. All pairs of colours meet WCAG 2.2 AA. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1f;--dim:#595962;--paper:#fdfdfb;--line:#d9d9d2;--card:#fff;--mark:#fff0b3;--link:#0b57a4;
--confirmed:#0b6b3a;--corroborated:#0a6275;--contested:#86299c;--denied:#a3221c;--single-source:#7d5200;--unsourced:#595962;--retracted:#595962}
@media(prefers-color-scheme:dark){:root{--ink:#ececf0;--dim:#a9a9b4;--paper:#151518;--line:#3a3a42;--card:#1d1d22;--mark:#5c4a00;--link:#8cc2ff;
--confirmed:#63d297;--corroborated:#5fd0e6;--contested:#dd9bf0;--denied:#ff9c94;--single-source:#f0bd5a;--unsourced:#a9a9b4;--retracted:#a9a9b4}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
body>header,main,body>nav,body>footer{max-width:54rem;margin:0 auto;padding:0 1.1rem}
body>header{padding-top:2.2rem}
.mark{margin:0;font-weight:700;letter-spacing:.08em;text-transform:uppercase;font-size:.8rem;color:var(--dim)}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 1rem}
.funnel{font-size:1.25rem;font-weight:650;margin:0 0 .3rem}.standings{margin:0 0 .8rem;font-size:1.05rem}
.fine{color:var(--dim);font-size:.86rem}
a{color:var(--link)}nav{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding-top:.6rem!important;padding-bottom:.6rem!important;border-bottom:1px solid var(--line)}
nav a{padding:.25rem 0}
h2{font-size:1.35rem;margin:2.4rem 0 .8rem}h3{margin:1.6rem 0 .2rem;font-size:1.05rem}h3 small{color:var(--dim);font-weight:400}
.means{margin:0 0 .7rem;color:var(--dim);font-size:.92rem}
.label{text-transform:uppercase;letter-spacing:.05em;font-size:.82rem;font-weight:700}
${['confirmed', 'corroborated', 'contested', 'denied', 'single-source', 'unsourced', 'retracted']
  .map(
    (label) =>
      `.standing.${label} h3 .label,.label.${label}{color:var(--${label})}.standing.${label} .claim{border-left-color:var(--${label})}`,
  )
  .join('\n')}
.claim{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:6px;padding:.8rem 1rem;margin:0 0 .9rem}
.claim h4{margin:0 0 .5rem;font-size:1.08rem;line-height:1.4}.claim dl{margin:0;display:grid;grid-template-columns:5.2rem 1fr;gap:.15rem .6rem}
dt{color:var(--dim);font-size:.88rem;padding-top:.1rem}dd{margin:0;min-width:0}dd ul{margin:0;padding-left:1.1rem}dd p{margin:0}
blockquote{margin:.7rem 0 0;padding:.1rem 0 .1rem .8rem;border-left:2px solid var(--line);font-size:.95rem}
blockquote footer{color:var(--dim);font-size:.84rem;margin-top:.1rem}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:2px}
details{margin-top:.6rem}summary{cursor:pointer;color:var(--link);font-size:.92rem;padding:.2rem 0}
figure{margin:0 0 1.2rem}.scroll{overflow-x:auto}.scroll:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
svg{display:block;font:13px system-ui,sans-serif}svg text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}svg .when{fill:var(--dim);font-size:11px}
svg circle{fill:var(--corroborated)}svg .edge{fill:none;stroke:var(--dim);stroke-width:1.5}svg .unknown{stroke-dasharray:4 4}svg marker path{fill:var(--dim)}
.days{list-style:none;margin:0;padding:0}.days ul{list-style:none;margin:0;padding:0 0 0 .2rem}.days h3{margin-top:1rem}.clock{display:inline-block;min-width:3.4rem;color:var(--dim);font-variant-numeric:tabular-nums}.moved{padding-left:3.4rem}
table{border-collapse:collapse;width:100%;font-size:.93rem}caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}th{color:var(--dim);font-weight:600;font-size:.86rem}
tr.overdue td:nth-child(2){color:var(--denied);font-weight:700}code{font-size:.85em}
body>footer{margin-top:3rem;padding-bottom:3rem;color:var(--dim);font-size:.88rem}
@media(max-width:34rem){body{font-size:16px}h1{font-size:1.5rem}.funnel{font-size:1.1rem}.claim dl{grid-template-columns:1fr}dt{padding-top:.4rem}td:first-child,th:first-child{min-width:6rem}}
@media print{:root{color-scheme:light;--paper:#fff}body{font-size:10.5pt}nav{display:none}.claim{break-inside:avoid}details>*{display:block}.scroll{overflow:visible}svg{max-width:100%;height:auto}a{color:inherit}}
`;
