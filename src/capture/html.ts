import { type Block, takeApart, weight } from './blocks.ts';
import { type Remark, remarksIn } from './comments.ts';
import { Composer } from './composer.ts';
import { creditsIn, creditsInByline } from './credit.ts';
import { type PageDocument, type PageElement, parsePage, wordsOf } from './dom.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { stampIn } from './stamp.ts';
import type { ZoneKind } from './text.ts';
import { threadToDraft } from './thread.ts';

/** A page as its article, the head lines above it, and readers' comments below. `null` where it holds no words. */
export function htmlToDraft(source: string, facts: Facts): Draft | null {
  const document = parsePage(source);
  const said = pageFacts(document);
  return (said.isArticle ? null : threadToDraft(document, facts)) ?? articleToDraft(document, said);
}

function articleToDraft(document: PageDocument, facts: PageFacts): Draft | null {
  const root = document.body ?? document.documentElement;
  for (const element of root.querySelectorAll('script, style, noscript, template')) element.remove();
  const { blocks: whole, comments } = takeApart(root);
  const blocks = whole.flatMap((block) => parted(block, facts.titles.map(plain)));
  const body = bodyOf(blocks);
  const title = titleOf(blocks, body, facts);
  const head = headOf(blocks, body, title.at);
  const remarks = comments.flatMap((element) => remarksIn(element));
  if (body.length === 0 && remarks.length === 0) return null;

  const composer = new Composer();
  if (title.text) composer.add(title.text, 'title');
  for (const block of head) composer.add(block.text, headKind(block), block.links);
  const rest = body.filter((block) => !head.includes(block) && blocks.indexOf(block) !== title.at);
  const prose = rest.findIndex((block) => sentenceWeight(block) >= 120);
  for (const [at, block] of rest.entries()) {
    composer.add(block.text, at <= prose ? headKind(block) : bodyKind(block), block.links, jointOf(block));
  }
  const end = composer.content.length;
  composer.credits.push(...creditsOf(composer));
  const author = facts.author ?? bylineIn(head.map((block) => block.text));
  const published = facts.published ?? printedDate(head, document);
  if (end > 0) {
    composer.voices.push({
      ...{ start: 0, end, kind: 'article', author, published },
      passedOn: false,
      attachments: [],
    });
  }
  for (const remark of remarks) addRemark(composer, remark);
  const { modified, publisher, url, language } = facts;
  return composer.draft({ title: title.text, author, published, modified, publisher, url, language });
}

/** The smallest part of the page that holds most of its sentences; without any, all that is left of the page. */
function bodyOf(blocks: readonly Block[]): Block[] {
  const article = blocks.find((block) => block.element.closest('h1'))?.element.closest('article');
  const inside = article ? blocks.filter((block) => article.contains(block.element)) : [];
  const held = inside.reduce((sum, block) => sum + sentenceWeight(block), 0);
  const all = blocks.reduce((sum, block) => sum + sentenceWeight(block), 0);
  return mostOf(held > 200 && held > all * 0.15 ? inside : blocks);
}

function mostOf(blocks: readonly Block[]): Block[] {
  const weights = new Map(blocks.map((block) => [block, sentenceWeight(block)]));
  const total = [...weights.values()].reduce((sum, one) => sum + one, 0);
  if (total === 0) return blocks.filter((block) => !isLinkList(block));
  const held = new Map<PageElement, number>();
  const shared = new Set<PageElement>();
  for (const [at, block] of blocks.entries()) if (blocks[at - 1]?.element === block.element) shared.add(block.element);
  for (const [block, own] of weights) {
    if (own === 0) continue;
    for (let at = containerOf(block, shared); at; at = at.parentElement) held.set(at, (held.get(at) ?? 0) + own);
  }
  let root: PageElement | null = null;
  for (const [element, own] of held) {
    if (own >= total * 0.7 && (root === null || root.contains(element))) root = element;
  }
  return blocks.filter((block) => root?.contains(block.element) && !isLinkList(block));
}

/** Where a paragraph stands: the element around it, or its own where that holds several paragraphs or is a cell. */
function containerOf({ element }: Block, shared: ReadonlySet<PageElement>): PageElement | null {
  let at = element;
  while (/^(?:a|b|strong|em|i|u|span|font|small|time|cite|code)$/.test(at.localName) && at.parentElement)
    at = at.parentElement;
  const isHolder = shared.has(element) || /^(?:body|html|main|article|td|center)$/.test(at.localName);
  return isHolder ? at : at.parentElement;
}

/** Words that read as sentences: long enough or closed by a stop, and not links. */
function sentenceWeight(block: Block): number {
  const linked = block.links.reduce((sum, link) => sum + link.end - link.start, 0);
  const own = weight(block.text) * (1 - linked / Math.max(1, block.text.length));
  const isSentence = /[.!?…。！？；”"’')）]\s*$/u.test(block.text);
  return own >= 80 || (isSentence && own >= (/\p{Script=Han}/u.test(block.text) ? 15 : 30)) ? own : 0;
}

const isLinkList = (block: Block): boolean => {
  const linked = block.links.reduce((sum, link) => sum + link.end - link.start, 0);
  return linked > block.text.length * 0.7 && block.text.length < 100 && !/[.。！？]$/u.test(block.text);
};

/** The headline as it stands on the page, else as the page's own fields give it, without the site's name. */
function titleOf(
  blocks: readonly Block[],
  body: readonly Block[],
  facts: PageFacts,
): { text: string | null; at: number } {
  const first = body[0] ? blocks.indexOf(body[0]) : blocks.length;
  const named = facts.titles.map(plain).filter((one) => one !== '');
  const isNamed = (block: Block): boolean => {
    const words = plain(block.text);
    return words.length >= 2 && named.some((one) => one === words || (one.startsWith(words) && words.length >= 4));
  };
  const indexed = blocks.map((block, at) => ({ block, at })).filter(({ at }) => at <= first + 8);
  const h1s = indexed.filter(({ block }) => block.element.closest('h1') !== null);
  const headings = indexed.filter(({ block }) => block.isHeading);
  const found =
    h1s.findLast(({ block }) => isNamed(block)) ??
    headings.findLast(({ block }) => isNamed(block)) ??
    indexed.findLast(({ block, at }) => at <= first + 2 && block.text.split('\n').length === 1 && isNamed(block)) ??
    h1s.at(-1);
  if (found) return { text: found.block.text.replace(/\s+/gu, ' '), at: found.at };
  return { text: withoutSite(facts.titles[0] ?? null), at: -1 };
}

/** A block whose first line is the headline, parted after it: old pages put the byline below it with a `<br>`. */
function parted(block: Block, titles: readonly string[]): Block[] {
  const at = block.text.indexOf('\n');
  const first = plain(at < 0 ? '' : block.text.slice(0, at));
  if (first.length < 4 || !titles.some((one) => one.startsWith(first))) return [block];
  const rest = { ...block, text: block.text.slice(at + 1), links: [] };
  return [{ ...block, text: block.text.slice(0, at), links: [] }, rest];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** `Headline | Site`, `标题_网站` → the headline. */
const withoutSite = (title: string | null): string | null =>
  title?.replace(/\s{0,3}(?:[|_｜]|\s[-–—»]\s|-(?=[\p{Script=Han}]{2,12}$))[^|_｜]{1,40}$/u, '').trim() || null;

/** The lines between the headline and the first sentence of the body, where they stand close enough to belong there. */
function headOf(blocks: readonly Block[], body: readonly Block[], titleAt: number): Block[] {
  const below = body.filter((block) => blocks.indexOf(block) > titleAt);
  const firstLong =
    below.find((block) => sentenceWeight(block) >= 60) ?? below.find((block) => sentenceWeight(block) > 0) ?? below[0];
  const from = titleAt >= 0 ? titleAt : body[0] ? Math.max(0, blocks.indexOf(body[0]) - 2) : 0;
  const until = firstLong ? blocks.indexOf(firstLong) : from;
  if (until - from > 12) return [];
  return blocks.slice(from + (titleAt >= 0 ? 1 : 0), until).filter((block) => !isLinkList(block) && !block.isCaption);
}

const BYLINE =
  /^(?:by|from|words|reporting|text)\b[:\s]|(?:记者|作者|编辑|责编|通讯员|撰文|文|图)\s{0,2}[/／|:： ]|本报讯|staff|newsroom|correspondent|desk\b/iu;
const CREDIT = /(?:来源|來源)\s?[:：]|^[（(【]?转自|轉自|转载自|稿源|^source\b|\bsource:/iu;

const SIGNED =
  /^(?:(?:责任)?编辑|责编|记者|校对|审核|监制|作者)\s{0,2}[:：/ ]|^[（(].{0,30}(?:记者|编辑|责编|reporting by|editing by).{0,60}[）)]$/iu;

function headKind(block: Block): ZoneKind {
  if (block.isCaption) return 'caption';
  if (block.text.length > 120) return 'body';
  if (CREDIT.test(block.text)) return 'credit';
  if (BYLINE.test(block.text)) return 'byline';
  if (stampIn(block.text) || (block.text.length <= 80 && /\b\d{1,2}[:.]\d{2}\b/.test(block.text))) return 'dateline';
  return block.text.length <= 24 && !/[.。！？!?]$/u.test(block.text) ? 'metadata' : 'body';
}

function bodyKind(block: Block): ZoneKind {
  if (block.isCaption && block.text.length <= 300) return 'caption';
  if (block.text.length <= 80 && CREDIT.test(block.text)) return 'credit';
  return block.text.length <= 80 && SIGNED.test(block.text) ? 'byline' : 'body';
}

/** Rows of a table and items of a list stand line by line. */
const jointOf = (block: Block): string =>
  /^(?:li|tr|dd)$/.test(block.element.localName) && block.element !== block.element.parentElement?.firstElementChild
    ? '\n'
    : '\n\n';

function creditsOf(composer: Composer): ReturnType<typeof creditsIn> {
  const heads = composer.zones.filter((zone) => /^(?:byline|dateline|credit|metadata)$/.test(zone.kind));
  const strokes = heads.flatMap((zone) => creditsInByline(composer.content.slice(zone.start, zone.end), zone.start));
  const lines = creditsIn(composer.content);
  return [...lines, ...strokes.filter((one) => !lines.some((other) => other.start === one.start))].sort(
    (a, b) => a.start - b.start,
  );
}

/** Who a byline says wrote it. */
export function bylineIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found =
      /^by\s+(?<name>[^\n|·•,(]{2,60}?)(?=\s*(?:$|\n|[|·•,(]|\s[-–—]\s|\d))/iu.exec(line) ??
      /\bby\s(?<name>\p{Lu}[^\n|·•,(\d]{1,40}?)(?=\s*(?:$|\n|[|·•,(]|\s[-–—]\s))/u.exec(line) ??
      /(?:记者|作者|撰文|文)\s{0,2}[:：/ ]\s{0,2}(?<name>[^\s|,，。；:：()（）\d]{2,20})/u.exec(line);
    const name = found?.groups?.['name']?.trim();
    if (name) return name;
  }
  return null;
}

/** The date that readers see: in the head of the article, in a `time`, or in the fields of an official notice. */
function printedDate(head: readonly Block[], document: PageDocument): string | null {
  for (const time of [...document.querySelectorAll('time[datetime]')].slice(0, 1)) {
    const value = stampIn(time.getAttribute('datetime') ?? '')?.value;
    if (value) return value;
  }
  for (const block of head) {
    const value = stampIn(block.text)?.value;
    if (value) return value;
  }
  for (const cell of document.querySelectorAll('td, th, dt')) {
    if (!/^(?:发文日期|发布日期|发布时间|成文日期|date|published|issued)[:：]?$/iu.test(wordsOf(cell))) continue;
    const row = cell.parentElement;
    const value = row && stampIn(wordsOf(row))?.value;
    if (value) return value;
  }
  return null;
}

function addRemark(composer: Composer, { author, stamp, text, attachments }: Remark): void {
  const label = [author, stamp].filter(Boolean).join(' ');
  if (label) composer.add(label, 'comment');
  const span = composer.add(text, 'comment', [], label ? '\n' : '\n\n');
  composer.voices.push({
    ...span,
    ...{ kind: 'comment', author, published: stamp ? (stampIn(stamp)?.value ?? null) : null },
    ...{ passedOn: false, attachments },
  });
}
