import pc from 'picocolors';
import stringWidth from 'string-width';
import { visible } from '../publish/visible.ts';
import type { Terminal } from './terminal.ts';

/** Colours that fall away where the place printed to shows none. */
export type Paint = ReturnType<typeof pc.createColors>;

export const paintFor = (place: Terminal): Paint => pc.createColors(place.colour);

/** Paints line by line, for a pager that forgets a colour at the end of a line. */
export const eachLine = (tint: (words: string) => string, words: string): string =>
  words.split('\n').map(tint).join('\n');

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const charactersOf = (words: string): readonly string[] => [...graphemes.segment(words)].map(({ segment }) => segment);

/** Words of the evidence on one line, without what would steer the terminal or turn the line round. */
export const plain = (words: string): string =>
  visible(words)
    .replaceAll(/[^\S\u00a0]+/gu, ' ')
    .trim();

/**
 * Breaks words to a width in columns, wide characters counted as two; every line after the first is indented,
 * and the indent is not counted. A no-break space holds words together and is printed as a space. Only what is longer than a whole line is broken inside a word.
 */
export function wrapped(words: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of piecesOf(plain(words)).flatMap((one) => broken(one, width))) {
    const wide = stringWidth(piece.trimEnd());
    if (line && used + wide > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += stringWidth(piece);
  }
  return [...lines, line.trimEnd()].join(`\n${indent}`).replaceAll('\u00a0', ' ');
}

/** Never at the start of a line, and never at its end (JIS X 4051, GB/T 15834). */
const CLOSES = /^[\p{Pe}\p{Pf}，。、；：！？．…‥—～・·々ーっゃゅょッャュョ％‰,.;:!?%°]/u;
const OPENS = /[\p{Ps}\p{Pi}＃￥＄£€$]$/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** The stretches of words that stay together: up to a space, or between two characters where East Asian lines may break (UAX #14); a number keeps its unit. */
function piecesOf(words: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let last = '';
  for (const one of charactersOf(words)) {
    const after = last === ' ' && one !== ' ';
    const between = last !== ' ' && one !== ' ' && (WIDE.test(last) || WIDE.test(one));
    const sum = /\d$/u.test(last) && WIDE.test(one);
    if (piece && (after || (between && !sum && !CLOSES.test(one) && !OPENS.test(last)))) {
      pieces.push(piece);
      piece = '';
    }
    piece += one;
    last = one;
  }
  return piece ? [...pieces, piece] : pieces;
}

/** A piece that is longer than a line, an address say, in parts that are not: after a sign where it can be. */
function broken(piece: string, width: number): readonly string[] {
  if (stringWidth(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part: string[] = [];
  let used = 0;
  for (const one of charactersOf(piece)) {
    const wide = stringWidth(one);
    if (used + wide > width && part.length > 0) {
      const sign = part.findLastIndex((character) => /[/\\_.?&=-]/u.test(character)) + 1;
      const end = sign > part.length / 2 ? sign : part.length;
      parts.push(part.slice(0, end).join(''));
      part = part.slice(end);
      used = stringWidth(part.join(''));
    }
    part.push(one);
    used += wide;
  }
  return [...parts, part.join('')];
}

/** The words, cut to a width in columns, with an ellipsis where something is left out. */
export function cut(words: string, width: number): string {
  const flat = plain(words);
  if (stringWidth(flat) <= width) return flat;
  let kept = '';
  let used = 0;
  for (const one of charactersOf(flat)) {
    used += stringWidth(one);
    if (used > width - 1) break;
    kept += one;
  }
  const word = /^(.*\S)\s+[\p{Script=Latin}\p{N}’'-]+$/u.exec(kept)?.[1];
  return `${(word && word.length > kept.length * 0.7 ? word : kept).trimEnd()}…`;
}

/** The words, filled with spaces to a width in columns. */
export const filled = (words: string, width: number): string =>
  words + ' '.repeat(Math.max(0, width - stringWidth(words)));

/** Rows of a name and words, the words aligned beside the longest name, within the width. */
export function rows(lines: readonly (readonly [string, string])[], width: number): readonly string[] {
  const column = Math.min(Math.floor(width / 3), Math.max(0, ...lines.map(([name]) => stringWidth(plain(name)))));
  const room = width - column - 4;
  return lines.map(([name, words]) => {
    const names = wrapped(name, column, '').split('\n');
    const said = wrapped(words, room, '').split('\n');
    const count = Math.max(names.length, said.length);
    return Array.from({ length: count }, (_, at) =>
      `  ${filled(names[at] ?? '', column)}  ${said[at] ?? ''}`.trimEnd(),
    ).join('\n');
  });
}
