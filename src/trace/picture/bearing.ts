import type { Bearing, ImagePair } from '../image-pair.ts';
import type { Plane } from '../plane.ts';
import type { Ready } from './meeting.ts';
import type { SharedPlace } from './shared-place.ts';

/** From this share on, a picture lies within the other as a whole; a larger picture shows less of it than `PART`. */
const WHOLE = 0.93;
const PART = 0.88;
/** Pixels from an edge to the rows that are compared, and from the picture's rim to an edge worth it. */
const STEP = 3;
const RIM = 6;
/** Spread of brightness along an edge below which nothing can be said. */
const DETAIL = 7;
const GOES_ON = 0.6;
const ENDS = 0.25;
/** What was covered shows less by this. */
const COVERED = 2.5;

/**
 * Which picture was made from the other, as far as their pixels show: what goes on beyond the edges of a part was cut
 * away from it; what ends there was put into a frame; what is wiped was there before. Null where nothing shows it, or
 * signs disagree.
 */
export function directionOf(
  a: Ready,
  b: Ready,
  place: SharedPlace,
  differs: readonly Pick<SharedPlace, 'a' | 'b'>[],
): NonNullable<ImagePair['direction']> | null {
  const signs: { earlier: 'left' | 'right'; sign: Bearing }[] = [];
  if (place.ofA >= WHOLE && place.ofB < PART) signs.push(...edgeSign(planeOf(b), place.b, 'left'));
  if (place.ofB >= WHOLE && place.ofA < PART) signs.push(...edgeSign(planeOf(a), place.a, 'right'));
  for (const one of differs) {
    const [left, right] = [shown(planeOf(a), one.a), shown(planeOf(b), one.b)];
    if (left > right * COVERED && left > 2) signs.push({ earlier: 'left', sign: 'covered' });
    if (right > left * COVERED && right > 2) signs.push({ earlier: 'right', sign: 'covered' });
  }
  const [first] = signs;
  if (!first || signs.some(({ earlier }) => earlier !== first.earlier)) return null;
  return { earlier: first.earlier, basis: [...new Set(signs.map(({ sign }) => sign))].sort() };
}

const planeOf = ({ levels: [first] }: Ready): Plane => first?.plane ?? { width: 0, height: 0, at: new Uint8Array() };

type Rect = SharedPlace['a'];

/** What the edges of the part say: `part` names the picture that is the part. */
function edgeSign(whole: Plane, rect: Rect, part: 'left' | 'right'): { earlier: 'left' | 'right'; sign: Bearing }[] {
  const other = part === 'left' ? 'right' : 'left';
  const edges = [
    edge(whole, rect, true, rect.left, 1),
    edge(whole, rect, true, rect.right, -1),
    edge(whole, rect, false, rect.top, 1),
    edge(whole, rect, false, rect.bottom, -1),
  ].filter((one) => one !== null);
  const on = edges.filter((like) => like >= GOES_ON).length;
  const ends = edges.filter((like) => like <= ENDS).length;
  if (ends > 1 && on === 0) return [{ earlier: part, sign: 'framed' }];
  return on > 0 && ends === 0 ? [{ earlier: other, sign: 'cut' }] : [];
}

/** How much the rows on both sides of an edge are alike, −1 to 1; null at the picture's rim or where nothing is seen. */
function edge(whole: Plane, rect: Rect, upright: boolean, at: number, inward: 1 | -1): number | null {
  const side = upright ? whole.width : whole.height;
  const from = Math.round(at - (inward < 0 ? 1 : 0));
  if (from < RIM || from > side - 1 - RIM) return null;
  const [inside, outside] = [from + inward * STEP, from - inward * STEP];
  const [start, end] = upright ? [rect.top, rect.bottom] : [rect.left, rect.right];
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let along = Math.ceil(start) + 2; along < Math.floor(end) - 2; along++) {
    ours.push(light(whole, upright ? inside : along, upright ? along : inside));
    theirs.push(light(whole, upright ? outside : along, upright ? along : outside));
  }
  if (ours.length < 20 || spread(ours) < DETAIL) return null;
  // What ends at an edge differs all along it; a bubble that begins there does not.
  const differ = ours.filter((one, along) => Math.abs(one - (theirs[along] ?? 0)) > 10).length / ours.length;
  if (spread(theirs) < DETAIL / 2) return differ >= 0.85 ? 0 : null;
  const like = correlation(ours, theirs);
  return like > ENDS || differ >= 0.6 ? like : null;
}

const light = ({ width, at }: Plane, x: number, y: number): number => at[y * width + x] ?? 0;
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
const spread = (all: readonly number[]): number => {
  const middle = mean(all);
  return Math.sqrt(all.reduce((sum, one) => sum + (one - middle) ** 2, 0) / all.length);
};
function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const both = a.reduce((sum, one, at) => sum + (one - ma) * ((b[at] ?? 0) - mb), 0) / a.length;
  return both / (spread(a) * spread(b));
}

/** Mean step of brightness from pixel to pixel in a part of a plane: how much there is to see. */
function shown(plane: Plane, { left, top, right, bottom }: Rect): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.ceil(top)); y < Math.min(plane.height - 1, Math.floor(bottom)); y++) {
    for (let x = Math.max(0, Math.ceil(left)); x < Math.min(plane.width - 1, Math.floor(right)); x++) {
      const here = light(plane, x, y);
      sum += Math.abs(here - light(plane, x + 1, y)) + Math.abs(here - light(plane, x, y + 1));
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
