import { gistOf } from './gist.ts';
import type { Group } from './group.ts';
import type { Contradiction, Placed } from './ledger.ts';
import { rankOf } from './rank.ts';
import type { Rift } from './rift.ts';
import type { Scene } from './scene.ts';

/** What can't stand side by side: a claim and its denial, amounts that exclude each other, one message in two wordings. */
export function contradictionsIn(
  groups: readonly Group[],
  rifts: readonly Rift[],
  scene: Scene,
): readonly Contradiction[] {
  const sides = groups.flatMap((group) => {
    const first = group.parts.find((part) => part.words === group.wording)?.statement ?? group.for[0];
    const seen = new Set<string>();
    if (!first) return [];
    return group.against
      .filter((one) => one.id !== first.id && speaksUp(one, scene) && !seen.has(voice(one)) && !!seen.add(voice(one)))
      .map((one) => between(first, one, 'one says it, the other denies it'));
  });
  const amounts = rifts.map(({ a, b }) => between(a, b, 'the same matter with another amount'));
  const all = [...sides, ...amounts, ...alteredMessages(scene)];
  return [...new Map(all.map((one) => [`${gistOf(one.a.quote).key} ${gistOf(one.b.quote).key}`, one])).values()];
}

/** What an outlet only narrates contradicts nobody. */
const speaksUp = (one: Placed, scene: Scene): boolean => one.class === 'deny' || rankOf(one, scene) !== 'sourceless';

/** A message that two pictures of one stretch show in other words. */
function alteredMessages(scene: Scene): readonly Contradiction[] {
  return scene.story.images.flatMap(({ left, right, altered }) =>
    altered.flatMap(({ leftText, rightText }) => {
      const [a, b] = [found(left, leftText, scene), found(right, rightText, scene)];
      return a && b ? [{ a, b, why: 'the same message in other words: one picture was altered' }] : [];
    }),
  );
}

/** Where words stand in the text of an item; null where they don't stand as they are. */
function found(item: string, words: string, scene: Scene): Contradiction['a'] | null {
  const start = words === '' ? -1 : (scene.text(item)?.content.indexOf(words) ?? -1);
  return start < 0 ? null : { item, start, end: start + words.length, quote: words };
}

const voice = (one: Placed): string => one.source.name ?? one.quote;

const place = ({ item, start, end, quote }: Placed) => ({ item, start, end, quote });

const between = (a: Placed, b: Placed, why: string): Contradiction => ({ a: place(a), b: place(b), why });
