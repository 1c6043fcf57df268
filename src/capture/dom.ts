import { parseHTML } from 'linkedom';

/** As much of a DOM node as capture uses. Nothing in it runs or loads anything. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** As much of a DOM element as capture uses. */
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly children: Iterable<PageElement>;
  readonly parentElement: PageElement | null;
  readonly firstElementChild: PageElement | null;
  readonly getAttribute: (name: string) => string | null;
  readonly hasAttribute: (name: string) => boolean;
  readonly closest: (selector: string) => PageElement | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
  readonly remove: () => void;
  readonly contains: (other: PageElement) => boolean;
}

/** A parsed page. */
export interface PageDocument {
  readonly documentElement: PageElement;
  readonly body: PageElement | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

/** Parses a page, however broken: a fragment is given the frame that the parser expects. */
export function parsePage(source: string): PageDocument {
  const framed = /<(?:body|frameset)[\s>]/i.test(source)
    ? /<html[\s>]/i.test(source)
      ? source
      : `<!doctype html><html>${source}</html>`
    : `<!doctype html><html><body>${source.replace(/<\/?(?:html|!doctype)[^>]{0,200}>/gi, '')}</body></html>`;
  // linkedom types its window as the browser's, which this program's type settings don't hold.
  const parsed = parseHTML(framed) as unknown as { readonly document: PageDocument };
  return parsed.document;
}

/** Whether a node is an element. */
export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

/** The words of a node with white space collapsed. */
export const wordsOf = (node: PageNode | null): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0\u3000]+/gu, ' ').trim();
