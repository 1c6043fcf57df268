import { bareName } from './name.ts';
import type { Story } from './story.ts';
import { hanMonths, hanThings, otherSites } from './subject-han.ts';
import { capitalisedIn, latinMonths, latinNames, type Name, numbered, weekdays } from './subject-latin.ts';

/** Whom and what words name, so far as it can tell them from other words: people, bodies, places, months, numbered things. */
export interface Subjects {
  readonly names: readonly Name[];
  readonly people: ReadonlySet<string>;
  /** By kind: `码头` or `freezer`, and which. */
  readonly things: ReadonlyMap<string, ReadonlySet<string>>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<string>;
}

/** Tells of words of a case whom and what they name, and whether two name others. */
export interface Naming {
  readonly of: (words: string) => Subjects;
  readonly differ: (a: Subjects, b: Subjects) => boolean;
}

/** How many other words a word must stand beside in names to tell nothing by itself: "Works", "Ltd". */
const GENERIC = 3;

/** Reads once from a case what is a name in it. Linear in its words. */
export function namingIn(story: Story): Naming {
  const proper = new Set(story.statements.flatMap(({ quote }) => capitalisedIn(quote)));
  const persons = peopleOf(story);
  const known = new Map<string, Subjects>();
  const of = (words: string): Subjects => {
    const before = known.get(words);
    if (before) return before;
    const made = subjectsOf(words, (word) => proper.has(word), persons);
    known.set(words, made);
    return made;
  };
  const beside = besideIn(story.statements.map(({ quote }) => of(quote)));
  return { of, differ: (a, b) => differ(a, b, beside) };
}

function subjectsOf(words: string, isProper: (word: string) => boolean, persons: readonly string[]): Subjects {
  const han = /\p{Script=Han}/u.test(words);
  return {
    names: han ? [] : latinNames(words, isProper),
    people: new Set(han ? persons.filter((name) => words.includes(name)) : []),
    things: han ? hanThings(words) : numbered(words),
    months: new Set(han ? hanMonths(words) : latinMonths(words)),
    weekdays: new Set(weekdays(words)),
  };
}

/** People named in Han characters, the full name only: 郭局长 may be any Guo. */
function peopleOf(story: Story): readonly string[] {
  const named = [
    ...(story.persons ?? []).filter(({ sure }) => sure).map(({ name }) => name),
    ...story.statements.flatMap(({ source }) => (source.kind === 'named-person' && source.name ? [source.name] : [])),
  ].map(bareName);
  return [...new Set(named)].filter((name) => /^\p{Script=Han}{2,4}$/u.test(name)).slice(0, MOST_PEOPLE);
}

const MOST_PEOPLE = 500;

/** Which words stand beside a word in the names of a case. */
type Beside = ReadonlyMap<string, ReadonlySet<string>>;

function besideIn(all: readonly Subjects[]): Beside {
  const beside = new Map<string, Set<string>>();
  for (const { names } of all)
    for (const name of names)
      for (const word of name)
        for (const other of name)
          if (other !== word) beside.set(word, (beside.get(word) ?? new Set<string>()).add(other));
  return beside;
}

const isGeneric = (word: string, beside: Beside): boolean => (beside.get(word)?.size ?? 0) >= GENERIC;

/** Each names somebody or something that the other does not, and they have not more than that in common; or another month, weekday or number. */
function differ(a: Subjects, b: Subjects, beside: Beside): boolean {
  if (apart(a.months, b.months) || apart(a.weekdays, b.weekdays) || apart(a.people, b.people)) return true;
  for (const [kind, which] of a.things) if (apart(which, b.things.get(kind) ?? new Set())) return true;
  if (otherSites(a.things, b.things)) return true;
  const shared = a.names.filter((name) => b.names.some((other) => sameName(name, other, beside)));
  const mine = a.names.length - shared.length;
  const yours = b.names.filter((name) => !a.names.some((other) => sameName(name, other, beside))).length;
  return mine > 0 && yours > 0 && Math.min(mine, yours) >= shared.length;
}

const apart = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));

/** They share a word that tells, be it one that stands beside theirs elsewhere (Ilse, Varn), or one is part of the other. An abbreviation is the name whose initials it has. */
function sameName(a: Name, b: Name, beside: Beside): boolean {
  const yours = telling(b, beside);
  for (const word of telling(a, beside)) if (yours.has(word)) return true;
  const shared = a.filter((word) => b.includes(word));
  if (shared.length > 0 && shared.length === Math.min(a.length, b.length))
    return shared.length > 1 || a.length === b.length;
  return initials(a) === b[0] || initials(b) === a[0];
}

function telling(name: Name, beside: Beside): ReadonlySet<string> {
  const before = told.get(name);
  if (before?.beside === beside) return before.words;
  const own = name.filter((word) => !isGeneric(word, beside));
  const others = own.flatMap((word) => [...(beside.get(word) ?? [])]);
  const words = new Set([...own, ...others.filter((word) => !isGeneric(word, beside))]);
  told.set(name, { beside, words });
  return words;
}

/** A name is compared with many others: what tells in it is asked once. */
const told = new WeakMap<Name, { readonly beside: Beside; readonly words: ReadonlySet<string> }>();

const initials = (name: Name): string => (name.length > 1 ? name.map((word) => word[0]).join('') : '');
