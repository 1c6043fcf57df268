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
  const same = a.key === b.key;
  const foreign = isHan(a) !== isHan(b);
  const [mine, yours] = foreign ? [acrossIn(a, weight), acrossIn(b, weight)] : [allIn(a, weight), allIn(b, weight)];
  const shared = sharedBy(a, b, mine);
  if (!same && saysNothingInCommon(a, b, shared, foreign, bar)) return 0;
  const [own, other, both] = [mine.total, yours.total, shared.weight];
  if (own === 0 || other === 0) return 0;
  const most = both >= MOST * Math.min(own, other);
  // One shared token may be enough: a large sum, the act that is denied, or an act that is most of what is said.
  const alone = shared.large || ((bar === DENIES || most) && shared.act);
  if (shared.count < (foreign ? leastAcross(shared, bar) : alone ? 1 : 2) && !same) return 0;
  const shorter = both / Math.min(own, other);
  const longer = both / Math.max(own, other);
  const enough = bar.within && Math.min(mine.list.length, yours.list.length) >= 3;
  const value = Math.max(
    Math.min(shorter / bar.shorter, longer / bar.longer),
    enough ? Math.min(shorter / 0.8, longer / 0.1) : 0,
    // A denial that names a large sum is of whatever names that sum.
    bar === DENIES && shared.large ? both / Math.min(telling(mine), telling(yours)) / NAMES_IT : 0,
  );
  return value / (actsDiffer(a, b) ? 1.6 : bar.unshared ** unshared(a.acts, b.acts));
}

/** Across scripts little can be compared, so three things must be one; for a denial a full name and what is said of it are enough. */
const leastAcross = (shared: Shared, bar: Bar): number => (bar === DENIES && shared.act && shared.name ? 2 : 3);

/** What two gists share, told in one walk: this is asked of every pair that is compared. */
interface Shared {
  readonly count: number;
  readonly weight: number;
  readonly act: boolean;
  readonly name: boolean;
  readonly large: boolean;
  /** Whether nothing is shared but names; but names and amounts; but what the one, or the other, says by the way. */
  readonly onlyNames: boolean;
  readonly onlySums: boolean;
  readonly asideIn: boolean;
  readonly asideOut: boolean;
}

function sharedBy(a: Gist, b: Gist, { list, weights }: Weighted): Shared {
  let [count, weight] = [0, 0];
  let [act, name, large, onlyNames, onlySums, asideIn, asideOut] = [false, false, false, true, true, true, true];
  for (let at = 0; at < list.length; at++) {
    const token = list[at] ?? '';
    if (!b.tokens.has(token)) continue;
    count++;
    weight += weights[at] ?? 0;
    const isSum = token.startsWith('n:');
    if (token.startsWith('a:')) act = true;
    if (token.startsWith('w:')) name = true;
    if (isSum && Number(token.slice(2)) >= 1000) large = true;
    if (!names(token, a) && !names(token, b)) {
      onlyNames = false;
      if (!isSum) onlySums = false;
    }
    if (!a.aside.has(token)) asideIn = false;
    if (!b.aside.has(token)) asideOut = false;
  }
  return { count, weight, act, name, large, onlyNames, onlySums, asideIn, asideOut };
}

function saysNothingInCommon(a: Gist, b: Gist, shared: Shared, foreign: boolean, bar: Bar): boolean {
  // One name, office and day in common is no saying in common.
  if (shared.onlyNames) return true;
  // "Died when the pump stopped" does not say that it stopped.
  if (shared.asideIn || shared.asideOut) return true;
  // One sum in common, and not what was done with it.
  return bar !== DENIES && !foreign && shared.onlySums && a.acts.size + b.acts.size > 0;
}

/** Whether a token only says whom, in which office, or when. */
const names = (token: string, gist: Gist): boolean =>
  token.startsWith('w:') || token.startsWith('d:') || gist.names.has(token) || OFFICES.has(token);
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

/** Tokens with what each tells in a case. */
interface Weighted {
  readonly list: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
}

/** A gist is compared with many others: what is asked of it alone is asked once. */
interface Known {
  readonly han: boolean;
  /** For the weights of one case: all tokens but names in another script, and those that can be compared across scripts. */
  by: Weight | null;
  all: Weighted | null;
  across: Weighted | null;
}
const known = new WeakMap<Gist, Known>();

function knownOf(gist: Gist): Known {
  const before = known.get(gist);
  if (before) return before;
  const made: Known = { han: /\p{Script=Han}/u.test(gist.key), by: null, all: null, across: null };
  known.set(gist, made);
  return made;
}

const isHan = (gist: Gist): boolean => knownOf(gist).han;

/** What is known of a gist by these weights. */
function knownBy(gist: Gist, weight: Weight): Known {
  const one = knownOf(gist);
  if (one.by !== weight) Object.assign(one, { by: weight, all: null, across: null });
  return one;
}

function allIn(gist: Gist, weight: Weight): Weighted {
  const one = knownBy(gist, weight);
  one.all ??= weighted(gist, (token) => !token.startsWith('w:'), weight);
  return one.all;
}

function acrossIn(gist: Gist, weight: Weight): Weighted {
  const one = knownBy(gist, weight);
  one.across ??= weighted(gist, (token) => token[1] === ':', weight);
  return one.across;
}

function weighted(gist: Gist, test: (token: string) => boolean, weight: Weight): Weighted {
  const list = [...gist.tokens].filter(test);
  const weights = list.map(weight);
  return { list, weights, total: weights.reduce((sum, one) => sum + one, 0) };
}

const telling = ({ list, weights }: Weighted): number =>
  weights.reduce((sum, one, at) => (tells(list[at] ?? '') ? sum + one : sum), 0);
