import { COMPOUND_SURNAMES, SURNAMES } from '../locales/zh/persons.ts';
import { type Found, SURE } from './found.ts';
import { DOTTED_NAME, type HanCandidate, hanCandidate } from './han-candidate.ts';

/** Names of people in Chinese writing: by what stands beside them, then wherever the same name stands again. */
export function hanPersons(content: string): readonly Found[] {
  const first: HanCandidate[] = [];
  for (let at = 0; at < content.length; at++) {
    if (!STARTS.has(content.charAt(at))) continue;
    const one = hanCandidate(content, at);
    if (one) first.push(one);
  }
  const listed = enumerated(content, first);
  const known = namesKnown(listed);
  const placed = new Map<number, Found>();
  for (const one of foreign(content)) placed.set(one.start, one);
  for (const one of listed) {
    if (known.has(one.name)) placed.set(one.start, { ...one, points: Math.max(one.points, SURE) });
    else placed.set(one.start, one);
  }
  for (const one of everywhere(content, known)) {
    const before = placed.get(one.start);
    if (!before || before.points < SURE || before.end < one.end)
      placed.set(one.start, { ...one, role: before?.role ?? null, tender: before?.tender ?? null });
  }
  return parted([...placed.values()]);
}

const STARTS: ReadonlySet<string> = new Set([
  ...SURNAMES,
  ...[...COMPOUND_SURNAMES].map((name) => name.charAt(0)),
  ...'老小阿',
]);

/** Names joined to a sure one by 、 or 和 are names too. */
function enumerated(content: string, found: readonly HanCandidate[]): readonly HanCandidate[] {
  const ends = new Map(found.map((one) => [one.end, one.points]));
  const starts = new Map(found.map((one) => [one.start, one.points]));
  const joined = found.map((one) => {
    if (one.points >= SURE) return one;
    const left = JOINS.has(content.charAt(one.start - 1)) ? (ends.get(one.start - 1) ?? 0) : 0;
    const right = JOINS.has(content.charAt(one.end)) ? (starts.get(one.end + 1) ?? 0) : 0;
    return Math.max(left, right) >= SURE ? { ...one, points: SURE } : one;
  });
  return joined.filter(({ points }) => points > 0);
}

const JOINS: ReadonlySet<string> = new Set('、和与及跟');

/** A name that is sure once, or stands in two unlike places, is sure everywhere. */
function namesKnown(found: readonly HanCandidate[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const places = new Map<string, Set<string>>();
  for (const { name, points, beside, words } of found) {
    if (points >= SURE) known.set(name, name);
    else if (points >= 1 && (words >= 3 || FAMILIAR.test(name))) {
      const all = places.get(name) ?? new Set<string>();
      if (all.add(beside).size >= (words >= 3 ? 3 : 2)) known.set(name, name);
      places.set(name, all);
    }
  }
  // 庞局 beside 庞致远局长.
  const surnames = new Set([...known.keys()].map((name) => name.charAt(0)));
  for (const { name, titled } of found) if (titled && surnames.has(name.charAt(0))) known.set(name, name);
  return known;
}

const FAMILIAR = /^[老小阿]/u;

/** Every place where a known name stands, and the given name of two syllables without its surname. */
function* everywhere(content: string, known: ReadonlyMap<string, string>): Generator<Found> {
  if (known.size === 0) return;
  const heads = new Map<string, string[]>();
  for (const name of known.keys()) {
    const head = name.charAt(0);
    heads.set(
      head,
      [...(heads.get(head) ?? []), name].sort((a, b) => b.length - a.length),
    );
  }
  for (let at = 0; at < content.length; at++) {
    const name = heads.get(content.charAt(at))?.find((one) => content.startsWith(one, at));
    if (name === undefined) continue;
    yield sure(name, at);
    at += name.length - 1;
  }
}

/** 鲁本·阿斯克: syllables that stand for sounds, with a dot between. */
function* foreign(content: string): Generator<Found> {
  for (const { 0: name, index } of content.matchAll(DOTTED_NAME)) yield sure(name, index);
}

/** A name that is one by its form, whatever stands around it. */
const sure = (name: string, start: number): Found => ({
  ...{ name, start, end: start + name.length, words: name.length },
  ...{ role: null, points: SURE, age: null, tender: null },
});

/** Of names that lie over one another, the surer, then the longer. */
function parted(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= one.start) kept.push(one);
    else if (one.points > last.points) kept[kept.length - 1] = one;
  }
  return kept;
}
