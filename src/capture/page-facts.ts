import { formatDay, isDay } from '../base/time.ts';
import { type PageDocument, type PageElement, wordsOf } from './dom.ts';
import type { OwnFacts } from './draft.ts';
import { articleIn, linkedData, nameIn, textIn, typeOf } from './linked-data.ts';
import { scriptFacts } from './script-facts.ts';
import { stampIn } from './stamp.ts';

/** What a page says of itself in its machine-readable parts. */
export interface PageFacts extends OwnFacts {
  /** Whether the page calls itself an article, and no discussion. */
  readonly isArticle: boolean;
  readonly titles: readonly string[];
  /** What the page says its article is about. */
  readonly description: string | null;
  /** The article's words as the page hands them to search engines. */
  readonly body: string | null;
}

/** Reads JSON-LD first, then `meta` properties, then the attributes of elements (the order by which htmldate is led). */
export function pageFacts(document: PageDocument): PageFacts {
  const data = linkedData(document);
  const article = articleIn(data);
  const meta = metaOf(document);
  const first = (...names: string[]): string | null => names.map((name) => meta.get(name)).find(Boolean) ?? null;
  const firstDate = (names: readonly string[]): string | null =>
    names.map((name) => dateOf(meta.get(name))).find(Boolean) ?? null;
  const scripted = scriptFacts(document);
  const publisher =
    scripted.publisher ??
    nameIn(article['publisher'], data) ??
    first('og:site_name', 'sitename', 'site_name', 'application-name');
  return {
    isArticle: isArticle(data.map(typeOf), first('og:type')),
    titles: [
      textIn(article['headline']),
      first('og:title', 'twitter:title', 'articletitle', 'dc.title', 'headline'),
      wordsOf(document.querySelector('title')) || null,
    ].filter((one) => one !== null),
    description: textIn(article['description']) ?? first('og:description', 'description', 'twitter:description'),
    body: typeof article['articleBody'] === 'string' ? article['articleBody'] : null,
    author:
      [nameIn(article['author'], data), ...AUTHORS.map((name) => meta.get(name) ?? null), scripted.author]
        .map((name) => authorOf(name, publisher))
        .find((name) => name !== null) ?? null,
    published:
      dateOf(article['datePublished']) ??
      firstDate(PUBLISHED) ??
      dateOf(itemprop(document, 'datePublished')) ??
      scripted.published,
    modified: dateOf(article['dateModified']) ?? firstDate(MODIFIED) ?? dateOf(itemprop(document, 'dateModified')),
    publisher,
    url: addressOf(document, [first('og:url'), textIn(article['url']), scripted.url]),
    language:
      document.documentElement.getAttribute('lang') || document.documentElement.getAttribute('xml:lang') || null,
  };
}

const AUTHORS = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'parsely-author',
  'sailthru.author',
];
const PUBLISHED = [
  ...['article:published_time', 'og:published_time', 'og:article:published_time', 'datepublished', 'pubdate'],
  ...['publishdate', 'publish_time', 'publish-date', 'publication_date', 'parsely-pub-date', 'sailthru.date'],
  ...['dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date', 'dcterms.date', 'article.published', 'date'],
];
const MODIFIED = [
  ...['article:modified_time', 'og:updated_time', 'og:article:modified_time', 'datemodified', 'lastmod'],
  ...['last-modified', 'dcterms.modified', 'article.updated'],
];

function isArticle(types: readonly string[], openGraph: string | null): boolean {
  if (types.some((type) => /Discussion|SocialMedia|QAPage/.test(type))) return false;
  return types.some((type) => /Article|BlogPosting|Report/.test(type)) || openGraph === 'article';
}

/** A date as a page's own fields give it: kept as written where it is ISO 8601, read where it is printed otherwise. */
export function dateOf(value: unknown): string | null {
  const raw = textIn(value);
  if (!raw) return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(raw);
  if (!iso) return stampIn(raw)?.value ?? null;
  const [, year, month, day, clock, zone] = iso;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isDay(date)) return null;
  const offset = zone && zone !== 'Z' && !zone.includes(':') ? `${zone.slice(0, 3)}:${zone.slice(3)}` : (zone ?? '');
  return clock ? `${formatDay(date)}T${clock}${offset}` : formatDay(date);
}

function metaOf(document: PageDocument): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop')
    )?.toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !found.has(name)) found.set(name, content);
  }
  return found;
}

const itemprop = (document: PageDocument, name: string): string | null => {
  const element = document.querySelector(`[itemprop="${name}"]`);
  return element ? (element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent) : null;
};

/** A page's field for its writer often holds an address, the site or the account that typed it in. */
function authorOf(value: string | null, publisher: string | null): string | null {
  if (!value || /^https?:|@|^(?:admin(?:istrator)?|editor|webmaster|root|default|null|undefined|guest)$/iu.test(value))
    return null;
  const name = value.replace(/^by\s+/iu, '').trim();
  return name === publisher || name.length > 120 ? null : name || null;
}

/** The page's own address. Many sites name their front page there: that says nothing of this page. */
function addressOf(document: PageDocument, others: readonly (string | null)[]): string | null {
  const canonical = attribute(document.querySelector('link[rel="canonical"]'), 'href');
  return [canonical, ...others].find((one) => one && /^https?:\/\/[^/]+\/[^\s]+/i.test(one)) ?? null;
}

const attribute = (element: PageElement | null, name: string): string | null =>
  element?.getAttribute(name)?.trim() ?? null;
