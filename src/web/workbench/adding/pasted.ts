/** What came from a clipboard, and where it belongs. */
export type Pasted =
  | { readonly is: 'links'; readonly urls: readonly string[] }
  | { readonly is: 'words'; readonly text: string; readonly html: string | null }
  | { readonly is: 'nothing' };

/** Addresses on lines of their own are links to capture; all else is words. */
export function pastedIn(text: string, html: string): Pasted {
  const { urls, odd } = linksIn(text);
  if (urls.length > 0 && odd.length === 0) return { is: 'links', urls };
  if (text.trim() === '' && html.trim() === '') return { is: 'nothing' };
  return { is: 'words', text, html: html.trim() === '' ? null : html };
}

/** The addresses in some lines, each once, and the lines that are none, by their number. */
export function linksIn(text: string): {
  readonly urls: readonly string[];
  readonly odd: readonly number[];
} {
  const urls = new Set<string>();
  const odd: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (words === '') continue;
    if (isAddress(words)) urls.add(words);
    else odd.push(at + 1);
  }
  return { urls: [...urls], odd };
}

const isAddress = (words: string): boolean => /^https?:\/\/[^\s/]+\S*$/iu.test(words) && URL.canParse(words);

/** Markup as a whole page, so that it is known for one; it is kept as evidence and never shown as it stands. */
export const asPage = (html: string): string =>
  /^\s*<(?:!doctype html|html)\b/iu.test(html)
    ? html
    : `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
