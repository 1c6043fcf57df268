import type { Box, ScreenMessage, SeenLine, Sighting } from '../capture/sighting.ts';
import { type Plane, planeOf } from './plane.ts';
import { countsWholeDay, minutesShown, namesADay } from './screen-clock.ts';
import { isSure, linesIn } from './sure-line.ts';

/**
 * Something within one chat screen that is not as the rest of it. It says what can be seen and nothing of why: apps,
 * clocks and people do odd things by themselves.
 */
export interface Observation {
  readonly item: string;
  /** Where, in the picture's pixels. */
  readonly box: Box;
  readonly kind: 'times-backwards' | 'gap' | 'letters';
  /** Of times: the one above, as shown, and this one. */
  readonly times?: readonly [string, string];
  /** Of a gap: how many of the usual distances between messages; of letters: how many times the usual size. */
  readonly ratio?: number;
}

/** What can be seen within one screen, from top to bottom. Linear in its messages and lines. */
export const observationsIn = (screen: Sighting): readonly Observation[] =>
  [...timesBackwards(screen), ...gaps(screen), ...letters(screen)].sort((a, b) => a.box.y - b.box.y);

/** A time above a later one, where no label between names a day. What a half day's clock leaves open is not told. */
function timesBackwards({ item, messages, lines }: Sighting): readonly Observation[] {
  const found: Observation[] = [];
  let last: { readonly shown: string; readonly minutes: number } | null = null;
  const isWholeDay = messages.some(({ side, text, time }) => countsWholeDay(side === 'centre' ? text : (time ?? '')));
  for (const { side, text, time, box } of messages) {
    if (side === 'centre' && namesADay(text)) last = null;
    const shown = side === 'centre' ? text : time;
    const isLegible = shown !== null && isReadWell(shown, linesIn(box, lines));
    const minutes = !isLegible || namesADay(shown) ? null : minutesShown(shown, isWholeDay);
    if (shown === null || minutes === null) continue;
    if (last && minutes < last.minutes) found.push({ item, box, kind: 'times-backwards', times: [last.shown, shown] });
    last = { shown, minutes };
  }
  return found;
}

/** Whether a time was read surely: a figure that the reader lost makes another time. */
const isReadWell = (shown: string, lines: readonly SeenLine[]): boolean =>
  lines.some((line) => isSure(line) && plainly(line.text).includes(plainly(shown)));
/** Messages have their times with a plain colon. */
const plainly = (text: string): string => text.replaceAll('：', ':');

/** An empty stretch is told from this many of the usual distances between messages. */
const WIDE = 5;
/** And from this part of the picture's height. */
const TALL = 0.06;
/** Fewer distances have no usual one. */
const FEWEST_GAPS = 4;

function gaps(screen: Sighting): readonly Observation[] {
  const { item, messages, height } = screen;
  const between = messages.slice(1).flatMap(({ box }, at) => {
    const above = messages[at]?.box ?? box;
    return { y: above.y + above.height, height: box.y - above.y - above.height };
  });
  const usual = median(between.map((one) => Math.max(1, one.height)));
  if (between.length < FEWEST_GAPS || usual === null) return [];
  const wide = between.filter((one) => one.height > WIDE * usual && one.height > TALL * height);
  if (wide.length === 0) return [];
  const plane = planeOf(screen);
  return wide
    .filter(({ y, height: tall }) => isBlank(plane, y / height, (y + tall) / height))
    .map(({ y, height: tall }) => ({
      ...({ item, kind: 'gap', ratio: rounded(tall / usual) } as const),
      box: { x: 0, y: Math.round(y), width: screen.width, height: Math.round(tall) },
    }));
}

/** Of the rows between, the outermost belong to the shadows of bubbles. */
const RIM = 0.1;
/** Brightness that differs by no more than that is one ground. */
const FLAT = 14;

/** Whether nothing stands there: a picture between two messages is no gap. */
function isBlank({ width, height, at }: Plane, from: number, to: number): boolean {
  const rim = (to - from) * RIM;
  const [top, bottom] = [Math.ceil((from + rim) * height), Math.floor((to - rim) * height)];
  if (bottom - top < 2) return false;
  const rows = at.subarray(top * width, bottom * width);
  let [least, most] = [255, 0];
  for (const value of rows) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least <= FLAT;
}

/** Letters of a script whose mean width tells their size, and from which ratio a difference is one. */
const SCRIPTS = [
  { letter: /\p{Script=Han}/gu, fewest: 5, most: 1.18 },
  { letter: /\p{Script=Latin}/gu, fewest: 16, most: 1.3 },
] as const;
/** So many other messages say what is usual. */
const FEWEST_OTHERS = 3;

/** A message whose letters are larger or smaller than those of the others in the same script. */
function letters({ item, messages, lines }: Sighting): readonly Observation[] {
  const spoken = messages.filter(({ side }) => side !== 'centre');
  return SCRIPTS.flatMap((script) => {
    const sizes = spoken.flatMap((message) => {
      const size = sizeIn(message, lines, script);
      return size === null ? [] : [{ message, size }];
    });
    return sizes.flatMap(({ message, size }) => {
      const usual = median(sizes.filter((one) => one.message !== message).map((one) => one.size));
      if (usual === null || sizes.length <= FEWEST_OTHERS) return [];
      const ratio = size / usual;
      if (ratio < script.most && ratio > 1 / script.most) return [];
      return { item, box: message.box, kind: 'letters', ratio: rounded(ratio) } as const;
    });
  });
}

/** The mean width of a message's letters in pixels; null where it has too few, or more than one size. */
function sizeIn(
  { box }: ScreenMessage,
  lines: readonly SeenLine[],
  { letter, fewest, most }: (typeof SCRIPTS)[number],
): number | null {
  const sizes = linesIn(box, lines)
    .filter(isSure)
    .flatMap((line) => {
      const words = line.text.trim();
      const count = words.match(letter)?.length ?? 0;
      // Other signs are of other widths: a line of mostly letters alone is measured.
      return count >= fewest && count >= words.replaceAll(' ', '').length * 0.8 ? [line.box.width / words.length] : [];
    });
  const [least, greatest] = [Math.min(...sizes), Math.max(...sizes)];
  return sizes.length === 0 || greatest / least > Math.sqrt(most) ? null : (median(sizes) ?? null);
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

const rounded = (ratio: number): number => Math.round(ratio * 10) / 10;
