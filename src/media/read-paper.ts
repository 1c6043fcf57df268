import { flattened } from '../capture/flattened.ts';
import { isOn, type Paper } from '../capture/paper.ts';
import type { Raster } from '../capture/screen.ts';
import type { SeenLine } from '../capture/sighting.ts';
import { lettersIn, weightOf } from './reading-weight.ts';

/** Quarters: as it lies, upside down, on its left side, on its right. */
const TURNS = [0, 2, 1, 3] as const;
/** A sheet that is read so surely lies as it was read: the mean confidence of its letters, and how many there are. */
const [UPRIGHT, MANY] = [0.78, 20];
/** How much better a sheet must be read once it is drawn anew, where nothing says that it must be. */
const BETTER = 1.1;

/**
 * The words of a picture in which a sheet of paper lies aslant, on its side or upside down: it is drawn flat, and turned
 * until it can be read; what stands beside it is kept from `plain`, the picture as it was read. Boxes are the picture's.
 * Null where it is read no better. Reads four times at most, and not at all where a sheet
 * that lies straight was read surely.
 */
export async function readPaper(
  { corners, leans }: Paper,
  raster: Raster,
  plain: readonly SeenLine[],
  read: (raster: Raster) => Promise<readonly SeenLine[]>,
): Promise<readonly SeenLine[] | null> {
  const beside = plain.filter(({ box }) => !isOn(corners, { x: box.x + box.width / 2, y: box.y + box.height / 2 }));
  const on = plain.filter((one) => !beside.includes(one));
  if (!leans && isRead(on, MANY)) return null;
  const known = (!leans || isRead(on, 0) ? BETTER : 1) * weightOf(on);
  let best = { weight: known, lines: null as readonly SeenLine[] | null };
  // A sheet that lies straight was read as it lies.
  for (const turned of TURNS.slice(leans ? 0 : 1)) {
    const sheet = flattened(raster, corners, turned);
    const lines = await read(sheet.raster);
    const weight = weightOf(lines);
    if (weight > best.weight)
      best = { weight, lines: lines.map((line) => ({ ...line, box: sheet.inPicture(line.box) })) };
    if (isRead(lines, MANY)) break;
  }
  return best.lines && [...best.lines, ...beside];
}

const isRead = (lines: readonly SeenLine[], least: number): boolean =>
  lettersIn(lines) >= least && weightOf(lines) >= UPRIGHT ** 2 * lettersIn(lines);
