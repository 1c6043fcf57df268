import { bylineIn } from './byline.ts';
import { Composer } from './composer.ts';
import { creditsIn } from './credit.ts';
import type { Draft } from './draft.ts';
import { type FrontMatter, frontMatterIn } from './front-matter.ts';
import { stampIn } from './stamp.ts';
import type { Link, Zone } from './text.ts';

/** Plain text and Markdown, kept as written but for line ends; headings and head lines are zoned. */
export function plainToDraft(source: string, isMarkdown: boolean): Draft | null {
  const content = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '')
    .trimEnd()
    .replace(/^\n+/, '');
  if (content.trim() === '') return null;
  const front = isMarkdown ? frontMatterIn(content) : null;
  const lines = linesOf(content).filter((line) => line.start >= (front?.length ?? 0));
  while (front && lines[0]?.text.trim() === '') lines.shift();
  const zones: Zone[] = front ? [{ start: 0, end: front.length, kind: 'metadata' }] : [];
  const title = titleOf(lines, isMarkdown);
  if (title) zones.push({ start: title.start, end: title.end, kind: 'title' });
  const head = lines.slice(title ? 1 : 0, 6).filter((line) => line.text.trim() !== '' && line.text.length <= 80);
  for (const line of head) {
    const kind = headKind(line.text);
    if (kind && line !== title) zones.push({ start: line.start, end: line.start + line.text.length, kind });
  }
  const composer = new Composer();
  const author = front?.author ?? bylineIn(head.map((line) => line.text));
  const dated = zones.find((zone) => zone.kind === 'dateline' || zone.kind === 'byline');
  const published =
    front?.published ?? (dated ? (stampIn(content.slice(dated.start, dated.end))?.value ?? null) : null);
  const voice = { start: 0, end: content.length, kind: 'document', author, published } as const;
  return {
    ...composer.draft({ ...saidIn(front), title: title?.words ?? front?.title ?? null, author, published }),
    ...{ content, zones, links: linksIn(content, isMarkdown), credits: creditsIn(content) },
    voices: [{ ...voice, passedOn: false, attachments: [] }],
  };
}

const saidIn = (front: FrontMatter | null): Pick<Draft, 'modified' | 'publisher' | 'url' | 'language'> => ({
  modified: front?.modified ?? null,
  publisher: front?.publisher ?? null,
  url: front?.url ?? null,
  language: front?.language ?? null,
});

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(content: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of content.split('\n')) {
    lines.push({ start, text });
    start += text.length + 1;
  }
  return lines;
}

/** A first line that stands alone, is short and no sentence; in Markdown the first `#` heading. */
function titleOf(lines: readonly Line[], isMarkdown: boolean): (Line & { end: number; words: string }) | null {
  const first = lines[0];
  if (!first) return null;
  const heading = isMarkdown ? /^#{1,2}\s{1,9}(?<words>\S.{0,300}?)\s{0,9}#{0,9}$/u.exec(first.text) : null;
  const words =
    heading?.groups?.['words'] ?? (lines[1]?.text.trim() === '' && isTitle(first.text) ? first.text.trim() : null);
  if (!words) return null;
  const start = first.start + first.text.indexOf(words);
  return Object.assign(first, { start, end: start + words.length, words });
}

const isTitle = (text: string): boolean =>
  text.trim() !== '' && text.length <= 100 && !/[.。！!；;,，:：]$/u.test(text.trim());

function headKind(text: string): Zone['kind'] | null {
  if (/来源[:：]|转自|^source:/iu.test(text)) return 'credit';
  if (/^by\s|^(?:作者|记者|文)[:：/ ]/iu.test(text)) return 'byline';
  return text.length <= 40 && stampIn(text) ? 'dateline' : null;
}

function linksIn(content: string, isMarkdown: boolean): Link[] {
  const links: Link[] = [];
  for (const match of content.matchAll(/https?:\/\/[^\s<>"'）)\]】，。；]{3,2000}/gu)) {
    links.push({ start: match.index, end: match.index + match[0].length, href: match[0] });
  }
  if (!isMarkdown) return links;
  for (const match of content.matchAll(/\[(?<words>[^\][\n]{1,300})\]\((?<href>[^()\s]{1,2000})\)/gu)) {
    const { words = '', href = '' } = match.groups ?? {};
    links.push({ start: match.index + 1, end: match.index + 1 + words.length, href });
  }
  return links.sort((a, b) => a.start - b.start || a.end - b.end);
}
