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

const FRAME = [
  ':root{color-scheme:light}',
  'html{background:#fff;color:#111;font:16px/1.5 serif}',
  'body{margin:16px;overflow-wrap:anywhere}',
  'pre{white-space:pre-wrap;font:inherit}',
  'img{display:block;max-width:100%;height:auto;margin:0 auto 16px}',
  '[data-was=link]{text-decoration:underline dotted}',
  '[data-was=picture]{display:inline-block;padding:0 4px;outline:1px dashed #767676;font-style:italic}',
  'table{border-collapse:collapse}',
].join('\n');
