import { parseHTML } from 'linkedom';
import type { PageDocument } from './dom.ts';

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
