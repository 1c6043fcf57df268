import { compareInstants } from '../base/time.ts';
import type { Item } from '../capture/item.ts';

/** Saved states of one page, oldest first; pages saved once are left out. Pictures and files without address have none. */
export function versions(items: readonly Item[]): readonly (readonly Item[])[] {
  const pages = new Map<string, Item[]>();
  for (const item of items) {
    if (item.url === null || item.mediaType.startsWith('image/')) continue;
    const key = pageOf(item.url);
    const list = pages.get(key);
    if (list) list.push(item);
    else pages.set(key, [item]);
  }
  return [...pages.values()].filter((list) => list.length > 1).map((list) => list.toSorted(olderFirst));
}

/** An address without what does not choose the page: scheme, `www.`, fragment, trackers, a final slash. */
function pageOf(url: string): string {
  const [path = '', query = ''] = url.replace(/#.*$/, '').split('?', 2);
  const kept = query
    .split('&')
    .filter((part) => part !== '' && !/^(?:utm_|fbclid|gclid|from=|share|spm=|ref=)/i.test(part));
  const bare = path.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  const slash = bare.indexOf('/');
  const host = (slash < 0 ? bare : bare.slice(0, slash)).toLowerCase();
  return `${host}${slash < 0 ? '' : bare.slice(slash)}?${kept.sort().join('&')}`;
}

const olderFirst = (a: Item, b: Item): number =>
  compareInstants(a.captured, b.captured) ||
  compareInstants(a.modified ?? a.published, b.modified ?? b.published) ||
  (a.file < b.file ? -1 : 1);
