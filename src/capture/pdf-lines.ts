import type { Glyphs } from './glyphs.ts';
import { columnsOf } from './pdf-columns.ts';

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
  /** Its height on the page: 0 at the foot, 1 at the head. */
  readonly place: number;
  /** Which part of the page it is read with, and how far that part's lines reach. */
  readonly column: number;
  readonly edge: number;
}

/** Where on which page runs stand. */
export interface Sheet {
  readonly page: number;
  readonly foot: number;
  readonly height: number;
}

/** Paragraph or row; `isClose` where it stands directly below the one before. */
export interface Paragraph {
  readonly text: string;
  readonly height: number;
  readonly isClose: boolean;
}

/** Puts the runs of a page into printed lines: column by column, each in the order in which the page draws it. */
export function linesOf(items: readonly Glyphs[], sheet: Sheet): PageLine[] {
  return columnsOf(items).flatMap(({ runs, isBeside }, column) => {
    const lines = linesIn(runs, sheet).map((line) => ({ ...line, column }));
    const edge = isBeside ? Math.max(...lines.map((line) => line.right)) : Number.NaN;
    return lines.map((line) => ({ ...line, edge }));
  });
}

function linesIn(items: readonly Glyphs[], { page, foot, height: tall }: Sheet): PageLine[] {
  const lines: PageLine[] = [];
  for (const { str, transform, width } of items) {
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
    const height = Math.abs(d) || Math.hypot(a, b) || 10;
    const last = lines.at(-1);
    const isSame = last && Math.abs(last.y - y) < height * 0.5 && x >= last.right - height * 2;
    if (str === '') continue;
    if (last && isSame) lines[lines.length - 1] = lengthened(last, { str, x, width, height });
    else if (str.trim() !== '') {
      const where = { left: x, right: x + width, y, height, cell: x, place: (y - foot) / Math.max(1, tall) };
      lines.push({ page, text: str, ...where, column: 0, edge: 0 });
    }
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
  const compounds = compoundsIn(lines);
  const paragraphs: { text: string; height: number; isClose: boolean }[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const open = paragraphs.at(-1);
    if (above && open && isRunOn(above, line, Number.isNaN(above.edge) ? edge : above.edge)) {
      open.text = joined(open.text, line.text, compounds);
      continue;
    }
    const isClose =
      above !== undefined &&
      above.page === line.page &&
      above.column === line.column &&
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
  if (above.page !== line.page || above.column !== line.column)
    return isFull(above, line, edge) && !/[.。！？!?:：”"]$/u.test(above.text);
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

/** Words that the text itself writes with a hyphen: at a line's end they keep it. */
const compoundsIn = (lines: readonly PageLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.text.toLowerCase().match(/\p{L}{2,30}-\p{L}{2,30}/gu) ?? []));

/** Two lines as one: a word that was parted at the end of the line is made whole. */
function joined(above: string, below: string, compounds: ReadonlySet<string>): string {
  if (HAN.test(above.at(-1) ?? '') || HAN.test(below[0] ?? '')) return above + below;
  if (above.endsWith('\u00ad')) return above.slice(0, -1) + below;
  const parted = /(\p{L}{2,30})[-\u2010]$/u.exec(above.slice(-40));
  if (!parted || !/^\p{Ll}/u.test(below)) return `${above} ${below}`;
  const word = `${parted[1]}-${/^\p{L}{1,30}/u.exec(below)?.[0] ?? ''}`.toLowerCase();
  return compounds.has(word) ? above + below : above.slice(0, -1) + below;
}
