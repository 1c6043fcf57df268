import { takeApart } from './blocks.ts';
import { type PageElement, wordsOf } from './dom.ts';
import { isCommentHeading } from './furniture.ts';

/** What one reader wrote below an article. */
export interface Remark {
  readonly author: string | null;
  /** As printed ("1 hour ago", "18:41"). */
  readonly stamp: string | null;
  readonly text: string;
  readonly attachments: readonly string[];
}

const WRITER = /(?:^|[\s_-])(?:nick|nickname|name|user|username|author|poster|handle|cite)(?:$|[\s_-])/i;
const WHEN = /(?:^|[\s_-])(?:when|time|date|ago|stamp|posted|meta)(?:$|[\s_-])/i;
const TIP = /^(?:reply|report|like|share|登录后.*|回复|举报|赞|点赞|\d+|[（(]?\d+[)）]?)$/iu;
const CLOCK =
  /\d{1,2}[:.]\d{2}|\bago\b|\d{4}[-/年]\d|(?:yesterday|just now)|昨天|前天|刚刚|分钟前|小时前|\d月\d+日|\d{1,2}-\d{1,2}/i;
const MOST = 20_000;
const DEEPEST = 60;

/** The comments in a part of the page, in order; a reply follows what it stands in. */
export const remarksIn = (container: PageElement): Remark[] =>
  itemsOf(container)
    .slice(0, MOST)
    .flatMap((item) => remarksOf(item, 0))
    .slice(0, MOST);

function remarksOf(item: PageElement, depth: number): Remark[] {
  const replies = depth < DEEPEST ? repliesIn(item) : [];
  return [...(remarkOf(item, replies) ?? []), ...replies.flatMap((reply) => remarksOf(reply, depth + 1))];
}

/** Comments that stand in a comment: elements of its own kind with a writer of their own. */
function repliesIn(item: PageElement): PageElement[] {
  if (!/^(?:li|article|section|div|dd|tr)$/.test(item.localName)) return [];
  const kind = kindOf(item);
  const found: PageElement[] = [];
  const look = (element: PageElement, depth: number): void => {
    for (const child of element.children) {
      const isReply = child.localName === item.localName && kindOf(child) === kind;
      if (isReply && leavesOf(child, 0, []).some((part) => isWriter(part))) found.push(child);
      else if (depth < 12) look(child, depth + 1);
    }
  };
  look(item, 0);
  return found;
}

const kindOf = (element: PageElement): string => (element.getAttribute('class') ?? '').trim().split(/\s+/u)[0] ?? '';

/** The elements that hold one comment each: the children of the widest list below the container. */
function itemsOf(container: PageElement): PageElement[] {
  let at = container;
  for (let depth = 0; depth < 12; depth++) {
    const children = [...at.children].filter((child) => !isAside(child));
    const only = children[0];
    if (children.length === 1 && only && !isItem(at)) at = only;
    else return isItem(at) || (at !== container && isOneItem(children)) ? [at] : children;
  }
  return [at];
}

const isAside = (element: PageElement): boolean =>
  /^(?:h[1-6]|form|button|script|style|hr|br|input|textarea)$/.test(element.localName) ||
  isCommentHeading(wordsOf(element)) ||
  TIP.test(wordsOf(element)) ||
  wordsOf(element) === '';

/** A comment names its writer in an element of its own, beside what the writer says. */
const isItem = (element: PageElement): boolean =>
  [...element.children].some((child) => isWriter(child)) && [...element.children].length > 1;

/** One comment whose writer stands in a line of its own above what he writes. */
const isOneItem = (children: readonly PageElement[]): boolean =>
  children.filter((child) => isWriter(child) || leavesOf(child, 0, []).some(isWriter)).length === 1;

const isWriter = (element: PageElement): boolean =>
  wordsOf(element).length <= 40 &&
  (/^(?:b|strong|cite|i)$/.test(element.localName) || WRITER.test(element.getAttribute('class') ?? ''));

function remarkOf(item: PageElement, replies: readonly PageElement[]): [Remark] | null {
  const parts = leavesOf(item, 0, replies);
  const writer = parts.find((part) => isWriter(part)) ?? null;
  const others = parts.filter((part) => part !== writer && !TIP.test(wordsOf(part)) && part.localName !== 'button');
  const when = others.find((part) => isWhen(part)) ?? null;
  const body = others.filter((part) => part !== when).sort((a, b) => wordsOf(b).length - wordsOf(a).length)[0];
  if (!body && !when) return replies.length > 0 ? null : bareRemark(item, writer);
  const stamp = when ? wordsOf(when).replace(/\s{0,2}(?:赞|like).*$/iu, '') || null : null;
  if (!body) return null;
  const text = takeApart(body, true)
    .blocks.map((block) => block.text)
    .join('\n');
  const author = writer ? wordsOf(writer).replace(/\s{0,2}[:：]$/u, '') || null : null;
  const pictures = [...item.querySelectorAll('img[src]')].filter((image) => !isWithin(image, replies));
  const attachments = pictures.flatMap((image) => image.getAttribute('src') ?? []);
  return text === '' ? null : [{ author, stamp, text, attachments }];
}

/** A comment without parts: all its words. */
function bareRemark(item: PageElement, writer: PageElement | null): [Remark] | null {
  const text = wordsOf(item);
  const author = writer ? wordsOf(writer) : null;
  const said = author && text.startsWith(author) ? text.slice(author.length).replace(/^[\s:：]+/u, '') : text;
  return said.length < 2 ? null : [{ author, stamp: null, text: said, attachments: [] }];
}

const isWhen = (part: PageElement): boolean => {
  const words = wordsOf(part);
  if (words.length > 50) return false;
  return (
    part.localName === 'time' ||
    (CLOCK.test(words) && (WHEN.test(part.getAttribute('class') ?? '') || /^(?:em|small|i|span)$/.test(part.localName)))
  );
};

const isWithin = (element: PageElement, others: readonly PageElement[]): boolean =>
  others.some((other) => other.contains(element));

/** The parts of a comment: its children, looked into where a child only wraps further parts, or replies. */
function leavesOf(element: PageElement, depth: number, replies: readonly PageElement[]): PageElement[] {
  return [...element.children].flatMap((child) => {
    if (replies.includes(child)) return [];
    if (depth < 8 && replies.some((reply) => child.contains(reply))) return leavesOf(child, depth + 1, replies);
    const inner = [...child.children];
    const isWrapper = inner.length > 1 && inner.some((one) => isWriter(one) || isWhen(one)) && depth < 4;
    return isWrapper ? leavesOf(child, depth + 1, replies) : wordsOf(child) === '' ? [] : [child];
  });
}
