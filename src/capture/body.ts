import type { Block } from './blocks.ts';
import type { PageElement } from './dom.ts';
import { weight } from './measure.ts';

/** The smallest part of the page that holds most of its sentences; without any, all that is left of the page. */
export function bodyOf(blocks: readonly Block[]): Block[] {
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
  const shared = sharedIn(blocks);
  const held = new Map<PageElement, number>();
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

/** The element in which most of the paragraphs stand directly: what is above it is head, not body. */
export function holderOf(body: readonly Block[]): PageElement | null {
  const shared = sharedIn(body);
  const direct = new Map<PageElement, number>();
  let holder: PageElement | null = null;
  for (const block of body) {
    const at = containerOf(block, shared);
    if (!at) continue;
    direct.set(at, (direct.get(at) ?? 0) + sentenceWeight(block));
    if ((direct.get(at) ?? 0) > (holder ? (direct.get(holder) ?? 0) : 0)) holder = at;
  }
  return holder;
}

/** Elements that hold more than one paragraph of their own, by line ends. */
function sharedIn(blocks: readonly Block[]): ReadonlySet<PageElement> {
  const shared = new Set<PageElement>();
  for (const [at, block] of blocks.entries()) if (blocks[at - 1]?.element === block.element) shared.add(block.element);
  return shared;
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
export function sentenceWeight(block: Block): number {
  const own = weight(block.text) * (1 - linkedLength(block) / Math.max(1, block.text.length));
  const isSentence = /[.!?…。！？；”"’')）]\s*$/u.test(block.text);
  return own >= 80 || (isSentence && own >= (/\p{Script=Han}/u.test(block.text) ? 15 : 30)) ? own : 0;
}

/** A block that is nothing but a way to another page. */
export const isLinkList = (block: Block): boolean =>
  linkedLength(block) > block.text.length * 0.7 && block.text.length < 100 && !/[.。！？]$/u.test(block.text);

const linkedLength = (block: Block): number => block.links.reduce((sum, link) => sum + link.end - link.start, 0);
