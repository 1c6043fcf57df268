/** A run of letters as a PDF places it: `transform` holds height and place (ISO 32000, 9.4.4). */
export interface Glyphs {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** One printed line. Cells of a table row are parted by tabs. */
export interface PageLine {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  /** Where its last cell starts: `left` where it has one cell. */
  readonly cell: number;
}

/** Paragraph or row; `isClose` where it stands directly below the one before. */
export interface Paragraph {
  readonly text: string;
  readonly height: number;
  readonly isClose: boolean;
}

/** Puts the runs of a page into printed lines, in the order in which the page draws them. */
export function linesOf(items: readonly Glyphs[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  for (const { str, transform, width } of items) {
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
    const height = Math.abs(d) || Math.hypot(a, b) || 10;
    const last = lines.at(-1);
    const isSame = last && Math.abs(last.y - y) < height * 0.5 && x >= last.right - height * 2;
    if (str === '') continue;
    if (last && isSame) lines[lines.length - 1] = lengthened(last, { str, x, width, height });
    else if (str.trim() !== '') lines.push({ page, text: str, left: x, right: x + width, y, height, cell: x });
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter((line) => line.text !== '');
}

/** A line with one more run: after a wide gap as a new cell, after a narrow one as a new word. */
function lengthened(line: PageLine, run: { str: string; x: number; width: number; height: number }): PageLine {
  // Blank runs are as wide as the printer liked: only where the next letters stand counts.
  if (run.str.trim() === '') return { ...line, text: /\s$/.test(line.text) ? line.text : `${line.text} ` };
  const gap = run.x - line.right;
  const right = run.x + run.width;
  const height = Math.max(line.height, run.height);
  if (gap > height * 1.2) return { ...line, text: `${line.text.trimEnd()}\t${run.str}`, right, height, cell: run.x };
  const isWord = gap > height * 0.22 && !/\s$/.test(line.text) && !isHan(line.text.at(-1), run.str[0]);
  return { ...line, text: `${line.text}${isWord ? ' ' : ''}${run.str}`, right, height };
}

const isHan = (a: string | undefined, b: string | undefined): boolean => HAN.test(a ?? '') && HAN.test(b ?? '');
const HAN = /[\p{Script=Han}\u2e80-\u2fdf\u3000-\u303f\uff00-\uffef]/u;

/** Joins lines that were only broken because the column ended there. */
export function paragraphsOf(lines: readonly PageLine[]): Paragraph[] {
  const edge = Math.max(0, ...lines.map((line) => line.right));
  const paragraphs: { text: string; height: number; isClose: boolean }[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const open = paragraphs.at(-1);
    if (above && open && isRunOn(above, line, edge)) {
      open.text += `${jointOf(open.text, line.text)}${line.text}`;
      continue;
    }
    const isClose =
      above !== undefined &&
      above.page === line.page &&
      above.y - line.y < line.height * 2 &&
      above.height === line.height;
    paragraphs.push({ text: line.text, height: line.height, isClose });
  }
  return paragraphs;
}

/** A full line above, the same letters, no new indent: the sentence goes on. So does a wrapped cell. */
function isRunOn(above: PageLine, line: PageLine, edge: number): boolean {
  if (Math.abs(above.height - line.height) > above.height * 0.15) return false;
  const gap = above.y - line.y;
  if (above.page !== line.page) return isFull(above, line, edge) && !/[.。！？!?:：”"]$/u.test(above.text);
  if (above.text.includes('\t')) {
    return !line.text.includes('\t') && Math.abs(line.left - above.cell) < line.height * 0.5 && gap < line.height * 1.6;
  }
  if (line.text.includes('\t') || gap <= 0 || gap > line.height * 2.2) return false;
  return line.left < above.left + line.height * 0.6 && isFull(above, line, edge);
}

/** Whether the first word of the next line would not have fitted any more. */
function isFull(above: PageLine, line: PageLine, edge: number): boolean {
  const isDense = HAN.test(line.text[0] ?? '');
  const first = isDense ? 1 : (line.text.split(/\s/, 1)[0]?.length ?? 1);
  const share = (line.right - line.left) / Math.max(1, line.text.length);
  return above.right + share * (first + 1) >= edge - above.height * 1.2;
}

const jointOf = (above: string, below: string): string => {
  if (isHan(above.at(-1), below[0]) || HAN.test(above.at(-1) ?? '') || HAN.test(below[0] ?? '')) return '';
  return above.endsWith('-') && /\p{Ll}/u.test(below[0] ?? '') ? '' : ' ';
};
