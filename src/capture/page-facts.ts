import { formatDay, isDay } from '../base/time.ts';
import { type PageDocument, type PageElement, wordsOf } from './dom.ts';
import { stampIn } from './stamp.ts';

/** What a page says of itself in its machine-readable parts. */
export interface PageFacts {
  /** Whether the page calls itself an article, and no discussion. */
  readonly isArticle: boolean;
  readonly titles: readonly string[];
  readonly author: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads JSON-LD first, then `meta` properties, then the attributes of elements (the order by which htmldate is led). */
export function pageFacts(document: PageDocument): PageFacts {
  const data = linkedData(document);
  const article = data.find((one) => /Article|Posting|Report|WebPage$/.test(String(one['@type'] ?? ''))) ?? {};
  const meta = metaOf(document);
  const first = (...names: string[]): string | null => names.map((name) => meta.get(name)).find(Boolean) ?? null;
  const types = data.map((one) => String(one['@type'] ?? ''));
  const isDiscussion = types.some((type) => /Discussion|SocialMedia|QAPage/.test(type));
  return {
    isArticle:
      !isDiscussion &&
      (types.some((type) => /Article|BlogPosting|Report/.test(type)) || first('og:type') === 'article'),
    titles: [
      text(article['headline']),
      first('og:title', 'twitter:title', 'articletitle', 'dc.title', 'headline'),
      wordsOf(document.querySelector('title')) || null,
    ].filter((one) => one !== null),
    author:
      nameOf(article['author']) ?? authorOf(first('author', 'article:author', 'dc.creator', 'byl', 'parsely-author')),
    published:
      dateOf(article['datePublished']) ??
      dateOf(
        first(
          ...['article:published_time', 'og:published_time', 'datepublished', 'pubdate', 'publishdate', 'publish_time'],
          ...[
            'publish-date',
            'parsely-pub-date',
            'sailthru.date',
            'dc.date.issued',
            'dcterms.created',
            'dc.date',
            'date',
          ],
        ),
      ) ??
      dateOf(itemprop(document, 'datePublished')),
    modified:
      dateOf(article['dateModified']) ??
      dateOf(first('article:modified_time', 'og:updated_time', 'datemodified', 'lastmod', 'last-modified')) ??
      dateOf(itemprop(document, 'dateModified')),
    publisher: nameOf(article['publisher']) ?? first('og:site_name', 'sitename', 'application-name'),
    url: addressOf(document, first('og:url')),
    language:
      document.documentElement.getAttribute('lang') || document.documentElement.getAttribute('xml:lang') || null,
  };
}

/** A date as a page's own fields give it: kept as written where it is ISO 8601, read where it is printed otherwise. */
export function dateOf(value: unknown): string | null {
  const raw = text(value);
  if (!raw) return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(raw);
  if (!iso) return stampIn(raw)?.value ?? null;
  const [, year, month, day, clock, zone] = iso;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isDay(date)) return null;
  const offset = zone && zone !== 'Z' && !zone.includes(':') ? `${zone.slice(0, 3)}:${zone.slice(3)}` : (zone ?? '');
  return clock ? `${formatDay(date)}T${clock}${offset}` : formatDay(date);
}

/** All JSON-LD objects of the page, `@graph` laid open; broken blocks are passed over. */
function linkedData(document: PageDocument): Fields[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20).flatMap((script) => {
    try {
      return fieldsIn(JSON.parse(script.textContent ?? ''), 0);
    } catch {
      return [];
    }
  });
}

function fieldsIn(value: unknown, depth: number): Fields[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsIn(one, depth + 1));
  if (value === null || typeof value !== 'object' || depth > 4) return [];
  const fields = value as Fields;
  return [fields, ...fieldsIn(fields['@graph'] ?? null, depth + 1)];
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

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null;

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).slice(0, 5).join(', ') || null;
  if (value !== null && typeof value === 'object') return nameOf((value as Fields)['name']);
  return text(value);
}

const authorOf = (value: string | null): string | null => (value && !/^https?:/i.test(value) ? value : null);

/** The page's own address. Many sites name their front page there: that says nothing of this page. */
function addressOf(document: PageDocument, openGraph: string | null): string | null {
  const canonical = document.querySelector('link[rel="canonical"]');
  return [attribute(canonical, 'href'), openGraph].find((one) => one && /^https?:\/\/[^/]+\/[^\s]+/i.test(one)) ?? null;
}

const attribute = (element: PageElement | null, name: string): string | null =>
  element?.getAttribute(name)?.trim() ?? null;
