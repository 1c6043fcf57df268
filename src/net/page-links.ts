import type { PageDocument, PageElement } from '../capture/dom.ts';
import { parsePage } from '../capture/page.ts';

/** A picture that a page shows. */
export interface PagePicture {
  readonly url: string;
  /** What the page says in its place; empty where it says nothing. */
  readonly alt: string;
}

/** Where a page leads that a capture follows. */
export interface PageLinks {
  /** The address that the page names as its own, resolved; `null` where it names none. */
  readonly canonical: string | null;
  /** Where the page sends whoever reads it, by itself; `null` where it doesn't. */
  readonly onward: string | null;
  /** What stands for the page elsewhere first, then pictures of the article, then all others; each once. */
  readonly pictures: readonly PagePicture[];
}

/** The largest picture that is taken of several sizes: wide enough for every screen. */
const WIDEST = 2560;
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-url'];
const LAZY_SETS = ['srcset', 'data-srcset', 'data-lazy-srcset'];

/** Reads a page's canonical address and its pictures. Throws where the page can't be parsed. */
export function linksIn(html: string, address: string): PageLinks {
  const document = parsePage(html);
  const base = resolved(attribute(document.querySelector('base[href]'), 'href'), address) ?? address;
  const canonical = resolved(attribute(document.querySelector('link[rel~="canonical" i]'), 'href'), base);
  const pictures = new Map<string, PagePicture>();
  for (const [source, alt] of [...namedPictures(document), ...shownPictures(document)]) {
    const url = resolved(source, base);
    if (url && !pictures.has(url)) pictures.set(url, { url, alt });
  }
  const refresh = attribute(document.querySelector('meta[http-equiv="refresh" i]'), 'content');
  const onward = /^\s*\d{1,3}(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]{1,2000})/iu.exec(refresh ?? '')?.[1];
  return { canonical, onward: resolved(onward ?? null, base), pictures: [...pictures.values()] };
}

type Found = readonly [source: string | null, alt: string];

/** Pictures that a page gives to those who link to it. */
const namedPictures = (document: PageDocument): Found[] =>
  [...document.querySelectorAll('meta[property], meta[name], link[rel~="image_src" i]')]
    .filter((element) => {
      const name = element.getAttribute('property') ?? element.getAttribute('name') ?? 'og:image';
      return /^(?:og:image(?::url|:secure_url)?|twitter:image(?::src)?)$/iu.test(name);
    })
    .map((element) => [element.getAttribute('content') ?? element.getAttribute('href'), '']);

function shownPictures(document: PageDocument): Found[] {
  const all = [...document.querySelectorAll('img, amp-img, video[poster]')].filter((one) => !isPixel(one));
  const inArticle = (element: PageElement): boolean => element.closest('article, main, figure') !== null;
  return [...all.filter(inArticle), ...all.filter((one) => !inArticle(one))].map((element) => [
    sourceOf(element),
    (element.getAttribute('alt') ?? '').trim(),
  ]);
}

/** Pictures of one or two pixels count visitors. */
const isPixel = (element: PageElement): boolean =>
  ['width', 'height'].some((side) => /^[0-2](?:px)?$/u.test(element.getAttribute(side) ?? ''));

function sourceOf(element: PageElement): string | null {
  if (element.localName === 'video') return attribute(element, 'poster');
  const picture = element.parentElement?.localName === 'picture' ? element.parentElement : null;
  const sets = [element, ...(picture ? picture.querySelectorAll('source') : [])].flatMap((one) =>
    LAZY_SETS.flatMap((name) => candidatesIn(one.getAttribute(name) ?? '')),
  );
  const fitting = sets.filter(({ width }) => width <= WIDEST);
  const best = (fitting.length > 0 ? fitting : sets).reduce<Candidate | null>(
    (most, one) => (most === null || one.width > most.width ? one : most),
    null,
  );
  const plain = [...LAZY, 'src'].map((name) => attribute(element, name)).find((one) => one && !/^data:/iu.test(one));
  return best?.url ?? plain ?? null;
}

interface Candidate {
  readonly url: string;
  readonly width: number;
}

/** The candidates of a `srcset` (HTML Standard, "parse a srcset attribute"); a density counts as so many thousand pixels. */
function candidatesIn(set: string): Candidate[] {
  const found: Candidate[] = [];
  let url = '';
  let width = 0;
  const close = (): void => {
    if (url !== '' && !/^data:/iu.test(url)) found.push({ url, width: width || 1000 });
    url = '';
    width = 0;
  };
  for (const word of set.split(/\s+/u)) {
    if (url === '') {
      url = word.replace(/^,+/u, '').replace(/,+$/u, '');
      if (word.endsWith(',')) close();
      continue;
    }
    // A comma ends the descriptor, even where the next address follows without a space.
    const [descriptor = '', ...next] = word.split(',');
    width = Number.parseFloat(descriptor) * (descriptor.endsWith('x') ? 1000 : 1) || width;
    if (next.length > 0) close();
    url = url === '' ? next.join(',') : url;
  }
  close();
  return found;
}

const attribute = (element: PageElement | null, name: string): string | null => element?.getAttribute(name) ?? null;

/** A reference as an address, where it leads to the web. */
function resolved(reference: string | null, base: string): string | null {
  if (!reference?.trim() || !URL.canParse(reference.trim(), base)) return null;
  const url = new URL(reference.trim(), base);
  url.hash = '';
  return /^https?:$/u.test(url.protocol) ? url.href : null;
}
