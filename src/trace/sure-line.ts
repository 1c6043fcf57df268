import type { Box, SeenLine } from '../capture/sighting.ts';

/** From which confidence the reader's words are taken for what stands there; a line cut by a bar is read below it. */
const SURE = 0.6;
/** Fewer signs are read badly for being few. */
const FEW = 4;

export const isSure = ({ text, confidence }: SeenLine): boolean => confidence >= SURE || text.trim().length < FEW;

/** The lines whose middle lies in a box. */
export const linesIn = (box: Box, lines: readonly SeenLine[]): readonly SeenLine[] =>
  lines.filter(({ box: line }) => {
    const [x, y] = [line.x + line.width / 2, line.y + line.height / 2];
    return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  });
