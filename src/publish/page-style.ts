const LABELS = ['confirmed', 'corroborated', 'contested', 'denied', 'single-source', 'unsourced', 'retracted', 'alert'];

const SANS =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
const SERIF =
  'Charter,"Iowan Old Style",Georgia,"Noto Serif","Songti SC",SimSun,"Noto Serif CJK SC","Noto Serif SC",serif';
const SERIF_HANT = 'Charter,Georgia,"Noto Serif","Songti TC",PMingLiU,"Noto Serif CJK TC","Noto Serif TC",serif';
const SERIF_JA =
  'Charter,Georgia,"Noto Serif","Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP","Noto Serif JP",serif';

/** Marks that Latin and Chinese share, but set in different widths: on Chinese words they come from a Chinese font. */
const MARKS =
  'U+2014,U+2018-2019,U+201C-201D,U+2026,U+3001-3003,U+3008-3011,U+3014-3017,U+FF01,U+FF08-FF09,U+FF0C,U+FF1A-FF1B,U+FF1F';
const face = (name: string, fonts: readonly string[]): string =>
  `@font-face{font-family:"${name}";src:${fonts.map((font) => `local("${font}")`).join(',')};unicode-range:${MARKS}}`;
const MARKS_SANS = face('Han Marks Sans', [
  'PingFang SC',
  'PingFangSC-Regular',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Noto Sans SC',
]);
const MARKS_SERIF = face('Han Marks Serif', [
  'Songti SC',
  'STSongti-SC-Regular',
  'SimSun',
  'Noto Serif CJK SC',
  'Noto Serif SC',
]);
/** What is set in the serif. */
const BOOKISH = 'h1,h2,h4,.place blockquote,.pairs blockquote,.glance li a,.asks a';

/**
 * The report's style: system type, one column, light and dark by the reader's setting, print with everything unfolded.
 * All pairs of colours meet WCAG 2.2 AA, and no meaning hangs on colour alone.
 */
export const STYLE = `
${MARKS_SANS}
${MARKS_SERIF}
:root{color-scheme:light dark;--latin:${SANS};--han:"Han Marks Sans",${SANS};--ink:#1b1b1f;--dim:#595962;--paper:#fbfaf7;--line:#dcdad2;--card:#fff;--mark:#ffefb0;--soft:#f3f1ea;--link:#0b57a4;
--confirmed:#0b6b3a;--corroborated:#0a6275;--contested:#86299c;--denied:#a3221c;--single-source:#7d5200;--unsourced:#595962;--retracted:#595962;--alert:#a3221c}
@media(prefers-color-scheme:dark){:root{--ink:#ececf0;--dim:#a9a9b4;--paper:#151518;--line:#3a3a42;--card:#1d1d22;--mark:#574600;--soft:#26262c;--link:#8cc2ff;
--confirmed:#63d297;--corroborated:#5fd0e6;--contested:#dd9bf0;--denied:#ff9c94;--single-source:#f0bd5a;--unsourced:#a9a9b4;--retracted:#a9a9b4;--alert:#ff9c94}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;text-size-adjust:100%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 ${SANS};overflow-wrap:anywhere}
:lang(zh),:lang(ja),:lang(ko){line-break:strict;text-spacing-trim:trim-start;text-autospace:normal}:lang(zh),:lang(ja){overflow-wrap:anywhere}:lang(ko){word-break:keep-all}
body>header,main,body>nav,body>footer{max-width:58rem;margin:0 auto;padding:0 1.2rem}
body>header{padding-top:2rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.3rem .6rem}
.mark{margin:0;font-weight:700;letter-spacing:.09em;text-transform:uppercase;font-size:.78rem;color:var(--dim)}
:where(${BOOKISH}){--latin:${SERIF};--han:"Han Marks Serif",${SERIF};font-family:var(--latin);font-variant-east-asian:proportional-width}
:where(body,[lang],${BOOKISH}):lang(zh){font-family:var(--han)}:where([lang]):not(:lang(zh),:lang(ja)){font-family:var(--latin);font-variant-east-asian:proportional-width}
body :lang(zh),body :lang(ja),body blockquote:lang(zh),body blockquote:lang(ja){font-variant-east-asian:normal}
:is(h1,h2,h4,blockquote,.glance a) :lang(zh-Hant),:is(h1,h2,h4,blockquote,.glance a) :lang(zh-TW),blockquote:lang(zh-Hant){font-family:${SERIF_HANT}}
:is(h1,h2,h4,blockquote,.glance a) :lang(ja),blockquote:lang(ja){font-family:${SERIF_JA}}
h1{font-size:2.3rem;line-height:1.15;margin:.1rem 0 1.2rem;font-weight:600;text-wrap:balance}
h2{font-size:1.6rem;line-height:1.2;font-weight:600;margin:3rem 0 1rem;padding-top:.7rem;border-top:2px solid var(--ink)}
h3{margin:1.6rem 0 .5rem;font-size:1.02rem}.cap{margin:0;font-weight:700;font-size:.78rem;text-transform:uppercase;letter-spacing:.06em;color:var(--dim)}
ul,ol{margin:0;padding-left:1.2rem}p{margin:0 0 .7rem}
.fine{color:var(--dim);font-size:.86rem}a{color:var(--link);text-underline-offset:.15em}
.funnel{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .8rem;font-size:1.1rem;margin:0 0 1.1rem}.funnel b{font-size:2.1rem;line-height:1.1;font-variant-numeric:tabular-nums}.funnel .to{color:var(--dim);font-size:1.5rem}
.bar{display:flex;gap:2px;height:.7rem;margin:0 0 .5rem;border-radius:4px;overflow:hidden;print-color-adjust:exact;-webkit-print-color-adjust:exact}.bar span{min-width:4px}
.standings{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0 0 1rem}.standings a{font-size:1rem;text-decoration-thickness:1px}.standings .promised{color:var(--ink)}
.label{text-transform:uppercase;letter-spacing:.05em;font-size:.78rem;font-weight:700}
${LABELS.map(
  (label) =>
    `.bar .${label}{background:var(--${label})}.standings .${label},.label.${label},.standing.${label}>h3 .label{color:var(--${label})}.standing.${label} .claim{border-top-color:var(--${label})}`,
).join('\n')}
.glance{background:var(--soft);border-radius:8px;padding:.9rem 1.1rem 1rem;margin:1.2rem 0 .6rem}.glance h2{font:700 .78rem/1.4 ${SANS};text-transform:uppercase;letter-spacing:.09em;margin:0 0 .4rem;padding:0;border:0;color:var(--dim)}
.glance ul{list-style:none;padding:0;margin:0}.glance li{display:grid;grid-template-columns:9.2rem 1fr;gap:.2rem .8rem;padding:.38rem 0;align-items:baseline;border-top:1px solid var(--line)}.glance li:first-child{border-top:0}.glance a{color:inherit;text-decoration-color:var(--dim);text-decoration-thickness:1px}
nav{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem;padding-top:.6rem!important;padding-bottom:.3rem!important}nav a{padding:.25rem 0}
.standing{margin:0 0 2rem}.standing>h3{font-size:1rem;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .5rem;margin:1.8rem 0 .6rem}.standing>h3 .label{font-size:.95rem}.standing>h3 .count{font-variant-numeric:tabular-nums}.means{font-weight:400;color:var(--dim);font-size:.9rem}
.claim{background:var(--card);border:1px solid var(--line);border-top:3px solid var(--line);border-radius:4px;padding:1rem 1.2rem .8rem;margin:0 0 1rem}
.claim h4{margin:0 0 .35rem;font-size:1.3rem;line-height:1.35;font-weight:600;text-wrap:pretty}.why{margin:0 0 .6rem}.note{display:inline-block;color:var(--dim);font-size:.84rem;margin-inline-end:.35rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:.4rem 1.4rem;margin:0 0 .8rem}.side{display:grid;grid-template-columns:5.2rem 1fr;align-items:baseline}.side ul{list-style:none;padding:0}.side li{padding:.1rem 0}.nobody{margin:0;color:var(--dim)}
.carrier{color:inherit;text-decoration-color:var(--line)}.place{margin:0 0 .8rem}.place blockquote,.pairs blockquote{margin:0}.place blockquote{padding-inline-start:.9rem;border-inline-start:3px solid var(--line);font-size:1rem;color:var(--dim)}
.place mark,.pairs mark{color:var(--ink)}.place figcaption{padding-left:calc(.9rem + 3px);color:var(--dim);font-size:.86rem;margin-top:.15rem}
mark{background:var(--mark);color:inherit;padding:.05em .1em;border-radius:2px;box-decoration-break:clone;-webkit-box-decoration-break:clone;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.ask{background:var(--soft);border-radius:4px;padding:.5rem .8rem;margin:0 0 .5rem}.ask p{margin:.1rem 0}.ask .cap{margin:0}
details{margin:.3rem 0 .6rem}.claim>details{margin:.2rem 0 0}summary{cursor:pointer;color:var(--link);font-size:.92rem;padding:.25rem 0;width:fit-content}details details{margin-left:0}.standing>details>summary{font-size:1rem}
figure{margin:0 0 1.2rem}.telling{margin-bottom:2rem}.telling h3{margin-top:1.2rem}
.scroll{overflow-x:auto;max-width:100%}.scroll:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
svg{display:block;overflow:visible;font:13px ${SANS}}svg text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}svg tspan{unicode-bidi:isolate}svg .when{fill:var(--dim);font-size:11.5px}svg .strong{font-weight:700}
svg .first{fill:var(--corroborated)}svg .copy,svg .version{fill:var(--paper);stroke:var(--corroborated);stroke-width:2.5}svg .ring{fill:var(--paper);stroke:var(--denied);stroke-width:2.5}
svg .edge{fill:none;stroke:var(--dim);stroke-width:1.5}svg .same{stroke:var(--corroborated);stroke-width:3}svg .unknown{stroke-dasharray:4 4}svg .aside{stroke-opacity:.75}svg .tick{stroke:var(--line);stroke-width:1;fill:none}svg marker path{fill:var(--dim)}
.rows{list-style:none;padding:0}.rows h3{margin:1.1rem 0 .3rem;font-size:1.05rem}.rows ul{list-style:none;padding:0}.rows ul>li{display:grid;grid-template-columns:9.2rem 1fr;gap:.1rem .9rem;align-items:baseline;padding:.45rem 0;border-top:1px solid var(--line)}
.outcome{color:var(--dim);line-height:1.35}.outcome.overdue,.outcome.denied{color:var(--denied)}.outcome.no-reply,.outcome.declined{color:var(--single-source)}.outcome.confirmed,.outcome.kept{color:var(--confirmed)}.outcome.partial,.outcome.open,.outcome.acknowledged{color:var(--corroborated)}
.asks{list-style:none;padding:0}.asks>li{display:grid;grid-template-columns:13rem 1fr;gap:.1rem .9rem;padding:.5rem 0;border-top:1px solid var(--line);align-items:baseline}.asks ul{list-style:none;padding:0}.asks a{color:inherit;text-decoration-color:var(--dim);text-decoration-thickness:1px}.asks li li{padding:.1rem 0}
.pairs{list-style:none;padding:0}.pairs>li{display:grid;grid-template-columns:1fr 1fr;gap:.3rem 1.4rem;padding:.7rem 0;border-top:1px solid var(--line)}.pairs p{margin:.2rem 0 0}.pairs .both{grid-column:1/-1}
.chats{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem;align-items:start}.chat{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.8rem;margin:0}.chat figcaption{color:var(--dim);font-size:.84rem;margin-bottom:.5rem}
.chat ol{list-style:none;padding:0;display:flex;flex-direction:column;gap:.45rem}.chat li{max-width:85%;padding:.35rem .7rem;border-radius:12px;background:var(--soft);font-size:.95rem}.chat .right{align-self:flex-end;background:var(--card);border:1px solid var(--line)}.chat .left{align-self:flex-start}.chat .centre{align-self:center;background:none;color:var(--dim);font-size:.85rem}.chat small{color:var(--dim);font-size:.78rem;display:block}
.days{list-style:none;padding:0}.days>li>h3{margin:1.3rem 0 .2rem}.days ul{list-style:none;padding:0}.days li li{display:grid;grid-template-columns:8.6rem 1fr;gap:.1rem .8rem;align-items:baseline;padding:.18rem 0}.days li li:has(>details){display:block}.clock.label{white-space:nowrap}.clock:not(.label){color:var(--dim)}.clock{font-variant-numeric:tabular-nums}
:where(html:lang(zh)) body{line-height:1.6}:where(html:lang(zh)) :is(.label,.cap,.glance h2){letter-spacing:0;font-size:.84rem}:where(html:lang(zh)) .glance li span{text-wrap:pretty}:where(html:lang(zh)) :is(bdi,span):is(:lang(ar),:lang(fa),:lang(ur),:lang(he)){margin-inline:.12em}
table{border-collapse:collapse;width:100%;font-size:.9rem}caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line)}thead th{color:var(--dim);font-weight:600;font-size:.84rem}tbody th{font-weight:400}code{font-size:.85em;white-space:nowrap}.url{font-size:.78rem}
body>footer{margin-top:3rem;padding-bottom:3rem;color:var(--dim);font-size:.86rem}
@media(max-width:40rem){body{font-size:16px}h1{font-size:1.75rem}h2{font-size:1.4rem}.claim{padding:.8rem .9rem .6rem}.claim h4{font-size:1.16rem}.funnel{flex-direction:column;gap:0}.funnel .to{display:none}.funnel b{display:inline-block;min-width:2.2ch;text-align:right;font-size:1.7rem}
.glance li,.rows ul>li,.asks>li{grid-template-columns:1fr;gap:0}.days li li{display:block;padding:.25rem 0}.days .clock{margin-inline-end:.6em}.days .clock:empty{display:none}.side{grid-template-columns:4.6rem 1fr}.pairs>li{grid-template-columns:1fr;gap:.6rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table,tbody,tr,tbody th,td{display:block;padding-right:0}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}tbody th,td{border:0;padding:.05rem 0}td:empty{display:none}}
@media print{:root{color-scheme:light;--ink:#000;--dim:#444;--paper:#fff;--card:#fff;--line:#bbb;--mark:#ffefb0;--soft:#f3f1ea;--link:#000;--confirmed:#0b6b3a;--corroborated:#0a6275;--contested:#86299c;--denied:#a3221c;--single-source:#7d5200;--unsourced:#444;--retracted:#444;--alert:#a3221c}
@page{margin:16mm 14mm}html{font-size:9.5pt}body{font-size:1rem;line-height:1.4}body>header,main,body>footer{max-width:none;padding:0}nav,.skip{display:none}h1{font-size:22pt}h2{break-after:avoid;font-size:15pt}h3,h4,summary{break-after:avoid}.claim h4{font-size:12pt}.why,.claim h4,p.cap{break-after:avoid}.claim details{margin:0}.claim details:last-child,.claim details:last-child summary{font-size:7.5pt}.place{margin-bottom:.45rem}.standing{margin-bottom:1rem}h2{margin-top:1.6rem}
.claim{border-width:1px 0 0;border-top-width:2px;padding:.5rem 0;border-radius:0}.place,.side,.ask,.chat,.glance li,.rows ul>li,.asks>li,.pairs>li,.days li li,tr{break-inside:avoid}p,blockquote,li{orphans:2;widows:2}
details::details-content{content-visibility:visible;block-size:auto;display:block}summary{list-style:none;color:var(--dim);font-weight:600}summary::-webkit-details-marker{display:none}
.scroll{overflow:visible}svg{max-width:100%;height:auto}.telling{break-inside:avoid}a{color:inherit;text-decoration:none}mark{padding:.05em 0}}
`;
