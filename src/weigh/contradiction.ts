import type { Part } from './clause.ts';
import { leavesOpen } from './genuine.ts';
import { gistOf } from './gist.ts';
import type { Group } from './group.ts';
import type { Contradiction, Placed } from './ledger.ts';
import { mismatchesIn } from './mismatch.ts';
import { ownVoice, rankOf } from './rank.ts';
import type { Rift } from './rift.ts';
import type { Scene } from './scene.ts';
import { slipsIn } from './slip.ts';

/** What can't stand side by side: a claim and its denial, amounts that exclude each other, one message in two wordings. */
export function contradictionsIn(
  groups: readonly Group[],
  rifts: readonly Rift[],
  scene: Scene,
): readonly Contradiction[] {
  const amounts = rifts.map(({ a, b }) => ({
    a: partPlace(a),
    b: partPlace(b),
    why: 'the same matter with another amount',
  }));
  const all = [
    ...denialsIn(groups, scene),
    ...groups.flatMap((group) => undecided(group, scene)),
    ...amounts,
    ...slipsIn(
      groups,
      scene,
      rifts.map(({ a, b }) => [gistOf(a.words), gistOf(b.words)]),
    ),
    ...alteredMessages(scene),
    ...mismatchesIn(scene),
  ];
  return [...new Map(all.map((one) => [`${gistOf(one.a.quote).key} ${gistOf(one.b.quote).key}`, one])).values()];
}

/** Each denial once, against the first claim that it denies; in an item once, however often it is quoted there. */
function denialsIn(groups: readonly Group[], scene: Scene): readonly Contradiction[] {
  const done = new Set<string>();
  return groups.flatMap((group) => {
    const seen = new Set<string>();
    return group.against.flatMap((denial) => {
      const first = deniedBy(denial, group, scene);
      const words = gistOf(denial.quote).key;
      const voices = [scene.isPost(denial) ? `${denial.item} ${scene.speaker(denial)}` : denial.item];
      voices.push(scene.who.full(nameOf(denial)), scene.echo(denial.id));
      if (!first || !speaksUp(denial, scene) || done.has(words) || voices.some((voice) => seen.has(voice))) return [];
      for (const voice of voices) seen.add(voice);
      done.add(words);
      return [between(first, denial, 'one says it, the other denies it')];
    });
  });
}

/** The wording of the claim, unless it stands where it is denied: then who says it elsewhere. */
function deniedBy(denial: Placed, group: Group, scene: Scene): Placed | undefined {
  const worded = group.parts.find((part) => part.words === group.wording)?.statement ?? group.for[0];
  const quoted = (one: Placed) => one.item === denial.item && one.start >= denial.start && one.end <= denial.end;
  if (worded && worded.id !== denial.id && !quoted(worded)) return worded;
  const others = group.for.filter((one) => one.id !== denial.id && !quoted(one));
  return others.find((one) => !one.carrier || scene.isPost(one)) ?? others[0];
}

/** One calls an artefact forged or genuine, while a body still has it looked at. */
function undecided(group: Group, scene: Scene): readonly Contradiction[] {
  const open = group.parts.find(
    ({ statement, words }) => statement.class !== 'respond' && leavesOpen(words) && ownVoice(statement, scene),
  )?.statement;
  const sure = [...group.for, ...group.against].find((one) => gistOf(one.quote).acts.has('a:forged'));
  const both = group.parts.length > 1 && open && sure && open.item !== sure.item;
  return both ? [between(sure, open, 'one is sure of it, the other still has it looked at')] : [];
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

const nameOf = (one: Placed): string => one.source.name ?? one.quote;

const place = ({ item, start, end, quote }: Placed) => ({ item, start, end, quote });

/** Where a part of a statement stands; the statement, where its words are not in it as they are. */
function partPlace({ statement, words }: Part): Contradiction['a'] {
  const at = statement.quote.indexOf(words);
  if (at < 0) return place(statement);
  return { item: statement.item, start: statement.start + at, end: statement.start + at + words.length, quote: words };
}

const between = (a: Placed, b: Placed, why: string): Contradiction => ({ a: place(a), b: place(b), why });
