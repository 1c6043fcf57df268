import { getDocumentProxy } from 'unpdf';
import { HearsayError } from '../base/error.ts';
import { Composer } from './composer.ts';
import { creditsIn } from './credit.ts';
import type { Draft } from './draft.ts';
import type { Glyphs } from './glyphs.ts';
import { furnitureOf } from './pdf-furniture.ts';
import { type HiddenText, pageSeen, readingOf } from './pdf-hidden.ts';
import { linesOf, type PageLine, paragraphsOf } from './pdf-lines.ts';
import { stampIn } from './stamp.ts';

const MOST_PAGES = 2000;

/** A PDF with a text layer as paragraphs and rows; words that can't be seen on its pages are left out and noted. Throws a HearsayError where there is none or it can't be opened. */
export async function pdfToDraft(bytes: Uint8Array, file: string): Promise<Draft> {
  const { lines: all, hidden } = await linesIn(bytes, file);
  const furniture = furnitureOf(all);
  const lines = all.filter((line) => !furniture.has(line));
  const paragraphs = paragraphsOf(lines).map((one) => ({ ...one, text: unfolded(one.text) }));
  if (paragraphs.every((one) => one.text.trim() === '')) {
    const what = hidden.length > 0 ? 'only words that can’t be seen on its pages' : 'no text layer, only pictures';
    throw new HearsayError('no-text', `${file} has ${what}; save its pages as PNG and add those`);
  }
  const composer = new Composer();
  const titleAt = largest(paragraphs);
  for (const [at, { text, isClose }] of paragraphs.entries()) {
    composer.add(text, at === titleAt ? 'title' : 'body', [], isClose ? '\n' : '\n\n');
  }
  const published = signedDate(paragraphs.map((one) => one.text));
  composer.voices.push({
    ...{ start: 0, end: composer.content.length, kind: 'document', author: null, published },
    ...{ passedOn: false, attachments: [] },
  });
  composer.credits.push(...creditsIn(composer.content));
  return composer.draft({ title: paragraphs[titleAt]?.text ?? null, published, ...noteOf(hidden) });
}

/** Where something is hidden, not what: a note is seen by more people than a file is. */
function noteOf(hidden: readonly HiddenText[]): { readonly note?: string } {
  if (hidden.length === 0) return {};
  const pages = [...new Set(hidden.map(({ page }) => page))];
  const letters = hidden.reduce((sum, { words }) => sum + words.replaceAll(/\s/gu, '').length, 0);
  const where = `page${pages.length > 1 ? 's' : ''} ${pages.slice(0, 8).join(', ')}${pages.length > 8 ? ' …' : ''}`;
  return { note: `hidden-text: ${letters} letters on ${where} can’t be seen there; they are left out` };
}

interface Pages {
  readonly lines: PageLine[];
  readonly hidden: readonly HiddenText[];
}

async function linesIn(bytes: Uint8Array, file: string): Promise<Pages> {
  const isCut = !new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF');
  if (isCut) throw new HearsayError('truncated', `${file} breaks off before its end; download or send it again`);
  let document: Awaited<ReturnType<typeof getDocumentProxy>> | null = null;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    const reading = await readingOf(document);
    const lines: PageLine[] = [];
    const hidden: HiddenText[] = [];
    for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES); n++) {
      const page = await document.getPage(n);
      const seen = await pageSeen(page, reading);
      hidden.push(...seen.hidden);
      const runs =
        seen.runs ?? (await page.getTextContent()).items.filter((one): one is typeof one & Glyphs => 'str' in one);
      const [, foot = 0, , head = 0] = page.view;
      lines.push(...linesOf(runs, { page: n, foot, height: head - foot }));
      page.cleanup();
    }
    return { lines, hidden };
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    if (name === 'PasswordException') {
      throw new HearsayError('encrypted', `${file} is locked with a password; save a copy without it`, { cause });
    }
    throw new HearsayError('malformed', `${file} can't be read as a PDF; print it to PDF again or export its text`, {
      cause,
    });
  } finally {
    await document?.loadingTask.destroy().catch(() => {});
  }
}

/** Printers set common Han characters as Kangxi radicals (U+2E80–2FDF); only those are folded back, by NFKC. */
const unfolded = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf]/gu, (one) => RADICALS[one] ?? one.normalize('NFKC'));

/** CJK Radicals Supplement has no NFKC mappings but two: the forms that printers emit for simplified characters. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⺟': '母',
  '⺒': '巳',
  '⻑': '長',
};

/** The line in the largest letters near the top, where one stands out. */
function largest(paragraphs: readonly { readonly text: string; readonly height: number }[]): number {
  const heights = paragraphs.map((one) => one.height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const head = paragraphs.slice(0, 8);
  const most = Math.max(...head.map((one) => one.height));
  return most > usual * 1.15 ? head.findIndex((one) => one.height === most && one.text.length <= 160) : -1;
}

/** The date under a notice: a last short line that is nothing but a date. */
function signedDate(texts: readonly string[]): string | null {
  const last = texts.slice(-3).findLast((text) => {
    const stamp = stampIn(text);
    return stamp !== null && text.length <= stamp.end - stamp.start + 4;
  });
  return last ? (stampIn(last)?.value ?? null) : null;
}
