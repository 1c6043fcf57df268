import type { ScreenMessage, Sighting } from '../capture/sighting.ts';
import { agreement } from './agreement.ts';
import type { Altered, ImagePair } from './image-pair.ts';
import { figuresOf, type Met, unmet, written } from './message-run.ts';
import type { Meeting } from './picture/meeting.ts';
import { sameLook } from './picture/same-look.ts';
import { OTHER, SAME } from './picture/seen-alike.ts';
import { type Plane, part, resized } from './plane.ts';
import { isSure, linesIn } from './sure-line.ts';

/** A picture and its plane. */
export interface Seen {
  readonly sighting: Sighting;
  readonly plane: Plane;
}

/** Messages at one place of the conversation that say different things in clearly different pixels. */
export function alterations(left: Seen, right: Seen, met: readonly Met[], found: Meeting | null): readonly Altered[] {
  const [ours, theirs] = [written(left.sighting.messages), written(right.sighting.messages)];
  const grow = growthOf(met, ours, theirs);
  return met
    .filter((one) => !one.same)
    .flatMap((one) => {
      const [a, b] = [ours[one.left], theirs[one.right]];
      if (!a || !b || a.side !== b.side || cutOff(left.sighting, a.box) || cutOff(right.sighting, b.box)) return [];
      if (hidden(left, one.left, b, 1 / grow) || hidden(right, one.right, a, grow)) return [];
      if (!inPlace(met, one, ours, theirs, grow) || saysNothing(left, a, b) || saysNothing(right, b, a)) return [];
      if (isSlip(left, right, a, b, found, grow)) return [];
      return [{ left: a.box, right: b.box, leftText: a.text, rightText: b.text }];
    });
}

/** How much larger the second screen shows the messages that both have: the middle of their widths' ratios. */
function growthOf(met: readonly Met[], ours: readonly ScreenMessage[], theirs: readonly ScreenMessage[]): number {
  const ratios = met
    .flatMap(({ left, right, same }) => (same ? (theirs[right]?.box.width ?? 1) / (ours[left]?.box.width ?? 1) : []))
    .sort((p, q) => p - q);
  return ratios[ratios.length >> 1] ?? 1;
}

/** Widths of one bubble in two pictures differ by no more than this part, and what rounding takes of the screen's width. */
const [AS_WIDE, ROUNDED] = [0.04, 0.006];

/**
 * A bubble at the end of a screen that lies in part beneath a bar: as wide as its like and less tall, or with few of its
 * letters.
 */
function hidden({ sighting }: Seen, at: number, other: ScreenMessage, grow: number): boolean {
  const mine = written(sighting.messages);
  const one = mine[at];
  if (!one || !isOutermost(one, mine)) return false;
  if (one.text.length * 2 < other.text.length) return true;
  const [width, height] = [other.box.width * grow, other.box.height * grow];
  return (
    one.box.height < height * 0.93 && Math.abs(one.box.width - width) <= width * AS_WIDE + sighting.width * ROUNDED
  );
}

/** Whether no message stands wholly above it, or none below: one beside it, like what was left of an avatar, is neither. */
const isOutermost = ({ box }: ScreenMessage, all: readonly ScreenMessage[]): boolean =>
  all.every((one) => one.box.y + one.box.height > box.y) || all.every((one) => one.box.y < box.y + box.height);

/** Of a bubble's height, by how much more or less it may stand off its neighbour than its like. */
const OFF = 0.5;

/**
 * Whether both stand as far off the next message that says the same: where one message between was not read, what comes
 * beyond it meets what it is not.
 */
function inPlace(
  met: readonly Met[],
  one: Met,
  ours: readonly ScreenMessage[],
  theirs: readonly ScreenMessage[],
  grow: number,
): boolean {
  const next = met.filter(({ left, right, same }) => same && left - one.left === right - one.right);
  const near = next.sort((p, q) => Math.abs(p.left - one.left) - Math.abs(q.left - one.left))[0];
  if (!near) return true;
  const [a, b, c, d] = [ours[one.left], theirs[one.right], ours[near.left], theirs[near.right]];
  const [here, there] = near.left > one.left ? [gap(a, c), gap(b, d)] : [gap(c, a), gap(d, b)];
  if (here === null || there === null || !a || !b) return true;
  return Math.abs(here * grow - there) <= OFF * Math.min(a.box.height * grow, b.box.height);
}

/** Two letters in a row that the readings of one message have in common, at least, be one of them read badly. */
const COMMON = 0.3;

/** Whether a message was read so badly that its words say nothing: what lies beneath a bar, or a picture in a bubble. */
function saysNothing({ sighting }: Seen, one: ScreenMessage, other: ScreenMessage): boolean {
  if (linesIn(one.box, sighting.lines).every(isSure)) return false;
  const [mine, theirs] = [pairsIn(one.text), pairsIn(other.text)];
  const common = [...mine].filter((pair) => theirs.has(pair)).length;
  return common < COMMON * Math.min(mine.size, theirs.size);
}

function pairsIn(text: string): ReadonlySet<string> {
  const letters = [...text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, at) => (letters[at] ?? '') + letter));
}

/**
 * Read differently, yet the same pixels: the reader's slip, not an alteration. Where the look of the bubbles was kept,
 * it decides. In the plane alone changed figures are never taken for a slip: a point moved by one place can't be seen.
 */
function isSlip(
  left: Seen,
  right: Seen,
  a: ScreenMessage,
  b: ScreenMessage,
  found: Meeting | null,
  grow: number,
): boolean {
  const look = sameLook(a.look, b.look, (grow * readScale(right)) / readScale(left));
  if (look !== null) return look;
  return (
    figuresOf(a.text) === figuresOf(b.text) && (looksSame(left, right, a, b) || sameTiles(left, right, a, b, found))
  );
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

/** Pixels of the kept looks to one of the picture: the same for all of a picture's bubbles, the widest tells best. */
function readScale({ sighting }: Seen): number {
  const widest = [...sighting.messages].filter(({ look }) => look).sort((p, q) => q.box.width - p.box.width)[0];
  return widest?.look ? widest.look.width / widest.box.width : 1;
}

const gap = (above: ScreenMessage | undefined, below: ScreenMessage | undefined): number | null =>
  above && below ? below.box.y - above.box.y - above.box.height : null;
const scale = (a: ScreenMessage | undefined, b: ScreenMessage | undefined): number =>
  a && b ? b.box.height / a.box.height : 1;

/** Whether the bubbles' tiles are alike in the planes. */
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
