import { isElement, type PageElement, type PageNode } from '../capture/dom.ts';
import { parsePage } from '../capture/page.ts';
import { escaped } from '../publish/html.ts';

/** Elements that are shown as what they are. What is not here is left out, and what is in it stays. */
const SHOWN = new Set(
  'abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  ),
);
/** Elements of which nothing is shown. */
const DROPPED = new Set(
  'script noscript template style link meta base title head iframe frame frameset object embed applet param source track audio video canvas svg math input button select option textarea dialog portal fencedframe'.split(
    ' ',
  ),
);
const EMPTY = new Set(['br', 'hr', 'wbr', 'col']);
const ATTRIBUTES = new Set([
  'class',
  'colspan',
  'rowspan',
  'span',
  'dir',
  'lang',
  'start',
  'value',
  'datetime',
  'title',
  'open',
  'align',
]);
const DEEPEST = 200;
const MOST = 4_000_000;

/**
 * The body of a captured page as HTML in which nothing runs, loads, links or asks: built anew from the elements and
 * attributes that are named here, every word escaped. Pictures give way to what they are called, links to their words.
 * This is the second wall; the first is the policy that the frame is sent with.
 */
export function safePage(source: string): { readonly body: string; readonly style: string; readonly lang: string } {
  const page = parsePage(source);
  const out: string[] = [];
  const root = page.body ?? page.documentElement;
  shown(root, out, { left: MOST }, 0);
  const styles = [...page.querySelectorAll('style')].map((one) => one.textContent ?? '');
  const lang = page.documentElement.getAttribute('lang') ?? '';
  return {
    body: out.join(''),
    style: safeStyle(styles.join('\n')),
    lang: /^[A-Za-z0-9-]{1,35}$/u.test(lang) ? lang : '',
  };
}

function shown(node: PageNode, out: string[], room: { left: number }, depth: number): void {
  for (const child of node.childNodes) {
    if (room.left <= 0) return;
    if (child.nodeType === 3) say(escaped(child.textContent ?? ''), out, room);
    else if (isElement(child)) element(child, out, room, depth);
  }
}

function element(node: PageElement, out: string[], room: { left: number }, depth: number): void {
  const name = node.localName.toLowerCase();
  if (DROPPED.has(name)) return;
  const tag = name === 'a' ? 'span' : SHOWN.has(name) ? name : null;
  if (name === 'img') say(pictureWords(node), out, room);
  else if (depth >= DEEPEST) say(escaped(node.textContent ?? ''), out, room);
  else if (tag === null) shown(node, out, room, depth + 1);
  else {
    say(`<${tag}${attributesOf(node, name)}>`, out, room);
    if (EMPTY.has(tag)) return;
    shown(node, out, room, depth + 1);
    say(`</${tag}>`, out, room);
  }
}

function say(text: string, out: string[], room: { left: number }): void {
  room.left -= text.length;
  out.push(text);
}

function attributesOf(node: PageElement, name: string): string {
  const kept = [...ATTRIBUTES].flatMap((one) => {
    const value = node.hasAttribute(one) ? node.getAttribute(one) : null;
    return value === null ? [] : [` ${one}="${escaped(value.slice(0, 2000))}"`];
  });
  const style = node.hasAttribute('style') ? node.getAttribute('style') : null;
  if (style !== null) kept.push(` style="${escaped(safeStyle(style))}"`);
  if (name === 'a') kept.push(' data-was="link"');
  return kept.join('');
}

const pictureWords = (node: PageElement): string => {
  const alt = node.getAttribute('alt')?.trim().slice(0, 300) ?? '';
  return alt === '' ? '' : `<span data-was="picture">${escaped(alt)}</span>`;
};

/** Rules without what asks for anything. The frame's policy lets nothing load anyway, however it is spelt. */
export const safeStyle = (text: string): string =>
  text
    .slice(0, 500_000)
    .replaceAll(/[<>\\]/gu, ' ')
    .replaceAll(/@(?:import|charset|namespace|font-face)\b[^;{]{0,5000}/giu, '')
    .replaceAll(/\b(?:url|src|image|image-set|cross-fade|element)\s*\(/giu, 'none(')
    .replaceAll(/\b(?:behavior|-moz-binding)\s*:/giu, 'x:');
