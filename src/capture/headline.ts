import type { Block } from './blocks.ts';

/** The headline as it stands on the page, else as the page's own fields give it, without the site's name. */
export function titleOf(
  blocks: readonly Block[],
  body: readonly Block[],
  titles: readonly string[],
): { text: string | null; at: number } {
  const first = body[0] ? blocks.indexOf(body[0]) : blocks.length;
  const named = titles.map(bare).filter((one) => one !== '');
  const isNamed = (block: Block): boolean => {
    const words = bare(block.text);
    return words.length >= 2 && named.some((one) => one === words || (one.startsWith(words) && words.length >= 4));
  };
  const indexed = blocks.slice(0, first + 9).map((block, at) => ({ block, at }));
  const h1s = indexed.filter(({ block }) => block.element.closest('h1') !== null);
  const headings = indexed.filter(({ block }) => block.isHeading);
  const found =
    h1s.findLast(({ block }) => isNamed(block)) ??
    headings.findLast(({ block }) => isNamed(block)) ??
    indexed.findLast(({ block, at }) => at <= first + 2 && block.text.split('\n').length === 1 && isNamed(block)) ??
    h1s.at(-1);
  if (found) return { text: found.block.text.replace(/\s+/gu, ' '), at: found.at };
  return { text: withoutSite(titles[0] ?? null), at: -1 };
}

/** Blocks whose first line is the headline are parted after it: old pages put the byline below it with a `<br>`. */
export function parted(blocks: readonly Block[], titles: readonly string[]): Block[] {
  const named = titles.map(bare);
  return blocks.flatMap((block) => {
    const at = block.text.indexOf('\n');
    const first = bare(at < 0 ? '' : block.text.slice(0, at));
    if (first.length < 4 || !named.some((one) => one.startsWith(first))) return [block];
    const rest = { ...block, text: block.text.slice(at + 1), links: [] };
    return [{ ...block, text: block.text.slice(0, at), links: [] }, rest];
  });
}

/** Letters and digits alone, by which a headline and a page's title are compared. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** `Headline | Site`, `标题_网站` → the headline. */
const withoutSite = (title: string | null): string | null =>
  title?.replace(/\s{0,3}(?:[|_｜]|\s[-–—»]\s|-(?=[\p{Script=Han}]{2,12}$))[^|_｜]{1,40}$/u, '').trim() || null;

/** `Headline | Site`, `标题_网站` → the site, where what stands before it is the headline that the page shows. */
export function siteIn(titles: readonly string[], headline: string | null): string | null {
  const own = bare(headline ?? '');
  for (const title of titles) {
    const match =
      /^(?<head>.{4,300}?)\s{0,3}(?:[|_｜]|\s[-–—»]\s|-(?=[\p{Script=Han}]{2,12}$))\s{0,3}(?<site>[^|_｜]{2,40})$/u.exec(
        title,
      );
    if (match?.groups && own !== '' && bare(match.groups['head'] ?? '') === own)
      return (
        match.groups['site']
          ?.split(/\s[-–—»]\s/u)
          .at(-1)
          ?.trim() || null
      );
  }
  return null;
}
