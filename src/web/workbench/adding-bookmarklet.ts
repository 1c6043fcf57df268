/** A page that somebody wants to add, as the bookmarklet names it: nothing of what it says is believed yet. */
export interface NamedPage {
  readonly url: string;
  readonly title: string;
  readonly selection: string;
}

/**
 * The bookmarklet that opens the adding view of a case in a small window, with the address of the page at hand, its title
 * and what is marked there. It holds no token: what runs in a page can be read by that page. The window finds the token
 * with the tabs of the workbench that are open, and takes nothing before somebody presses a button there
 * (docs/decisions/0018-what-a-page-may-send.md). `address` is where the workbench is: `http://127.0.0.1:4711`.
 */
export function bookmarklet(address: string, folder: string): string {
  const to = `${new URL(address).origin}/#/${encodeURIComponent(folder)}/adding?`;
  return `javascript:${encodeURIComponent(`(${openAdding})(${JSON.stringify(to)})`)}`;
}

/** What the bookmarklet does, in words that any browser of the last ten years runs. */
const openAdding = `function(to){var cut=function(text,most){return String(text).slice(0,most)};\
var said=new URLSearchParams({url:cut(location.href,${8000}),title:cut(document.title,300),\
selection:cut(getSelection(),2000)});\
open(to+said,"_blank","noopener,width=560,height=720")}`;

/** What the bookmarklet named; null where the address names no page of the web. */
export function namedPage(query: Readonly<Record<string, string>>): NamedPage | null {
  const { url = '', title = '', selection = '' } = query;
  if (!/^https?:\/\/[^\s/]/iu.test(url) || !URL.canParse(url)) return null;
  return { url, title: title.slice(0, 300), selection: selection.slice(0, 2000) };
}
