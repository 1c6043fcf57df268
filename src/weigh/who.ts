import { bareName } from './name.ts';
import { spellings, squash } from './pinyin.ts';
import type { Policy } from './policy.ts';
import type { Story } from './story.ts';

/** Who is who in a case: short forms, other scripts and spokespeople resolved, where there can be no doubt. */
export interface Who {
  /** The one bare name that a name in the case stands for. */
  readonly full: (name: string) => string;
  /** How that name is written, at its longest. */
  readonly shown: (name: string) => string;
  /** How a person is described anywhere in the case: "head of Millgate Primary". */
  readonly described: (person: string) => string;
  /** The body that a person speaks for as its spokesperson; null where none is known. */
  readonly speaksFor: (person: string) => string | null;
  /** The named person whom a description mentions ("Ostley for the port", "the director of the Office"); null where none or more than one. */
  readonly mentioned: (description: string) => string | null;
}

/** Reads who is who from the sources and publishers of a case. Linear in the names, but for their endings. */
export function whoIsWho(story: Story, policy: Policy): Who {
  const written = namesIn(story);
  const bare = [...written.keys()];
  const byShort = shortened(bare);
  const foreign = new Map([...acrossScripts(bare), ...besideOriginals(story, bare)]);
  const offices = new Set(bare);
  const known = new Map<string, string>();
  const full = (name: string): string => {
    const from = bareName(name);
    const before = known.get(from);
    if (before !== undefined) return before;
    const long = officeOf(lengthen(from, byShort), offices);
    const latin = latinPart(long);
    const found = foreign.get(long) ?? (latin && offices.has(full(latin)) ? full(latin) : long);
    known.set(from, found);
    return found;
  };
  const people = peopleBySurname(story, full);
  const described = descriptions(story, full);
  const byOffice = (office: string): readonly string[] => {
    const words = bareName(office);
    if (words.split(' ').length < 3 && !/\p{Script=Han}{5}/u.test(words)) return [];
    const found = [...described].filter(([, all]) => all.includes(words)).map(([name]) => name);
    return found.length === 1 ? found : [];
  };
  return {
    full,
    shown: (name) => written.get(full(name)) ?? name,
    described: (person) => described.get(full(person)) ?? '',
    speaksFor: spokespeople(story, policy, full),
    mentioned: (description) => {
      const found = new Set(
        (description.match(/\p{Lu}\p{L}+/gu) ?? []).flatMap((word) => [...(people.get(word.toLowerCase()) ?? [])]),
      );
      const [only] = found.size === 1 ? found : byOffice(description);
      return only ?? null;
    },
  };
}

/** Every name of the case by its bare form, with the longest way in which it is written. */
function namesIn(story: Story): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const all = [
    ...story.statements.flatMap(({ source }) => [source.name, source.body ?? null]),
    ...story.items.map((item) => item.publisher),
  ];
  for (const name of all) {
    const bare = name === null ? '' : bareName(name);
    if (!bare || !name) continue;
    const before = found.get(bare);
    if (before === undefined || name.length > before.length) found.set(bare, name);
  }
  return found;
}

/** Longer names by what they begin or end with; "ingram v" also by its first letter. */
function shortened(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of names) {
    for (const short of shortForms(name)) found.set(short, (found.get(short) ?? new Set<string>()).add(name));
  }
  return found;
}

/** "Director of the Food Standards Office" is no longer name of the Office. */
const BELONGS = /^(?:of|at|for|in|from|to|with)$/u;

function shortForms(name: string): readonly string[] {
  if (/\p{Script=Han}/u.test(name)) {
    const ends: string[] = [];
    for (let at = 1; at <= name.length - 3 && at < 12; at++) ends.push(name.slice(at));
    return ends;
  }
  const words = name.split(' ');
  const [first, second] = words;
  const ends = words
    .slice(1)
    .flatMap((_, at) => (BELONGS.test(words[at] ?? '') ? [] : [words.slice(at + 1).join(' ')]));
  const initials =
    words.length === 2 && first && second
      ? [`${first} ${second[0]}`, `${first} ${second[0]}.`, `${first[0]} ${second}`]
      : [];
  const starts = words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '));
  return [...ends.filter((end) => end.length > 2), ...starts.filter((start) => start.length > 4), ...initials];
}

/** The longest name that a short form can stand for, where all that it can stand for stand in that. */
function lengthen(name: string, byShort: ReadonlyMap<string, ReadonlySet<string>>): string {
  const longer = [...(byShort.get(name) ?? [])].sort((a, b) => b.length - a.length);
  const [longest] = longer;
  if (longest === undefined) return name;
  return longer.every((one) => longest.includes(one)) ? longest : name;
}

/** A Han name of an office within a body (…局办公室) is the body's, where the body is named too. */
function officeOf(name: string, all: ReadonlySet<string>): string {
  if (!/[\p{Script=Han}]{6}/u.test(name)) return name;
  for (let end = 5; end < name.length; end++) {
    if (/[局委部院府会]$/u.test(name.slice(0, end)) && all.has(name.slice(0, end))) return name.slice(0, end);
  }
  return name;
}

/** Names in Latin letters that spell a Chinese name of the case (Hanyu Pinyin, ISO 7098). */
function acrossScripts(names: readonly string[]): ReadonlyMap<string, string> {
  const latin = new Map(
    names.filter((name) => /^[\p{Script=Latin} ’'-]+$/u.test(name)).map((name) => [squash(name), name]),
  );
  const found = new Map<string, string>();
  if (latin.size === 0) return found;
  for (const name of names) {
    for (const spelling of spellings(name)) {
      const other = latin.get(spelling);
      if (other) found.set(other, name);
    }
  }
  return found;
}

/** Names that a text itself gives in both scripts: 鲁本·阿斯克（Ruben Aske）. */
function besideOriginals(story: Story, names: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(names);
  const han = names.filter((name) => /\p{Script=Han}/u.test(name)).sort((a, b) => b.length - a.length);
  const found = new Map<string, string>();
  for (const { content } of story.texts) {
    for (const [, run, original] of content.slice(0, MOST_TEXT).matchAll(BESIDE)) {
      const latin = bareName(original ?? '');
      const name = known.has(latin) ? han.find((one) => run?.endsWith(one)) : undefined;
      if (name) found.set(name, latin);
    }
  }
  return found;
}

const BESIDE = /([\p{Script=Han}·]{2,20})[（(]([\p{Script=Latin}][\p{Script=Latin} .&'’-]{2,60})[)）]/gu;
const MOST_TEXT = 200_000;

/** The Latin part of a name in two scripts ("Tansy & Rook公司"); null where there is none. */
function latinPart(name: string): string | null {
  if (!/\p{Script=Han}/u.test(name)) return null;
  return name.match(/\p{Script=Latin}[\p{Script=Latin} &.’'-]{3,}/u)?.[0].trim() ?? null;
}

function descriptions(story: Story, full: (name: string) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { source } of story.statements) {
    if (source.kind !== 'named-person' || !source.name) continue;
    const name = full(source.name);
    const words = bareName(`${source.quote} ${source.body ?? ''}`);
    if (!found.get(name)?.includes(words)) found.set(name, `${found.get(name) ?? ''} ${words}`);
  }
  return found;
}

function peopleBySurname(story: Story, full: (name: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { source } of story.statements) {
    if (source.kind !== 'named-person' || !source.name) continue;
    const name = full(source.name);
    const surname = name.split(' ').at(-1) ?? '';
    if (surname.length > 3 && name.includes(' '))
      found.set(surname, (found.get(surname) ?? new Set<string>()).add(name));
  }
  return found;
}

/** Spokespeople by what they are called anywhere, or by a mail of theirs in the body's name. */
function spokespeople(story: Story, policy: Policy, full: (name: string) => string): Who['speaksFor'] {
  const called = new Set<string>();
  const bodies = new Map<string, Map<string, number>>();
  const vote = (person: string, body: string) => {
    const votes = bodies.get(person) ?? new Map<string, number>();
    bodies.set(person, votes.set(full(body), (votes.get(full(body)) ?? 0) + 1));
  };
  for (const { source } of story.statements) {
    if (source.kind !== 'named-person' || !source.name) continue;
    const words = `${source.quote} ${source.name}`.toLowerCase();
    if (policy.competence.spokespersons.some((word) => words.includes(word))) called.add(full(source.name));
    if (source.body) vote(full(source.name), source.body);
  }
  for (const { author, publisher, mediaType } of story.items) {
    if (mediaType !== 'message/rfc822' || !author || !publisher) continue;
    vote(full(author), publisher);
  }
  return (person) => {
    const name = full(person);
    const best = called.has(name)
      ? [...(bodies.get(name) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
      : undefined;
    return best?.[0] ?? null;
  };
}
