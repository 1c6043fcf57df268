import { isInstant } from '../base/time.ts';
import { Flaw } from './flaw.ts';
import { jsonObject, textIn } from './json-object.ts';
import { linesOf } from './lines.ts';

/** A page as a reader meets it (specs.webrecorder.net/wacz/1.1.1, 5.2.3): where a replay begins. */
export interface Page {
  readonly url: string;
  /** RFC 3339. */
  readonly ts: string;
  readonly title: string | null;
}

/** Reads `pages.jsonl`: a header, then one page a line. `what` names the file in errors. */
export function parsePages(bytes: Uint8Array, what: string): readonly Page[] {
  const pages: Page[] = [];
  for (const [at, { text, start, end }] of linesOf(bytes, what).entries()) {
    const fields = jsonObject(text);
    if (at === 0 && fields && textIn(fields, 'format') !== null && textIn(fields, 'url') === null) continue;
    const url = fields ? textIn(fields, 'url') : null;
    const ts = fields ? textIn(fields, 'ts') : null;
    if (!fields || url === null || ts === null || !isInstant(ts))
      throw new Flaw('malformed', `${what}: no page with a url and a ts`, start, end);
    pages.push({ url, ts, title: textIn(fields, 'title') });
  }
  return pages;
}

/** The inverse of `parsePages`. */
export const formatPages = (pages: readonly Page[]): string =>
  [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
    ...pages.map(({ url, ts, title }, at) => ({ id: `page-${at + 1}`, url, ts, ...(title === null ? {} : { title }) })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
