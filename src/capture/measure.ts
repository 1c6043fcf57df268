import { isElement, type PageElement } from './dom.ts';

/** How many letters stand in each element of a page, and how much of them is prose. What is around the page is endless. */
export interface Measure {
  readonly lengthOf: (element: PageElement) => number;
  /** The weight of the paragraphs in an element: menus and lists of headlines have none. */
  readonly proseOf: (element: PageElement) => number;
}

interface Size {
  length: number;
  weight: number;
  /** Words that stand in the element itself, outside of all others. */
  own: number;
  prose: number;
}

const SHORTEST = 60;

/** The weight of words: a Han character says about as much as three letters. */
export const weight = (text: string): number => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Measures a page once, from its leaves up, so that no element's words are gathered again for each one around it. */
export function measure(root: PageElement): Measure {
  const sizes = new Map<PageElement, Size>();
  const order: PageElement[] = [];
  const open: PageElement[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    order.push(element);
    sizes.set(element, { length: 0, weight: 0, own: 0, prose: 0 });
    for (const child of element.children) open.push(child);
  }
  for (const element of order.reverse()) {
    const size = sizes.get(element);
    if (size) settle(element, size, sizes);
  }
  const sizeOf = (element: PageElement): Size | undefined => sizes.get(element);
  return {
    lengthOf: (element) => sizeOf(element)?.length ?? Number.POSITIVE_INFINITY,
    proseOf: (element) => {
      const size = sizeOf(element);
      return size ? size.prose || size.weight / 4 : 0;
    },
  };
}

function settle(element: PageElement, size: Size, sizes: ReadonlyMap<PageElement, Size>): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) {
      const text = node.textContent ?? '';
      const own = weight(text.trim());
      size.length += text.length;
      size.weight += own;
      size.own += own;
    } else if (isElement(node)) {
      const inner = sizes.get(node);
      size.length += inner?.length ?? 0;
      size.weight += inner?.weight ?? 0;
      size.prose += inner?.prose ?? 0;
    }
  }
  if (element.localName === 'p') size.prose = size.weight > SHORTEST ? size.weight : 0;
  else if (/^(?:div|td|section|article|main|body)$/.test(element.localName) && size.own > SHORTEST)
    size.prose += size.own;
}
