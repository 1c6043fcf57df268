import type { PageLine } from './pdf-lines.ts';

const NUMBER =
  /^(?:[-–—·•|\s]{0,6}(?:page|p\.|seite|página|第)?\s?(?:\d{1,4}|[ivxlc]{1,7})\s?(?:页|頁)?(?:\s?(?:of|von|de|\/|共)\s?\d{1,4}\s?(?:页|頁)?)?[-–—·•|\s]{0,6})$/iu;

/** Lines at the head or foot of pages that repeat from page to page, and page numbers: the paper's, not the text's. */
export function furnitureOf(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const pages = new Set(lines.map((line) => line.page)).size;
  const atEdge = lines.filter((line) => line.place > 0.9 || line.place < 0.1);
  const seen = new Map<string, Set<number>>();
  for (const line of atEdge) {
    const on = seen.get(signOf(line)) ?? new Set();
    seen.set(signOf(line), on.add(line.page));
  }
  const enough = Math.max(2, Math.min(pages * 0.4, 20));
  const repeats = (line: PageLine): boolean => (seen.get(signOf(line))?.size ?? 0) >= enough;
  const isNumber = (line: PageLine): boolean =>
    NUMBER.test(line.text) && (pages > 1 || /\p{L}|[-–—]/u.test(line.text) || line.place < 0.1);
  return new Set(atEdge.filter((line) => isNumber(line) || repeats(line)));
}

/** The line without its numbers, and on which edge it stands. */
const signOf = (line: PageLine): string => `${line.place > 0.5 ? 'head' : 'foot'} ${line.text.replace(/\d+/gu, '#')}`;
