import type { Box } from '../../capture/sighting.ts';
import type { BothPlaces } from '../image-pair.ts';
import type { Meeting, Ready } from './meeting.ts';
import { inverse, type Placement } from './placement.ts';
import { OTHER } from './seen-alike.ts';

/** A rectangle in the pixels of a plane. */
interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What two pictures have in common, in the pixels of each plane. */
export interface SharedPlace {
  readonly a: Rect;
  readonly b: Rect;
  /** Which share of each picture the other covers, 0 to 1. */
  readonly ofA: number;
  readonly ofB: number;
  /** How many pixels of the second plane stand for one of the first. */
  readonly growth: number;
}

/** Where the pictures lie on each other, whether alike there or not. */
export function sharedPlace(a: Ready, b: Ready, { placement }: Meeting): SharedPlace {
  const [whole, other] = [sizeOf(a), sizeOf(b)];
  const back = inverse(placement.at);
  const inA = back ? cutTo(boundsOf(flipped(other, b, placement), back), whole) : whole;
  const inB = flipped(cutTo(boundsOf(inA, placement.at), other), b, placement);
  return {
    a: inA,
    b: inB,
    ofA: area(inA) / area(whole),
    ofB: area(inB) / area(other),
    growth: (placement.at[0] + placement.at[4]) / 2,
  };
}

/** A picture in its own pixels, whose plane is smaller. */
export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Both places in the pictures' own pixels. */
export function bothPlaces(
  { a, b }: Pick<SharedPlace, 'a' | 'b'>,
  left: Ready,
  right: Ready,
  own: readonly [Sized, Sized],
): BothPlaces {
  return { left: boxOf(a, left, own[0]), right: boxOf(b, right, own[1]) };
}

/** Fewer tiles than this that differ are noise. */
const PATCH = 3;
const MOST = 12;

/** Stretches of neighbouring tiles that differ, the largest first. */
export function differences(
  a: Ready,
  b: Ready,
  { alike, placement }: Meeting,
): readonly Pick<SharedPlace, 'a' | 'b'>[] {
  const [base, other] = alike.swapped ? [b, a] : [a, b];
  return patches(alike.tiles, alike.across, alike.down)
    .filter(({ tiles }) => tiles >= PATCH)
    .sort((p, q) => q.tiles - p.tiles || p.top - q.top || p.left - q.left)
    .slice(0, MOST)
    .map(({ left, top, right, bottom }) => {
      const own = cutTo(
        {
          left: 1 + left * alike.tile,
          top: 1 + top * alike.tile,
          right: 1 + (right + 1) * alike.tile,
          bottom: 1 + (bottom + 1) * alike.tile,
        },
        sizeOf(base),
      );
      return alike.swapped
        ? {
            b: own,
            a: cutTo(boundsOf(flipped(own, b, placement), inverse(placement.at) ?? placement.at), sizeOf(other)),
          }
        : { a: own, b: flipped(cutTo(boundsOf(own, placement.at), sizeOf(other)), b, placement) };
    });
}

interface Patch extends Rect {
  readonly tiles: number;
}

/** Tiles that differ, joined to those at most one tile away. */
function patches(tiles: Uint8Array, across: number, down: number): readonly Patch[] {
  const seen = new Uint8Array(tiles.length);
  const found: Patch[] = [];
  for (let seed = 0; seed < tiles.length; seed++) {
    if (seen[seed] || tiles[seed] !== OTHER) continue;
    const stack = [seed];
    seen[seed] = 1;
    let [left, top, right, bottom, count] = [across, down, 0, 0, 0];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % across, Math.floor(at / across)];
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      count++;
      for (let v = Math.max(0, y - 2); v <= Math.min(down - 1, y + 2); v++) {
        for (let u = Math.max(0, x - 2); u <= Math.min(across - 1, x + 2); u++) {
          const next = v * across + u;
          if (seen[next] || tiles[next] !== OTHER) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    found.push({ left, top, right, bottom, tiles: count });
  }
  return found;
}

const sizeOf = ({ features }: Ready): Rect => ({ left: 0, top: 0, right: features.width, bottom: features.height });
const area = ({ left, top, right, bottom }: Rect): number => Math.max(0, right - left) * Math.max(0, bottom - top);

/** Of a mirrored picture, x counts from the right. */
const flipped = (rect: Rect, { features }: Ready, { turn }: Placement): Rect =>
  turn.mirrored ? { ...rect, left: features.width - rect.right, right: features.width - rect.left } : rect;

function boundsOf({ left, top, right, bottom }: Rect, [a, b, c, d, e, f]: Placement['at']): Rect {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [w, h] = [((right - left) / 2) * a, ((bottom - top) / 2) * e];
  const [u, v] = [a * x + b * y + c, d * x + e * y + f];
  return { left: u - w, top: v - h, right: u + w, bottom: v + h };
}

const cutTo = (one: Rect, to: Rect): Rect => ({
  left: Math.max(one.left, to.left),
  top: Math.max(one.top, to.top),
  right: Math.min(one.right, to.right),
  bottom: Math.min(one.bottom, to.bottom),
});

function boxOf({ left, top, right, bottom }: Rect, { features }: Ready, own: Sized): Box {
  const by = own.width / features.width;
  const [x, y] = [Math.max(0, Math.round(left * by)), Math.max(0, Math.round(top * by))];
  return {
    x,
    y,
    width: Math.max(1, Math.min(own.width, Math.round(right * by)) - x),
    height: Math.max(1, Math.min(own.height, Math.round(bottom * by)) - y),
  };
}
