import type { SeenLine } from '../capture/sighting.ts';

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** How many letters and figures were read. */
export const lettersIn = (lines: readonly SeenLine[]): number =>
  lines.reduce((sum, line) => sum + letters(line.text), 0);

/** Letters, each counted with the square of the confidence in its line: of two readings the better one weighs more. */
export const weightOf = (lines: readonly SeenLine[]): number =>
  lines.reduce((sum, line) => sum + letters(line.text) * line.confidence ** 2, 0);
