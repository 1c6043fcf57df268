import type { ScreenMessage, Sighting } from '../capture/sighting.ts';
import type { Altered, ImagePair, Transcript } from './image-pair.ts';
import { figuresOf, type Met, sharedRun, written } from './message-run.ts';
import { cropped } from './picture-crop.ts';
import { agreement, likeness, type Plane, part, planeOf, resized } from './plane.ts';
import { transcriptsOf } from './transcript.ts';

/** Share of tiles that agree from which two pictures show the same, whole. */
const WHOLE = 0.86;
/** From which they are one picture in which something was changed. */
const EDITED = 0.55;
/** Whole pictures less alike than this are not looked at tile by tile. */
const WORTH = 0.6;
/** Fewer tiles with detail than this, and agreement says nothing. */
const ENOUGH = 12;

interface Seen {
  readonly sighting: Sighting;
  readonly plane: Plane;
}

/**
 * Which pictures show the same thing, and chat screens put together. A judgement is made on pixels, tile by tile, or on
 * the words of messages in order, never on a hash alone. `files` gives each item's file: left is the earlier name.
 * O(n²) pairs, each O(pixels of a plane).
 */
export function compareSightings(
  sightings: readonly Sighting[],
  files: ReadonlyMap<string, string>,
): { readonly images: readonly ImagePair[]; readonly transcripts: readonly Transcript[] } {
  const name = (sighting: Sighting): string => files.get(sighting.item) ?? sighting.item;
  const seen = [...sightings]
    .sort((a, b) => (name(a) < name(b) ? -1 : 1))
    .map((sighting) => ({ sighting, plane: planeOf(sighting) }));
  const images = seen.flatMap((left, at) => seen.slice(at + 1).flatMap((right) => judged(left, right) ?? []));
  return {
    images,
    transcripts: transcriptsOf(
      seen.map((one) => one.sighting),
      images,
    ),
  };
}

/** What two pictures have to do with each other; null where nothing was found. */
function judged(left: Seen, right: Seen): ImagePair | null {
  const pair = (relation: ImagePair['relation'], altered: readonly Altered[] = []): ImagePair => ({
    left: left.sighting.item,
    right: right.sighting.item,
    relation,
    altered,
  });
  const met = sharedRun(written(left.sighting.messages), written(right.sighting.messages));
  const altered = alterations(left, right, met);
  const whole = wholeRelation(left, right);
  if (whole && altered.length > 0) return pair('edited', altered);
  if (whole) return pair(whole);
  // Two chat screens that share no message are no crops of each other, whatever their layout.
  if (met.length === 0 && isChat(left) && isChat(right)) return null;
  const crop = cropped(left.plane, right.plane);
  if (crop !== null && crop >= WHOLE && altered.length === 0) return pair('cropped');
  if (met.length === 0) return crop !== null && crop >= EDITED && altered.length > 0 ? pair('edited', altered) : null;
  if (altered.length > 0 && sameStart(left.sighting, right.sighting, met)) return pair('edited', altered);
  if (coversOther(left.sighting, right.sighting, met)) return pair(altered.length > 0 ? 'edited' : 'cropped', altered);
  return pair('overlaps', altered);
}

const isChat = ({ sighting }: Seen): boolean => written(sighting.messages).length > 1;

/** The relation of two pictures of one shape that agree as wholes. */
function wholeRelation(left: Seen, right: Seen): 'identical' | 'recompressed' | 'resized' | 'edited' | null {
  const [a, b] = [left.sighting, right.sighting];
  const shape = a.width / a.height / (b.width / b.height);
  if (shape < 0.97 || shape > 1.03) return null;
  const other = resized(right.plane, left.plane.width, left.plane.height);
  if (likeness(left.plane, other) < WORTH) return null;
  const { same, tiles } = agreement(left.plane, other);
  if (tiles < ENOUGH) return left.plane.at.every((value, at) => value === other.at[at]) ? 'identical' : null;
  const sized = a.width === b.width && a.height === b.height;
  if (same >= WHOLE)
    return sized ? (left.sighting.gray === right.sighting.gray ? 'identical' : 'recompressed') : 'resized';
  return same >= EDITED && !(isChat(left) && isChat(right)) ? 'edited' : null;
}

/** Messages at one place of the conversation that say different things in clearly different pixels. */
function alterations(left: Seen, right: Seen, met: readonly Met[]): readonly Altered[] {
  const [ours, theirs] = [written(left.sighting.messages), written(right.sighting.messages)];
  const steady = met.filter((one) => one.same);
  const [first, last] = [steady[0], steady.at(-1)];
  if (!first || !last) return [];
  return met
    .filter((one) => !one.same && one.left >= first.left - 1 && one.left <= last.left + 1)
    .flatMap((one) => {
      const [a, b] = [ours[one.left], theirs[one.right]];
      if (!a || !b || a.side !== b.side || cutOff(left.sighting, a.box) || cutOff(right.sighting, b.box)) return [];
      if (looksSame(left, right, a, b)) return [];
      return [{ left: a.box, right: b.box, leftText: a.text, rightText: b.text }];
    });
}

/**
 * Read differently, yet the same pixels: the reader's slip, not an alteration. Changed figures are never taken for a
 * slip: a point moved by one place is too small to be seen in the plane.
 */
function looksSame(left: Seen, right: Seen, a: ScreenMessage, b: ScreenMessage): boolean {
  const [ours, theirs] = [bubble(left, a.box), bubble(right, b.box)];
  if (ours.width < 9 || ours.height < 9 || Math.abs(theirs.width - ours.width) > 2 + ours.width * 0.02) return false;
  const { same, tiles } = agreement(ours, resized(theirs, ours.width, ours.height));
  return tiles > 0 && same >= 0.9 && figuresOf(a.text) === figuresOf(b.text);
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

/** Whether both screens show the stretch at the same height, as an edited copy does and another scroll does not. */
function sameStart(left: Sighting, right: Sighting, met: readonly Met[]): boolean {
  const [ours, theirs] = [written(left.messages), written(right.messages)];
  if (met.length < Math.min(ours.length, theirs.length)) return false;
  return ours.length === theirs.length || coversOther(left, right, met);
}

/** Whether one screen's messages all stand in the other: a part cut from it, at the same scale or another. */
function coversOther(left: Sighting, right: Sighting, met: readonly Met[]): boolean {
  const [ours, theirs] = [written(left.messages).length, written(right.messages).length];
  const tall = (one: Sighting): number => one.height / one.width;
  return ours === theirs
    ? false
    : met.length === Math.min(ours, theirs) &&
        tall(ours < theirs ? left : right) < 0.85 * tall(ours < theirs ? right : left);
}
