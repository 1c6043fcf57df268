import type { Credit } from './text.ts';

/** Where a name in a credit line ends. */
const NAME =
  '(?<name>[^\\n\\s|,，。；;:：()（）\\[\\]【】<>《》]{2,40}(?: (?!\\d)[^\\n\\s|,，。；;:：()（）\\[\\]【】<>《》]{1,30}){0,5}?)';
const HAN_NAME = '(?<name>[^\\n\\s|,，。；;:：()（）\\[\\]【】<>《》“”]{2,24})';
const STOP = '(?=\\s*(?:$|\\n|[|,，。.；;:：()（）\\[\\]【】<>《》]|\\s(?:\\d|[-–—·•]\\s)|\\s{2}))';

/**
 * Lines that say whose the text is: `来源：X`, `转自X`, `Source: X`, `Lantern newsroom / CPA`, `(CPA) –` after a place.
 * "据X报道" and "X reported" are citations of X, not credits, and are left to reading.
 */
const CREDITS: readonly RegExp[] = [
  new RegExp(
    `(?:(?:来源|來源|稿源|转自|原载|首发)\\s{0,2}[:：]|(?:^|[（(【|\\s])(?:本文)?(?:转载自|转自|轉載自|原载于|原文刊载于|首发于))\\s{0,2}《?${HAN_NAME}`,
    'gu',
  ),
  new RegExp(
    `(?:^|\\n|[|·•(（\\s])(?:Source:|Credit:|Via:|Originally published (?:by|in|on)|Republished from|Syndicated from)\\s{1,2}${NAME}${STOP}`,
    'gu',
  ),
  new RegExp(`(?:translated|adapted) from (?:a (?:report|story|piece) (?:by|in) )?${NAME}${STOP}`, 'gu'),
];

/** `Desk name / CPA` in a byline: the name after the stroke is another's. */
const STROKE = /[^\s/\d][^\n/]{1,60}\s\/\s(?<name>[\p{L}][\p{L}\p{N}.&’' -]{1,38}?)(?=$|\n|\s{0,2}[|·•,]|\s\d)/gu;

/** An agency named in full where the writer stands. */
const AGENCY =
  /(?<name>(?:\p{Lu}[\p{L}&.'’-]{0,30} ){1,4}(?:(?:News|Press) Agency|Newswires?|News Service)|\p{Script=Han}{2,8}通讯社)/gu;

/** `DUNFORD, June 3 (CPA) –`: an agency after the place at the head of a paragraph. */
const DATELINE = /(?:^|\n)[\p{Lu}][^\n()（）]{1,60}[(（](?<name>[\p{L}][\p{L}\p{N} .&-]{1,30})[)）]\s{0,2}[-–—:]/gu;

/** （新华社泠州5月31日电）-like: "X社/记者" heads of Chinese agency copy. */
const HAN_DATELINE =
  /(?:^|\n)[（(【\s]{0,2}(?<name>[\p{Script=Han}]{2,8}(?:社|通讯社|网))[\p{Script=Han}]{0,8}\d{1,2}月\d{1,2}日[电讯]/gu;

/** The credits in a text's head, tail and credit lines. Only short lines and the heads of paragraphs are looked at. */
export function creditsIn(content: string): Credit[] {
  const found = new Map<number, Credit>();
  let start = 0;
  for (const line of content.split('\n')) {
    const isShort = line.length <= 120;
    const forms = isShort ? [...CREDITS, DATELINE, HAN_DATELINE] : [DATELINE, HAN_DATELINE];
    const looked = isShort ? line : line.slice(0, 120);
    for (const form of forms) note(found, looked, start, form);
    start += line.length + 1;
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The credits in a byline. */
export function creditsInByline(line: string, offset: number): Credit[] {
  const found = new Map<number, Credit>();
  note(found, line, offset, STROKE);
  note(found, line, offset, AGENCY);
  return [...found.values()];
}

function note(found: Map<number, Credit>, line: string, offset: number, form: RegExp): void {
  for (const match of line.matchAll(form)) {
    const name = match.groups?.['name']?.trim().replace(/[.。]$/, '');
    if (!name) continue;
    const at = offset + match.index + match[0].lastIndexOf(name);
    if (!found.has(at)) found.set(at, { start: at, end: at + name.length, name });
  }
}
