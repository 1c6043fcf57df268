import { type Block, takeApart } from './blocks.ts';
import { bodyOf, holderOf, isLinkList, sentenceWeight } from './body.ts';
import { bodyKind, headKind, isSignature, isStandfirst, writerIn } from './byline.ts';
import { type Remark, remarksIn } from './comments.ts';
import { Composer } from './composer.ts';
import { creditsIn, creditsInByline } from './credit.ts';
import type { PageDocument, PageElement } from './dom.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import { parted, siteIn, titleOf } from './headline.ts';
import { weight } from './measure.ts';
import { parsePage } from './page.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { clockOf } from './post-stamp.ts';
import { printedDates, yearlessDate } from './printed-dates.ts';
import { stampIn } from './stamp.ts';
import { teasersIn } from './teasers.ts';
import { threadToDraft } from './thread.ts';

/** A page as its article, the head lines above it, and readers' comments below. `null` where it holds no words. */
export function htmlToDraft(source: string, facts: Facts): Draft | null {
  const document = parsePage(source);
  const said = pageFacts(document);
  const thread = said.isArticle ? null : threadToDraft(document, facts);
  const { url, language } = said;
  return thread ? { ...thread, url, language } : articleToDraft(document, said, facts);
}

function articleToDraft(document: PageDocument, facts: PageFacts, sheet: Facts): Draft | null {
  const root = document.body ?? document.documentElement;
  for (const element of root.querySelectorAll('script, style, noscript, template')) element.remove();
  const page = takeApart(root, false, teasersIn(root, facts.url ?? sheet.url));
  const shown = parted(page.blocks, facts.titles);
  const written = hidden(bodyOf(shown), facts, root);
  const blocks = written ?? shown;
  const body = written ?? signed(bodyOf(shown), shown);
  const title = titleOf(blocks, body, facts.titles);
  const head = headOf(blocks, body, title.at);
  const remarks = page.comments.flatMap((element) => remarksIn(element));
  if (body.length === 0 && remarks.length === 0) return null;

  const composer = new Composer();
  if (title.text) composer.add(title.text, 'title');
  const places = new Map(blocks.map((block, at) => [block, at]));
  const rest = body.filter((block) => {
    const at = places.get(block) ?? -1;
    return !head.includes(block) && at !== title.at && (at > title.at || sentenceWeight(block) > 0);
  });
  layBody(composer, head, rest, facts);
  const end = composer.content.length;
  composer.credits.push(...creditsOf(composer));
  const dates = printedDates(head, document, rest[0]?.element.closest('article') ?? null);
  const author = facts.author ?? writerIn(head);
  const published = finer(facts.published, dates.published) ?? yearlessDate(head, clockOf(sheet), sheet.captured);
  if (end > 0) {
    composer.voices.push({
      ...{ start: 0, end, kind: 'article', author, published },
      passedOn: false,
      attachments: [],
    });
  }
  for (const remark of remarks) addRemark(composer, remark);
  const { url, language } = facts;
  const publisher = facts.publisher ?? siteIn(facts.titles, title.text);
  const modified = finer(facts.modified, dates.modified);
  return composer.draft({ title: title.text, author, published, modified, publisher, url, language });
}

/** The head lines, then the body; what stands before the first long paragraph may still be head. */
function layBody(composer: Composer, head: readonly Block[], rest: readonly Block[], facts: PageFacts): void {
  const holder = holderOf(rest);
  const topKind = (block: Block) =>
    isStandfirst(block, holder, facts.description) ? 'standfirst' : headKind(block, holder);
  for (const block of head) composer.add(block.text, topKind(block), block.links);
  const prose = Math.min(
    30,
    rest.findIndex((block) => sentenceWeight(block) >= 120 && holder?.contains(block.element)),
  );
  for (const [at, block] of rest.entries()) {
    composer.add(block.text, at <= prose ? topKind(block) : bodyKind(block), block.links, jointOf(block));
  }
}

/** The page's own field, but for the hour that only its readers are shown. */
const finer = (said: string | null, printed: string | null): string | null =>
  said === null || (said.length === 10 && printed?.startsWith(said)) ? printed : said;

/** The body with the lines that sign it, where those stand just below its element. */
function signed(body: Block[], blocks: readonly Block[]): Block[] {
  const last = body.at(-1);
  const from = last ? blocks.indexOf(last) + 1 : blocks.length;
  return [...body, ...blocks.slice(from, from + 5).filter(isSignature)];
}

/** Pages that only scripts fill hand their words to search engines: taken where the page shows less than half of them. */
function hidden(body: readonly Block[], facts: PageFacts, root: PageElement): Block[] | null {
  const shown = body.reduce((sum, block) => sum + sentenceWeight(block), 0);
  if (!facts.body || weight(facts.body) < 200 || shown * 2 > weight(facts.body)) return null;
  const marked = /<(?:p|br|div)\b/iu.test(facts.body)
    ? takeApart(parsePage(facts.body).documentElement, true).blocks
    : null;
  const lines = (marked?.map((block) => block.text) ?? facts.body.split(/\n+/u)).map((line) => line.trim());
  return lines.filter(Boolean).map((text) => ({ text, links: [], element: root, isHeading: false, isCaption: false }));
}

/** The lines between the headline and the first sentence of the body, where they stand close enough to belong there. */
function headOf(blocks: readonly Block[], body: readonly Block[], titleAt: number): Block[] {
  const inBody = new Set(body);
  const below = blocks.slice(titleAt + 1).filter((block) => inBody.has(block));
  const firstLong =
    below.find((block) => sentenceWeight(block) >= 60) ?? below.find((block) => sentenceWeight(block) > 0) ?? below[0];
  const from = titleAt >= 0 ? titleAt : body[0] ? Math.max(0, blocks.indexOf(body[0]) - 2) : 0;
  const until = firstLong ? blocks.indexOf(firstLong) : from;
  if (until - from > 12) return [];
  return blocks.slice(from + (titleAt >= 0 ? 1 : 0), until).filter((block) => !isLinkList(block) && !block.isCaption);
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
