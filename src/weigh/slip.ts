import { type Gist, gistOf } from './gist.ts';
import type { Group } from './group.ts';
import type { Contradiction, Placed } from './ledger.ts';
import { near, type Quantity } from './quantity.ts';
import { rankOf } from './rank.ts';
import type { Scene } from './scene.ts';
import { takesBack } from './taken-back.ts';

/** From this sum on a point in the wrong place is worth asking about. */
const LEAST = 1000;
/** How far the point is moved at most: 万 taken for a million is two places. */
const FARTHEST = 2;

/** A sum that is another with the decimal point moved, or 万 taken for a million: one of them is a slip. Round sums say nothing. */
export function slipBetween(a: readonly Quantity[], b: readonly Quantity[]): readonly [number, number] | null {
  for (const x of a) {
    for (const y of b) {
      if (x.unit !== 'money' || y.unit !== 'money' || Math.min(x.value, y.value) < LEAST) continue;
      const shift = Math.round(Math.log10(x.value / y.value));
      if (shift === 0 || Math.abs(shift) > FARTHEST || isRound(x.value) || isRound(y.value)) continue;
      if (near(x.value, y.value * 10 ** shift)) return [x.value, y.value];
    }
  }
  return null;
}

const isRound = (value: number): boolean => Number(value.toPrecision(1)) === value;

/** Claims about one matter whose sums differ by a moved point: the one that rests on less, against the strongest of the other. */
export function slipsIn(
  groups: readonly Group[],
  scene: Scene,
  known: readonly (readonly Gist[])[],
): readonly Contradiction[] {
  const told = groups.flatMap((group) => {
    const { quantities } = gistOf(group.wording);
    const [first] = group.for;
    const sums = quantities.filter(({ unit, value }) => unit === 'money' && value >= LEAST);
    return first && sums.length > 0 && !group.against.some((one) => takesBack(one, scene))
      ? [{ group, sums, first }]
      : [];
  });
  const pairOf = ([x, y]: readonly [number, number]) =>
    [x, y]
      .map((value) => Number(value.toPrecision(1)))
      .sort((p, q) => p - q)
      .join(' ');
  const done = new Set(
    known.flatMap(([a, b]) => {
      const slip = a && b ? slipBetween(a.quantities, b.quantities) : null;
      return slip ? [pairOf(slip)] : [];
    }),
  );
  const slips = told.flatMap((one, nth) =>
    told.slice(nth + 1).flatMap((other) => {
      const slip = slipBetween(one.sums, other.sums);
      if (!slip || !oneMatter(one.group, other.group)) return [];
      const [weak, strong] = strength(one.group, scene) <= strength(other.group, scene) ? [one, other] : [other, one];
      return [{ sums: pairOf(slip), weak: weak.first, strong: strongest(strong.group, scene) }];
    }),
  );
  return slips
    .sort((a, b) => height(b.strong, scene) - height(a.strong, scene))
    .filter(({ sums }) => !done.has(sums) && !!done.add(sums))
    .map(({ weak, strong }) => ({
      a: place(weak),
      b: place(strong),
      why: 'the same sum with its point in another place',
    }));
}

/** A word in common that is no number: in a case with few sums of two digits and more, that is enough to ask. */
function oneMatter(one: Group, other: Group): boolean {
  const words = (group: Group) =>
    new Set(
      group.parts
        .slice(0, 12)
        .flatMap((part) => [...gistOf(part.words).tokens].filter((token) => !/^[ndc]:/u.test(token))),
    );
  const mine = words(one);
  return [...words(other)].some((token) => mine.has(token));
}

const height = (one: Placed, scene: Scene): number => scene.policy.ranks.indexOf(rankOf(one, scene));

const strength = (group: Group, scene: Scene): number => Math.max(...group.for.map((one) => height(one, scene)));

const strongest = (group: Group, scene: Scene): Placed =>
  group.for.reduce((a, b) => (height(b, scene) > height(a, scene) ? b : a));

const place = ({ item, start, end, quote }: Placed) => ({ item, start, end, quote });
