/** The little of the DOM that a thread's reader needs; linkedom's and the browser's nodes both fit. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly getAttribute?: (name: string) => string | null;
}

/** A line of words as the page breaks them, and the elements it stands in. */
export interface PageLine {
  readonly text: string;
  /** What the elements around it are for, by tag, class or schema.org property. */
  readonly roles: ReadonlySet<Role>;
  /** A machine-readable time that the line carries. */
  readonly datetime: string | null;
  /** Pictures that stand in it. */
  readonly pictures: readonly string[];
}

export type Role = 'author' | 'time' | 'quote' | 'cite' | 'bold' | 'heading' | 'action';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CITE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'SVG', 'BUTTON', 'FORM', 'SELECT']);
const DEEPEST = 300;
// Generic words of forum and blog software for what an element is.
const AUTHOR =
  /(?:^|[\s_-])(?:author|[a-z]{0,3}user(?:name)?|nick(?:name)?|poster|screen[_-]?name|handle|display[_-]?name|fullname|fn)(?:$|[\s_-])/iu;
const TIME = /(?:^|[\s_-])(?:time(?:stamp)?|age|date(?:time)?|posted|published|created|postdate)(?:$|[\s_-])/iu;
const ACTION =
  /(?:^|[\s_-])(?:sig(?:nature)?|actions?|controls?|toolbar|buttons?|share|reactions?|likes?|stats?|badge|avatar|usertitle|rank)(?:$|[\s_-])/iu;

/** The name of an element with its kinds: class, id and schema.org property. */
export const hintsOf = (node: PageNode): string =>
  ['class', 'itemprop', 'rel', 'data-testid', 'role'].map((name) => node.getAttribute?.(name) ?? '').join(' ');

/** The lines of an element, top to bottom. */
export function pageLines(root: PageNode): PageLine[] {
  const lines: PageLine[] = [];
  let text = '';
  let roles = new Set<Role>();
  let datetime: string | null = null;
  let pictures: string[] = [];
  const close = (): void => {
    const words = text.replace(/\s+/gu, ' ').trim();
    if (words || pictures.length > 0) lines.push({ text: words, roles, datetime, pictures });
    text = '';
    roles = new Set();
    datetime = null;
    pictures = [];
  };
  const walk = (node: PageNode, around: readonly Role[], depth: number): void => {
    if (node.nodeType === 3) {
      text += node.textContent ?? '';
      if ((node.textContent ?? '').trim()) for (const role of around) roles.add(role);
    }
    if (node.nodeType !== 1 || depth > DEEPEST) return;
    const tag = node.nodeName.toUpperCase();
    if (UNSEEN.has(tag)) return;
    const own = rolesOf(node, tag);
    // An author's name is a piece of its own even where the page sets it in one line with the rest.
    const breaks = BLOCKS.has(tag) || own.includes('author') || own.includes('time');
    if (breaks) close();
    if (own.includes('time')) datetime = timeAttribute(node);
    const source = tag === 'IMG' ? node.getAttribute?.('src') : null;
    if (source && !ACTION.test(hintsOf(node))) pictures.push(source);
    const inside = own.length > 0 ? [...around, ...own] : around;
    for (const child of node.childNodes) walk(child, inside, depth + 1);
    if (breaks) close();
  };
  walk(root, [], 0);
  close();
  return lines;
}

const timeAttribute = (node: PageNode): string | null =>
  [node.getAttribute?.('datetime'), node.getAttribute?.('title'), node.getAttribute?.('content')].find((one) =>
    /\d{4}/.test(one ?? ''),
  ) ?? null;

function rolesOf(node: PageNode, tag: string): Role[] {
  const hints = hintsOf(node).replace(/(?<=[a-z])(?=[A-Z])/gu, ' ');
  const roles: Role[] = [];
  const isSmall = (node.textContent ?? '').length <= 80;
  if (isSmall && AUTHOR.test(hints)) roles.push('author');
  if (tag === 'TIME' || (isSmall && TIME.test(hints))) roles.push('time');
  if (tag === 'BLOCKQUOTE') roles.push('quote');
  if (tag === 'CITE') roles.push('cite');
  if (/^(?:B|STRONG|H[3-6])$/.test(tag)) roles.push('bold');
  if (/^H[12]$/.test(tag)) roles.push('heading');
  if (ACTION.test(hints) || tag === 'NAV') roles.push('action');
  return roles;
}
