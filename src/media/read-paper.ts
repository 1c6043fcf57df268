import { flattened } from '../capture/flattened.ts';
import { isOn, paperIn } from '../capture/paper.ts';
import type { Raster } from '../capture/screen.ts';
import type { SeenLine } from '../capture/sighting.ts';
import { lettersIn, weightOf } from './reading-weight.ts';

/** As it lies, upside down, on its left side, on its right. */
const TURNS = [0, 2, 1, 3] as const;
/** A sheet that is read so surely lies as it was read: the mean confidence of its letters, and how many there are. */
const [UPRIGHT, MANY] = [0.78, 20];
/** How much better a sheet must be read once it is drawn flat, where it was read surely as it lies. */
const BETTER = 1.1;

/**
 * The words of a picture in which a sheet of paper lies aslant: it is drawn flat, and turned until it can be read; what
 * stands beside it is kept from `plain`, the picture as it was read. Boxes are the picture's. Null where no sheet lies in
 * it, or where it is read no better. Reads four times at most.
 */
export async function readPaper(
  raster: Raster,
  plain: readonly SeenLine[],
  read: (raster: Raster) => Promise<readonly SeenLine[]>,
): Promise<readonly SeenLine[] | null> {
  const corners = paperIn(raster);
  if (!corners) return null;
  const beside = plain.filter(({ box }) => !isOn(corners, { x: box.x + box.width / 2, y: box.y + box.height / 2 }));
  const on = plain.filter((one) => !beside.includes(one));
  const isRead = weightOf(on) >= UPRIGHT ** 2 * lettersIn(on);
  let best = { weight: (isRead ? BETTER : 1) * weightOf(on), lines: null as readonly SeenLine[] | null };
  for (const turned of TURNS) {
    const sheet = flattened(raster, corners, turned);
    const lines = await read(sheet.raster);
    const weight = weightOf(lines);
    if (weight > best.weight)
      best = { weight, lines: lines.map((line) => ({ ...line, box: sheet.inPicture(line.box) })) };
    const letters = lettersIn(lines);
    if (letters >= MANY && weight >= UPRIGHT ** 2 * letters) break;
  }
  return best.lines && [...best.lines, ...beside];
}
