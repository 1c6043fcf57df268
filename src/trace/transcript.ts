import type { ScreenMessage, Sighting } from '../capture/sighting.ts';
import type { ImagePair, Transcript } from './image-pair.ts';
import { sharedRun, written } from './message-run.ts';
import { observationsIn } from './observation.ts';

/** Chat screens of one conversation put together in order; a screen in which a message differs stays apart. */
export function transcriptsOf(sightings: readonly Sighting[], images: readonly ImagePair[]): readonly Transcript[] {
  const screens = sightings.filter((one) => written(one.messages).length > 1);
  const differs = new Map(screens.map((one) => [one.item, new Set<string>()]));
  for (const { left, right, altered } of images) {
    for (const { leftText, rightText } of altered) {
      differs.get(left)?.add(leftText);
      differs.get(right)?.add(rightText);
    }
  }
  const apart = new Set(oddOnes(screens, images));
  const groups = [
    ...grouped(
      screens.filter((one) => !apart.has(one.item)),
      images,
    ),
    ...screens.filter((one) => apart.has(one.item)).map((one) => [one]),
  ];
  return groups.map((group) => {
    const words = new Set(group.flatMap((one) => [...(differs.get(one.item) ?? [])]));
    const messages = group.map(placedIn).reduce(merged);
    const observations = group.flatMap(observationsIn);
    return {
      items: group.map((one) => one.item),
      messages: messages.map(({ side, text, time, seen }) => ({ side, text, time, altered: words.has(text), seen })),
      ...(observations.length > 0 ? { observations } : {}),
    };
  });
}

/** Screens whose wording most others contradict: in a pair that differs, the one with fewer agreeing copies. */
function oddOnes(screens: readonly Sighting[], images: readonly ImagePair[]): readonly string[] {
  const agreeing = (item: string): number =>
    images.filter((one) => one.altered.length === 0 && (one.left === item || one.right === item)).length;
  const against = (item: string): number =>
    images.filter((one) => one.altered.length > 0 && (one.left === item || one.right === item)).length;
  return screens
    .map((one) => one.item)
    .filter(
      (item) =>
        against(item) > 0 &&
        against(item) >= agreeing(item) &&
        images.some(
          ({ left, right, altered }) =>
            altered.length > 0 &&
            (left === item || right === item) &&
            against(left === item ? right : left) < against(item) + (left === item ? 0 : 1),
        ),
    );
}

function grouped(screens: readonly Sighting[], images: readonly ImagePair[]): readonly (readonly Sighting[])[] {
  const group = new Map(screens.map((one) => [one.item, one.item]));
  for (const { left, right } of images) {
    const [a, b] = [group.get(left), group.get(right)];
    if (a === undefined || b === undefined || a === b) continue;
    for (const [item, of] of group) if (of === b) group.set(item, a);
  }
  const roots = [...new Set(group.values())];
  return roots.map((root) =>
    screens.filter((one) => group.get(one.item) === root).sort((a, b) => b.messages.length - a.messages.length),
  );
}

/** A message with every picture that shows it. */
interface Placed extends ScreenMessage {
  readonly seen: readonly { readonly item: string; readonly box: ScreenMessage['box'] }[];
}

const placedIn = (screen: Sighting): readonly Placed[] =>
  written(screen.messages).map((message) => ({ ...message, seen: [{ item: screen.item, box: message.box }] }));

/** Joins a screen to what is known of the conversation: before it, after it, or within it. */
function merged(known: readonly Placed[], next: readonly Placed[]): readonly Placed[] {
  const met = sharedRun(known, next);
  if (met.length === 0) return known;
  const out: Placed[] = [];
  let [i, j] = [0, 0];
  for (const { left, right } of [...met, { left: known.length, right: next.length }]) {
    // What only one has between two that meet: the known first.
    out.push(...known.slice(i, left), ...next.slice(j, right));
    const [ours, theirs] = [known[left], next[right]];
    if (ours && theirs)
      out.push({ ...fuller(ours, theirs), time: ours.time ?? theirs.time, seen: [...ours.seen, ...theirs.seen] });
    [i, j] = [left + 1, right + 1];
  }
  return out;
}

/** Of two sightings of a message the one that shows more of it: the other may lie in part beneath a bar. */
const fuller = (a: Placed, b: Placed): Placed =>
  a.text.length * 1.2 < b.text.length && a.box.height / a.box.width < (b.box.height / b.box.width) * 0.93 ? b : a;
