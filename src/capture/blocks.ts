import { isElement, type PageElement } from './dom.ts';
import { isCommentHeading, isFurnitureLine, isLabel, roleOf, tokensOf } from './furniture.ts';

/** A paragraph of a page, as the reader sees it: white space collapsed, `<br>` as a line end. */
export interface Block {
  readonly text: string;
  readonly links: readonly { readonly start: number; readonly end: number; readonly href: string }[];
  /** The element that holds it, for asking what it stands in. */
  readonly element: PageElement;
  readonly isHeading: boolean;
  readonly isCaption: boolean;
}

/** A page taken apart: its paragraphs in order, without furniture, and where readers' comments stand. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly comments: readonly PageElement[];
}

const SILENT = new Set(
  'script style noscript template iframe object embed svg math canvas audio video button input select textarea nav footer dialog marquee head link meta amp-ad amp-sidebar amp-embed amp-social-share amp-sticky-ad amp-consent amp-analytics amp-user-notification amp-iframe amp-state amp-list amp-auto-ads'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const MAX_DEPTH = 400;
/** A block that only line ends break up is parted at the first one beyond this. */
const LONGEST = 8000;

/** The weight of words: a Han character says about as much as three letters. */
export const weight = (text: string): number => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Takes a page, or what stands in one element of it, apart. `whole` leaves nothing out but what is in `skipped`. */
export function takeApart(root: PageElement, whole = false, skipped: ReadonlySet<PageElement> = new Set()): Page {
  const blocks: Block[] = [];
  const comments: PageElement[] = [];
  const total = whole ? 0 : prose(root);
  const pen = new Pen(blocks, whole);
  const labelRows = new Map<PageElement, boolean>();
  const isInLabelRow = (parent: PageElement | null): boolean => {
    if (!parent) return false;
    const known = labelRows.get(parent) ?? isLabelRow(parent);
    labelRows.set(parent, known);
    return known;
  };
  const visit = (element: PageElement, depth: number): void => {
    const tag = element.localName;
    if (SILENT.has(tag) || depth > MAX_DEPTH || skipped.has(element) || isHidden(element)) return;
    if (tag === 'br') {
      pen.lineEnd();
      return;
    }
    if (!whole) {
      const role = purpose(element, total);
      if (role === 'comments') comments.push(element);
      if (role) {
        pen.flush();
        return;
      }
    }
    const isBlock = BLOCKS.has(tag);
    if (!isBlock && isInLabelRow(element.parentElement)) pen.space();
    if (isBlock) pen.flush();
    if (tag === 'tr' && isRow(element, whole)) pen.row(element);
    else {
      const href = tag === 'a' ? element.getAttribute('href') : null;
      const from = pen.length;
      for (const child of element.childNodes) {
        if (child.nodeType === 3) pen.write(child.textContent ?? '', element);
        else if (isElement(child)) visit(child, depth + 1);
      }
      if (href !== null) pen.link(from, href);
    }
    if (isBlock) pen.flush();
  };
  visit(root, 0);
  return { blocks, comments };
}

const isHidden = (element: PageElement): boolean =>
  (element.hasAttribute('hidden') && element.localName !== 'body') ||
  /display\s{0,3}:\s{0,3}none/i.test(element.getAttribute('style') ?? '');

/** What an element is for, by tag, by name and by its first words. Never said of what holds most of the page. */
function purpose(element: PageElement, total: number): 'furniture' | 'comments' | null {
  const tag = element.localName;
  if (/^(?:html|body|main|article|h1|td|tr|tbody)$/.test(tag)) return null;
  const names = ['class', 'id', 'role', 'data-component', 'data-testid'].map(
    (name) => element.getAttribute(name) ?? '',
  );
  const named = tag === 'form' ? 'furniture' : roleOf(names.join(' '));
  const role = named ?? (BLOCKS.has(tag) ? saidRole(element) : null);
  if (!role) return null;
  if (role === 'furniture' && holdsArticle(element)) return null;
  return total > 400 && prose(element) > total * (role === 'comments' ? 0.97 : 0.35) ? null : role;
}

const STORY = /(?:^|\s)(?:article|story|post|entry|news)[-_]{0,2}(?:body|content|text)(?:$|\s)/iu;
const HOLDERS =
  'h1, blockquote p, [itemprop="articleBody"], .article-body, .article-content, .entry-content, .post-content, .story-body';

/** A badly named element may hold the story all the same; many short articles in one are ways to other stories. */
function holdsArticle(element: PageElement): boolean {
  if (STORY.test(element.getAttribute('class') ?? '') || element.querySelector(HOLDERS)) return true;
  const articles = [...element.querySelectorAll('article')].slice(0, 12);
  const all = articles.length === 0 ? 0 : prose(element);
  return articles.some((article) => prose(article) > all * 0.6);
}

/** The weight of the paragraphs in an element: menus and lists of headlines have none. */
function prose(element: PageElement): number {
  let sum = ownWords(element);
  for (const one of element.querySelectorAll('p, div, td, section')) {
    const own = one.localName === 'p' ? weight(one.textContent ?? '') : ownWords(one);
    if (own > 60) sum += own;
  }
  return sum > 0 ? sum : weight(element.textContent ?? '') / 4;
}

/** Words that stand in an element itself, outside of all others: paragraphs that only `<br>` parts. */
function ownWords(element: PageElement): number {
  if (element.localName === 'p') return 0;
  let sum = 0;
  for (const node of element.childNodes) if (node.nodeType === 3) sum += weight((node.textContent ?? '').trim());
  return sum > 60 ? sum : 0;
}

function saidRole(element: PageElement): 'furniture' | 'comments' | null {
  const first = element.firstElementChild;
  const heading = (first?.textContent ?? '').trim();
  if (/^h[2-6]$/.test(first?.localName ?? '') && isCommentHeading(heading)) return 'comments';
  const text = (element.textContent ?? '').trimStart();
  if (text.length >= 3000) return null;
  return isLabel(text) || (heading.length <= 40 && text.startsWith(heading) && isLabel(heading)) ? 'furniture' : null;
}

/** A row of data: short cells without paragraphs of their own. Layout tables are read cell by cell. */
function isRow(row: PageElement, whole: boolean): boolean {
  const cells = [...row.children];
  // Word sets the words of each cell in a paragraph.
  const parts = whole ? 'table, div, h1, h2, br, li, p + p' : 'table, p, div, h1, h2, br';
  return (
    cells.length > 1 &&
    cells.every((cell) => (cell.textContent ?? '').trim().length <= 160 && !cell.querySelector(parts))
  );
}

/** A row of labels (writer, date, place) that only the style sheet sets apart: short, and all of it in elements. */
function isLabelRow(parent: PageElement): boolean {
  if (!/^(?:div|section|header|li|td)$/.test(parent.localName)) return false;
  const nodes = [...parent.childNodes];
  return (
    nodes.length > 1 &&
    nodes.length < 12 &&
    nodes.every((node) => isElement(node) || (node.textContent ?? '').trim() === '') &&
    (parent.textContent ?? '').length <= 120
  );
}

const CAPTIONS = new Set('cap caption captions figcaption photocredit imagecredit piccaption imgcaption'.split(' '));

/** Words that a page sets with a picture: by tag, else by the name of an element that holds little else. */
function isCaption(holder: PageElement, length: number): boolean {
  if (holder.closest('figcaption, figure, .img_box, .pic') !== null) return true;
  let at: PageElement | null = holder;
  for (let up = 0; at && up < 3 && (at.textContent ?? '').length <= length * 2 + 80; up++, at = at.parentElement) {
    const tokens = tokensOf(at);
    if (tokens.some((token) => CAPTIONS.has(token))) return true;
    if (tokens.includes('credit') && at.parentElement?.querySelector('img')) return true;
  }
  return false;
}

/** Collects inline text and cuts it into blocks. */
class Pen {
  #text = '';
  #last = '';
  #holder: PageElement | null = null;
  #links: { start: number; end: number; href: string }[] = [];
  readonly #blocks: Block[];
  readonly #whole: boolean;

  constructor(blocks: Block[], whole: boolean) {
    this.#blocks = blocks;
    this.#whole = whole;
  }

  get length(): number {
    return this.#text.length;
  }

  write(raw: string, element: PageElement): void {
    if (raw.trim() !== '') this.#holder ??= element;
    const isKept = element.localName === 'pre';
    const text = isKept ? raw : raw.replace(/[\s\u00a0\u3000]+/gu, ' ');
    this.#put(this.#isOpen ? text.replace(/^ /, '') : text);
  }

  /** Only the last letter is looked at, so that long pages take time in proportion to their length. */
  #put(text: string): void {
    this.#text += text;
    this.#last = text.at(-1) ?? this.#last;
  }

  get #isOpen(): boolean {
    return this.#last === '' || /\s/.test(this.#last);
  }

  space(): void {
    if (!this.#isOpen) this.#put(' ');
  }

  lineEnd(): void {
    if (this.#last === '\n' || this.#text.length > LONGEST) this.flush();
    else {
      if (this.#last === ' ') this.#text = this.#text.slice(0, -1);
      this.#put('\n');
    }
  }

  link(from: number, href: string): void {
    if (this.#text.length > from) this.#links.push({ start: from, end: this.#text.length, href });
  }

  row(row: PageElement): void {
    this.#holder = row;
    for (const [at, cell] of [...row.children].entries()) {
      if (at > 0) this.#put('\t');
      this.#put((cell.textContent ?? '').replace(/\s+/gu, ' ').trim());
    }
  }

  flush(): void {
    const lead = this.#text.length - this.#text.trimStart().length;
    const text = this.#text.trim();
    const holder = this.#holder;
    if (text !== '' && holder && (this.#whole || !isFurnitureLine(text))) {
      this.#blocks.push({
        text,
        links: this.#links.flatMap(({ start, end, href }) => {
          const span = { start: Math.max(0, start - lead), end: Math.min(text.length, end - lead), href };
          return span.end > span.start ? [span] : [];
        }),
        element: holder,
        isHeading: holder.closest('h1, h2, h3, h4, h5, h6') !== null,
        isCaption: isCaption(holder, text.length),
      });
    }
    this.#text = '';
    this.#last = '';
    this.#holder = null;
    this.#links = [];
  }
}
