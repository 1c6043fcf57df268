import type { Sighting } from '../capture/sighting.ts';
import { alterations, missing, type Seen } from './altered-message.ts';
import type { ImagePair, Transcript } from './image-pair.ts';
import { type Met, sharedRun, written } from './message-run.ts';
import { directionOf } from './picture/bearing.ts';
import { candidates, pairKey } from './picture/candidates.ts';
import { type Meeting, meeting, type Ready, readied } from './picture/meeting.ts';
import { TURNS, type Turn } from './picture/patch.ts';
import { bothPlaces, differences, type SharedPlace, sharedPlace } from './picture/shared-place.ts';
import { planeOf } from './plane.ts';
import { transcriptsOf } from './transcript.ts';

/** Share of tiles that agree from which what two pictures show is the same, unchanged. */
const UNCHANGED = 0.86;
/** From which it is the same with something changed. */
const CHANGED = 0.55;
/** Share of a picture that the other must show to hold it as a whole. */
const WHOLE = 0.93;
/** Tiles that differ together from which something was put over, wiped or written anew. */
const REGION = 8;

interface Prepared extends Seen {
  readonly ready: Ready;
}

/**
 * Which pictures show the same thing, and chat screens put together. Pictures are found by an index of their patches;
 * the judgement is made on pixels that meet in one placement, tile by tile, or on the words of messages in order,
 * never on a hash alone. `files` gives each item's file: left is the earlier name.
 */
export function compareSightings(
  sightings: readonly Sighting[],
  files: ReadonlyMap<string, string>,
): { readonly images: readonly ImagePair[]; readonly transcripts: readonly Transcript[] } {
  const name = (sighting: Sighting): string => files.get(sighting.item) ?? sighting.item;
  const seen: readonly Prepared[] = [...sightings]
    .sort((a, b) => (name(a) < name(b) ? -1 : 1))
    .map((sighting) => {
      const plane = planeOf(sighting);
      return { sighting, plane, ready: readied(plane) };
    });
  const likely = candidates(seen.map(({ ready }) => ready.features));
  const images = seen.flatMap((left, i) =>
    seen.slice(i + 1).flatMap((right, k) => judged(left, right, likely.get(pairKey(i, i + 1 + k)) ?? []) ?? []),
  );
  return {
    images,
    transcripts: transcriptsOf(
      seen.map((one) => one.sighting),
      images,
    ),
  };
}

/** What two pictures have to do with each other; null where nothing was found. */
function judged(left: Prepared, right: Prepared, likely: readonly Turn[]): ImagePair | null {
  const [a, b] = [left.sighting, right.sighting];
  const met = sharedRun(written(a.messages), written(b.messages));
  // Where words meet, pixels are asked however they are turned.
  const found = meeting(left.ready, right.ready, met.length > 0 ? TURNS : likely);
  const altered = alterations(left, right, met, found);
  const gone = missing(left, right, met);
  const names = { left: a.item, right: b.item };
  const told = gone.length > 0 ? { missing: gone } : {};
  if (altered.length === 0 && a.width === b.width && a.height === b.height && a.gray === b.gray)
    return { ...names, relation: 'identical', altered: [] };
  if (found) {
    const place = sharedPlace(left.ready, right.ready, found);
    const relation = relationOf(a, b, found, place, met, altered.length + gone.length > 0);
    if (relation) return { ...names, relation, altered, ...shown(left, right, relation, found, place), ...told };
  }
  if (met.length === 0) return null;
  return { ...names, relation: byWords(a, b, met, altered.length + gone.length > 0), altered, ...told };
}

/** What pixels that meet tell of the two; null where they don't tell enough. */
function relationOf(
  a: Sighting,
  b: Sighting,
  { same, other, region, placement }: Meeting,
  { ofA, ofB, growth }: SharedPlace,
  met: readonly Met[],
  changed: boolean,
): ImagePair['relation'] | null {
  const share = same / (same + other);
  const { mirrored, negative } = placement.turn;
  if (mirrored) return share >= CHANGED ? 'edited' : null;
  // In negative the words meet, not the pixels: another look of the same screen.
  if (negative) return changed ? 'edited' : 'overlaps';
  const whole = ofA >= WHOLE && ofB >= WHOLE;
  if (whole && changed) return 'edited';
  if (whole && share >= UNCHANGED && region.other < REGION) return sized(a, b, growth) ? 'recompressed' : 'resized';
  if (whole && share >= CHANGED && (met.length > 0 || !(isChat(a) && isChat(b)))) return 'edited';
  const within = ofA >= WHOLE || ofB >= WHOLE;
  if (met.length > 0 && (changed || !within)) return byWords(a, b, met, changed);
  if (within && share >= UNCHANGED - 0.06) return 'cropped';
  // Two chat screens that share no message are alike in layout only, whatever their bubbles.
  if (met.length === 0 && isChat(a) && isChat(b)) return null;
  // A part that was put into a frame: inside, all is the same; around, nothing is.
  const inner = region.other <= region.same * 0.07 && region.same >= same * 0.8;
  return within && share >= CHANGED && (whole || !inner) ? 'edited' : 'overlaps';
}

/** Whether both have the same pixels and show it at the same size. */
const sized = (a: Sighting, b: Sighting, growth: number): boolean =>
  a.width === b.width && a.height === b.height && Math.abs(growth - 1) < 0.03;

/** What messages in order tell of two chat screens. */
function byWords(a: Sighting, b: Sighting, met: readonly Met[], changed: boolean): ImagePair['relation'] {
  if (changed && sameStart(a, b, met)) return 'edited';
  if (coversOther(a, b, met)) return changed ? 'edited' : 'cropped';
  return 'overlaps';
}

/** Where they show the same, what differs there, how they are turned, and which came first as far as it shows. */
function shown(
  left: Prepared,
  right: Prepared,
  relation: ImagePair['relation'],
  found: Meeting,
  place: SharedPlace,
): Pick<ImagePair, 'place' | 'differs' | 'turned' | 'direction'> {
  const own = [left.sighting, right.sighting] as const;
  const { mirrored, negative } = found.placement.turn;
  // Where two scrolls overlap, the bars of one lie on messages of the other: no difference of what was said.
  const apart = negative || relation === 'overlaps' ? [] : differences(left.ready, right.ready, found);
  const direction = negative || relation === 'overlaps' ? null : directionOf(left.ready, right.ready, place, apart);
  return {
    place: bothPlaces(place, left.ready, right.ready, own),
    ...(apart.length > 0 ? { differs: apart.map((one) => bothPlaces(one, left.ready, right.ready, own)) } : {}),
    ...(mirrored || negative
      ? { turned: mirrored && negative ? 'mirrored negative' : mirrored ? 'mirrored' : 'negative' }
      : {}),
    ...(direction ? { direction } : {}),
  };
}

const isChat = (sighting: Sighting): boolean => written(sighting.messages).length > 1;

/** Whether both screens show the stretch at the same height, as an edited copy does and another scroll does not. */
function sameStart(left: Sighting, right: Sighting, met: readonly Met[]): boolean {
  const [ours, theirs] = [written(left.messages), written(right.messages)];
  if (met.length < Math.min(ours.length, theirs.length) - 1) return false;
  return Math.abs(ours.length - theirs.length) <= 1 || coversOther(left, right, met);
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
