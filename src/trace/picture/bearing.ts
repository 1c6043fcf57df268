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
const SHOWN = 0.4;
/** What was blurred shows less by this, and from afar the same. */
const BLURRED = 2.5;
const AFAR = 0.8;
/** Pixels of a region below which it may as well be a clock that went on. */
const LARGE = 1500;

/**
 * Which picture was made from the other, as far as their pixels show: what goes on beyond the edges of a part was cut
 * away from it; what ends there was put into a frame; what is blurred was there before.
 * Of a thing that only one shows nobody can tell whether it was put over or wiped. Null where nothing shows it, or
 * signs disagree.
 */
export function directionOf(
  a: Ready,
  b: Ready,
  place: SharedPlace,
  differs: readonly Pick<SharedPlace, 'a' | 'b'>[],
): NonNullable<ImagePair['direction']> | null {
  const signs: { earlier: 'left' | 'right'; sign: Bearing }[] = [];
  if (place.ofA >= WHOLE && place.ofB < PART) signs.push(...edgeSign(planeOf(b), place.b, 'left', planeOf(a)));
  if (place.ofB >= WHOLE && place.ofA < PART) signs.push(...edgeSign(planeOf(a), place.a, 'right', planeOf(b)));
  for (const one of differs.filter(({ a: there }) => areaOf(there) >= LARGE)) {
    const [left, right] = [inner(one.a), inner(one.b)];
    if (!alikeFromAfar(planeOf(a), left, planeOf(b), right)) continue;
    const [ours, theirs] = [shown(planeOf(a), left), shown(planeOf(b), right)];
    if (ours > theirs * BLURRED && ours > 2) signs.push({ earlier: 'left', sign: 'blurred' });
    if (theirs > ours * BLURRED && theirs > 2) signs.push({ earlier: 'right', sign: 'blurred' });
  }
  const [first] = signs;
  if (!first || signs.some(({ earlier }) => earlier !== first.earlier)) return null;
  return { earlier: first.earlier, basis: [...new Set(signs.map(({ sign }) => sign))].sort() };
}

const planeOf = ({ levels: [first] }: Ready): Plane => first?.plane ?? { width: 0, height: 0, at: new Uint8Array() };

type Rect = SharedPlace['a'];

/** A region without its rim, where the edges of what covers it lie. */
const inner = ({ left, top, right, bottom }: Rect): Rect => {
  const [dx, dy] = [Math.min(10, (right - left) / 5), Math.min(10, (bottom - top) / 5)];
  return { left: left + dx, top: top + dy, right: right - dx, bottom: bottom - dy };
};

const areaOf = ({ left, top, right, bottom }: Rect): number => (right - left) * (bottom - top);

/** What the edges of the part say; `side` names the picture that is the part. */
function edgeSign(
  whole: Plane,
  rect: Rect,
  side: 'left' | 'right',
  part: Plane,
): { earlier: 'left' | 'right'; sign: Bearing }[] {
  const other = side === 'left' ? 'right' : 'left';
  const edges = [
    edge(whole, rect, part, true, rect.left, 1),
    edge(whole, rect, part, true, rect.right, -1),
    edge(whole, rect, part, false, rect.top, 1),
    edge(whole, rect, part, false, rect.bottom, -1),
  ].filter((one) => one !== null);
  const on = edges.filter((like) => like >= GOES_ON).length;
  const ends = edges.filter((like) => like <= ENDS).length;
  if (ends > 1 && on === 0) return [{ earlier: side, sign: 'framed' }];
  return on > 0 && ends === 0 ? [{ earlier: other, sign: 'cut' }] : [];
}

/**
 * How much the rows on both sides of an edge are alike, −1 to 1; null at the picture's rim, where nothing is seen, or
 * where the part itself shows something else, as a bar that lies on what was scrolled.
 */
function edge(whole: Plane, rect: Rect, part: Plane, upright: boolean, at: number, inward: 1 | -1): number | null {
  const from = Math.round(at - (inward < 0 ? 1 : 0));
  if (from < RIM || from > (upright ? whole.width : whole.height) - 1 - RIM) return null;
  const [inside, outside] = [from + inward * STEP, from - inward * STEP];
  const [start, end] = upright ? [rect.top, rect.bottom] : [rect.left, rect.right];
  const [ours, theirs, own]: [number[], number[], number[]] = [[], [], []];
  const [byX, byY] = [part.width / (rect.right - rect.left), part.height / (rect.bottom - rect.top)];
  for (let along = Math.ceil(start) + 2; along < Math.floor(end) - 2; along++) {
    const [x, y] = upright ? [inside, along] : [along, inside];
    ours.push(light(whole, x, y));
    theirs.push(light(whole, upright ? outside : along, upright ? along : outside));
    own.push(light(part, Math.floor((x + 0.5 - rect.left) * byX), Math.floor((y + 0.5 - rect.top) * byY)));
  }
  if (ours.length < 20 || spread(ours) < DETAIL || spread(own) < DETAIL / 2) return null;
  if (correlation(ours, own) < SHOWN) return null;
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

/** Whether two regions are alike in the means of squares of some pixels, as a blurred one is with what it was. */
function alikeFromAfar(a: Plane, left: Rect, b: Plane, right: Rect): boolean {
  const [across, down] = [left.right - left.left, left.bottom - left.top].map((side) =>
    Math.max(2, Math.round(side / 8)),
  );
  const [ours, theirs] = [a, b].map((plane, at) => {
    const rect = at === 0 ? left : right;
    const [w, h] = [(rect.right - rect.left) / (across ?? 2), (rect.bottom - rect.top) / (down ?? 2)];
    return Array.from({ length: (across ?? 2) * (down ?? 2) }, (_, cell) => {
      const [x, y] = [rect.left + (cell % (across ?? 2)) * w, rect.top + Math.floor(cell / (across ?? 2)) * h];
      return meanOf(plane, { left: x, top: y, right: x + w, bottom: y + h });
    });
  });
  return (
    ours !== undefined &&
    theirs !== undefined &&
    spread(ours) > 3 &&
    spread(theirs) > 3 &&
    correlation(ours, theirs) >= AFAR
  );
}

function meanOf(plane: Plane, { left, top, right, bottom }: Rect): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(plane.height, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(plane.width, right); x++) {
      sum += light(plane, x, y);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
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
