import { actsDiffer, type Gist } from './gist.ts';

/** How much a token tells in a case. */
export type Weight = (token: string) => number;

/** How much of the shorter must be in the longer, and of the longer in the shorter, for two gists to say the same. */
export interface Bar {
  readonly shorter: number;
  readonly longer: number;
  /** Whether little said may be the same as much said, where all of it is in there. */
  readonly within: boolean;
  /** What each act that only one of the two names costs. */
  readonly unshared: number;
}

export const SAME: Bar = { shorter: 0.42, longer: 0.16, within: true, unshared: 1.02 };
/** A confirmation of a neighbour must not slip in, so it has to say nearly the same. */
export const CONFIRMS: Bar = { shorter: 0.65, longer: 0.45, within: false, unshared: 1.2 };
/** A denial says what it denies in short. */
export const DENIES: Bar = { shorter: 0.36, longer: 0.18, within: true, unshared: 1.35 };

/** A name says what is talked of, so it weighs less than what is said of it. */
const NAME = 0.65;

/** Weights by rarity: the fewer distinct wordings hold a token, the more it tells (inverse document frequency). Copies change nothing. */
export function rarity(gists: readonly Gist[]): Weight {
  const wordings = new Map(gists.map((gist) => [gist.key, gist]));
  const uses = new Map<string, number>();
  for (const gist of wordings.values()) for (const token of gist.tokens) uses.set(token, (uses.get(token) ?? 0) + 1);
  const named = new Map<string, number>();
  for (const gist of wordings.values()) for (const token of gist.names) named.set(token, (named.get(token) ?? 0) + 1);
  const all = wordings.size + 1;
  const at = (count: number) => Math.log(1 + all / count);
  const weigh = (token: string, count: number) =>
    token.startsWith('a:')
      ? 1.5 * at(count)
      : token.startsWith('n:')
        ? 2 * at(count)
        : at(token.startsWith('d:') ? Math.min(count, 6) : count) * (2 * (named.get(token) ?? 0) > count ? NAME : 1);
  const weights = new Map([...uses].map(([token, count]) => [token, weigh(token, count)]));
  return (token) => weights.get(token) ?? weigh(token, 1);
}

/** At or above 1 two gists say the same. Across scripts only numbers, days, names and concepts can be compared. */
export function likeness(a: Gist, b: Gist, weight: Weight, bar: Bar): number {
  // What is to come, or asked for, is not what came.
  if (a.planned !== b.planned && bar !== DENIES) return 0;
  const foreign = isHan(a) !== isHan(b);
  const [mine, yours] = foreign ? [bridges(a), bridges(b)] : [listOf(a), listOf(b)];
  const sum = (tokens: readonly string[]) => tokens.reduce((total, token) => total + weight(token), 0);
  const shared = mine.filter((token) => (foreign ? yours.includes(token) : b.tokens.has(token)));
  // One name, office and day in common is no saying in common.
  if (a.key !== b.key && shared.every((token) => names(token, a) || names(token, b))) return 0;
  // "Died when the pump stopped" does not say that it stopped.
  if (
    a.key !== b.key &&
    shared.length > 0 &&
    (shared.every((token) => a.aside.has(token)) || shared.every((token) => b.aside.has(token)))
  )
    return 0;
  // One sum in common, and not what was done with it.
  if (bar !== DENIES && a.key !== b.key && !foreign && onlySums(a, b, shared)) return 0;
  const [own, other] = foreign ? [sum(mine), sum(yours)] : [totalOf(a, weight), totalOf(b, weight)];
  const both = sum(shared);
  if (own === 0 || other === 0) return 0;
  const most = both >= MOST * Math.min(own, other);
  const least = foreign ? 3 : shared.some((token) => alone(token, bar, most)) ? 1 : 2;
  if (shared.length < least && a.key !== b.key) return 0;
  const shorter = both / Math.min(own, other);
  const longer = both / Math.max(own, other);
  const enough = bar.within && Math.min(mine.length, yours.length) >= 3;
  const value = Math.max(
    Math.min(shorter / bar.shorter, longer / bar.longer),
    enough ? Math.min(shorter / 0.8, longer / 0.1) : 0,
    // A denial that names a large sum is of whatever names that sum.
    bar === DENIES && shared.some(isLarge)
      ? both / Math.min(sum(mine.filter(tells)), sum(yours.filter(tells))) / NAMES_IT
      : 0,
  );
  return value / (actsDiffer(a, b) ? 1.6 : bar.unshared ** unshared(a.acts, b.acts));
}

const onlySums = (a: Gist, b: Gist, shared: readonly string[]): boolean =>
  shared.every((token) => token.startsWith('n:') || names(token, a) || names(token, b)) &&
  a.acts.size + b.acts.size > 0;

/** Whether one shared token may be enough: a large sum, the act that is denied, or an act that is most of what is said. */
const alone = (token: string, bar: Bar, most: boolean): boolean =>
  ((bar === DENIES || most) && token.startsWith('a:')) || isLarge(token);

const isLarge = (token: string): boolean => token.startsWith('n:') && Number(token.slice(2)) >= 1000;

/** Whether a token only says whom, in which office, or when. */
const names = (token: string, gist: Gist): boolean =>
  gist.names.has(token) || OFFICES.has(token) || /^[wd]:/u.test(token);
const OFFICES: ReadonlySet<string> = new Set(
  ['director', 'principal', 'manager', 'president', 'mayor', 'minister', 'boss', 'doctor', 'official', 'teacher'].map(
    (office) => `t:${office}`,
  ),
);

/** What is said of the picture or the talk that an amount stands in says nothing of the amount. */
const tells = (token: string): boolean => !BY_THE_WAY.has(token);
const BY_THE_WAY: ReadonlySet<string> = new Set([
  'a:forged',
  't:screenshot',
  't:photo',
  't:rumour',
  't:figure',
  '网传',
]);

/** Share of the shorter from which on a denial is of the sum that both name. */
const NAMES_IT = 0.5;

/** Share of the shorter. */
const MOST = 0.6;

const unshared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => without(a, b) + without(b, a);

function without(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const act of a) if (!b.has(act)) count++;
  return count;
}

/** A gist is compared with many others: what is asked of it alone is asked once. */
interface Known {
  /** Its tokens but for names in another script, which matter only across scripts. */
  readonly list: readonly string[];
  readonly han: boolean;
  total: { readonly by: Weight; readonly sum: number } | null;
}
const known = new WeakMap<Gist, Known>();

function knownOf(gist: Gist): Known {
  const before = known.get(gist);
  if (before) return before;
  const made: Known = {
    list: [...gist.tokens].filter((token) => !token.startsWith('w:')),
    han: /\p{Script=Han}/u.test(gist.key),
    total: null,
  };
  known.set(gist, made);
  return made;
}

const listOf = (gist: Gist): readonly string[] => knownOf(gist).list;

function totalOf(gist: Gist, weight: Weight): number {
  const one = knownOf(gist);
  if (one.total?.by !== weight)
    one.total = { by: weight, sum: one.list.reduce((total, token) => total + weight(token), 0) };
  return one.total.sum;
}

const isHan = (gist: Gist): boolean => knownOf(gist).han;

const bridges = (gist: Gist): readonly string[] => [...gist.tokens].filter((token) => token[1] === ':');
