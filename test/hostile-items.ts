import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

const vectors = join(root, '..', 'shared', 'data', 'integrity', 'dompurify-vectors', 'expect.json');

/** Evidence that would run or fetch something wherever one escape is forgotten. `at` is the canary's address. */
export const payloads = (at: string): readonly string[] => [
  `<script src="${at}/a.js"></script>`,
  `<img src="${at}/b.png" onerror="fetch('${at}/c')">`,
  `<svg onload="fetch('${at}/d')"><image href="${at}/e.svg"/></svg>`,
  `<svg><style>@import url("${at}/f.css");*{background:url(${at}/g.png)}</style></svg>`,
  `</title><script>fetch('${at}/h')</script>`,
  `</script><script>fetch('${at}/i')</script>`,
  `<!--<script>fetch('${at}/j')`,
  `--><iframe src="${at}/k.html"></iframe>`,
  `" onfocus="fetch('${at}/l')" autofocus tabindex="0" x="`,
  `' onmouseover='fetch("${at}/m")' style='position:fixed;inset:0' x='`,
  `<meta http-equiv="refresh" content="0;url=${at}/n">`,
  `<base href="${at}/o/"><link rel="stylesheet" href="${at}/p.css">`,
  `<a href="javascript:fetch('${at}/q')">read on</a>`,
  `&lt;script&gt;fetch('${at}/r')&lt;/script&gt;`,
  `&#x3c;img src=${at}/s.png onerror=alert(1)&#x3e;`,
  `\\u003cscript\\u003efetch('${at}/t')\\u003c/script\\u003e`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${at}/u.png onerror=alert(1)&gt;">`,
  `\u202e>tpircs/<>tpircs<\u202c \u2066<b>\u2069 \u200fx`,
  `<\u0000script>fetch('${at}/v')</script>`,
  `]]><script xmlns="http://www.w3.org/1999/xhtml">fetch('${at}/w')</script>`,
  `<?xml-stylesheet href="${at}/x.xsl"?><!DOCTYPE a SYSTEM "${at}/y.dtd">`,
  `{{constructor.constructor('fetch("${at}/z")')()}}`,
  `<form action="${at}/1"><button autofocus>go</button></form><object data="${at}/2"></object><embed src="${at}/3">`,
  `<video src="${at}/4.mp4" poster="${at}/5.png" autoplay></video><details open ontoggle="fetch('${at}/6')">`,
  `=HYPERLINK("${at}/7","read")`,
];
export const addresses = (at: string): readonly string[] => [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  `https://paper.example/"onmouseover="fetch('${at}/8')`,
  `https://paper.example/'><img src=${at}/9.png>`,
  `//${at.slice(7)}/10`,
  'file:///etc/passwd',
];

const cell = (words: string): string => `"${words.replaceAll('"', '""')}"`;

/** One item a payload: its words are quoted, its maker's name and its address are payloads, and its page is one. */
export function writeItems(folder: string, all: readonly string[], bad: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const rows = ['file,url,publisher,author,published,captured,lang,note'];
  all.forEach((payload, n) => {
    const line = payload.replaceAll(/\s+/gu, ' ');
    const name = `${String(n).padStart(3, '0')}.${n % 3 === 0 ? 'html' : 'txt'}`;
    const said = `Tarnholm Council said on Friday that gate ${n} bore the words ${line} in red.`;
    const quote = `“The ${n}th letter read ${line} and no more,” a clerk said.`;
    const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const page = `<!doctype html><html><head><title>${escaped(line)}</title></head><body><article><h1>${escaped(line)}</h1><p>${escaped(said)}</p><p>${escaped(quote)}</p>${payload}</article></body></html>`;
    writeFileSync(join(folder, name), n % 3 === 0 ? page : `${line}\n\n${said}\n\n${quote}\n`);
    const url = bad[n] ?? `https://paper.example/${n}?q=${line.slice(0, 80)}`;
    const time = `2033-04-02T10:${String(n % 60).padStart(2, '0')}:00Z`;
    rows.push(
      [name, url, `Paper ${n} ${line.slice(0, 120)}`, line.slice(0, 60), time, time, 'en', line].map(cell).join(','),
    );
  });
  writeFileSync(join(folder, 'index.csv'), `${rows.join('\n')}\n`);
  writeFileSync(
    join(folder, 'drawn.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><text>words</text></svg>',
  );
}

/** Payloads that others collected (DOMPurify's own tests), where they are at hand. */
export const knownPayloads = (): readonly string[] =>
  existsSync(vectors)
    ? (JSON.parse(readFileSync(vectors, 'utf8')) as { payload: string }[]).map(({ payload }) => payload)
    : [];
