/**
 * @typedef {object} Collected
 * @property {string} url
 * @property {string} title
 * @property {string} html What the browser made of the page: its document as it stands now. Empty where it is too large.
 * @property {number} length How long the document is, in characters.
 * @property {string} selection What is marked; empty where nothing is.
 */

/**
 * Takes down the page at hand. It is handed over to the page's tab as it is, so that everything it needs stands within. It
 * runs beside the page's own scripts, in a world of its own; what a page may still do is give its elements names that hide
 * the document's own (`<form name="title">`), so that everything is asked of the prototype.
 *
 * @param {number} most A document longer than this is not sent: half a page is no evidence.
 * @returns {Collected}
 */
export function collect(most) {
  /** @type {(kind: object, name: string, of: object) => unknown} */
  const ask = (kind, name, of) => Object.getOwnPropertyDescriptor(kind, name)?.get?.call(of);
  const root = ask(Document.prototype, 'documentElement', document);
  const doctype = ask(Document.prototype, 'doctype', document);
  const title = ask(Document.prototype, 'title', document);
  const outer = root instanceof Element ? String(ask(Element.prototype, 'outerHTML', root)) : '';
  const html = doctype instanceof DocumentType ? `<!doctype ${doctype.name}>\n${outer}` : outer;
  return {
    url: location.href,
    title: typeof title === 'string' ? title.slice(0, 2000) : '',
    html: html.length > most ? '' : html,
    length: html.length,
    selection: String(getSelection() ?? '').slice(0, 100_000),
  };
}
