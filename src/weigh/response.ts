import { overlap } from '../base/span.ts';
import type { Response } from '../read/statement.ts';
import type { Lineage } from '../trace/lineage.ts';
import type { Group } from './group.ts';
import { ownBody } from './rank.ts';
import type { Scene } from './scene.ts';

/** An answer that an item tells of. */
type Carried = Response & { readonly item: string };

/** Share of letter pairs from which two answers are one answer, worded again. */
const SAME = 0.5;
const SAME_BODY = 0.7;

/**
 * Each answer once: what a copy, a translation or a later saved version only carries on is the first one's. A body
 * that denies on the record what others claim has answered too, whoever asked.
 */
export function askedAndAnswered(scene: Scene, groups: readonly Group[]): readonly Carried[] {
  const { story } = scene;
  const earlier = earlierCarriers(story.lineage);
  const told = story.responses.map((one) => ({ ...one, body: writtenOut(one.body, scene) }));
  const all = [...told, ...rebuttals(groups, told, scene)];
  const byItem = grouped(all);
  const answersOf = (item: string): readonly Carried[] => byItem.get(item) ?? [];
  return all.filter(
    (one) =>
      ![...(earlier.get(one.item) ?? [])].some((item) => answersOf(item).some((other) => sameAnswer(one, other))),
  );
}

/** A body's name at its longest, where it is known by it. */
const writtenOut = (body: string, scene: Scene): string => {
  const shown = scene.who.shown(body);
  return scene.bodies.includes(shown) || scene.isBody(shown) ? shown : body;
};

/** Denials by a body, or by its spokesperson, of what somebody else in the case claims. */
function rebuttals(groups: readonly Group[], told: readonly Carried[], scene: Scene): readonly Carried[] {
  return groups
    .filter((group) => group.for.length > 0)
    .flatMap((group) =>
      group.against.flatMap((one) => {
        const own = ownBody(one, scene);
        const kind = one.source.kind;
        const name = own ?? one.source.name;
        const official =
          own !== null ||
          kind === 'named-body' ||
          (kind === 'named-person' && scene.who.speaksFor(name ?? '') !== null);
        if (!official || !name || scene.isOutlet(name)) return [];
        if (told.some((other) => other.item === one.item && overlap(other, one) > 0)) return [];
        const { item, start, end, quote } = one;
        return [
          {
            body: writtenOut(scene.who.speaksFor(name) ?? name, scene),
            askedBy: null,
            asked: null,
            outcome: 'denied' as const,
            item,
            start,
            end,
            quote,
          },
        ];
      }),
    );
}

/** For each item, all items that it was made from, however far back; older saved versions too. */
function earlierCarriers(lineage: Lineage): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map<string, Set<string>>();
  const from = (child: string, parent: string): void => {
    parents.set(child, (parents.get(child) ?? new Set()).add(parent));
  };
  for (const { left, right, direction } of lineage.copies) {
    if (direction === 'left-first') from(right, left);
    if (direction === 'right-first') from(left, right);
  }
  for (const group of lineage.versions) {
    for (const [at, item] of group.entries()) for (const older of group.slice(0, at)) from(item, older);
  }
  return new Map([...parents.keys()].map((item) => [item, reached(item, parents)]));
}

function reached(item: string, parents: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...(parents.get(item) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next) || next === item) continue;
    found.add(next);
    left.push(...(parents.get(next) ?? []));
  }
  return found;
}

/** One outcome, and one wording or one body; across scripts the outcome alone can be compared. */
function sameAnswer(one: Carried, other: Carried): boolean {
  if (one.outcome !== other.outcome) return false;
  const [a, b] = [folded(one.quote), folded(other.quote)];
  if (/\p{Script=Han}/u.test(a) !== /\p{Script=Han}/u.test(b)) return true;
  return alike(a, b) >= SAME || alike(folded(one.body), folded(other.body)) >= SAME_BODY;
}

const folded = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

function alike(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)];
  const both = [...x].filter((pair) => y.has(pair)).length;
  return both / Math.max(1, x.size + y.size - both);
}

const pairs = (words: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));

function grouped(responses: readonly Carried[]): ReadonlyMap<string, readonly Carried[]> {
  const groups = new Map<string, Carried[]>();
  for (const one of responses) groups.set(one.item, [...(groups.get(one.item) ?? []), one]);
  return groups;
}
