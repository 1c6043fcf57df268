import { isElement, type PageElement } from './dom.ts';
import { isCommentHeading, isFurnitureLine, isLabel, roleOf, tokensOf } from './furniture.ts';
import { type Measure, measure } from './measure.ts';

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

/** Takes a page, or what stands in one element of it, apart. `whole` leaves nothing out but what is in `skipped`. */
export function takeApart(root: PageElement, whole = false, skipped: ReadonlySet<PageElement> = new Set()): Page {
  const blocks: Block[] = [];
  const comments: PageElement[] = [];
  const sizes = measure(root);
  const pen = new Pen(blocks, whole, sizes);
  const labelRows = new Map<PageElement, boolean>();
  const isInLabelRow = (parent: PageElement | null): boolean => {
    if (!parent) return false;
    const known = labelRows.get(parent) ?? isLabelRow(parent, sizes);
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
      const role = purpose(element, sizes, sizes.proseOf(root));
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
function purpose(element: PageElement, sizes: Measure, total: number): 'furniture' | 'comments' | null {
  const tag = element.localName;
  if (/^(?:html|body|main|article|h1|td|tr|tbody)$/.test(tag)) return null;
  const names = ['class', 'id', 'role', 'data-component', 'data-testid'].map(
    (name) => element.getAttribute(name) ?? '',
  );
  const named = tag === 'form' ? 'furniture' : roleOf(names.join(' '));
  const role = named ?? (BLOCKS.has(tag) ? saidRole(element, sizes) : null);
  if (!role) return null;
  if (role === 'furniture' && holdsArticle(element, sizes)) return null;
  return total > 400 && sizes.proseOf(element) > total * (role === 'comments' ? 0.97 : 0.35) ? null : role;
}

const STORY = /(?:^|\s)(?:article|story|post|entry|news)[-_]{0,2}(?:body|content|text)(?:$|\s)/iu;
const HOLDERS =
  'h1, blockquote p, [itemprop="articleBody"], .article-body, .article-content, .entry-content, .post-content, .story-body';

/** A badly named element may hold the story all the same; many short articles in one are ways to other stories. */
function holdsArticle(element: PageElement, sizes: Measure): boolean {
  if (STORY.test(element.getAttribute('class') ?? '') || element.querySelector(HOLDERS)) return true;
  const articles = [...element.querySelectorAll('article')].slice(0, 12);
  return articles.some((article) => sizes.proseOf(article) > sizes.proseOf(element) * 0.6);
}

function saidRole(element: PageElement, sizes: Measure): 'furniture' | 'comments' | null {
  const first = element.firstElementChild;
  const heading = first && sizes.lengthOf(first) < 400 ? (first.textContent ?? '').trim() : '';
  if (/^h[2-6]$/.test(first?.localName ?? '') && isCommentHeading(heading)) return 'comments';
  if (sizes.lengthOf(element) >= 3000) return null;
  const text = (element.textContent ?? '').trimStart();
  return isLabel(text) || (heading !== '' && heading.length <= 40 && text.startsWith(heading) && isLabel(heading))
    ? 'furniture'
    : null;
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
function isLabelRow(parent: PageElement, sizes: Measure): boolean {
  if (!/^(?:div|section|header|li|td)$/.test(parent.localName) || sizes.lengthOf(parent) > 400) return false;
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
function isCaption(holder: PageElement, length: number, sizes: Measure): boolean {
  if (holder.closest('figcaption, figure, .img_box, .pic') !== null) return true;
  let at: PageElement | null = holder;
  for (let up = 0; at && up < 3 && sizes.lengthOf(at) <= length * 2 + 80; up++, at = at.parentElement) {
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
  readonly #sizes: Measure;

  constructor(blocks: Block[], whole: boolean, sizes: Measure) {
    this.#sizes = sizes;
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
        isCaption: isCaption(holder, text.length, this.#sizes),
      });
    }
    this.#text = '';
    this.#last = '';
    this.#holder = null;
    this.#links = [];
  }
}
