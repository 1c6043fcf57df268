import type { PageElement } from './dom.ts';
import { weight } from './measure.ts';

const REPEATED = /^(?:div|li|article|section|a|dd|figure)$/;
const DEEPEST = 60;
const LONGEST = 900;

/**
 * Ways to other stories: three or more siblings of one kind, each a heading or picture that links to another page of
 * the same site over a few words. Nothing where the page holds little else, as a front page does.
 */
export function teasersIn(root: PageElement, address: string | null): ReadonlySet<PageElement> {
  const found = new Set<PageElement>();
  const visit = (element: PageElement, depth: number): void => {
    const children = [...element.children];
    if (children.length >= 3) for (const group of groupsOf(children)) keep(group, address, found);
    if (depth < DEEPEST) for (const child of children) if (!found.has(child)) visit(child, depth + 1);
  };
  visit(root, 0);
  let held = 0;
  for (const one of found) held += weight(one.textContent ?? '');
  return held < weight(root.textContent ?? '') * 0.85 ? found : new Set();
}

function groupsOf(children: readonly PageElement[]): PageElement[][] {
  const groups = new Map<string, PageElement[]>();
  for (const child of children) {
    if (!REPEATED.test(child.localName)) continue;
    const sign = `${child.localName} ${(child.getAttribute('class') ?? '').trim().split(/\s+/u)[0] ?? ''}`.replace(
      /\d+/gu,
      '',
    );
    const same = groups.get(sign);
    if (same) same.push(child);
    else groups.set(sign, [child]);
  }
  return [...groups.values()].filter((group) => group.length >= 3);
}

function keep(group: readonly PageElement[], address: string | null, found: Set<PageElement>): void {
  const teasers = group.filter((element) => isTeaser(element, address));
  if (teasers.length >= 3 && teasers.length >= group.length * 0.7) for (const one of teasers) found.add(one);
}

function isTeaser(element: PageElement, address: string | null): boolean {
  const link =
    element.localName === 'a' ? element : element.querySelector('h2 a[href], h3 a[href], h4 a[href], a[href]');
  const href = link?.getAttribute('href');
  if (!link || !href || !isElsewhere(href, address)) return false;
  const text = element.textContent ?? '';
  if (weight(text.trim()) > LONGEST) return false;
  const heading = element.querySelector('h2, h3, h4, h5');
  if (heading) return link.contains(heading) || heading.contains(link);
  return element.querySelector('img') !== null && weight((link.textContent ?? '').trim()) >= 20;
}

/** Another page of the same site: a link within the page, or to another's, belongs to what is told. */
function isElsewhere(href: string, address: string | null): boolean {
  const away = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/iu.exec(href);
  const own = /^https?:\/\/([^/?#]+)([^?#]*)/iu.exec(address ?? '');
  if (!away) return /^[\w/.]/u.test(href) && !/^[a-z]+:/iu.test(href) && !isBelow(href, own?.[2] ?? null);
  return own !== null && siteOf(away[1]) === siteOf(own[1]) && !isBelow(away[2] ?? '', own[2] ?? null);
}

const isBelow = (path: string, own: string | null): boolean => own !== null && own.length > 1 && path.startsWith(own);

const siteOf = (host: string | undefined): string => (host ?? '').toLowerCase().split('.').slice(-2).join('.');
