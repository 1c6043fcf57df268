import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import { layOut, type Notice } from './post-shape.ts';
import { type Clock, clockOf } from './post-stamp.ts';
import { type Block, blockOf } from './thread-block.ts';
import { hintsOf, type PageLine, type PageNode, pageLines } from './thread-page.ts';

/**
 * A forum thread, or one short post with its comments, out of a page: found by repeated blocks that each say who, when
 * and what. Null where the page is something else, an article with comments below it included.
 */
export function threadToDraft(document: { readonly documentElement: PageNode | null }, facts: Facts): Draft | null {
  const root = document.documentElement;
  if (!root) return null;
  const page = survey(root);
  const clock = clockOf(facts);
  const thread = bestGroup(page, clock);
  const single = singlePost(page, clock, thread);
  const found = single ?? thread;
  if (!found || isArticle(page, found)) return null;
  const posts = found.blocks.flatMap((block) => [...block.quoted, block.post]);
  const heading = page.headings[0] ?? null;
  const title = heading ?? page.title;
  const notices: Notice[] = heading ? [{ kind: 'title', text: heading }] : [];
  const draft = layOut([...notices, ...page.notes.map(asNote)], posts, title);
  const opening = found.blocks[0]?.post;
  return { ...draft, author: opening?.author ?? null, published: opening?.published ?? null };
}

const asNote = (text: string): Notice => ({ kind: 'metadata', text });

interface Group {
  readonly nodes: readonly PageNode[];
  readonly blocks: readonly Block[];
}
interface Page {
  readonly title: string | null;
  readonly headings: readonly string[];
  /** Short lines that tell how times are meant ("All times are UTC+1"). */
  readonly notes: readonly string[];
  readonly groups: readonly (readonly PageNode[])[];
  readonly posts: readonly PageNode[];
  readonly paragraphs: readonly PageNode[];
}

const POST = /(?:^|[\s_-])(?:post|weibo|status|tweet|toot|note|message|mblog|socialmediaposting)(?:$|[\s_-])/iu;
const COMMENT = /(?:^|[\s_-])(?:comments?|repl(?:y|ies)|responses?)(?:$|[\s_-])/iu;
const REPEATED = new Set(['DIV', 'LI', 'ARTICLE', 'SECTION', 'TR', 'TABLE', 'DD']);
const DEEPEST = 60;

function survey(root: PageNode): Page {
  const page = { title: null as string | null, headings: [] as string[], notes: [] as string[] };
  const groups: PageNode[][] = [];
  const posts: PageNode[] = [];
  const paragraphs: PageNode[] = [];
  const visit = (node: PageNode, depth: number): void => {
    const bySign = new Map<string, PageNode[]>();
    for (const child of node.childNodes) {
      if (child.nodeType !== 1) continue;
      const tag = child.nodeName.toUpperCase();
      if (tag === 'TITLE') page.title = wordsOf(child) || null;
      if (tag === 'H1') page.headings.push(wordsOf(child));
      if (tag === 'P') paragraphs.push(child);
      if (!REPEATED.has(tag)) {
        if (depth < DEEPEST) visit(child, depth + 1);
        continue;
      }
      const hints = hintsOf(child);
      if (POST.test(hints)) posts.push(child);
      const sign = `${tag} ${(child.getAttribute?.('class') ?? '').trim().split(/\s+/u)[0] ?? ''}`.replace(/\d+/gu, '');
      const same = bySign.get(sign);
      if (same) same.push(child);
      else bySign.set(sign, [child]);
      if (depth < DEEPEST) visit(child, depth + 1);
      else continue;
      if (
        /\b(?:all )?times are\b|时间均为/iu.test((child.textContent ?? '').slice(0, 200)) &&
        wordsOf(child).length < 200
      )
        page.notes.push(wordsOf(child));
    }
    for (const same of bySign.values()) if (same.length >= 2) groups.push(same);
  };
  visit(root, 0);
  return { ...page, groups, posts, paragraphs };
}

const wordsOf = (node: PageNode): string => (node.textContent ?? '').replace(/\s+/gu, ' ').trim();

/** The siblings whose blocks hold the most words. */
function bestGroup(page: Page, clock: Clock): Group | null {
  let best: Group | null = null;
  let most = 0;
  for (const nodes of page.groups) {
    const blocks = nodes.flatMap((node) => blockOf(pageLines(node), 'post', clock) ?? []);
    const length = lengthOf(blocks);
    if (blocks.length < 2 || blocks.length < nodes.length * 0.6 || length <= most) continue;
    best = { nodes, blocks };
    most = length;
  }
  return best;
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0);

/** One post that stands by itself, and the comments below it. */
function singlePost(page: Page, clock: Clock, below: Group | null): Group | null {
  for (const node of page.posts) {
    if (below?.nodes.includes(node) && !COMMENT.test(hintsOf(node))) return null;
    const lines: PageLine[] = pageLines(node);
    const block = blockOf(lines, 'post', clock);
    if (!block || block.text.split('\n').length > 6 || COMMENT.test(hintsOf(node))) continue;
    const comments = (below?.blocks ?? []).filter(({ text }) => !block.text.includes(text)).map(asComment);
    // A headline over several lines of words is an article, whatever its blog calls it.
    const isHeaded = lines.some((line) => line.roles.has('heading') && line.text !== block.author);
    if (isHeaded && block.text.split('\n').length > 2) continue;
    return { nodes: [node, ...(below?.nodes ?? [])], blocks: [block, ...comments] };
  }
  return null;
}

const asComment = (block: Block): Block => ({ ...block, post: { ...block.post, kind: 'comment', aside: true } });

/** Comments are not a thread where more is told in paragraphs outside of them. */
function isArticle(page: Page, found: Group): boolean {
  const inside = new Set<PageNode>();
  for (const node of found.nodes) gather(node, inside, 0);
  const outside = page.paragraphs.filter((node) => !inside.has(node)).map(wordsOf);
  const long = outside.filter((words) => words.length > 60);
  const isLong = long.reduce((sum, words) => sum + words.length, 0) > lengthOf(found.blocks) / 2;
  const areComments = found.nodes.every((node) => COMMENT.test(hintsOf(node)));
  return (long.length >= 2 && isLong) || (areComments && long.length > 0);
}

function gather(node: PageNode, into: Set<PageNode>, depth: number): void {
  if (node.nodeType !== 1 || depth > 300) return;
  into.add(node);
  for (const child of node.childNodes) gather(child, into, depth + 1);
}
