import { escaped } from '../publish/html.ts';

/** A document for the isolated frame: no script, no address, its pictures within it. */
export function exhibitPage(body: string, about: { readonly style?: string; readonly lang?: string } = {}): string {
  const lang = about.lang ? ` lang="${escaped(about.lang)}"` : '';
  const style = `${FRAME}\n${about.style ?? ''}`.replaceAll('<', ' ');
  return `<!doctype html><html${lang}><head><meta charset="utf-8"><title>captured</title><style>${style}</style></head><body>${body}</body></html>`;
}

/** Words as they are. */
export const wordsBody = (text: string): string => `<pre>${escaped(text)}</pre>`;

/** Pictures that were drawn anew, one below the other. */
export const picturesBody = (pictures: readonly Uint8Array[], names: readonly string[]): string =>
  pictures
    .map((png, at) => {
      const data = Buffer.from(png).toString('base64');
      return `<img alt="${escaped(names[at] ?? '')}" src="data:image/png;base64,${data}">`;
    })
    .join('\n');

/** The first pages of a document; where it has more than may be shown, that is said beneath, in both languages. */
export function pagesBody(pages: readonly Uint8Array[], file: string, most: number): string {
  const shown = pages.slice(0, most);
  const names = shown.map((_, at) => `${file}, page ${at + 1}`);
  const more = `<p class="more">The first ${most} pages; the document goes on. <span lang="zh">以上为前${most}页，其后还有。</span></p>`;
  return `${picturesBody(shown, names)}${pages.length > most ? more : ''}`;
}

const FRAME = [
  ':root{color-scheme:light}',
  'html{background:#fff;color:#111;font:16px/1.5 serif}',
  'body{margin:16px;overflow-wrap:anywhere}',
  'pre{white-space:pre-wrap;font:inherit}',
  'img{display:block;max-width:100%;height:auto;margin:0 auto 16px}',
  '[data-was=link]{text-decoration:underline dotted}',
  '[data-was=picture]{display:inline-block;padding:0 4px;outline:1px dashed #767676;font-style:italic}',
  '.more{font:14px/1.5 sans-serif;color:#555}',
  'table{border-collapse:collapse}',
].join('\n');
