import { parseHTML } from 'linkedom';
import { HearsayError } from '../base/error.ts';
import type { PageDocument } from './dom.ts';

const DEEPEST = 10_000;
/** Elements that need no closing tag, or have none. */
const UNCLOSED =
  /^(?:p|li|d[td]|t[rdh]|t(?:body|head|foot)|option|optgroup|colgroup|rp|rt|br|hr|img|input|meta|link|area|base|col|embed|param|source|track|wbr)$/i;

/**
 * Parses a page, however broken: a fragment is given the frame that the parser expects. Throws a HearsayError, without
 * the name of the file, where elements are nested so deep that parsers take time with the square of it.
 */
export function parsePage(source: string): PageDocument {
  if (isTooDeep(source))
    throw new HearsayError(
      'malformed',
      `its elements stand more than ${DEEPEST} deep in each other; save it as PDF or text`,
    );
  const framed = /<(?:body|frameset)[\s>]/i.test(source)
    ? /<html[\s>]/i.test(source)
      ? source
      : `<!doctype html><html>${source}</html>`
    : `<!doctype html><html><body>${source.replace(/<\/?(?:html|!doctype)[^>]{0,200}>/gi, '')}</body></html>`;
  // linkedom types its window as the browser's, which this program's type settings don't hold.
  const parsed = parseHTML(framed) as unknown as { readonly document: PageDocument };
  return parsed.document;
}

function isTooDeep(source: string): boolean {
  let depth = 0;
  const tag = /<(\/?)([a-z][a-z0-9-]{0,30})/gi;
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    const [, slash, name = ''] = match;
    if (UNCLOSED.test(name)) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > DEEPEST) return true;
    if (slash || !/^(?:script|style)$/i.test(name)) continue;
    tag.lastIndex = closeOf(source, name, source.indexOf('</', tag.lastIndex));
  }
  return false;
}

/** Where a script or style ends: what looks like tags in it is none. */
function closeOf(source: string, name: string, from: number): number {
  for (let at = from; at >= 0; at = source.indexOf('</', at + 2)) {
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name.toLowerCase()) return at;
  }
  return source.length;
}
