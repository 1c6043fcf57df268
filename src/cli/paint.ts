import pc from 'picocolors';
import stringWidth from 'string-width';
import type { Terminal } from './terminal.ts';

/** Colours that fall away where the place printed to shows none. */
export type Paint = ReturnType<typeof pc.createColors>;

export const paintFor = (place: Terminal): Paint => pc.createColors(place.colour);

/**
 * Breaks words to a width in columns, wide characters counted as two; every line after the first is indented,
 * and the indent is not counted.
 */
export function wrapped(words: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of words.replaceAll(/\s+/g, ' ').split(/(?<= )|(?<=[\p{Script=Han}，。；：、”」』）])(?=\P{M})/u)) {
    if (line && stringWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].join(`\n${indent}`);
}

/** The words, cut to a width in columns, with an ellipsis where something is left out. */
export function cut(words: string, width: number): string {
  const flat = words.replaceAll(/\s+/g, ' ').trim();
  if (stringWidth(flat) <= width) return flat;
  let kept = '';
  for (const character of flat) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The words, filled with spaces to a width in columns. */
export const filled = (words: string, width: number): string =>
  words + ' '.repeat(Math.max(0, width - stringWidth(words)));
