import { type View, viewOf } from '../catalogue.ts';
import { goneClaims, type Revision, revisionsOf } from '../corrections.ts';
import type { Edition } from '../edition.ts';
import { claimReview, scriptOf } from '../export/claim-review.ts';
import { csvFiles } from '../export/csv.ts';
import { feedOf } from '../export/feed.ts';
import { ftmOf } from '../export/ftm.ts';
import { provOf } from '../export/prov.ts';
import { publicDossier } from '../export/public-dossier.ts';
import type { Markup } from '../html.ts';
import { visible } from '../visible.ts';
import { WORDS } from '../words/languages.ts';
import { claimPage, gonePage } from './claim-page.ts';
import { correctionsPage } from './corrections-page.ts';
import { embedPage } from './embed-page.ts';
import { feedEntries } from './feed-entries.ts';
import { methodPage } from './method-page.ts';
import { folderOf, type Tongued } from './page-frame.ts';
import { answersPage, evidencePage, spreadPage } from './room-pages.ts';
import { SITE_STYLE } from './site-style.ts';
import type { SiteWords, Tongue } from './site-words.ts';
import { SITE_EN } from './site-words-en.ts';
import { SITE_ZH } from './site-words-zh.ts';
import { claimsPage, storyPage } from './story-page.ts';

/** A file of the record, by its path in the folder. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** The interface speaks these. */
export const SITE_WORDS: Readonly<Record<Tongue, SiteWords>> = { en: SITE_EN, zh: SITE_ZH };

export const isTongue = (tag: string): tag is Tongue => Object.hasOwn(SITE_WORDS, tag);

/** Every file of an edition that is text: its pages in each language, its data, its feed, its style. */
export function siteOf(edition: Edition): readonly SiteFile[] {
  const all = edition.languages.flatMap((tongue) => (isTongue(tongue) ? [{ tongue, words: SITE_WORDS[tongue] }] : []));
  const revisions = revisionsOf(edition);
  const pages = all.flatMap(({ tongue, words }) => pagesOf({ tongue, words, edition, revisions, all }));
  return [...pages, { path: 'style.css', text: SITE_STYLE }, ...dataOf(edition, revisions, all[0]?.words ?? SITE_EN)];
}

function pagesOf(site: Tongued): readonly SiteFile[] {
  const { edition, tongue } = site;
  const folder = folderOf(edition, tongue);
  const [top, deep] = [viewFor(site, ''), viewFor(site, '../')];
  const page = (path: string, text: string): SiteFile => ({ path: `${folder}${path}`, text });
  return [
    page('index.html', storyPage(site, top)),
    page('claims.html', claimsPage(site, top)),
    page('spread.html', spreadPage(site, top)),
    page('answers.html', answersPage(site, top)),
    page('evidence.html', evidencePage(site, top)),
    page('corrections.html', correctionsPage(site, top)),
    page('method.html', methodPage(site, top)),
    ...edition.dossier.claims.flatMap((claim) => [
      page(`claims/${claim.id}.html`, claimPage(site, deep, claim, dataFor(edition, claim.id, tongue))),
      page(`embed/${claim.id}.html`, embedPage(site, deep, claim)),
    ]),
    ...goneClaims(edition).map((gone) => page(`claims/${gone.id}.html`, gonePage(site, deep, gone))),
  ];
}

/** Claims lead to their pages, and the words around a quotation come from the edition, which has no whole texts. */
function viewFor({ edition, tongue, words: own }: Tongued, way: string): View {
  const words = WORDS[tongue];
  const quotations = new Map(edition.quotations.map((one) => [`${one.item} ${one.start} ${one.end}`, one]));
  return viewOf(edition.dossier, {
    words: { ...words, claims: { ...words.claims, askNext: own.open } },
    shown: Object.assign((words: string) => visible(words), { within: () => [] }),
    excerpt: (item, { start, end, quote }) =>
      quotations.get(`${item} ${start} ${end}`) ?? { before: '', quote, after: '' },
    link: (claim) => `${way}claims/${claim}.html`,
    itemLink: (item) => `${way}evidence.html#${item}`,
  });
}

/** The review of a claim for machines, where its standing gives one. */
function dataFor(edition: Edition, claim: string, tongue: Tongue): Markup {
  const review = claimReview(edition, claim, WORDS[tongue], `${folderOf(edition, tongue)}claims/${claim}.html`);
  return { markup: review === null ? '' : scriptOf(review) };
}

function dataOf(edition: Edition, revisions: readonly Revision[], words: SiteWords): readonly SiteFile[] {
  return [
    { path: 'dossier.json', text: publicDossier(edition) },
    ...csvFiles(edition),
    { path: 'prov.json', text: provOf(edition) },
    { path: 'entities.ftm.json', text: ftmOf(edition) },
    { path: 'feed.xml', text: feedOf(edition, feedEntries(edition, revisions, words)) },
  ];
}
