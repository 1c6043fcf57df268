import type { ScreenMessage, Sighting } from '../capture/sighting.ts';
import type { Altered, ImagePair } from './image-pair.ts';
import { figuresOf, type Met, unmet, written } from './message-run.ts';
import type { Meeting } from './picture/meeting.ts';
import { OTHER, SAME } from './picture/seen-alike.ts';
import { agreement, type Plane, part, resized } from './plane.ts';

/** A picture and its plane. */
export interface Seen {
  readonly sighting: Sighting;
  readonly plane: Plane;
}

/** Messages at one place of the conversation that say different things in clearly different pixels. */
export function alterations(left: Seen, right: Seen, met: readonly Met[], found: Meeting | null): readonly Altered[] {
  const [ours, theirs] = [written(left.sighting.messages), written(right.sighting.messages)];
  return met
    .filter((one) => !one.same)
    .flatMap((one) => {
      const [a, b] = [ours[one.left], theirs[one.right]];
      if (!a || !b || a.side !== b.side || cutOff(left.sighting, a.box) || cutOff(right.sighting, b.box)) return [];
      if (
        figuresOf(a.text) === figuresOf(b.text) &&
        (looksSame(left, right, a, b) || sameTiles(left, right, a, b, found))
      )
        return [];
      return [{ left: a.box, right: b.box, leftText: a.text, rightText: b.text }];
    });
}

/**
 * Messages between two that both screens show, which only one of them has. The other's neighbours must have moved
 * together: where they stand as far apart as before, the message is there and was not read.
 */
export function missing(left: Seen, right: Seen, met: readonly Met[]): NonNullable<ImagePair['missing']> {
  const [ours, theirs] = [written(left.sighting.messages), written(right.sighting.messages)];
  const of = (side: 'left' | 'right', mine: readonly ScreenMessage[], other: readonly ScreenMessage[]) =>
    unmet(met, side).flatMap(({ at, before, after }) => {
      const otherSide = side === 'left' ? 'right' : 'left';
      const one = mine[at];
      const between = gap(mine[before[side]], mine[after[side]]);
      const there = gap(other[before[otherSide]], other[after[otherSide]]);
      const by = scale(mine[before[side]], other[before[otherSide]]);
      if (!one || between === null || there === null || there / by > between - one.box.height * 0.6) return [];
      return [{ from: side, text: one.text, box: one.box }];
    });
  return [...of('left', ours, theirs), ...of('right', theirs, ours)];
}

const gap = (above: ScreenMessage | undefined, below: ScreenMessage | undefined): number | null =>
  above && below ? below.box.y - above.box.y - above.box.height : null;
const scale = (a: ScreenMessage | undefined, b: ScreenMessage | undefined): number =>
  a && b ? b.box.height / a.box.height : 1;

/**
 * Read differently, yet the same pixels: the reader's slip, not an alteration. Changed figures are never taken for a
 * slip: a point moved by one place is too small to be seen in the plane.
 */
function looksSame(left: Seen, right: Seen, a: ScreenMessage, b: ScreenMessage): boolean {
  const [ours, theirs] = [bubble(left, a.box), bubble(right, b.box)];
  if (Math.min(ours.width, ours.height, theirs.width, theirs.height) < 9) return false;
  const shape = ours.width / ours.height / (theirs.width / theirs.height);
  if (shape < 0.95 || shape > 1.05) return false;
  const [small, large] = ours.width < theirs.width ? [ours, theirs] : [theirs, ours];
  const { same, tiles } = agreement(small, resized(large, small.width, small.height));
  return tiles > 0 && same >= 0.9;
}

/** Whether the message's tiles are alike where the two pictures as wholes lie on each other. */
function sameTiles(left: Seen, right: Seen, a: ScreenMessage, b: ScreenMessage, found: Meeting | null): boolean {
  if (!found || found.placement.turn.negative) return false;
  const { alike } = found;
  const [{ sighting, plane }, { box }] = alike.swapped ? [right, b] : [left, a];
  const by = plane.width / sighting.width / alike.tile;
  let [same, other] = [0, 0];
  for (let row = Math.floor(box.y * by); row <= (box.y + box.height) * by && row < alike.down; row++) {
    for (let column = Math.floor(box.x * by); column <= (box.x + box.width) * by && column < alike.across; column++) {
      const tile = alike.tiles[row * alike.across + column];
      if (tile === SAME) same++;
      if (tile === OTHER) other++;
    }
  }
  return same >= 4 && same >= 0.95 * (same + other);
}

/** A message's pixels in the plane, at the size they have where the picture is as wide as the plane. */
function bubble({ sighting, plane }: Seen, box: ScreenMessage['box']): Plane {
  const by = plane.width / sighting.width;
  const x = Math.max(0, Math.round(box.x * by));
  const y = Math.max(0, Math.round(box.y * by));
  return part(
    plane,
    x,
    y,
    Math.min(plane.width - x, Math.round(box.width * by)),
    Math.min(plane.height - y, Math.round(box.height * by)),
  );
}

/** A bubble at the picture's rim may be cut: its words can't be compared. */
const cutOff = (picture: Sighting, box: { readonly y: number; readonly height: number }): boolean =>
  box.y <= picture.height * 0.005 || box.y + box.height >= picture.height * 0.995;
