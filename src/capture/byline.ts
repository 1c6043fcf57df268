import type { Block } from './blocks.ts';
import { type PageElement, wordsOf } from './dom.ts';
import { tokensOf } from './furniture.ts';
import { bare } from './headline.ts';
import { stampIn } from './stamp.ts';
import type { ZoneKind } from './text.ts';

const BYLINE =
  /^(?:by|from|words|reporting|text)\b[:\s]|(?:记者|作者|编辑|责编|通讯员|撰文|文|图)\s{0,2}[/／|:： ]|本报讯|staff|newsroom|correspondent|desk\b/iu;
const CREDIT = /(?:来源|來源)\s?[:：]|^[（(【]?转自|轉自|转载自|稿源|^source\b|\bsource:/iu;
const SIGNED =
  /^(?:(?:责任)?编辑|责编|记者|校对|审核|监制|作者)\s{0,2}[:：/ ]|^[（(].{0,30}(?:记者|编辑|责编|reporting by|editing by).{0,60}[）)]$/iu;
/** Whether a short line says who made or carried the text: such lines may stand below the body's own element. */
export const isSignature = (block: Block): boolean =>
  block.text.length <= 60 && block.links.length === 0 && (CREDIT.test(block.text) || SIGNED.test(block.text));

/** A line above or below a picture, by how it begins or ends. */
const CAPTION =
  /^[▲△▼]\s?\S|^图(?:为|源|片来源|片由)[:：]?\s?\S|^[（(](?:图|image|photo|picture|credit)(?:源|片来源)?\s?[:：/][^()（）]{1,80}[)）]$|[（(](?:image|photo|picture|credit)(?: credit| by)?\s?[:：][^()（）]{1,80}[)）]$|\b(?:photos?|images?|pictures?)\s?©/iu;

/** What a block between the headline and the body is. */
export function headKind(block: Block, holder: PageElement | null): ZoneKind {
  if (isCaption(block)) return 'caption';
  if (block.text.length > 120) return 'body';
  if (CREDIT.test(block.text)) return 'credit';
  if (BYLINE.test(block.text) || (isWriter(block) && !stampIn(block.text))) return 'byline';
  if (stampIn(block.text) || isClock(block.text)) return 'dateline';
  const isInside = holder?.contains(block.element) === true && block.element !== holder;
  if (isInside && (block.isHeading || /^(?:li|strong|b)$/.test(block.element.localName))) return 'body';
  return block.text.length <= 24 && !/[.。！？!?]$/u.test(block.text) ? 'metadata' : 'body';
}

const isClock = (text: string): boolean =>
  text.length <= 80 && /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b/u.test(text) && !/[?!。？！]$/u.test(text);

/** What a block below the first paragraph is. */
export function bodyKind(block: Block): ZoneKind {
  if (isCaption(block)) return 'caption';
  if (block.text.length <= 80 && CREDIT.test(block.text)) return 'credit';
  if (block.text.length <= 60 && block.element.closest('time')) return 'dateline';
  return block.text.length <= 80 && SIGNED.test(block.text) ? 'byline' : 'body';
}

const isCaption = (block: Block): boolean =>
  block.text.length <= 600 && (block.isCaption || (block.text.length <= 160 && CAPTION.test(block.text)));

const STANDFIRST = new Set(
  'standfirst dek deck subtitle subheadline subhead subheading subtitulo chapo bajada entradilla'.split(' '),
);

/** The lines below a headline that sum the story up: named so, or outside the body and as the page describes itself. */
export function isStandfirst(block: Block, holder: PageElement | null, description: string | null): boolean {
  if (block.text.length > 500 || block.text.length < 20) return false;
  if (named(block, STANDFIRST)) return true;
  if (!holder || holder.contains(block.element)) return false;
  const [own, said] = [bare(block.text), bare(description ?? '')];
  return block.isHeading || (own.length >= 20 && (said.startsWith(own) || (said.length >= 40 && own.startsWith(said))));
}

const WRITERS = new Set('author authors byline writer reporter contributor contributors'.split(' '));
const isWriter = (block: Block): boolean =>
  block.text.length <= 60 && (named(block, WRITERS) || block.element.closest('[rel~="author"]') !== null);

/** Whether an element that holds little but the block bears one of the names. */
function named(block: Block, names: ReadonlySet<string>): boolean {
  let at: PageElement | null = block.element;
  for (let up = 0; at && up < 4; up++, at = at.parentElement) {
    if ((at.textContent ?? '').length > block.text.length * 1.5 + 20) return false;
    if (tokensOf(at).some((token) => names.has(token))) return true;
  }
  return false;
}

/** Who the head of a page says wrote it: in words, else by the name of the element where a name stands alone. */
export function writerIn(head: readonly Block[]): string | null {
  const said = bylineIn(head.map((block) => block.text));
  if (said) return said;
  const alone = head.find((block) => isWriter(block) && NAME.test(block.text) && !stampIn(block.text));
  const inRow = head
    .map(({ element }) => element)
    .find((element) => isName(element) && tokensOf(element).some((one) => WRITERS.has(one)));
  return alone?.text ?? (inRow ? wordsOf(inRow) : null);
}

const isName = (element: PageElement): boolean => NAME.test(wordsOf(element));

const NAME =
  /^(?:\p{Lu}[\p{L}.'’-]{0,30}(?: (?:\p{Lu}|d[aeiu]s? |v[ao]n )[\p{L}.'’-]{0,30}){1,4}|\p{Script=Han}{2,4})$/u;

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
