import type { Span } from '../base/span.ts';
import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import { foldText } from './fold.ts';
import { publisherOf } from './name.ts';

/** A line on this many pages of one publisher belongs to the house, not to a story; for a short line two are enough. */
const PAGES = 3;
const SHORT = 60;

/** For each text, the lines that stand on several pages of its publisher. */
export function boilerplate(
  pairs: readonly { readonly item: Item; readonly text: Text }[],
): readonly (readonly Span[])[] {
  const pages = new Map<string, Set<string>>();
  const lists = pairs.map(({ item, text }) => {
    const publisher = publisherOf(item);
    if (publisher === null || item.url === null) return [];
    const url = item.url;
    return lines(text.content).map((line) => {
      const key = `${publisher} ${line.key}`;
      const seen = pages.get(key);
      if (seen) seen.add(url);
      else pages.set(key, new Set([url]));
      return { span: line.span, key };
    });
  });
  return lists.map((list) =>
    list.filter(({ key }) => (pages.get(key)?.size ?? 0) >= (key.length < SHORT ? 2 : PAGES)).map(({ span }) => span),
  );
}

function lines(content: string): { readonly key: string; readonly span: Span }[] {
  const found: { key: string; span: Span }[] = [];
  for (const match of content.matchAll(/[^\n]+/g)) {
    const key = foldText(match[0]);
    if (key !== '') found.push({ key, span: { start: match.index, end: match.index + match[0].length } });
  }
  return found;
}
