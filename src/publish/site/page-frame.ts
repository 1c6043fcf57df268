import type { Revision } from '../corrections.ts';
import type { Edition } from '../edition.ts';
import { escaped, html, type Markup, NOTHING } from '../html.ts';
import { instantWords } from '../wording.ts';
import { WORDS } from '../words/languages.ts';
import type { SiteWords, Tongue } from './site-words.ts';

/** The pages that every other page leads to, in the order of the menu. */
export const MENU = ['story', 'claims', 'spread', 'answers', 'evidence', 'corrections', 'method'] as const;
export type Room = (typeof MENU)[number];

const FILES: Readonly<Record<Room, string>> = {
  story: 'index.html',
  claims: 'claims.html',
  spread: 'spread.html',
  answers: 'answers.html',
  evidence: 'evidence.html',
  corrections: 'corrections.html',
  method: 'method.html',
};

/** Where a page stands and what it is. */
export interface Place {
  /** Path from the folder of its language, such as `claims/claim-0a1b.html`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly room: Room | null;
  /** More for the head: markup that is safe already. */
  readonly head?: Markup;
}

/** A language of the record: its words, and where its pages stand. */
export interface Tongued {
  readonly tongue: Tongue;
  readonly words: SiteWords;
  readonly edition: Edition;
  /** What each edition changed in the one before, the latest first. */
  readonly revisions: readonly Revision[];
  /** The languages in which every page stands, with their words. */
  readonly all: readonly { readonly tongue: Tongue; readonly words: SiteWords }[];
}

/** The folder of a language: the first stands at the root. */
export const folderOf = ({ languages }: Edition, tongue: string): string =>
  languages[0] === tongue ? '' : `${tongue}/`;

/** The way from a page up to the folder of its language, and to the root. */
export const up = (path: string): string => '../'.repeat(path.split('/').length - 1);
export const toRoot = ({ edition, tongue }: Tongued, path: string): string => up(folderOf(edition, tongue) + path);

const CSP =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; script-src 'none'";

/** A whole page: head, menu, what it says, and the line beneath. No script, nothing from elsewhere. */
export function framed(site: Tongued, place: Place, main: Markup): string {
  const { tongue, words, edition } = site;
  const { path, title, description, room } = place;
  const root = toRoot(site, path);
  const menu = MENU.map(
    (one) => html`<a href="${up(path)}${FILES[one]}"${current(one === room)}>${words.pages[one]}</a> `,
  );
  const others = site.all.filter((one) => one.tongue !== tongue);
  const switches = others.map(
    (one) =>
      html`<a href="${root}${folderOf(edition, one.tongue)}${path}" hreflang="${one.tongue}" lang="${one.tongue}">${one.words.own}</a> `,
  );
  return `<!doctype html>
<html lang="${tongue === 'zh' ? 'zh-Hans' : tongue}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${CSP}"><meta name="referrer" content="no-referrer"><meta name="robots" content="noarchive">
<title>${escaped(title)}</title><meta name="description" content="${escaped(description)}">
<link rel="stylesheet" href="${root}style.css"><link rel="alternate" type="application/atom+xml" href="${root}feed.xml" title="${escaped(words.feed)}">${others
    .map(
      (one) => `<link rel="alternate" hreflang="${one.tongue}" href="${root}${folderOf(edition, one.tongue)}${path}">`,
    )
    .join('')}${place.head?.markup ?? ''}</head>
<body>${
    html`<a class="skip" href="#main">${words.skip}</a>
<header class="masthead"><p class="story-title"><a href="${up(path)}index.html"><span dir="auto">${edition.title}</span></a></p><nav aria-label="${words.menu}">${menu}${switches}</nav></header>
${main}
<footer>${footer(site, root)}</footer>`.markup
  }
</body></html>
`;
}

const current = (is: boolean): Markup => (is ? { markup: ' aria-current="page"' } : NOTHING);

function footer({ words, edition, tongue }: Tongued, root: string): Markup {
  return html`<p>${words.edition(edition.number, whenOf(edition.published, tongue))} · <a href="${root}verify.html">${words.verifyLine}</a> · <a href="${root}feed.xml">${words.feed}</a> · <a href="${root}dossier.json">${words.data}</a></p>`;
}

/** An instant as the interface writes it, with the offset it was given in: a record is read in every zone. */
export const whenOf = (instant: string, tongue: Tongue): string => instantWords(instant, WORDS[tongue]);
